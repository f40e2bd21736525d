//! What may be told about a trial, given where it stands: each change is made here or refused with a sentence.

use diary::trial::{Followed, Guess, PauseReason, StopReason};
use diary::{NightId, Text, Trial};
use jiff::civil::Date;
use texts::Sentence;

use super::calendar::calendar;
use super::course::Course;
use super::state::{Standing, standing};
use super::together::same_thing;
use super::words;

/// Why a change of a trial makes no sense.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[expect(missing_docs, reason = "the sentences say it")]
#[error("{}", self.sentence())]
pub enum ChangeError {
    Over { name: Sentence },
    PausedAlready { name: Sentence, since: Date },
    NotPaused { name: Sentence },
    NotBegun { name: Sentence, begins: Date },
    NotItsDay { name: Sentence, day: Date },
    PausedThen { name: Sentence, day: Date },
    OnTrialAlready { name: Sentence },
}

impl ChangeError {
    /// Why, in a plain sentence.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let of = |key, name: &Sentence| Sentence::of(key).with("name", name.clone());
        let on = |day: &Date| Sentence::text(day.to_string());
        match self {
            Self::Over { name } => of("change-over", name),
            Self::PausedAlready { name, since } => {
                of("change-paused-already", name).with("since", on(since))
            }
            Self::NotPaused { name } => of("change-not-paused", name),
            Self::NotBegun { name, begins } => {
                of("change-not-begun", name).with("begins", on(begins))
            }
            Self::NotItsDay { name, day } => of("change-not-its-day", name).with("day", on(day)),
            Self::PausedThen { name, day } => of("change-paused-then", name).with("day", on(day)),
            Self::OnTrialAlready { name } => of("change-on-trial-already", name),
        }
    }
}

fn name(course: &Course) -> Sentence {
    words::name(&course.record().subject)
}

/// Makes the trial wait from a day on.
///
/// # Errors
/// [`ChangeError`] when it is over, has not begun, or waits already.
pub fn pause(
    course: &Course,
    from: NightId,
    why: PauseReason,
    today: NightId,
) -> Result<Trial, ChangeError> {
    let name = name(course);
    match standing(course, today) {
        Standing::Finished { .. } | Standing::Stopped { .. } => Err(ChangeError::Over { name }),
        Standing::RunIn { begins } => Err(ChangeError::NotBegun {
            name,
            begins: begins.evening(),
        }),
        Standing::Paused { since, .. } => Err(ChangeError::PausedAlready {
            name,
            since: since.evening(),
        }),
        Standing::Running { .. }
            if course.is_paused_on(from) || from < course.record().first_night =>
        {
            Err(ChangeError::NotItsDay {
                name,
                day: from.evening(),
            })
        }
        Standing::Running { .. } => Ok(Trial::Paused {
            trial: course.id,
            from,
            why,
        }),
    }
}

/// Makes the trial go on from a day on.
///
/// # Errors
/// [`ChangeError`] when it does not wait.
pub fn resume(course: &Course, from: NightId, today: NightId) -> Result<Trial, ChangeError> {
    match standing(course, today) {
        Standing::Paused { since, .. } if from >= since => Ok(Trial::Resumed {
            trial: course.id,
            from,
        }),
        Standing::Paused { .. } => Err(ChangeError::NotItsDay {
            name: name(course),
            day: from.evening(),
        }),
        Standing::Finished { .. } | Standing::Stopped { .. } => {
            Err(ChangeError::Over { name: name(course) })
        }
        Standing::RunIn { .. } | Standing::Running { .. } => {
            Err(ChangeError::NotPaused { name: name(course) })
        }
    }
}

/// Ends the trial before its time.
///
/// # Errors
/// [`ChangeError::Over`] when it is over.
pub fn stop(
    course: &Course,
    from: NightId,
    why: StopReason,
    note: Option<Text>,
    today: NightId,
) -> Result<Trial, ChangeError> {
    if standing(course, today).is_open() {
        Ok(Trial::Stopped {
            trial: course.id,
            from,
            why,
            note,
        })
    } else {
        Err(ChangeError::Over { name: name(course) })
    }
}

/// Whether the instruction of a day was followed.
///
/// # Errors
/// [`ChangeError`] when the trial gave no instruction on that day.
pub fn adherence(course: &Course, day: NightId, followed: Followed) -> Result<Trial, ChangeError> {
    has_turn(course, day)?;
    Ok(Trial::Adherence {
        trial: course.id,
        day,
        followed,
    })
}

/// A guess of the arm of the period in which a day lies.
///
/// # Errors
/// [`ChangeError`] when the trial gave no instruction on that day.
pub fn guess(course: &Course, day: NightId, guess: Guess) -> Result<Trial, ChangeError> {
    has_turn(course, day)?;
    Ok(Trial::Guess {
        trial: course.id,
        day,
        guess,
    })
}

fn has_turn(course: &Course, day: NightId) -> Result<(), ChangeError> {
    let name = name(course);
    if calendar(course).iter().any(|turn| turn.night == day) {
        Ok(())
    } else if course.is_paused_on(day) {
        Err(ChangeError::PausedThen {
            name,
            day: day.evening(),
        })
    } else {
        Err(ChangeError::NotItsDay {
            name,
            day: day.evening(),
        })
    }
}

/// Whether a new trial of the same thing may be registered beside these.
///
/// # Errors
/// [`ChangeError::OnTrialAlready`] when one of them is of the same remedy, or of the same own thing, and not over.
pub fn may_start(
    courses: &[Course],
    subject: &diary::trial::Subject,
    today: NightId,
) -> Result<(), ChangeError> {
    let same = |course: &&Course| {
        same_thing(&course.record().subject, subject) && standing(course, today).is_open()
    };
    match courses.iter().find(same) {
        Some(course) => Err(ChangeError::OnTrialAlready { name: name(course) }),
        None => Ok(()),
    }
}
