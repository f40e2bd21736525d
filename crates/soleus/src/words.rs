//! Plain words for what is in the diary.

use diary::entry::{Answer, Fact};
use diary::{Body, Id, Outcome};
use insight::intake::counted;

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

/// A factor's name, or its id when the knowledge does not have it (any more).
pub(crate) fn factor(id: &Id) -> &str {
    match (
        knowledge::factor(id.as_str()),
        counted::nutrient(id.as_str()),
    ) {
        (Some(factor), _) => factor.name,
        (None, Some(nutrient)) => nutrient.name(),
        (None, None) => id.as_str(),
    }
}

/// An answer to a factor's question, amounts with the factor's unit: “yes”, “120 minutes”, “1 drink”, “5 of 10”.
pub(crate) fn answer(factor: &Id, answer: Answer) -> String {
    let id = factor.as_str();
    match (counted::nutrient(id), answer) {
        (Some(nutrient), Answer::Amount(amount)) => {
            format!("{} {} in the day", amount.get(), nutrient.unit())
        }
        _ => {
            let unit = knowledge::factor(id).map_or("", |factor| factor.unit);
            insight::answered(unit, answer).to_string()
        }
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
            factor(&exposure.factor),
            exposure.day,
            answer(&exposure.factor, exposure.answer)
        ),
        Body::Fact(fact) => format!("the profile's {}", subject(fact)),
        Body::Trial(event) => insight::trial::words::told(event).to_string(),
        Body::Food(food) => format!(
            "{} g of {}",
            food.grams.get(),
            insight::intake::food_name(food.food.as_str())
        ),
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
        Fact::Bedtime { .. } => "bedtime".to_owned(),
        Fact::Rising { .. } => "time of getting up".to_owned(),
        Fact::Pregnancy { .. } => "pregnancy".to_owned(),
        Fact::Condition { condition, .. } => format!("condition {condition}"),
        Fact::Medicine { medicine, .. } => format!("medicine {medicine}"),
        Fact::Dose { medicine, .. } => format!("dose of {medicine}"),
        Fact::MedicinesComplete { .. } => "word on whether the medicines are complete".to_owned(),
        Fact::Flag { flag, .. } => format!("warning sign {flag}"),
        Fact::Questionnaire { questionnaire, .. } => format!("questionnaire {questionnaire}"),
        Fact::Allergies { .. } => "list of allergies".to_owned(),
        Fact::Diet { .. } => "diet".to_owned(),
        Fact::Liking { food, .. } => format!(
            "word on liking {}",
            insight::intake::food_name(food.as_str())
        ),
        Fact::Lab { test, .. } => format!("laboratory value {test}"),
    }
}
