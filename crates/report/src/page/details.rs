//! The second page: the sheet for a medicine review, and what stands behind the first page.

use insight::Summary;
use texts::Sentence;

use super::{LONG, Room, measured, medicines, section, signs, suspects, tested};
use crate::clean::one_line;
use crate::document::{Block, Line, Section};
use crate::tongue::Tongue;
use crate::words;

/// The sections of the second page; empty ones are left out.
pub(super) fn sections(summary: &Summary, room: Room, tongue: Tongue) -> Vec<Section> {
    let section = |key, blocks| section(tongue.word(key), blocks);
    vec![
        section("report-medicine-review", medicines::review(summary, tongue)),
        section(
            "report-suspects-in-full",
            suspects::in_full(summary, tongue),
        ),
        section("report-tests-in-full", tested::in_full(summary, tongue)),
        section("report-signs-in-full", signs::in_full(summary, tongue)),
        section(
            "report-questionnaires-in-full",
            signs::questionnaires(summary, tongue),
        ),
        section(
            "report-blood-values",
            measured::labs_in_full(summary, room, tongue),
        ),
        section(
            "report-food-in-full",
            measured::eaten_in_full(summary, tongue),
        ),
        section("report-started", doing(summary, tongue)),
        section("report-notes", notes(summary, tongue)),
    ]
    .into_iter()
    .filter(|section| !section.blocks.is_empty())
    .collect()
}

fn doing(summary: &Summary, tongue: Tongue) -> Vec<Block> {
    let lines: Vec<Line> = summary
        .doing
        .iter()
        .map(|step| {
            // Its first sentence says how much; the reasons stand in the plan.
            let sure = tongue.say(&step.how_sure);
            let sure = sure.split(". ").next().unwrap_or_default();
            Line::strong(format!("{}: ", tongue.known(step.remedy.name)))
                .and(format!("{}.", sure.trim_end_matches('.')))
        })
        .collect();
    if lines.is_empty() {
        return Vec::new();
    }
    vec![
        Line::plain(tongue.word("report-suggested")).into(),
        Block::List(lines),
    ]
}

fn notes(summary: &Summary, tongue: Tongue) -> Vec<Block> {
    if summary.notes.is_empty() {
        return Vec::new();
    }
    let lines = summary.notes.iter().map(|note| {
        let date = tongue.say(words::date(note.night.evening()));
        let words =
            Sentence::of("report-quoted").with("words", Sentence::text(one_line(&note.text, LONG)));
        Line::strong(format!("{date}: ")).and(tongue.say(words))
    });
    vec![Block::List(lines.collect())]
}
