//! When results are shown: at the planned looks, at the end, and before only to who asks, with the price told.

use diary::NightId;
use diary::trial::{Look, Trial};
use texts::Sentence;

use super::calendar::calendar;
use super::course::Course;
use super::state::{Standing, standing};

/// Whether a result may be shown on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// The nights up to this one are shown.
    Open {
        /// The last night that is taken in.
        through: NightId,
    },
    /// Not before the next planned look.
    Hidden {
        /// The morning on which results are shown; `None` while the trial waits, since nobody knows.
        until: Option<NightId>,
    },
}

/// What looking early costs, told before it is done.
#[must_use]
pub fn price() -> Sentence {
    Sentence::of("look-price")
}

/// What may be shown on a day without asking: everything once the trial is over, else the nights up to the last planned look
/// that has come.
#[must_use]
pub fn access(course: &Course, today: NightId) -> Access {
    let turns = calendar(course);
    let over = matches!(
        standing(course, today),
        Standing::Finished { .. } | Standing::Stopped { .. }
    );
    if over && let Some(last) = turns.iter().rfind(|turn| turn.night < today) {
        return Access::Open {
            through: last.night,
        };
    }
    let ends: Vec<Option<NightId>> = course
        .record()
        .looks
        .iter()
        .map(|look| usize::from(*look).checked_sub(1))
        .map(|at| at.and_then(|at| turns.get(at)).map(|turn| turn.night))
        .collect();
    match ends.iter().flatten().rfind(|end| **end < today) {
        Some(end) => Access::Open { through: *end },
        None => Access::Hidden {
            until: ends.first().copied().flatten().map(NightId::next),
        },
    }
}

/// The last night that a look before its time takes in; `None` before the first night is over.
#[must_use]
pub fn peek(course: &Course, today: NightId) -> Option<NightId> {
    let turns = calendar(course);
    turns
        .iter()
        .rfind(|turn| turn.night < today)
        .map(|turn| turn.night)
}

/// The event that writes a look down; `None` when it was written down already.
#[must_use]
pub fn looked(course: &Course, through: NightId, look: Look) -> Option<Trial> {
    (!course.looks.contains(&(through, look))).then_some(Trial::Looked {
        trial: course.id,
        through,
        look,
    })
}
