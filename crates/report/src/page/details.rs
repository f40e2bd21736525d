//! The second page: the sheet for a medicine review, and what stands behind the first page.

use insight::Summary;

use super::{LONG, Room, measured, medicines, section, signs, suspects, tested};
use crate::clean::one_line;
use crate::document::{Block, Line, Section};
use crate::words;

/// The sections of the second page; empty ones are left out.
pub(super) fn sections(summary: &Summary, room: Room) -> Vec<Section> {
    vec![
        section("Medicine review", medicines::review(summary)),
        section("Suspects in full", suspects::in_full(summary)),
        section("Self-tests in full", tested::in_full(summary)),
        section("Warning signs in full", signs::in_full(summary)),
        section("Questionnaires", signs::questionnaires(summary)),
        section("Blood values", measured::labs_in_full(summary, room)),
        section("Food and drink", measured::eaten_in_full(summary)),
        section("Started or planned", doing(summary)),
        section("Notes of the person", notes(summary)),
    ]
    .into_iter()
    .filter(|section| !section.blocks.is_empty())
    .collect()
}

fn doing(summary: &Summary) -> Vec<Block> {
    let lines: Vec<Line> = summary
        .doing
        .iter()
        .map(|step| {
            // Its first sentence says how much; the reasons stand in the plan.
            let sure = step.how_sure.split(". ").next().unwrap_or_default();
            Line::strong(format!("{}: ", step.remedy.name))
                .and(format!("{}.", sure.trim_end_matches('.')))
        })
        .collect();
    if lines.is_empty() {
        return Vec::new();
    }
    vec![
        Line::plain("What Soleus suggests now, after its safety rules:").into(),
        Block::List(lines),
    ]
}

fn notes(summary: &Summary) -> Vec<Block> {
    if summary.notes.is_empty() {
        return Vec::new();
    }
    let lines = summary.notes.iter().map(|note| {
        Line::strong(format!("{}: ", words::date(note.night.evening())))
            .and(format!("“{}”", one_line(&note.text, LONG)))
    });
    vec![Block::List(lines.collect())]
}
