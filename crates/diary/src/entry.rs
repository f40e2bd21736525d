//! One thing the person told us: a cramp, a morning answer, an exposure, a profile fact; or a change of an earlier one.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::measure::{Amount, Count, Id, Minutes, Score, Text};
use crate::time::{Moment, NightId};

/// The identity of an entry: a UUID version 7, which sorts by the time it was made.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Uuid", into = "Uuid")]
pub struct EntryId(Uuid);

/// An id that is not a version 7 UUID.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an entry id: it must be a UUID of version 7.")]
pub struct NotAnEntryId(pub String);

impl EntryId {
    /// Makes an id from the instant at which it is made and 10 random bytes.
    #[must_use]
    pub fn new(made_at: Timestamp, random: [u8; 10]) -> Self {
        let millis = u64::try_from(made_at.as_millisecond()).unwrap_or(0);
        Self(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// The 16 bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }
}

impl TryFrom<Uuid> for EntryId {
    type Error = NotAnEntryId;
    fn try_from(uuid: Uuid) -> Result<Self, NotAnEntryId> {
        if uuid.get_version_num() == 7 { Ok(Self(uuid)) } else { Err(NotAnEntryId(uuid.to_string())) }
    }
}

impl From<EntryId> for Uuid {
    fn from(id: EntryId) -> Self {
        id.0
    }
}

impl std::str::FromStr for EntryId {
    type Err = NotAnEntryId;
    fn from_str(text: &str) -> Result<Self, NotAnEntryId> {
        Uuid::parse_str(text).map_err(|_| NotAnEntryId(text.to_owned()))?.try_into()
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EntryId({})", self.0)
    }
}

/// One immutable line of the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Its identity; the same id with the same content is the same entry.
    pub id: EntryId,
    /// When the thing told about happened (a cramp struck, a question was answered, a change was made).
    #[serde(flatten)]
    pub moment: Moment,
    /// What was told, or what is changed.
    #[serde(flatten)]
    pub act: Act,
}

/// What an entry does to the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case")]
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
}

/// A cramp; every detail is optional.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cramp {
    /// Which leg.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// Which muscle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub muscle: Option<Muscle>,
    /// Worst pain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pain: Option<Score>,
    /// When it let go, not before the entry's moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended: Option<Timestamp>,
    /// The person's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Left, right or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Side {
    Left,
    Right,
    Both,
}

/// The muscle that knotted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Muscle {
    Calf,
    Foot,
    Toes,
    FrontThigh,
    BackThigh,
    Elsewhere,
}

/// The morning's answer about one night. Absent fields were not answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

/// How much of a factor there was on a day (the day before the night of the same date).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

/// An answer to a factor's question.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
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

/// Something about the person. A later fact about the same thing takes the place of an earlier one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
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

/// An entry that contradicts itself or the clock.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum BadEntry {
    #[error("This cramp would be in the future ({at}). Check the time, and the clock of this device.")]
    InTheFuture { at: Timestamp },
    #[error("The cramp would end ({ended}) before it began ({began}).")]
    EndsBeforeItBegins { began: Timestamp, ended: Timestamp },
    #[error("{night} has not begun yet: the latest night you can answer for is {latest}.")]
    NightToCome { night: NightId, latest: NightId },
    #[error("The year of birth is {year}: it must be from {low} to {high}.")]
    BirthYear { year: i16, low: i16, high: i16 },
}

/// How far a device's clock may run ahead before its entries are refused: 10 minutes.
pub const CLOCK_TOLERANCE: jiff::SignedDuration = jiff::SignedDuration::from_mins(10);

impl Entry {
    /// Checks what can be checked without the rest of the log, at the instant `now`.
    ///
    /// # Errors
    /// [`BadEntry`]: in the future beyond [`CLOCK_TOLERANCE`], a cramp that ends before it begins, a night that has not
    /// begun, an impossible year of birth.
    pub fn check(&self, now: Timestamp) -> Result<(), BadEntry> {
        let latest_instant = now.saturating_add(CLOCK_TOLERANCE).unwrap_or(now);
        if self.moment.at > latest_instant {
            return Err(BadEntry::InTheFuture { at: self.moment.at });
        }
        let (Act::Tell { body } | Act::Replace { body, .. }) = &self.act else { return Ok(()) };
        let latest = Moment::new(latest_instant, self.moment.zone.clone()).night();
        let begun = |night: NightId| {
            if night > latest { Err(BadEntry::NightToCome { night, latest }) } else { Ok(()) }
        };
        match body {
            Body::Cramp(cramp) => match cramp.ended {
                Some(ended) if ended < self.moment.at => {
                    Err(BadEntry::EndsBeforeItBegins { began: self.moment.at, ended })
                }
                Some(ended) if ended > latest_instant => Err(BadEntry::InTheFuture { at: ended }),
                _ => Ok(()),
            },
            Body::Morning(morning) => begun(morning.night),
            Body::Exposure(exposure) => begun(exposure.day),
            Body::Fact(Fact::BirthYear { year }) => {
                let high = self.moment.local().year();
                let low = high - 120;
                if (low..=high).contains(year) { Ok(()) } else { Err(BadEntry::BirthYear { year: *year, low, high }) }
            }
            Body::Fact(_) => Ok(()),
        }
    }
}
