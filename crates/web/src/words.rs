//! Plain words for dates, times, counts and answers.

use diary::entry::{Answer, Muscle, Side};
use diary::{Moment, NightId, Outcome};
use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use knowledge::{AnswerKind, Factor, Grade, Learned, Question};
use texts::Sentence;

pub(crate) use insight::capital;

use crate::say::{Markup, has_words};
use crate::{english, say, spoken, word};

/// “Sunday 3 May”.
pub(crate) fn day(date: Date) -> String {
    say("words-day")
        .with("weekday", weekday(date))
        .with("day", date.day())
        .with("month", month(date))
        .plain()
}

/// “3 May 2026”.
pub(crate) fn date(date: Date) -> String {
    spoken(Sentence::date(date.year(), date.month(), date.day())).plain()
}

/// “3 May”, short for a chart.
pub(crate) fn day_short(date: Date) -> String {
    say("words-day-short")
        .with("day", date.day())
        .with("month", month(date).chars().take(3).collect::<String>())
        .plain()
}

/// “May 2026”.
pub(crate) fn month_of_year(date: Date) -> String {
    format!("{} {}", month(date), date.year())
}

/// “Saturday 2 to Sunday 3 May”.
pub(crate) fn night(night: NightId) -> String {
    say("words-night")
        .with("weekday", weekday(night.evening()))
        .with("day", night.evening().day())
        .with("next", day(night.next().evening()))
        .plain()
}

/// “Night Fri to Sat”.
pub(crate) fn night_short(night: NightId) -> String {
    say("words-night-short")
        .with("from", weekday_short(night.evening()))
        .with("to", weekday_short(night.next().evening()))
        .plain()
}

fn month(date: Date) -> String {
    spoken(Sentence::month(date.month())).plain()
}

/// “Friday”.
pub(crate) fn weekday(date: Date) -> String {
    word(match date.weekday() {
        Weekday::Monday => "weekday-1",
        Weekday::Tuesday => "weekday-2",
        Weekday::Wednesday => "weekday-3",
        Weekday::Thursday => "weekday-4",
        Weekday::Friday => "weekday-5",
        Weekday::Saturday => "weekday-6",
        Weekday::Sunday => "weekday-7",
    })
    .to_owned()
}

/// “Fri”.
pub(crate) fn weekday_short(date: Date) -> &'static str {
    word(match date.weekday() {
        Weekday::Monday => "weekday-short-1",
        Weekday::Tuesday => "weekday-short-2",
        Weekday::Wednesday => "weekday-short-3",
        Weekday::Thursday => "weekday-short-4",
        Weekday::Friday => "weekday-short-5",
        Weekday::Saturday => "weekday-short-6",
        Weekday::Sunday => "weekday-short-7",
    })
}

/// “a”, “a and b”, “a, b and c”.
pub(crate) fn all_of(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => say("words-and")
            .with("first", first.join(", "))
            .with("last", last)
            .plain(),
    }
}

/// “03:12”.
pub(crate) fn clock(moment: &Moment) -> String {
    moment.local().strftime("%H:%M").to_string()
}

/// How long something took: “less than a minute”, “about 3 minutes”, “about 2 hours”.
pub(crate) fn lasted(from: Timestamp, to: Timestamp) -> String {
    let seconds = to.duration_since(from).as_secs();
    match seconds {
        ..60 => word("lasted-moment").to_owned(),
        60..5400 => {
            let minutes = ((seconds + 30) / 60).max(1);
            say("lasted-minutes").with("count", minutes).plain()
        }
        _ => {
            let hours = (seconds + 1800) / 3600;
            say("lasted-hours").with("count", hours).plain()
        }
    }
}

/// What a night brought.
pub(crate) fn outcome(outcome: Outcome) -> String {
    spoken(insight::brought(outcome)).plain()
}

/// The sides: name in a form, key of the label.
pub(crate) const SIDES: [(&str, &str, Side); 3] = [
    ("left", "side-left", Side::Left),
    ("right", "side-right", Side::Right),
    ("both", "side-both", Side::Both),
];

/// The muscles: name in a form, key of the label.
pub(crate) const MUSCLES: [(&str, &str, Muscle); 7] = [
    ("calf", "muscle-calf", Muscle::Calf),
    ("foot", "muscle-foot", Muscle::Foot),
    ("toes", "muscle-toes", Muscle::Toes),
    ("front-thigh", "muscle-front-thigh", Muscle::FrontThigh),
    ("back-thigh", "muscle-back-thigh", Muscle::BackThigh),
    ("arm", "muscle-arm", Muscle::Arm),
    ("elsewhere", "muscle-elsewhere", Muscle::Elsewhere),
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
    let side = side.and_then(|side| SIDES.iter().find(|(_, _, other)| *other == side));
    let muscle = muscle.and_then(|muscle| MUSCLES.iter().find(|(_, _, other)| *other == muscle));
    match (side, muscle) {
        (Some((_, side, _)), Some((muscle, _, _))) => say("place-both")
            .with("side", word(side))
            .with("muscle", *muscle)
            .plain(),
        (Some((_, key, _)), None) | (None, Some((_, key, _))) => word(key).to_owned(),
        (None, None) => String::new(),
    }
}

/// A number without a needless fraction.
pub(crate) fn number(value: f64) -> String {
    insight::hundredths(value).replace('.', word("decimal-mark"))
}

/// A number with all its digits.
pub(crate) fn exactly(value: f64) -> String {
    value.to_string().replace('.', word("decimal-mark"))
}

/// An answer to a factor's question, in the words of its quick choices where it is one that has words.
pub(crate) fn answer(factor: &Factor, answer: Answer) -> Markup {
    let chosen = match (answer, factor.learned) {
        (Answer::Amount(amount), Learned::Asked(question)) => choice(question, amount.get()),
        _ => None,
    };
    match chosen {
        Some(label) if has_words(label) => english(label).into(),
        _ => spoken(insight::answered(factor.unit, answer)).into(),
    }
}

/// The label of the quick choice with this value.
fn choice(question: Question, value: f64) -> Option<&'static str> {
    let AnswerKind::Amount(choices) = question.answer else {
        return None;
    };
    let is_it = |(_, choice): &&(&str, f64)| (choice - value).abs() < 1e-9;
    choices.iter().find(is_it).map(|(label, _)| *label)
}

/// How good the published evidence is.
pub(crate) fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::None => word("grade-none"),
        Grade::ExpertOpinion => word("grade-opinion"),
        Grade::VeryLow => word("grade-very-low"),
        Grade::Low => word("grade-low"),
        Grade::Moderate => word("grade-moderate"),
        Grade::High => word("grade-high"),
    }
}

/// The name of a medicine inside a sentence; its id when it is none of ours.
pub(crate) fn medicine(id: &str) -> Markup {
    let known = knowledge::medicine(id);
    known.map_or_else(|| Markup::of(id), |one| english(one.name).into())
}

/// “wholemeal bread, 1 slice (35 g)”, as a portion was told; what nobody has translated is marked as English.
pub(crate) fn food(food: &diary::Food) -> Markup {
    let name = english(insight::intake::food_name(food.food.as_str())).capital();
    let grams = number(food.grams.get());
    let told = match &food.portion {
        Some(portion) => say("food-portion")
            .with("name", name)
            .with("portion", english(portion.as_str()))
            .with("grams", grams),
        None => say("food-in-grams").with("name", name).with("grams", grams),
    };
    told.into()
}
