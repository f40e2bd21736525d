//! A plain sentence or two about a suspect. They stand under its name and do not repeat it.

use knowledge::{AnswerKind, Derivation, Grade, Learned, Question, When};
use texts::Sentence;

use super::{List, Suspect, Tag};
use crate::answers;
use crate::matrix::{ANSWERED_DAYS_MIN, is_nightly};
use crate::words::{figure, hundredths, number};

/// Nights of a long month: months are rounded up, which makes up for the short ones.
const NIGHTS_OF_MONTH: u32 = 31;

/// What the person's nights say.
pub(super) fn from_nights(suspect: &Suspect) -> Sentence {
    match suspect.list {
        List::Likely if suspect.p_raises >= suspect.p_lowers => {
            Sentence::of("suspect-matters").with("times", when(suspect, times(suspect)).capital())
        }
        List::Likely => {
            Sentence::of("suspect-protects").with("times", when(suspect, times(suspect)).capital())
        }
        List::Unclear => {
            let possible = if has_equal_ends(suspect) {
                times(suspect)
            } else {
                Sentence::of("suspect-anything")
                    .with("low", figure(suspect.ratio_low))
                    .with("high", figure(suspect.ratio_high))
                    .with("than", than(suspect))
            };
            let not_clear =
                Sentence::of("suspect-not-clear").with("times", when(suspect, possible).capital());
            match suspect.nights_to_clear {
                Some(nights) if nights > 0 => Sentence::in_turn([not_clear, to_clear(nights)]),
                _ => not_clear,
            }
        }
        List::Unlikely => {
            let as_many = when(suspect, Sentence::of("suspect-as-many")).capital();
            // Two equal ends say nothing more.
            let times = if has_equal_ends(suspect) {
                as_many
            } else {
                Sentence::of("suspect-range")
                    .with("times", as_many)
                    .with("low", figure(suspect.ratio_low))
                    .with("high", figure(suspect.ratio_high))
            };
            Sentence::of("suspect-no-matter").with("times", times)
        }
    }
}

/// What studies say, without the person's nights.
pub(super) fn from_studies(suspect: &Suspect) -> Sentence {
    let studies = if suspect.shows_number {
        Sentence::of("suspect-studies")
            .with("times", when(suspect, times(suspect)))
            .with("certainty", certainty(suspect.factor.grade))
    } else {
        Sentence::of("suspect-no-study")
    };
    let verdict = match (suspect.factor.learned, suspect.list) {
        (Learned::Asked(question), _) if is_nightly(suspect.factor) => {
            to_answer(question, suspect.answered_days)
        }
        (Learned::Derived(Derivation::Cycle), _) => Sentence::of("suspect-cycle"),
        (_, List::Likely) => Sentence::of("suspect-likely"),
        (_, List::Unclear) => Sentence::of("suspect-unclear"),
        (_, List::Unlikely) => Sentence::of("suspect-unlikely"),
    };
    Sentence::in_turn([verdict, studies])
}

/// What is left to answer before the nights can say something.
fn to_answer(question: Question, answered: usize) -> Sentence {
    if answered >= ANSWERED_DAYS_MIN {
        return Sentence::of("suspect-tell-mornings");
    }
    let answer = Sentence::of("suspect-answer")
        .with("days", ANSWERED_DAYS_MIN)
        .choosing(
            "when",
            match question.when {
                When::Evening => "evening",
                When::Morning => "morning",
            },
        );
    match answered {
        0 => answer,
        days => Sentence::in_turn([answer, Sentence::of("suspect-answered").with("days", days)]),
    }
}

/// “about 1.4 times as many cramps as on days without it (likely between 1.1 and 1.9)”.
fn times(suspect: &Suspect) -> Sentence {
    let (low, high) = if has_equal_ends(suspect) {
        let two = |ratio| Sentence::figure(hundredths(ratio));
        (two(suspect.ratio_low), two(suspect.ratio_high))
    } else {
        (figure(suspect.ratio_low), figure(suspect.ratio_high))
    };
    if number(suspect.ratio) == "1" {
        // “Between 1 and 1” says nothing more.
        if has_equal_ends(suspect) {
            return Sentence::of("suspect-as-many");
        }
        return Sentence::of("suspect-same")
            .with("low", low)
            .with("high", high);
    }
    Sentence::of("suspect-times")
        .with("ratio", figure(suspect.ratio))
        .with("than", than(suspect))
        .with("low", low)
        .with("high", high)
}

fn has_equal_ends(suspect: &Suspect) -> bool {
    number(suspect.ratio_low) == number(suspect.ratio_high)
}

/// Puts before a clause when it holds: “on days with it, ”, “for each 2 drinks, ”.
fn when(suspect: &Suspect, clause: Sentence) -> Sentence {
    let amount = match each(suspect) {
        Some(unit) if number(suspect.per_amount) == "1" => answers::one(unit),
        Some(unit) => answers::amount(suspect.per_amount, unit),
        None => Sentence::text(""),
    };
    let when = Sentence::of("suspect-when")
        .choosing("where", compared(suspect))
        .with("amount", amount);
    Sentence::joined("", [when, clause])
}

/// What a ratio is compared with: “ as on days without it”.
fn than(suspect: &Suspect) -> Sentence {
    Sentence::of("suspect-than").choosing("where", compared(suspect))
}

/// What a suspect's ratio is for, in a few words: “on days with it”, “per 2 drinks”, “against age 40”.
#[must_use]
pub fn per(suspect: &Suspect) -> Sentence {
    let amount = each(suspect).map_or_else(
        || Sentence::text(""),
        |unit| answers::amount(suspect.per_amount, unit),
    );
    Sentence::of("suspect-per")
        .choosing("where", compared(suspect))
        .with("amount", amount)
}

/// What is compared with what, as the catalogue names it.
fn compared(suspect: &Suspect) -> &'static str {
    match suspect.factor.learned {
        Learned::Asked(question) => match (question.answer, question.when) {
            (AnswerKind::YesNo, When::Evening) => "days",
            (AnswerKind::YesNo, When::Morning) => "nights",
            (AnswerKind::Score | AnswerKind::Amount(_), _) => "each",
        },
        Learned::Derived(Derivation::Cycle) => "cycle",
        // A change during the diary is compared with the time before it, studies compare people.
        _ if suspect.tag != Tag::FromStudies => "since",
        Learned::Condition(_) => "condition",
        Learned::Medicines(_) => "medicines",
        Learned::Derived(Derivation::Age) => "age",
        Learned::Derived(Derivation::BodyMassIndex) => "body-mass-index",
        Learned::Derived(Derivation::Sex) => "sex",
        Learned::Derived(Derivation::Pregnancy) => "pregnancy",
        Learned::Derived(Derivation::Season) => "season",
    }
}

/// The unit of a factor that has an amount.
fn each(suspect: &Suspect) -> Option<&'static str> {
    let Learned::Asked(question) = suspect.factor.learned else {
        return None;
    };
    match question.answer {
        AnswerKind::YesNo => None,
        AnswerKind::Score => Some("point"),
        AnswerKind::Amount(_) => Some(suspect.factor.unit),
    }
}

/// How much longer it takes until the nights can tell. A forecast is rough: fives of nights up to two months, then months,
/// and nothing but “long” beyond a year.
#[must_use]
pub fn to_clear(nights: u32) -> Sentence {
    let (span, count) = match nights {
        ..=60 => ("nights", nights.div_ceil(5) * 5),
        61..=365 => ("months", nights.div_ceil(NIGHTS_OF_MONTH)),
        366.. => ("years", nights.div_ceil(365)),
    };
    Sentence::of("suspect-more-nights")
        .choosing("span", span)
        .with("count", count)
}

/// The certainty of evidence as a plain clause.
pub(crate) fn certainty(grade: Grade) -> Sentence {
    Sentence::of("certainty").choosing("grade", grade.name())
}

#[cfg(test)]
mod tests {
    use diary::{NightId, Person};
    use infer::Seed;

    use super::*;

    #[test]
    fn two_ends_that_would_read_the_same_are_told_apart_or_left_out() {
        let today: NightId = "2026-05-04".parse().unwrap();
        let suspects = crate::analyse(&Person::default(), &[], today, Seed(1)).unwrap();
        let mut suspect = suspects.all[0].clone();
        suspect.list = List::Likely;
        let mut said = |ratio, low, high| {
            (suspect.ratio, suspect.ratio_low, suspect.ratio_high) = (ratio, low, high);
            times(&suspect).to_string()
        };
        assert_eq!(said(1.01, 0.98, 1.04), "about as many cramps as without");
        assert!(said(1.21, 1.17, 1.24).ends_with("(likely between 1.17 and 1.24)"));
        assert!(said(1.21, 1.1, 1.3).ends_with("(likely between 1.1 and 1.3)"));
    }
}
