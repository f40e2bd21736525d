//! What may cause the cramps: how likely, how strong, and where that comes from.

use insight::{Summary, Suspect, Tag};

use crate::document::{Block, Line, Table};
use crate::words;

/// Likely suspects on the first page at most.
const SUSPECTS: usize = 5;
/// Suspects that are shown when none is likely.
const UNCLEAR: usize = 3;
/// Suspects that are ruled out, by name, at most.
const UNLIKELY: usize = 3;
/// Suspects that are not clear yet, on the second page at most.
const UNCLEAR_IN_FULL: usize = 8;
/// Headings of the columns, and their widths in percent.
const COLUMNS: &[(&str, u8)] = &[
    ("Suspect", 31),
    ("Chance", 10),
    ("Times as many cramps (5-95 %)", 34),
    ("From (certainty)", 25),
];

pub(super) fn suspects(summary: &Summary) -> Vec<Block> {
    let mut blocks = Vec::new();
    let (shown, word): (&[Suspect], &str) = if summary.likely.is_empty() {
        let most = UNCLEAR.min(summary.unclear.len());
        (
            &summary.unclear[..most],
            "Nothing stands out yet. Likeliest so far:",
        )
    } else {
        (&summary.likely[..SUSPECTS.min(summary.likely.len())], "")
    };
    if !word.is_empty() {
        blocks.push(Line::plain(word).into());
    }
    if !shown.is_empty() {
        blocks.push(Block::Table(Table {
            caption: "Suspected causes",
            columns: COLUMNS,
            rows: shown.iter().map(row).collect(),
        }));
    }
    if summary.likely.len() > SUSPECTS {
        let more = words::counted(summary.likely.len() - SUSPECTS, "more likely suspect");
        blocks.push(Line::plain(format!("And {more}.")).into());
    }
    if !summary.unlikely.is_empty() {
        let names = summary.unlikely.iter().map(|one| one.factor.name);
        let names: Vec<String> = names.map(str::to_owned).collect();
        let text = format!("Probably no cause here: {}.", words::first(names, UNLIKELY));
        blocks.push(Line::plain(text).into());
    }
    blocks
}

/// Name, chance, strength and source of a suspect.
fn row(suspect: &Suspect) -> Vec<String> {
    let chance = suspect.p_raises.max(suspect.p_lowers);
    vec![
        suspect.factor.name.to_owned(),
        format!("{:.0} %", 100.0 * chance),
        strength(suspect),
        source(suspect),
    ]
}

fn strength(suspect: &Suspect) -> String {
    let protects = if suspect.p_raises >= suspect.p_lowers {
        ""
    } else {
        "protects: "
    };
    if !suspect.shows_number {
        return format!("{protects}no number, no study compares");
    }
    format!(
        "{protects}{} ({} to {}) {}",
        words::ratio(suspect.ratio),
        words::ratio(suspect.ratio_low),
        words::ratio(suspect.ratio_high),
        insight::suspects::per(suspect)
    )
}

fn source(suspect: &Suspect) -> String {
    let studies = words::grade(suspect.factor.grade);
    let studies = studies.strip_suffix(" certainty").unwrap_or(studies);
    match suspect.tag {
        Tag::FromStudies if suspect.shows_number => format!("studies ({studies})"),
        Tag::FromStudies => format!("our judgement ({studies})"),
        Tag::FromYourNights => format!("own nights, studies ({studies})"),
        Tag::Tested => "randomised self-test".to_owned(),
    }
}

/// All likely suspects, and those that are not clear yet.
pub(super) fn in_full(summary: &Summary) -> Vec<Block> {
    let rows: Vec<Vec<String>> = summary
        .likely
        .iter()
        .chain(summary.unclear.iter().take(UNCLEAR_IN_FULL))
        .map(row)
        .collect();
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            caption: "Likely and unclear suspects",
            columns: COLUMNS,
            rows,
        }));
    }
    if summary.unclear.len() > UNCLEAR_IN_FULL {
        let more = words::counted(summary.unclear.len() - UNCLEAR_IN_FULL, "more");
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
