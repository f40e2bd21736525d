//! Drinking, as the pages show it: the amount with its parts and its rhythm, or why there is none.

use insight::water::{AfterSweating, Target, honest};
use insight::{Warning, Water};
use knowledge::Verified;
use texts::Sentence;

use super::{Question, question};

/// What the section about drinking shows.
pub(crate) struct Drinking {
    pub(crate) headline: Sentence,
    pub(crate) target: Option<Amount>,
    pub(crate) questions: Vec<Question>,
    /// What the rules say instead of an amount.
    pub(crate) instead: Vec<&'static str>,
    pub(crate) because: Vec<Sentence>,
}

/// An amount with all that goes with it.
pub(crate) struct Amount {
    pub(crate) glasses: Sentence,
    pub(crate) times: String,
    pub(crate) evening: Sentence,
    pub(crate) parts: Vec<Row>,
    pub(crate) other_days: Vec<Row>,
    pub(crate) after_sweating: Sentence,
    pub(crate) cautions: Vec<Sentence>,
    pub(crate) honest: Sentence,
}

/// One part of the amount.
pub(crate) struct Row {
    pub(crate) line: Sentence,
    pub(crate) reason: Sentence,
    pub(crate) source: &'static str,
}

/// What is shown about drinking.
pub(crate) fn drinking(water: &Water) -> Drinking {
    let mut shown = Drinking {
        headline: water.headline(),
        target: None,
        questions: Vec::new(),
        instead: Vec::new(),
        because: Vec::new(),
    };
    match water {
        Water::Target(target) => shown.target = Some(amount(target)),
        Water::Asks(missing) => shown.questions = missing.iter().map(question).collect(),
        Water::Silent { messages, because } => {
            shown.instead.clone_from(messages);
            shown.because.clone_from(because);
        }
    }
    shown
}

fn amount(target: &Target) -> Amount {
    let rows = |parts: &[insight::water::Part]| {
        parts
            .iter()
            .map(|part| Row {
                line: part.line(),
                reason: part.reason.clone(),
                source: if part.verified == Verified::Unverified {
                    ""
                } else {
                    part.source_url
                },
            })
            .collect()
    };
    let salty = match &target.after_sweating {
        AfterSweating::Salty(warnings) => warnings.as_slice(),
        AfterSweating::AskFirst(_) => &[],
    };
    Amount {
        glasses: target.rhythm.glasses(),
        times: target.rhythm.times(),
        evening: target.rhythm.evening(),
        parts: rows(&target.parts),
        other_days: rows(&target.other_days),
        after_sweating: target.after_sweating(),
        cautions: target
            .warnings
            .iter()
            .chain(salty)
            .map(Warning::sentence)
            .collect(),
        honest: honest(),
    }
}
