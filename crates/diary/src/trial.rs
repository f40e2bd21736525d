//! A randomised self-experiment as the log tells it: its registration, and what happened on its days.
//!
//! A trial is named by the id of the entry that registers it; every other event names that id.

mod record;

use serde::{Deserialize, Serialize};

use crate::entry::EntryId;
use crate::measure::{Id, Text};
use crate::time::NightId;

pub use record::{Arm, Arms, Layout, NotASchedule, Record, Registration, Schedule, TrialSeed};

/// Something that happened to a trial.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Trial {
    /// It was registered: all that was fixed before its first night.
    Registered(Box<Registration>),
    /// Whether the day's instruction was followed.
    Adherence {
        /// The registration's id.
        trial: EntryId,
        /// The day, and the night that follows.
        day: NightId,
        /// How far.
        followed: Followed,
    },
    /// Which arm the person, who does not know, believes they were in.
    Guess {
        /// The registration's id.
        trial: EntryId,
        /// The last day of the period that the guess is about.
        day: NightId,
        /// The guess.
        guess: Guess,
    },
    /// The trial waits from a day on.
    Paused {
        /// The registration's id.
        trial: EntryId,
        /// The first day that does not count.
        from: NightId,
        /// Why.
        why: PauseReason,
    },
    /// The trial goes on where it waited.
    Resumed {
        /// The registration's id.
        trial: EntryId,
        /// The first day that counts again.
        from: NightId,
    },
    /// The trial ends before its time.
    Stopped {
        /// The registration's id.
        trial: EntryId,
        /// The first day that does not count any more.
        from: NightId,
        /// Why.
        why: StopReason,
        /// The person's own words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Text>,
    },
    /// Results were looked at.
    Looked {
        /// The registration's id.
        trial: EntryId,
        /// The last night that the look took in.
        through: NightId,
        /// As planned, or before.
        look: Look,
    },
}

impl Trial {
    /// The trial that an event belongs to; `None` for the registration itself, whose entry's id names it.
    #[must_use]
    pub fn of(&self) -> Option<EntryId> {
        match self {
            Self::Registered(_) => None,
            Self::Adherence { trial, .. }
            | Self::Guess { trial, .. }
            | Self::Paused { trial, .. }
            | Self::Resumed { trial, .. }
            | Self::Stopped { trial, .. }
            | Self::Looked { trial, .. } => Some(*trial),
        }
    }

    /// The day that an event is about.
    #[must_use]
    pub fn day(&self) -> NightId {
        match self {
            Self::Registered(registration) => registration.record.first_night,
            Self::Adherence { day, .. } | Self::Guess { day, .. } => *day,
            Self::Paused { from, .. } | Self::Resumed { from, .. } | Self::Stopped { from, .. } => {
                *from
            }
            Self::Looked { through, .. } => *through,
        }
    }
}

/// How far an instruction was followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Followed {
    /// As instructed.
    Yes,
    /// In part.
    Partly,
    /// Not, or the other arm's.
    No,
}

/// A guess of the arm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Guess {
    A,
    B,
    CannotTell,
}

/// Why a trial waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PauseReason {
    /// The person is ill.
    Illness,
    /// The person travels.
    Travel,
    /// A safety rule or a warning sign.
    Safety,
    /// Something else.
    Other,
}

/// Why a trial ends before its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StopReason {
    /// A stop rule of the trial.
    StopRule,
    /// A safety rule or a warning sign.
    Safety,
    /// The answer is clear already.
    Clear,
    /// It is too much trouble.
    Burden,
    /// Something else.
    Other,
}

/// Whether a look at results was planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Look {
    /// One of those that the registration names.
    Planned,
    /// Before its time; the price was told first.
    Peek,
}

/// The template of a trial and what the person calls it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// The template of the knowledge base.
    pub template: Id,
    /// The remedy under test; none for something of the person's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remedy: Option<Id>,
    /// What is tested, in words.
    pub name: Text,
}
