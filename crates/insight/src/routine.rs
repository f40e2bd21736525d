//! Guided routines for this person: whether one may be offered, how far it has grown, and what doing it writes down.

use diary::entry::Answer;
use diary::{Amount, Night, NightId, Person};
use knowledge::{Done, Pose, Routine, Week};
use texts::Sentence;

use crate::facts::Facts;
use crate::plan::{Missing, Plan, Warning, questions_about, under_18};
use crate::safety::{self, Verdict};
use crate::triage;

/// Days without it after which a routine begins again with its first week (our judgement).
const PAUSE_DAYS: i32 = 14;

/// Whether a routine may be shown to a person.
#[derive(Clone, Debug, PartialEq)]
pub enum Offer {
    /// It may, with these warnings.
    Offered {
        /// What must be shown with it.
        warnings: Vec<Warning>,
    },
    /// A red flag comes first.
    HelpFirst,
    /// It is not for this person.
    NotForYou {
        /// Why, and what to do instead.
        says: Vec<Sentence>,
        /// What about the person makes it so.
        because: Vec<Sentence>,
        /// The routine to do instead.
        instead: Option<&'static Routine>,
    },
    /// Something must be known first.
    Asks {
        /// The questions.
        missing: Vec<Missing>,
        /// The routine to do until then.
        instead: Option<&'static Routine>,
    },
}

/// Whether a routine may be shown to a person whose plan is known. It passes every safety rule of its remedy, and its own.
#[must_use]
pub fn offer(routine: &'static Routine, person: &Person, plan: &Plan, today: NightId) -> Offer {
    if triage::silences_advice(&plan.raised) {
        return Offer::HelpFirst;
    }
    let facts = Facts::of(person, today.evening());
    if facts.may_be_minor() {
        return Offer::NotForYou {
            says: vec![under_18()],
            because: Vec::new(),
            instead: None,
        };
    }
    // What is offered instead passes the same gate; no chain of them is followed.
    let instead = routine
        .instead
        .and_then(knowledge::routine)
        .filter(|other| matches!(gate(other, &facts, None), Offer::Offered { .. }));
    gate(routine, &facts, instead)
}

fn gate(routine: &'static Routine, facts: &Facts, instead: Option<&'static Routine>) -> Offer {
    let Some(remedy) = knowledge::remedy(routine.remedy) else {
        return Offer::NotForYou {
            says: Vec::new(),
            because: Vec::new(),
            instead,
        };
    };
    let (mut open, warnings) = match safety::check(remedy, facts) {
        Verdict::Blocked { rules } => {
            return Offer::NotForYou {
                says: rules
                    .iter()
                    .map(|rule| Sentence::known(rule.message))
                    .collect(),
                because: facts.reasons(&rules),
                instead: None,
            };
        }
        Verdict::NeedsFacts {
            facts, warnings, ..
        } => (facts, warnings),
        Verdict::Allowed { warnings } => (Vec::new(), warnings),
    };
    match facts.any(routine.unless) {
        Some(true) => {
            return Offer::NotForYou {
                says: vec![Sentence::known(routine.unless_says)],
                because: facts.why(routine.unless),
                instead,
            };
        }
        Some(false) => {}
        None => open.extend(
            routine
                .unless
                .iter()
                .filter(|&&trigger| facts.holds(trigger).is_none()),
        ),
    }
    if open.is_empty() {
        Offer::Offered { warnings }
    } else {
        Offer::Asks {
            missing: questions_about(&[(remedy, &open)]),
            instead,
        }
    }
}

/// The week that a person is in, from 1: counted from the first day of the present run, which a pause ends.
#[must_use]
pub fn week(routine: &Routine, nights: &[Night], today: NightId) -> u32 {
    let Some(done) = routine.done else {
        return 1;
    };
    let days = nights
        .iter()
        .filter(|night| night.id <= today && is_done(&done, night))
        .map(|night| night.id);
    let mut run: Option<(NightId, NightId)> = None;
    for day in days {
        run = match run {
            Some((first, last)) if day.days_since(last) <= PAUSE_DAYS => Some((first, day)),
            _ => Some((day, day)),
        };
    }
    match run {
        Some((first, last)) if today.days_since(last) <= PAUSE_DAYS => {
            1 + today.days_since(first).unsigned_abs() / 7
        }
        _ => 1,
    }
}

/// The answer that doing it writes into the log.
#[must_use]
pub fn answer(done: &Done) -> Option<Answer> {
    if knowledge::factor(done.factor)?.unit == "yes/no" {
        return Some(Answer::YesNo(done.answer > 0.0));
    }
    Amount::new(done.answer).ok().map(Answer::Amount)
}

/// Whether a day's answer says that it was done, or more than that.
fn is_done(done: &Done, night: &Night) -> bool {
    let reference = knowledge::factor(done.factor).map_or(0.0, |factor| factor.reference);
    night.exposures.get(done.factor).is_some_and(|told| {
        let value = told.answer.value();
        if done.answer > reference {
            value >= done.answer
        } else {
            value <= done.answer
        }
    })
}

/// What the routine asks in a week.
#[must_use]
pub fn stage(routine: &Routine, week: u32) -> Option<&'static Week> {
    routine.weeks.iter().rfind(|stage| stage.from <= week)
}

/// The steps as they are in a week.
#[must_use]
pub fn poses(routine: &Routine, week: u32) -> Vec<Pose> {
    let reached = || routine.weeks.iter().filter(|stage| stage.from <= week);
    let hold = reached().filter_map(|stage| stage.hold_seconds).next_back();
    let repetitions = reached().filter_map(|stage| stage.repetitions).next_back();
    routine
        .steps
        .iter()
        .map(|pose| {
            if pose.grows {
                Pose {
                    hold_seconds: hold.or(pose.hold_seconds),
                    repetitions: repetitions.unwrap_or(pose.repetitions),
                    ..*pose
                }
            } else {
                *pose
            }
        })
        .collect()
}
