//! Where a trial stands on a day.

use diary::NightId;
use diary::trial::{PauseReason, StopReason};

use super::calendar::{Turn, calendar};
use super::course::Course;

/// Where a trial stands. Only a running one has an instruction.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// Registered; until its first night the diary is kept as always.
    RunIn {
        /// The first night.
        begins: NightId,
    },
    /// Under way.
    Running {
        /// Today's turn.
        turn: Turn,
    },
    /// It waits.
    Paused {
        /// Since this day.
        since: NightId,
        /// Why.
        why: PauseReason,
    },
    /// Every night had its turn.
    Finished {
        /// The last night.
        last: NightId,
    },
    /// It ended before its time.
    Stopped {
        /// The first day that did not count any more.
        from: NightId,
        /// Why.
        why: StopReason,
    },
}

impl Standing {
    /// Whether more nights are to come.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(
            self,
            Self::RunIn { .. } | Self::Running { .. } | Self::Paused { .. }
        )
    }

    /// The word used in files and addresses.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::RunIn { .. } => "run-in",
            Self::Running { .. } => "running",
            Self::Paused { .. } => "paused",
            Self::Finished { .. } => "finished",
            Self::Stopped { .. } => "stopped",
        }
    }
}

/// Where a trial stands on the day `today`.
#[must_use]
pub fn standing(course: &Course, today: NightId) -> Standing {
    if let Some(stop) = &course.stopped {
        return Standing::Stopped {
            from: stop.from,
            why: stop.why,
        };
    }
    let turns = calendar(course);
    if let Some(last) = turns.last()
        && turns.len() == course.record().schedule.arms().len()
        && last.night < today
    {
        return Standing::Finished { last: last.night };
    }
    if let Some(pause) = course
        .pauses
        .iter()
        .find(|pause| pause.from <= today && pause.until.is_none_or(|until| today < until))
    {
        return Standing::Paused {
            since: pause.from,
            why: pause.why,
        };
    }
    match turns.iter().find(|turn| turn.night == today) {
        Some(turn) => Standing::Running { turn: *turn },
        None => Standing::RunIn {
            begins: course.record().first_night,
        },
    }
}
