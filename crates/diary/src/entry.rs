//! One thing the person told us: a cramp, a morning answer, an exposure, a profile fact; or a change of an earlier one.

use std::fmt;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::measure::{Amount, Count, Grams, Id, Minutes, Score, Text};
use crate::time::{Moment, NightId};
use crate::trial::Trial;

pub use crate::check::{AHEAD_MOST, BACKDATED_MOST, BadEntry, CLOCK_TOLERANCE, EARLIEST, LATEST};
pub use crate::cramp::{Cramp, Helped, Muscle, Position, Side};
pub use crate::entry_id::{EntryId, NotAnEntryId};
pub use crate::fact::{Fact, Hemisphere, Sex};

/// One immutable line of the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "crate::written::Line", into = "crate::written::Line")]
pub struct Entry {
    /// Its identity; the same id with the same content is the same entry.
    pub id: EntryId,
    /// When the thing told about happened (a cramp struck, a question was answered, a change was made).
    pub moment: Moment,
    /// What was told, or what is changed.
    pub act: Act,
}

/// What an entry does to the log.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Tells something new.
    Tell {
        /// What.
        body: Body,
    },
    /// Corrects an earlier entry: its moment and body are replaced by this entry's.
    Replace {
        /// The entry that is corrected.
        target: EntryId,
        /// What holds instead.
        body: Body,
    },
    /// Takes an earlier entry back.
    Retract {
        /// The entry that no longer holds.
        target: EntryId,
    },
    /// Takes an earlier entry back and removes its content for good; a tombstone with its id stays.
    Erase {
        /// The entry whose content goes.
        target: EntryId,
    },
    /// The tombstone of an erased entry.
    Erased,
}

/// What a person can tell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Body {
    /// A cramp struck at the entry's moment.
    Cramp(Cramp),
    /// The morning's answer about a whole night.
    Morning(Morning),
    /// How much of a factor there was on a day.
    Exposure(Exposure),
    /// Something about the person.
    Fact(Fact),
    /// Something about a randomised self-experiment.
    Trial(Trial),
    /// Something was eaten or drunk at the entry's moment.
    Food(Food),
}

/// The morning's answer about one night. Absent fields were not answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Morning {
    /// The night it is about.
    pub night: NightId,
    /// How many cramps; 0 is an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cramps: Option<Count>,
    /// Minutes of cramp in all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<Minutes>,
    /// Worst pain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain: Option<Score>,
    /// How much sleep was disturbed by cramps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sleep_lost: Option<Score>,
    /// Soreness of the muscle next day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub soreness: Option<Score>,
    /// Tiredness next day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tiredness: Option<Score>,
    /// The person's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl Morning {
    /// A morning after this night without a single answer.
    #[must_use]
    pub const fn silent(night: NightId) -> Self {
        Self {
            night,
            cramps: None,
            minutes: None,
            pain: None,
            sleep_lost: None,
            soreness: None,
            tiredness: None,
            note: None,
        }
    }
}

/// How much of a factor there was on a day (the day before the night of the same date).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exposure {
    /// The day.
    pub day: NightId,
    /// The factor.
    pub factor: Id,
    /// Yes, no or how much.
    pub answer: Answer,
    /// How the answer came about.
    #[serde(default, skip_serializing_if = "Origin::is_asked")]
    pub origin: Origin,
}

/// What was eaten or drunk, and how much.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Food {
    /// Which food or drink.
    pub food: Id,
    /// How much.
    pub grams: Grams,
    /// The household portion that it was told as, such as “1 slice”.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub portion: Option<Text>,
}

/// An answer to a factor's question.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// Yes or no.
    YesNo(bool),
    /// An amount in the factor's unit.
    Amount(Amount),
}

impl Answer {
    /// The exposure as a number: 0 or 1 for no and yes, else the amount.
    #[must_use]
    pub fn value(self) -> f64 {
        match self {
            Self::YesNo(yes) => f64::from(u8::from(yes)),
            Self::Amount(amount) => amount.get(),
        }
    }
}

impl<'de> Deserialize<'de> for Answer {
    // By hand: the derived one would not say what was wrong with the value.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnswerVisitor)
    }
}

struct AnswerVisitor;

impl Visitor<'_> for AnswerVisitor {
    type Value = Answer;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("yes or no as true or false, or an amount as a number")
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Answer, E> {
        Ok(Answer::YesNo(value))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Answer, E> {
        Amount::new(value).map(Answer::Amount).map_err(E::custom)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Answer, E> {
        self.visit_f64(value as f64)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Answer, E> {
        self.visit_f64(value as f64)
    }
}

/// Where an answer comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The person answered the question.
    #[default]
    Asked,
    /// The person confirmed what “same as usual” proposed.
    ConfirmedUsual,
    /// Read from a file.
    Imported,
}

impl Origin {
    fn is_asked(&self) -> bool {
        *self == Self::Asked
    }
}
