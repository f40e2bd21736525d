//! The words of the second page: what stands behind the first, and the sheet for a medicine review.

use insight::summary::{Answered, Summary};
use insight::{Raised, RaisedFrom};

use crate::clean::one_line;
use crate::document::{Block, Line, Section, Table};
use crate::page::{MEDICINE_COLUMNS, SUSPECT_COLUMNS, medicine_row, section, suspect_row};
use crate::words;

/// Suspects that are not clear yet, at most.
const UNCLEAR: usize = 8;
/// Characters of a note or a dose of the person.
const LONG: usize = 300;

/// The sections of the second page; empty ones are left out.
pub(crate) fn sections(summary: &Summary) -> Vec<Section> {
    vec![
        section("Medicine review", medicine_review(summary)),
        section("Suspects in full", suspects(summary)),
        section("Warning signs in full", signs(summary)),
        section("Started or planned", doing(summary)),
        section("Notes of the person", notes(summary)),
    ]
    .into_iter()
    .filter(|section| !section.blocks.is_empty())
    .collect()
}

/// Why a flag is raised, without a “you”: the page is read by somebody else.
pub(crate) fn raised_by(raised: &Raised) -> String {
    let ask = raised.flag.ask;
    match raised.from {
        RaisedFrom::Answer(day) => format!("Answered yes on {}: “{ask}”", words::date(day)),
        RaisedFrom::Night(night) => format!("From the diary, {}: “{ask}”", words::night(night)),
        RaisedFrom::Questionnaire(day) => {
            format!("From a questionnaire of {}: “{ask}”", words::date(day))
        }
        RaisedFrom::Profile => format!("From the profile: “{ask}”"),
    }
}

fn medicine_review(summary: &Summary) -> Vec<Block> {
    let medicines = &summary.medicines.all;
    if medicines.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        Line::plain("To go through together. No medicine is to be stopped or changed because of this page alone.").into(),
        Block::Table(Table {
            caption: "All medicines",
            columns: MEDICINE_COLUMNS,
            rows: medicines.iter().map(|one| medicine_row(one, LONG)).collect(),
        }),
    ];
    let mut evidence: Vec<Line> = Vec::new();
    for one in medicines {
        for factor in &one.factors {
            evidence.push(Line::strong(format!("{}: ", one.name)).and(format!(
                "{} ({}).",
                factor.summary,
                words::grade(factor.grade)
            )));
        }
        if let Some(known) = one.known.filter(|known| !known.label_source.is_empty()) {
            evidence.push(
                Line::strong(format!("{}: ", one.name))
                    .and(format!("label read: {}.", label_read(known.label_source))),
            );
        }
    }
    if !evidence.is_empty() {
        blocks.push(Block::List(evidence));
    }
    blocks
}

/// The kind of source; the rest is an address for machines.
fn label_read(source: &str) -> &str {
    source.split(' ').next().unwrap_or(source)
}

fn suspects(summary: &Summary) -> Vec<Block> {
    let rows: Vec<Vec<String>> = summary
        .likely
        .iter()
        .chain(summary.unclear.iter().take(UNCLEAR))
        .map(suspect_row)
        .collect();
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            caption: "Likely and unclear suspects",
            columns: SUSPECT_COLUMNS,
            rows,
        }));
    }
    if summary.unclear.len() > UNCLEAR {
        let more = words::counted(summary.unclear.len() - UNCLEAR, "more");
        blocks.push(
            Line::plain(format!(
                "Also not clear yet: {}.",
                more.trim_end_matches('s')
            ))
            .into(),
        );
    }
    blocks
}

fn signs(summary: &Summary) -> Vec<Block> {
    let signs = &summary.signs;
    let list = |answers: &[Answered]| -> Vec<Line> {
        answers
            .iter()
            .map(|one| Line::plain(format!("{} ({})", one.flag.suggests, words::date(one.on))))
            .collect()
    };
    let mut blocks = Vec::new();
    if !signs.raised.is_empty() {
        let raised = signs.raised.iter().map(|raised| {
            Line::strong(format!(
                "{}: {}. ",
                words::urgency(raised.flag.urgency),
                raised.flag.suggests
            ))
            .and(raised_by(raised))
        });
        blocks.push(Line::strong("Raised").into());
        blocks.push(Block::List(raised.collect()));
    }
    if !signs.seen.is_empty() {
        blocks.push(Line::strong("Answered yes, seen by a professional since").into());
        blocks.push(Block::List(list(&signs.seen)));
    }
    if !signs.denied.is_empty() {
        let names: Vec<String> = signs
            .denied
            .iter()
            .map(|one| one.flag.suggests.to_owned())
            .collect();
        blocks.push(
            Line::strong("Answered no, signs of: ")
                .and(format!("{}.", names.join("; ")))
                .into(),
        );
    }
    if !signs.unasked.is_empty() {
        let names: Vec<&str> = signs.unasked.iter().map(|flag| flag.suggests).collect();
        blocks.push(
            Line::strong("Not asked, or not lately, signs of: ")
                .and(format!("{}.", names.join("; ")))
                .into(),
        );
    }
    blocks
}

fn doing(summary: &Summary) -> Vec<Block> {
    let lines: Vec<Line> = summary
        .doing
        .iter()
        .map(|step| Line::strong(step.remedy.name).and(format!(" {}", step.how_sure)))
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
