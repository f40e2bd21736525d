//! Plain words for dates, times, counts and answers.

use diary::entry::{Answer, Muscle, Side};
use diary::{Moment, NightId, Outcome};
use jiff::Timestamp;
use jiff::civil::Date;
use knowledge::{AnswerKind, Factor, Grade, Learned};

pub(crate) use insight::{capital, counted};

/// “Sunday 3 May”.
pub(crate) fn day(date: Date) -> String {
    date.strftime("%A %-d %B").to_string()
}

/// “3 May 2026”.
pub(crate) fn date(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// “the night of Saturday 2 to Sunday 3 May”.
pub(crate) fn night(night: NightId) -> String {
    format!(
        "{} to {}",
        night.evening().strftime("%A %-d"),
        night.next().evening().strftime("%A %-d %B")
    )
}

/// “Night Fri to Sat”.
pub(crate) fn night_short(night: NightId) -> String {
    format!(
        "Night {} to {}",
        night.evening().strftime("%a"),
        night.next().evening().strftime("%a")
    )
}

/// “Friday”.
pub(crate) fn weekday(date: Date) -> String {
    date.strftime("%A").to_string()
}

/// “03:12”.
pub(crate) fn clock(moment: &Moment) -> String {
    moment.local().strftime("%H:%M").to_string()
}

/// How long something took: “less than a minute”, “about 3 minutes”, “about 2 hours”.
pub(crate) fn lasted(from: Timestamp, to: Timestamp) -> String {
    let seconds = to.duration_since(from).as_secs();
    match seconds {
        ..60 => "less than a minute".to_owned(),
        60..90 => "about 1 minute".to_owned(),
        90..5400 => format!("about {} minutes", (seconds + 30) / 60),
        _ => format!("about {} hours", (seconds + 1800) / 3600),
    }
}

/// What a night brought.
pub(crate) fn outcome(outcome: Outcome) -> String {
    match outcome {
        Outcome::Missing => "no answer".to_owned(),
        Outcome::Exactly(0) => "no cramp".to_owned(),
        Outcome::Exactly(count) => counted(count as usize, "cramp"),
        Outcome::AtLeast(count) => format!(
            "{} logged, morning not answered",
            counted(count as usize, "cramp")
        ),
    }
}

pub(crate) const SIDES: [(&str, &str, Side); 3] = [
    ("left", "Left", Side::Left),
    ("right", "Right", Side::Right),
    ("both", "Both", Side::Both),
];

pub(crate) const MUSCLES: [(&str, &str, Muscle); 7] = [
    ("calf", "Calf", Muscle::Calf),
    ("foot", "Foot", Muscle::Foot),
    ("toes", "Toes", Muscle::Toes),
    ("front-thigh", "Front of thigh", Muscle::FrontThigh),
    ("back-thigh", "Back of thigh", Muscle::BackThigh),
    ("arm", "Hand or arm", Muscle::Arm),
    ("elsewhere", "Elsewhere", Muscle::Elsewhere),
];

/// The side with this name in a form.
pub(crate) fn side_named(name: &str) -> Option<Side> {
    SIDES
        .iter()
        .find(|(value, _, _)| *value == name)
        .map(|(_, _, side)| *side)
}

/// The muscle with this name in a form.
pub(crate) fn muscle_named(name: &str) -> Option<Muscle> {
    MUSCLES
        .iter()
        .find(|(value, _, _)| *value == name)
        .map(|(_, _, muscle)| *muscle)
}

/// A cramp's place: “left calf”, “both, foot”.
pub(crate) fn place(side: Option<Side>, muscle: Option<Muscle>) -> String {
    let side = side
        .and_then(|side| SIDES.iter().find(|(_, _, other)| *other == side))
        .map(|(_, label, _)| *label);
    let muscle = muscle
        .and_then(|muscle| MUSCLES.iter().find(|(_, _, other)| *other == muscle))
        .map(|(_, label, _)| *label);
    match (side, muscle) {
        (Some(side), Some(muscle)) => format!("{side}, {}", muscle.to_lowercase()),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => String::new(),
    }
}

/// A number without a needless fraction.
pub(crate) fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// An answer to a factor's question, in the words of its quick choices where it is one.
pub(crate) fn answer(factor: &Factor, answer: Answer) -> String {
    match answer {
        Answer::YesNo(true) => "yes".to_owned(),
        Answer::YesNo(false) => "no".to_owned(),
        Answer::Amount(amount) => {
            let value = amount.get();
            if let Learned::Asked(question) = factor.learned
                && let AnswerKind::Amount(choices) = question.answer
                && let Some((label, _)) = choices
                    .iter()
                    .find(|(_, choice)| (choice - value).abs() < 1e-9)
            {
                return (*label).to_owned();
            }
            match factor.unit {
                "score" => format!("{} of 10", number(value)),
                unit if value == 1.0 => format!("1 {unit}"),
                unit => format!("{} {unit}s", number(value)),
            }
        }
    }
}

/// How good the published evidence is.
pub(crate) fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::None => "no evidence",
        Grade::ExpertOpinion => "expert opinion only",
        Grade::VeryLow => "very weak evidence",
        Grade::Low => "weak evidence",
        Grade::Moderate => "fair evidence",
        Grade::High => "strong evidence",
    }
}

/// “1 slice (35 g) of wholemeal bread”, as a portion was told.
pub(crate) fn food(food: &diary::Food) -> String {
    let name = insight::intake::food_name(food.food.as_str());
    let grams = number(food.grams.get());
    match &food.portion {
        Some(portion) => format!("{name}, {} ({grams} g)", portion.as_str()),
        None => format!("{name}, {grams} g"),
    }
}
