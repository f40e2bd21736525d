//! What was told about a trial, in words for the history.

use diary::Trial;
use diary::trial::{Arm, Followed, Guess, Look, PauseReason, Record, StopReason};

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
