//! What was told about a trial, in words for the history.

use diary::Trial;
use diary::trial::{Arm, Followed, Guess, Layout, Look, PauseReason, Record, StopReason};

use super::telling;
use super::telling::rounded;
use crate::words::{all_of, counted, date};

/// What an event tells: “Trial registered: Calf stretch before bed, 70 nights from 4 May 2026”.
#[must_use]
pub fn told(event: &Trial) -> String {
    let on = |day: &diary::NightId| date(day.evening());
    match event {
        Trial::Registered(registration) => {
            let record = &registration.record;
            format!(
                "Trial registered: {}, {} from {}",
                record.subject.name.as_str(),
                counted(record.schedule.arms().len(), "night"),
                on(&record.first_night)
            )
        }
        Trial::Adherence { day, followed, .. } => {
            let followed = match followed {
                Followed::Yes => "followed",
                Followed::Partly => "followed in part",
                Followed::No => "not followed",
            };
            format!("Trial’s instruction of {}: {followed}", on(day))
        }
        Trial::Guess { guess, .. } => {
            let guess = match guess {
                Guess::A => "the one under test",
                Guess::B => "the other one",
                Guess::CannotTell => "can’t tell",
            };
            format!("Guess of what the trial gave: {guess}")
        }
        Trial::Paused { from, why, .. } => {
            format!("Trial waits from {}: {}", on(from), pause(*why))
        }
        Trial::Resumed { from, .. } => format!("Trial goes on from {}", on(from)),
        Trial::Stopped { from, why, .. } => {
            format!("Trial stopped on {}: {}", on(from), stop(*why))
        }
        Trial::Looked { through, look, .. } => {
            let look = match look {
                Look::Planned => "as planned",
                Look::Peek => "before its time",
            };
            format!(
                "Trial’s result looked at {look}, nights up to {}",
                on(through)
            )
        }
    }
}

/// Why a trial waits, in a few words.
#[must_use]
pub fn pause(why: PauseReason) -> &'static str {
    match why {
        PauseReason::Illness => "illness",
        PauseReason::Travel => "travel",
        PauseReason::Safety => "for your safety",
        PauseReason::Other => "something else",
    }
}

/// Why a trial was stopped, in a few words.
#[must_use]
pub fn stop(why: StopReason) -> &'static str {
    match why {
        StopReason::StopRule => "one of its stop rules",
        StopReason::Safety => "for your safety",
        StopReason::Clear => "the answer was clear",
        StopReason::Burden => "too much trouble",
        StopReason::Other => "something else",
    }
}

/// An arm's short label.
#[must_use]
pub fn label(record: &Record, arm: Arm) -> &str {
    match arm {
        Arm::A => record.arms.a_label.as_str(),
        Arm::B => record.arms.b_label.as_str(),
    }
}

/// A forecast chance in whole percents, in fives, since it is known no better: “15”, “less than 5”.
#[must_use]
pub fn percent(chance: f64) -> String {
    telling::percent(chance)
}

/// “35 pairs of nights”, “9 pairs of 4-night periods”.
#[must_use]
pub fn pairs(layout: Layout) -> String {
    let pairs = counted(layout.pairs.into(), "pair");
    match layout.period_nights {
        1 => format!("{pairs} of nights"),
        nights => format!("{pairs} of {nights}-night periods"),
    }
}

/// Odds above which nobody is told more digits.
const MOST_ODDS: f64 = 10_000.0;

/// The strength of evidence against one, or the trials in which chance gives something once: “32”, “1,400”, “more than
/// 10,000”.
#[must_use]
pub fn odds(value: f64) -> String {
    if value > MOST_ODDS {
        format!("more than {}", rounded(MOST_ODDS))
    } else if value < 10.0 {
        crate::words::number(libm::floor(10.0 * value) / 10.0)
    } else {
        rounded(value)
    }
}

/// A small probability as people say it: “1 of 2,000 trials”, “fewer than 1 of 10,000 trials”.
#[must_use]
pub fn one_of(p: f64) -> String {
    if p * MOST_ODDS < 1.0 {
        format!("fewer than 1 of {} trials", rounded(MOST_ODDS))
    } else {
        format!("1 of {} trials", rounded(1.0 / p))
    }
}

/// Outcomes of a night as they are asked: “how many cramps, how long, and how bad the worst pain was”.
#[must_use]
pub fn outcomes(ids: &[&str]) -> String {
    let words: Vec<String> = ids
        .iter()
        .map(|id| {
            match *id {
                "cramps" => "how many cramps you had",
                "minutes" => "how long they lasted",
                "pain" => "how bad the worst pain was",
                "sleep-lost" => "how much they disturbed your sleep",
                "soreness" => "how sore you are",
                "tiredness" => "how tired you are",
                other => other,
            }
            .to_owned()
        })
        .collect();
    all_of(&words)
}
