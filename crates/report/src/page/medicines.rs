//! The medicines on the first page, and the sheet for a review of them on the second.

use insight::Summary;
use insight::medicines::{Row, remedies_of};
use insight::summary::{MedicineUse, State};
use knowledge::CrampLabel;

use super::{LONG, Room, SHORT};
use crate::clean::one_line;
use crate::document::{Block, Line, Table};
use crate::words;

/// Medicines on the first page at most, and on a full one.
const MEDICINES: (usize, usize) = (8, 6);
/// Remedies that are named for one medicine at most.
const REMEDIES: usize = 4;
/// Headings of the columns, and their widths in percent.
const COLUMNS: &[(&str, u8)] = &[
    ("Medicine and dose", 34),
    ("Taken", 30),
    ("On US label", 18),
    ("Studies of cramps", 18),
];

pub(super) fn medicines(summary: &Summary, room: Room) -> Vec<Block> {
    let most = room.of(MEDICINES);
    let medicines = &summary.medicines;
    let complete = match (medicines.complete, medicines.all.is_empty()) {
        (Some(true), true) => "Takes none (list said to be complete).",
        (Some(true), false) => "List said to be complete.",
        (Some(false), _) => "List not complete.",
        (None, true) => "Not told.",
        (None, false) => "Whether the list is complete was not told.",
    };
    let mut blocks = Vec::new();
    if !medicines.all.is_empty() {
        let rows = medicines.all.iter().take(most);
        blocks.push(Block::Table(Table {
            caption: "Medicines",
            columns: COLUMNS,
            rows: rows.map(|one| row(one, SHORT)).collect(),
        }));
    }
    let more = match medicines.all.len().saturating_sub(most) {
        0 => String::new(),
        more => format!(" And {}.", words::counted(more, "more medicine")),
    };
    let is_compared = medicines.all.iter().any(|one| one.around_start.is_some());
    let brackets = if is_compared {
        " In brackets: nights with cramps of those answered, before and after the start."
    } else {
        ""
    };
    blocks.push(Line::plain(format!("{complete}{more}{brackets}")).into());
    blocks
}

/// Name and dose, times, and evidence of a medicine.
fn row(one: &MedicineUse, longest: usize) -> Vec<String> {
    let dose = one.dose.as_deref().map(|dose| one_line(dose, longest));
    let name = match dose.filter(|dose| !dose.is_empty()) {
        Some(dose) => format!("{}, {dose}", one.name),
        None => one.name.clone(),
    };
    let mut taken = match one.state {
        State::Taking(Some(since)) => format!("since {}", words::date(since)),
        State::Taking(None) => "start not told".to_owned(),
        State::Stopped(Some(on)) => format!("stopped {}", words::date(on)),
        State::Stopped(None) => "stopped, day not told".to_owned(),
    };
    if let Some((before, after)) = one.around_start {
        taken.push_str(&format!(
            " ({}/{}; {}/{})",
            before.with_cramps, before.answered, after.with_cramps, after.answered
        ));
    }
    let label = match one.label() {
        CrampLabel::Unknown if one.known.is_none() => "not in our list",
        label => words::label(label),
    };
    let best = one.factors.iter().map(|factor| factor.grade).max();
    let studies = best.map_or("none we know", words::grade);
    vec![name, taken, label.to_owned(), studies.to_owned()]
}

/// The sheet for a medicine review: all medicines, what labels, studies and the person's own nights say of each, what the
/// safety rules keep away from it, and what to ask.
pub(super) fn review(summary: &Summary) -> Vec<Block> {
    let medicines = &summary.medicines.all;
    if medicines.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        Line::plain("To go through together. No medicine is to be stopped or changed because of this page alone.").into(),
        Block::Table(Table {
            caption: "All medicines",
            columns: COLUMNS,
            rows: medicines.iter().map(|one| row(one, LONG)).collect(),
        }),
    ];
    let review = &summary.review;
    let mut evidence: Vec<Line> = review.rows.iter().filter_map(evidence).collect();
    let together = review.together.iter();
    evidence.extend(together.map(|rule| Line::strong("Together: ").and(rule.message)));
    if !evidence.is_empty() {
        blocks.push(Block::List(evidence));
    }
    if review.rows.iter().any(|row| row.change.is_some()) {
        blocks.push(Line::plain(insight::medicines::Change::CAVEAT).into());
    }
    if !review.questions.is_empty() {
        blocks.push(
            Line::strong("To ask: ")
                .and(review.questions.join(" "))
                .into(),
        );
    }
    blocks
}

/// What is known about one medicine beside the table; none when that is nothing.
fn evidence(row: &Row) -> Option<Line> {
    let mut parts: Vec<String> = row
        .factors
        .iter()
        .map(|factor| {
            let summary = factor.summary.trim_end_matches('.');
            format!("{summary} ({}).", words::grade(factor.grade))
        })
        .collect();
    if let Some(change) = &row.change {
        parts.push(format!("Own nights: {}", change.sentence()));
    }
    if row.taking {
        parts.extend(kept_away(row).map(|remedies| format!("Rules ask first about: {remedies}.")));
    }
    (!parts.is_empty()).then(|| Line::strong(format!("{}: ", row.name)).and(parts.join(" ")))
}

/// The remedies that rules about the medicine keep away or warn about.
fn kept_away(row: &Row) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for remedy in row.rules.iter().flat_map(|rule| remedies_of(rule)) {
        // Without what stands in brackets.
        let name = remedy.name.split(" (").next().unwrap_or(remedy.name);
        let name = words::lower_first(name);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| words::first(names, REMEDIES))
}
