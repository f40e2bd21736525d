//! What the person would like to ask, what a doctor might check, and how the page came about.

use insight::summary::Ask;
use insight::{Basis, Summary};

use super::{Room, SHORT};
use crate::clean::one_line;
use crate::document::{Block, Line};
use crate::words;

/// Checks on the first page at most, and on a full one.
const CHECKS: (usize, usize) = (5, 3);

pub(super) fn questions(summary: &Summary) -> Vec<Block> {
    if summary.questions.is_empty() {
        return vec![Line::plain("Nothing in particular.").into()];
    }
    vec![Block::List(
        summary.questions.iter().map(ask_line).collect(),
    )]
}

fn ask_line(ask: &Ask) -> Line {
    Line::strong(ask.text.clone()).and(format!(" ({})", one_line(&ask.reason, 2 * SHORT)))
}

pub(super) fn checks(summary: &Summary, room: Room) -> Vec<Block> {
    let most = room.of(CHECKS);
    if summary.checks.is_empty() {
        return vec![
            Line::plain(
                "Nothing told suggests a test. Most people with typical cramps need none (NICE CKS).",
            )
            .into(),
        ];
    }
    let mut lines: Vec<Line> = summary
        .checks
        .iter()
        .take(most)
        .map(|check| {
            Line::strong(check.text.clone()).and(format!(" ({})", one_line(&check.reason, SHORT)))
        })
        .collect();
    if summary.checks.len() > most {
        let more = words::counted(summary.checks.len() - most, "more check");
        lines.push(Line::plain(format!("And {more}.")));
    }
    vec![Block::List(lines)]
}

pub(super) fn method(summary: &Summary) -> Vec<Block> {
    let basis = match summary.basis {
        Basis::EvidenceOnly => {
            "Suspects: profile and published studies; no night of the diary is used yet.".to_owned()
        }
        Basis::Nights { answered, all } => format!(
            "Suspects: {answered} answered of {all} nights and published studies, Bayesian count model; unanswered is missing, not zero."
        ),
    };
    vec![
        Line::plain(basis).into(),
        Line::plain(format!(
            "Only a randomised test is proof. Self-told, no diagnosis. Soleus {}, knowledge {}. No clinician has reviewed it.",
            env!("CARGO_PKG_VERSION"),
            &knowledge::VERSION[..8]
        ))
        .into(),
    ]
}
