//! One plain sentence or two about a suspect.

use knowledge::{AnswerKind, Grade, Learned};

use super::{List, Suspect};
use crate::matrix::{ANSWERED_DAYS_MIN, is_nightly};
use crate::words::{counted, number, short};

/// What the person's nights say.
pub(super) fn from_nights(suspect: &Suspect) -> String {
    let name = short(suspect.factor.name);
    let with = with_it(suspect);
    let range = format!(
        "{} to {}",
        number(suspect.ratio_low),
        number(suspect.ratio_high)
    );
    match suspect.list {
        List::Likely => {
            let verdict = if suspect.p_raises >= suspect.p_lowers {
                "probably matters for you"
            } else {
                "probably protects you"
            };
            format!(
                "{name}: {verdict}. {}, about {} times as many cramps (likely between {}).",
                capital(&with),
                number(suspect.ratio),
                range.replace(" to ", " and "),
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
            format!(
                "{name}: not clear yet. {}, anything from {range} times as many cramps is possible.{more}",
                capital(&with)
            )
        }
        List::Unlikely => {
            // Two equal ends say nothing more.
            let ends = (number(suspect.ratio_low), number(suspect.ratio_high));
            let range = if ends.0 == ends.1 {
                String::new()
            } else {
                format!(" ({range} times)")
            };
            format!(
                "{name}: probably does not matter for you. {}, about as many cramps as without{range}.",
                capital(&with)
            )
        }
    }
}

/// What studies say, without the person's nights.
pub(super) fn from_studies(suspect: &Suspect) -> String {
    let name = short(suspect.factor.name);
    let studies = if suspect.shows_number {
        format!(
            "Our judgement of the studies: about {} times as many cramps (likely between {} and {}); {}.",
            number(suspect.ratio),
            number(suspect.ratio_low),
            number(suspect.ratio_high),
            certainty(suspect.factor.grade),
        )
    } else {
        "We have read no study with a number, so we show none.".to_owned()
    };
    let verdict = match suspect.list {
        List::Likely => "likely to matter, going by studies and your profile",
        List::Unclear if is_nightly(suspect.factor) => "not clear yet",
        List::Unclear => "not clear for you",
        List::Unlikely => "probably does not matter, going by studies",
    };
    if is_nightly(suspect.factor) {
        let days = match suspect.answered_days {
            0 => "You have not answered this yet".to_owned(),
            days => format!("You have answered this on {} so far", counted(days, "day")),
        };
        return format!(
            "{name}: {verdict}. {days}; it takes at least {ANSWERED_DAYS_MIN} days. {studies}"
        );
    }
    format!("{name}: {verdict}. {studies}")
}

/// A forecast is rough: fives up to fifty, tens above.
fn roughly(nights: u32) -> u32 {
    let step = if nights <= 50 { 5 } else { 10 };
    nights.div_ceil(step) * step
}

fn with_it(suspect: &Suspect) -> String {
    let Learned::Asked(question) = suspect.factor.learned else {
        return "in the nights since it applies".to_owned();
    };
    match question.answer {
        AnswerKind::YesNo => "on days with it".to_owned(),
        AnswerKind::Score => format!("on days with {} more", points(suspect.per_amount)),
        AnswerKind::Amount(_) => format!(
            "on days with {} more",
            units(suspect.per_amount, suspect.factor.unit)
        ),
    }
}

fn points(amount: f64) -> String {
    if (amount - 1.0).abs() < 1e-9 {
        "1 point".to_owned()
    } else {
        format!("{} points", number(amount))
    }
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

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
