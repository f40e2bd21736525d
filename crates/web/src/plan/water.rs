//! Drinking, as the pages show it: the amount with its parts and its rhythm, or why there is none.

use insight::Water;
use insight::water::{AfterSweating, HONEST, Target};
use knowledge::Verified;

use super::{Question, question, warning};

/// What the section about drinking shows.
pub(crate) struct Drinking {
    pub(crate) headline: String,
    pub(crate) target: Option<Amount>,
    pub(crate) questions: Vec<Question>,
    /// What the rules say instead of an amount.
    pub(crate) instead: Vec<&'static str>,
    pub(crate) because: Vec<String>,
}

/// An amount with all that goes with it.
pub(crate) struct Amount {
    pub(crate) glasses: String,
    pub(crate) times: String,
    pub(crate) evening: String,
    pub(crate) parts: Vec<Row>,
    pub(crate) other_days: Vec<Row>,
    pub(crate) after_sweating: String,
    pub(crate) cautions: Vec<String>,
    pub(crate) honest: &'static str,
}

/// One part of the amount.
pub(crate) struct Row {
    pub(crate) line: String,
    pub(crate) reason: String,
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
        cautions: target.warnings.iter().chain(salty).map(warning).collect(),
        honest: HONEST,
    }
}
