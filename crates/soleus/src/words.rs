//! Plain words for what is in the diary.

use diary::entry::{Answer, Fact};
use diary::{Body, Outcome};

/// “2 cramps”, “1 cramp”, “no cramps”.
pub(crate) fn cramps(count: u32) -> String {
    match count {
        0 => "no cramps".to_owned(),
        1 => "1 cramp".to_owned(),
        n => format!("{n} cramps"),
    }
}

/// What a night brought.
pub(crate) fn outcome(outcome: Outcome) -> String {
    match outcome {
        Outcome::Missing => "not answered".to_owned(),
        Outcome::AtLeast(n) => format!("at least {}", cramps(n)),
        Outcome::Exactly(n) => cramps(n),
    }
}

/// An answer to a factor's question.
pub(crate) fn answer(answer: Answer) -> String {
    match answer {
        Answer::YesNo(true) => "yes".to_owned(),
        Answer::YesNo(false) => "no".to_owned(),
        Answer::Amount(amount) => amount.get().to_string(),
    }
}

/// What an entry tells, without notes.
pub(crate) fn body(body: &Body) -> String {
    match body {
        Body::Cramp(_) => "a cramp".to_owned(),
        Body::Morning(morning) => match morning.cramps {
            Some(count) => format!(
                "the morning's answer for the night of {}: {}",
                morning.night,
                cramps(count.get())
            ),
            None => format!("the morning's answers for the night of {}", morning.night),
        },
        Body::Exposure(exposure) => format!(
            "{} on {}: {}",
            exposure.factor,
            exposure.day,
            answer(exposure.answer)
        ),
        Body::Fact(fact) => format!("the profile's {}", subject(fact)),
    }
}

/// What a fact is about.
fn subject(fact: &Fact) -> String {
    match fact {
        Fact::BirthYear { .. } => "year of birth".to_owned(),
        Fact::Sex { .. } => "sex".to_owned(),
        Fact::Height { .. } => "height".to_owned(),
        Fact::Weight { .. } => "weight".to_owned(),
        Fact::Hemisphere { .. } => "half of the Earth".to_owned(),
        Fact::Pregnancy { .. } => "pregnancy".to_owned(),
        Fact::Condition { condition, .. } => format!("condition {condition}"),
        Fact::Medicine { medicine, .. } => format!("medicine {medicine}"),
        Fact::MedicinesComplete { .. } => "word on whether the medicines are complete".to_owned(),
        Fact::Flag { flag, .. } => format!("warning sign {flag}"),
        Fact::Lab { test, .. } => format!("laboratory value {test}"),
    }
}
