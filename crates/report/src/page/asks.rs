//! What the person would like to ask, what a doctor might check, and how the page came about.

use insight::summary::Ask;
use insight::{Basis, Summary};
use texts::Sentence;

use super::{Room, SHORT};
use crate::clean::one_line;
use crate::document::{Block, Line};
use crate::tongue::Tongue;

/// Checks on the first page at most, and on a full one.
const CHECKS: (usize, usize) = (5, 3);

pub(super) fn questions(summary: &Summary, tongue: Tongue) -> Vec<Block> {
    if summary.questions.is_empty() {
        return vec![Line::plain(tongue.word("report-no-question")).into()];
    }
    let questions = summary.questions.iter();
    let lines = questions.map(|ask| ask_line(ask, 2 * SHORT, tongue));
    vec![Block::List(lines.collect())]
}

fn ask_line(ask: &Ask, longest: usize, tongue: Tongue) -> Line {
    let reason = one_line(&tongue.say(&ask.reason), longest);
    Line::strong(tongue.say(&ask.text)).and(format!(" ({reason})"))
}

pub(super) fn checks(summary: &Summary, room: Room, tongue: Tongue) -> Vec<Block> {
    let most = room.of(CHECKS);
    if summary.checks.is_empty() {
        return vec![Line::plain(tongue.word("report-no-check")).into()];
    }
    let checks = summary.checks.iter().take(most);
    let mut lines: Vec<Line> = checks.map(|check| ask_line(check, SHORT, tongue)).collect();
    if summary.checks.len() > most {
        let more = Sentence::of("report-more-checks").with("count", summary.checks.len() - most);
        lines.push(Line::plain(tongue.say(more)));
    }
    vec![Block::List(lines)]
}

pub(super) fn method(summary: &Summary, tongue: Tongue) -> Vec<Block> {
    let basis = match summary.basis {
        Basis::EvidenceOnly => Sentence::of("report-method-studies"),
        Basis::Nights { answered, all } => Sentence::of("report-method-nights")
            .with("answered", answered)
            .with("all", all),
    };
    let limits = Sentence::of("report-method-limits")
        .with("version", Sentence::text(env!("CARGO_PKG_VERSION")))
        .with("knowledge", Sentence::text(&knowledge::VERSION[..8]));
    vec![
        Line::plain(tongue.say(basis)).into(),
        Line::plain(tongue.say(limits)).into(),
    ]
}
