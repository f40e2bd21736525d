//! A plain sentence or two about a suspect. They stand under its name and do not repeat it.

use knowledge::{AnswerKind, Derivation, Grade, Learned, Question, When};

use super::{List, Suspect, Tag};
use crate::matrix::{ANSWERED_DAYS_MIN, is_nightly};
use crate::words::{capital, number};

/// What the person's nights say.
pub(super) fn from_nights(suspect: &Suspect) -> String {
    let (with, without) = compared(suspect);
    match suspect.list {
        List::Likely => {
            let verdict = if suspect.p_raises >= suspect.p_lowers {
                "Probably matters for you"
            } else {
                "Probably protects you"
            };
            format!(
                "{verdict}. {}.",
                capital(&format!("{with}{}", times(suspect, &without)))
            )
        }
        List::Unclear => {
            let more = match suspect.nights_to_clear {
                Some(nights) if nights > 0 => {
                    format!(
                        " About {} more nights should make it clear.",
                        roughly(nights)
                    )
                }
                _ => String::new(),
            };
            let (low, high) = ends(suspect);
            let possible = if low == high {
                times(suspect, &without)
            } else {
                format!("anything from {low} to {high} times as many cramps{without} is possible")
            };
            format!(
                "Not clear yet. {}.{more}",
                capital(&format!("{with}{possible}"))
            )
        }
        List::Unlikely => {
            let (low, high) = ends(suspect);
            // Two equal ends say nothing more.
            let range = if low == high {
                String::new()
            } else {
                format!(" ({low} to {high} times)")
            };
            format!(
                "Probably does not matter for you. {}{range}.",
                capital(&format!("{with}about as many cramps as without"))
            )
        }
    }
}

/// What studies say, without the person's nights.
pub(super) fn from_studies(suspect: &Suspect) -> String {
    let studies = if suspect.shows_number {
        let (with, without) = compared(suspect);
        format!(
            "Our judgement of the studies: {with}{}; {}.",
            times(suspect, &without),
            certainty(suspect.factor.grade),
        )
    } else {
        "We have read no study that compares cramps with and without it, so we show no number."
            .to_owned()
    };
    let verdict = match (suspect.factor.learned, suspect.list) {
        (Learned::Asked(question), _) if is_nightly(suspect.factor) => {
            to_answer(question, suspect.answered_days)
        }
        (Learned::Derived(Derivation::Cycle), _) => {
            "Not clear yet: it follows from the first days of your periods.".to_owned()
        }
        (_, List::Likely) => "Likely to matter, going by studies and your profile.".to_owned(),
        (_, List::Unclear) => "Not clear for you.".to_owned(),
        (_, List::Unlikely) => "Probably does not matter, going by studies.".to_owned(),
    };
    format!("{verdict} {studies}")
}

/// What is left to answer before the nights can say something.
fn to_answer(question: Question, answered: usize) -> String {
    if answered >= ANSWERED_DAYS_MIN {
        return "Not clear yet: tell us in the mornings how many cramps the nights brought."
            .to_owned();
    }
    let when = match question.when {
        When::Evening => "evenings",
        When::Morning => "mornings",
    };
    let so_far = match answered {
        0 => String::new(),
        days => format!(" You have answered it on {days} so far."),
    };
    format!("Not clear yet: answer it on at least {ANSWERED_DAYS_MIN} {when}.{so_far}")
}

/// “about 1.4 times as many cramps as on days without it (likely between 1.1 and 1.9)”.
fn times(suspect: &Suspect, without: &str) -> String {
    let (low, high) = ends(suspect);
    match number(suspect.ratio).as_str() {
        "1" => format!("about as many cramps as without (likely between {low} and {high} times)"),
        ratio => {
            format!("about {ratio} times as many cramps{without} (likely between {low} and {high})")
        }
    }
}

fn ends(suspect: &Suspect) -> (String, String) {
    (number(suspect.ratio_low), number(suspect.ratio_high))
}

/// When the ratio holds, and what it is compared with: “on days with it, ”, “ as on days without it”.
fn compared(suspect: &Suspect) -> (String, String) {
    let background = |without: &str| (String::new(), without.to_owned());
    match suspect.factor.learned {
        Learned::Asked(question) => asked(question, suspect),
        Learned::Derived(Derivation::Cycle) => {
            ("on these days, ".to_owned(), " as on other days".to_owned())
        }
        // A change during the diary is compared with the time before it, studies compare people.
        _ if suspect.tag != Tag::FromStudies => (
            "in the nights since it applies, ".to_owned(),
            " as before".to_owned(),
        ),
        Learned::Condition(_) => background(" as people without it"),
        Learned::Medicines(_) => background(" as people who take none"),
        Learned::Derived(Derivation::Age) => background(" as at age 40"),
        Learned::Derived(Derivation::BodyMassIndex) => background(" as at a body mass index of 25"),
        Learned::Derived(Derivation::Sex) => background(" as men"),
        Learned::Derived(Derivation::Pregnancy) => background(" as women who are not pregnant"),
        Learned::Derived(Derivation::Season) => background(" as in spring and autumn"),
    }
}

/// What a suspect's ratio is for, in a few words: “on days with it”, “per 2 drinks”, “against age 40”.
#[must_use]
pub fn per(suspect: &Suspect) -> String {
    match suspect.factor.learned {
        Learned::Asked(question) => {
            let amount = |unit| format!("per {}", units(suspect.per_amount, unit));
            match (question.answer, question.when) {
                (AnswerKind::YesNo, When::Evening) => "on days with it".to_owned(),
                (AnswerKind::YesNo, When::Morning) => "on nights with it".to_owned(),
                (AnswerKind::Score, _) => amount("point"),
                (AnswerKind::Amount(_), _) => amount(suspect.factor.unit),
            }
        }
        Learned::Derived(Derivation::Cycle) => "on days with it".to_owned(),
        _ if suspect.tag != Tag::FromStudies => "since it applies".to_owned(),
        _ => {
            let compared_with = compared(suspect).1;
            format!(
                "against {}",
                compared_with
                    .trim_start_matches(" as ")
                    .trim_start_matches("at ")
            )
        }
    }
}

fn asked(question: Question, suspect: &Suspect) -> (String, String) {
    let each = |amount: String| {
        let amount = amount.strip_prefix("1 ").unwrap_or(&amount);
        (format!("for each {amount}, "), String::new())
    };
    match (question.answer, question.when) {
        (AnswerKind::YesNo, When::Evening) => (
            "on days with it, ".to_owned(),
            " as on days without it".to_owned(),
        ),
        (AnswerKind::YesNo, When::Morning) => (
            "on nights with it, ".to_owned(),
            " as on nights without it".to_owned(),
        ),
        (AnswerKind::Score, _) => each(units(suspect.per_amount, "point")),
        (AnswerKind::Amount(_), _) => each(units(suspect.per_amount, suspect.factor.unit)),
    }
}

/// A forecast is rough: fives up to fifty, tens above.
fn roughly(nights: u32) -> u32 {
    let step = if nights <= 50 { 5 } else { 10 };
    nights.div_ceil(step) * step
}

/// “1 drink”, “2 hours”, “30 g”: words take an s, abbreviations of units do not.
pub(crate) fn units(amount: f64, unit: &str) -> String {
    let is_word = unit.len() > 3 && unit.chars().all(char::is_alphabetic) && !unit.ends_with('s');
    let plural = if is_word && (amount - 1.0).abs() > 1e-9 {
        "s"
    } else {
        ""
    };
    format!("{} {unit}{plural}", number(amount))
}

/// The certainty of evidence as a plain clause.
pub(crate) fn certainty(grade: Grade) -> &'static str {
    match grade {
        Grade::None => "no study has tested it",
        Grade::ExpertOpinion => "only experts' opinion speaks for it",
        Grade::VeryLow => "the certainty of the studies is very low",
        Grade::Low => "the certainty of the studies is low",
        Grade::Moderate => "the certainty of the studies is moderate",
        Grade::High => "the certainty of the studies is high",
    }
}
