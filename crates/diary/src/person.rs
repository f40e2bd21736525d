//! The person as the log describes them: what is known, what is known to be absent, and what nobody asked.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Time};
use texts::Sentence;

use crate::dose::Dose;
use crate::entry::{Body, Fact, Hemisphere, Sex};
use crate::log::Log;
use crate::measure::{Amount, Id, Text};
use crate::time::NightId;

/// A fact that holds from some day on.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// First day on which `present` holds; `None` when the person did not say (it has held as long as matters).
    pub since: Option<Date>,
    /// Present (or taken) from that day on, or not.
    pub present: bool,
}

/// A medicine the person takes or took.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// Starts and stops in order of their day; a start without a day comes first.
    pub steps: Vec<Step>,
    /// Dose in the person's words, from the latest fact that gave one.
    pub dose: Option<Text>,
}

/// A laboratory value.
#[derive(Clone, Debug, PartialEq)]
pub struct Lab {
    /// Which test.
    pub test: Id,
    /// Value in `unit`.
    pub value: Amount,
    /// Unit as printed.
    pub unit: String,
    /// Day the blood was taken.
    pub taken: Date,
}

/// The answer to a red-flag question.
#[derive(Clone, Debug, PartialEq)]
pub struct FlagAnswer {
    /// Yes or no.
    pub present: bool,
    /// A professional has seen it since.
    pub seen: bool,
    /// Day of the answer.
    pub answered: Date,
}

/// The answers to a questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// The chosen answer of each item; items left out were not answered.
    pub chosen: BTreeMap<Id, Id>,
    /// Day of the answers.
    pub answered: Date,
}

/// Whether the person is pregnant.
#[derive(Clone, Debug, PartialEq)]
pub struct Pregnancy {
    /// Yes or no, as last answered.
    pub pregnant: bool,
    /// Expected date of birth.
    pub due: Option<Date>,
    /// Day of the answer.
    pub answered: Date,
}

/// What the log says about the person. `None`, or no entry in a map, means unknown, never “no”.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Person {
    pub birth_year: Option<i16>,
    pub sex: Option<Sex>,
    pub height_cm: Option<f64>,
    pub weight_kg: Option<f64>,
    pub hemisphere: Option<Hemisphere>,
    pub bedtime: Option<Time>,
    pub rising: Option<Time>,
    pub pregnancy: Option<Pregnancy>,
    /// The answers about pregnancy before the last one, oldest first.
    pub former_pregnancies: Vec<Pregnancy>,
    pub conditions: BTreeMap<Id, Vec<Step>>,
    pub medicines: BTreeMap<Id, Course>,
    /// How much is taken of medicines, where it was told so that it can be counted.
    pub doses: BTreeMap<Id, Dose>,
    pub medicines_complete: Option<bool>,
    pub flags: BTreeMap<Id, FlagAnswer>,
    /// The latest answers to each questionnaire.
    pub questionnaires: BTreeMap<Id, Answers>,
    pub labs: Vec<Lab>,
    /// Everything the person must not eat; empty is an answer.
    pub allergies: Option<BTreeSet<Id>>,
    pub diet: Option<Id>,
    /// Foods that the person likes or does not want.
    pub likes: BTreeMap<Id, bool>,
}

impl Person {
    /// Reads the profile out of the log.
    #[must_use]
    pub fn from_log(log: &Log) -> Self {
        let mut person = Self::default();
        for told in log.told() {
            if let Body::Fact(fact) = &told.body {
                person.learn(fact, told.moment.local().date());
            }
        }
        person
    }

    fn learn(&mut self, fact: &Fact, answered: Date) {
        match fact {
            Fact::BirthYear { year } => self.birth_year = Some(*year),
            Fact::Sex { sex } => self.sex = Some(*sex),
            Fact::Height { centimetres } => self.height_cm = Some(centimetres.get()),
            Fact::Weight { kilograms } => self.weight_kg = Some(kilograms.get()),
            Fact::Hemisphere { hemisphere } => self.hemisphere = Some(*hemisphere),
            Fact::Bedtime { at } => self.bedtime = Some(*at),
            Fact::Rising { at } => self.rising = Some(*at),
            Fact::Pregnancy { pregnant, due } => {
                let before = self.pregnancy.replace(Pregnancy {
                    pregnant: *pregnant,
                    due: *due,
                    answered,
                });
                self.former_pregnancies.extend(before);
            }
            Fact::Condition {
                condition,
                present,
                since,
            } => {
                let steps = self.conditions.entry(condition.clone()).or_default();
                take_step(
                    steps,
                    Step {
                        since: *since,
                        present: *present,
                    },
                );
            }
            Fact::Medicine {
                medicine,
                taking,
                since,
                dose,
            } => {
                let course = self.medicines.entry(medicine.clone()).or_default();
                take_step(
                    &mut course.steps,
                    Step {
                        since: *since,
                        present: *taking,
                    },
                );
                if dose.is_some() {
                    course.dose.clone_from(dose);
                }
            }
            Fact::Dose { medicine, dose } => {
                match dose {
                    Some(dose) => self.doses.insert(medicine.clone(), *dose),
                    None => self.doses.remove(medicine),
                };
            }
            Fact::MedicinesComplete { complete } => self.medicines_complete = Some(*complete),
            Fact::Flag {
                flag,
                present,
                seen,
            } => {
                self.flags.insert(
                    flag.clone(),
                    FlagAnswer {
                        present: *present,
                        seen: *seen,
                        answered,
                    },
                );
            }
            Fact::Questionnaire {
                questionnaire,
                answers,
            } => {
                self.questionnaires.insert(
                    questionnaire.clone(),
                    Answers {
                        chosen: answers.clone(),
                        answered,
                    },
                );
            }
            Fact::Allergies { to } => self.allergies = Some(to.clone()),
            Fact::Diet { diet } => self.diet = Some(diet.clone()),
            Fact::Liking { food, likes } => {
                self.likes.insert(food.clone(), *likes);
            }
            Fact::Lab {
                test,
                value,
                unit,
                taken,
            } => {
                self.labs.push(Lab {
                    test: test.clone(),
                    value: *value,
                    unit: unit.clone(),
                    taken: *taken,
                });
                self.labs
                    .sort_by(|a, b| (a.taken, &a.test).cmp(&(b.taken, &b.test)));
            }
        }
    }

    /// Whether the person has the condition now: `None` when nobody asked.
    #[must_use]
    pub fn has(&self, condition: &str) -> Option<bool> {
        self.conditions
            .get(condition)
            .and_then(|steps| steps.last())
            .map(|step| step.present)
    }

    /// Age in whole years on a day, give or take the birthday: `None` when unknown.
    #[must_use]
    pub fn age_on(&self, day: Date) -> Option<u32> {
        let born = i32::from(self.birth_year?);
        u32::try_from(i32::from(day.year()) - born).ok()
    }

    /// The medicines taken now.
    pub fn taking(&self) -> impl Iterator<Item = (&Id, &Course)> {
        self.medicines
            .iter()
            .filter(|(_, course)| course.steps.last().is_some_and(|step| step.present))
    }

    /// How much of a medicine is taken now, in words: counted where it can be, else as the person said it.
    #[must_use]
    pub fn dose_in_words(&self, medicine: &str) -> Option<Sentence> {
        match self.doses.get(medicine) {
            Some(dose) => Some(dose.sentence()),
            None => {
                let words = self.medicines.get(medicine)?.dose.as_ref()?;
                Some(Sentence::text(words.as_str()))
            }
        }
    }

    /// Pregnant on a day: `None` when nobody asked, when the due date passed more than two weeks ago without a new answer,
    /// or when a pregnancy without a due date was told of more than 42 weeks ago.
    #[must_use]
    pub fn pregnant_on(&self, day: Date) -> Option<bool> {
        let pregnancy = self.pregnancy.as_ref()?;
        let days_since =
            |earlier| NightId::of_evening(day).days_since(NightId::of_evening(earlier));
        let over = match pregnancy.due {
            Some(due) => days_since(due) > 14,
            None => days_since(pregnancy.answered) > 42 * 7,
        };
        if pregnancy.pregnant && over {
            None
        } else {
            Some(pregnancy.pregnant)
        }
    }
}

/// Whether the fact held on a day: `None` when nothing was told. Before a first step that has a date, the opposite held.
#[must_use]
pub fn held_on(steps: &[Step], day: Date) -> Option<bool> {
    let begun = |step: &&Step| step.since.is_none_or(|since| since <= day);
    match steps.iter().rev().find(begun) {
        Some(step) => Some(step.present),
        None => steps.first().map(|step| !step.present),
    }
}

/// Adds what was told next. It holds from its day on, whatever was told before about later days. Saying again what is known
/// already changes nothing, except that a day may be given to a state that had none; without a day, something new replaces
/// all that was told before.
fn take_step(steps: &mut Vec<Step>, step: Step) {
    let Some(day) = step.since else {
        if steps.last().is_none_or(|last| last.present != step.present) {
            *steps = vec![step];
        }
        return;
    };
    steps.retain(|other| other.since.is_none_or(|since| since < day));
    match steps.last_mut() {
        Some(last) if last.present == step.present => last.since = last.since.or(step.since),
        _ => steps.push(step),
    }
}
