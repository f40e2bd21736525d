//! What is fixed before a trial's first night, and the hash that shows it was not changed since.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::measure::Text;
use crate::time::NightId;

use super::Subject;

/// One of the two things that take turns: A is under test, B is what it is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Arm {
    A,
    B,
}

impl Arm {
    /// The letter.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::A => 'A',
            Self::B => 'B',
        }
    }
}

/// The arm of every night of a trial, in order: at least one and at most [`Schedule::LONGEST`].
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Schedule(Vec<Arm>);

/// A text that is not a schedule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a schedule: it must be 1 to {max} letters A or B.", max = Schedule::LONGEST)]
pub struct NotASchedule(pub String);

impl Schedule {
    /// Most nights of a trial: two years.
    pub const LONGEST: usize = 730;

    /// A schedule of these arms.
    ///
    /// # Errors
    /// [`NotASchedule`] when it has no night or more than [`Self::LONGEST`].
    pub fn new(arms: Vec<Arm>) -> Result<Self, NotASchedule> {
        if (1..=Self::LONGEST).contains(&arms.len()) {
            Ok(Self(arms))
        } else {
            Err(NotASchedule(format!("{} nights", arms.len())))
        }
    }

    /// The arms, night by night.
    #[must_use]
    pub fn arms(&self) -> &[Arm] {
        &self.0
    }
}

impl TryFrom<String> for Schedule {
    type Error = NotASchedule;
    fn try_from(text: String) -> Result<Self, NotASchedule> {
        let arm = |letter| match letter {
            'A' => Some(Arm::A),
            'B' => Some(Arm::B),
            _ => None,
        };
        let arms: Option<Vec<Arm>> = text.chars().map(arm).collect();
        match arms.map(Self::new) {
            Some(Ok(schedule)) => Ok(schedule),
            _ => Err(NotASchedule(text.chars().take(40).collect())),
        }
    }
}

impl From<Schedule> for String {
    fn from(schedule: Schedule) -> Self {
        schedule.to_string()
    }
}

impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|arm| write!(f, "{}", arm.letter()))
    }
}

impl fmt::Debug for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Schedule({self})")
    }
}

/// Where the random numbers of a schedule began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TrialSeed(pub u64);

/// How the nights are divided: `pairs` pairs of periods of `period_nights` nights each, one of either arm in a pair, in an
/// order that chance decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// Nights of one period.
    pub period_nights: u16,
    /// Pairs of periods.
    pub pairs: u16,
    /// Nights at the beginning of a period that are left out of the answer: until A works, and until it has worn off.
    pub left_out: u16,
}

impl Layout {
    /// Nights in all.
    #[must_use]
    pub fn nights(self) -> usize {
        2 * usize::from(self.period_nights) * usize::from(self.pairs)
    }
}

/// What is done in either arm, in a word or two and in full.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arms {
    /// Arm A in a word or two.
    pub a_label: Text,
    /// What to do in arm A.
    pub a: Text,
    /// Arm B in a word or two.
    pub b_label: Text,
    /// What to do in arm B.
    pub b: Text,
}

/// All that is fixed before the first night. Its written form is hashed, so its fields keep their order for ever.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// What is tested.
    pub subject: Subject,
    /// What is done.
    pub arms: Arms,
    /// The first night.
    pub first_night: NightId,
    /// How the nights are divided.
    pub layout: Layout,
    /// The seed of the schedule.
    pub seed: TrialSeed,
    /// The named generator that turns the seed into the schedule.
    pub generator: Text,
    /// The arm of every night.
    pub schedule: Schedule,
    /// The analysis, fixed now: outcome, direction, model, what counts as an answer, when results are looked at.
    pub analysis: Text,
    /// Nights after which results are looked at; the last is the end.
    pub looks: Vec<u16>,
    /// Why to stop before the end.
    pub stop_rules: Vec<Text>,
    /// Version of the statistics.
    pub engine: Text,
    /// Version of the knowledge.
    pub knowledge: Text,
}

impl Record {
    /// SHA-256 of the written form, in lower-case hexadecimal digits.
    #[must_use]
    pub fn hash(&self) -> String {
        // The record's types always become JSON; an empty text would only fail to match.
        let written = serde_json::to_string(self).unwrap_or_default();
        let digest = Sha256::digest(written.as_bytes());
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Why the record contradicts itself, in words; `None` when it does not.
    #[must_use]
    pub fn contradiction(&self) -> Option<String> {
        let nights = self.schedule.arms().len();
        let planned = self.layout.nights();
        if nights != planned {
            return Some(format!(
                "the schedule has {nights} nights and the plan {planned}"
            ));
        }
        if self.layout.left_out >= self.layout.period_nights {
            return Some(format!(
                "each period has {} nights, and {} of them are left out",
                self.layout.period_nights, self.layout.left_out
            ));
        }
        let period = usize::from(self.layout.period_nights);
        let uneven = self.schedule.arms().chunks(2 * period).any(|pair| {
            let (first, second) = pair.split_at(period);
            let whole = |arms: &[Arm]| arms.iter().all(|arm| Some(arm) == arms.first());
            !whole(first) || !whole(second) || first.first() == second.first()
        });
        if uneven {
            return Some("its schedule is not made of pairs of one A and one B period".to_owned());
        }
        let ascending = self.looks.is_sorted_by(|one, next| one < next);
        if !ascending || self.looks.last().map(|&night| usize::from(night)) != Some(nights) {
            return Some("the looks at results do not end with its last night".to_owned());
        }
        None
    }
}

/// A record under its hash.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registration {
    /// What was fixed.
    pub record: Record,
    /// SHA-256 of the record's written form, as it was when it was registered.
    pub hash: String,
}

impl Registration {
    /// Seals a record.
    #[must_use]
    pub fn seal(record: Record) -> Self {
        let hash = record.hash();
        Self { record, hash }
    }

    /// Whether the record is still what was hashed.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        self.hash == self.record.hash()
    }
}
