//! Facts about the person: what the profile is made of.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::dose::Dose;
use crate::measure::{Amount, Id, Text};

/// Something about the person. A later fact about the same thing takes the place of an earlier one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Fact {
    /// Year of birth.
    BirthYear {
        /// The year.
        year: i16,
    },
    /// Sex at birth, for reference intakes and rules.
    Sex {
        /// Which.
        sex: Sex,
    },
    /// Body height.
    Height {
        /// In centimetres.
        centimetres: Amount,
    },
    /// Body weight.
    Weight {
        /// In kilograms.
        kilograms: Amount,
    },
    /// On which half of the Earth the person lives (for the season).
    Hemisphere {
        /// Which.
        hemisphere: Hemisphere,
    },
    /// When the person usually goes to bed, by the clock where they are.
    Bedtime {
        /// The time of day.
        at: Time,
    },
    /// When the person usually gets up.
    Rising {
        /// The time of day.
        at: Time,
    },
    /// Whether the person is pregnant.
    Pregnancy {
        /// Yes or no.
        pregnant: bool,
        /// Expected date of birth of the child.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Date>,
    },
    /// Whether the person has a condition.
    Condition {
        /// Which condition.
        condition: Id,
        /// Yes or no; a condition nobody asked about is unknown, not absent.
        present: bool,
        /// First day on which this holds, if it is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        since: Option<Date>,
    },
    /// Whether the person takes a medicine.
    Medicine {
        /// The medicine: an ingredient or combination of the knowledge base.
        medicine: Id,
        /// Takes it, or has stopped.
        taking: bool,
        /// First day on which this holds, if it is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        since: Option<Date>,
        /// Dose in the person's own words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        dose: Option<Text>,
    },
    /// How much of a medicine is taken, and how often.
    Dose {
        /// Which medicine.
        medicine: Id,
        /// How much; nothing when that is not known any more.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        dose: Option<Dose>,
    },
    /// The person says that the list of medicines is complete (or that it no longer is).
    MedicinesComplete {
        /// Complete or not.
        complete: bool,
    },
    /// The answer to a red-flag question.
    Flag {
        /// Which flag.
        flag: Id,
        /// Yes or no.
        present: bool,
        /// A professional has seen it since.
        #[serde(default)]
        seen: bool,
    },
    /// The answers to a published questionnaire, all at once; items left out were not answered.
    Questionnaire {
        /// Which questionnaire.
        questionnaire: Id,
        /// The chosen answer of each item.
        answers: BTreeMap<Id, Id>,
    },
    /// Everything that the person is allergic to or must not eat; nothing is an answer.
    Allergies {
        /// What, as the table of foods marks it.
        to: BTreeSet<Id>,
    },
    /// How the person eats, such as without meat.
    Diet {
        /// Which diet.
        diet: Id,
    },
    /// Whether the person likes a food.
    Liking {
        /// Which food.
        food: Id,
        /// Likes it, or does not want it.
        likes: bool,
    },
    /// A laboratory value.
    Lab {
        /// Which test.
        test: Id,
        /// The value.
        value: Amount,
        /// Its unit as printed, such as mmol/L.
        unit: String,
        /// The day the blood was taken.
        taken: Date,
    },
}

/// Sex at birth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Sex {
    Female,
    Male,
}

/// Half of the Earth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Hemisphere {
    North,
    South,
}
