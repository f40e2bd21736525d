//! What may cause the cramps: how likely, how strong, and where that comes from.

use insight::{Summary, Suspect, Tag};
use texts::Sentence;

use crate::document::{Block, Line, Table};
use crate::tongue::Tongue;
use crate::words;

/// Likely suspects on the first page at most.
const SUSPECTS: usize = 5;
/// Suspects that are shown when none is likely.
const UNCLEAR: usize = 3;
/// Suspects that are ruled out, by name, at most.
const UNLIKELY: usize = 3;
/// Suspects that are not clear yet, on the second page at most.
const UNCLEAR_IN_FULL: usize = 8;
/// Keys of the headings of the columns, and their widths in percent.
const COLUMNS: &[(&str, u8)] = &[
    ("report-suspect", 31),
    ("report-suspect-chance", 10),
    ("report-suspect-times", 34),
    ("report-suspect-from", 25),
];

pub(super) fn suspects(summary: &Summary, tongue: Tongue) -> Vec<Block> {
    let mut blocks = Vec::new();
    let shown: &[Suspect] = if summary.likely.is_empty() {
        blocks.push(Line::plain(tongue.word("report-nothing-stands-out")).into());
        &summary.unclear[..UNCLEAR.min(summary.unclear.len())]
    } else {
        &summary.likely[..SUSPECTS.min(summary.likely.len())]
    };
    if !shown.is_empty() {
        blocks.push(Block::Table(Table {
            caption: tongue.word("report-suspected-causes"),
            columns: tongue.columns(COLUMNS),
            rows: shown.iter().map(|one| row(one, tongue)).collect(),
        }));
    }
    if summary.likely.len() > SUSPECTS {
        let more =
            Sentence::of("report-more-likely").with("count", summary.likely.len() - SUSPECTS);
        blocks.push(Line::plain(tongue.say(more)).into());
    }
    if !summary.unlikely.is_empty() {
        let names = summary.unlikely.iter();
        let names = names.map(|one| Sentence::known(one.factor.name)).collect();
        let unlikely =
            Sentence::of("report-probably-no-cause").with("names", words::first(names, UNLIKELY));
        blocks.push(Line::plain(tongue.say(unlikely)).into());
    }
    blocks
}

/// Name, chance, strength and source of a suspect.
fn row(suspect: &Suspect, tongue: Tongue) -> Vec<String> {
    let chance = suspect.p_raises.max(suspect.p_lowers);
    vec![
        tongue.known(suspect.factor.name),
        format!("{:.0} %", 100.0 * chance),
        tongue.say(strength(suspect)),
        tongue.say(source(suspect)),
    ]
}

fn strength(suspect: &Suspect) -> Sentence {
    let strength = if suspect.shows_number {
        let ratio = words::ratio_between(suspect.ratio, suspect.ratio_low, suspect.ratio_high);
        Sentence::joined(" ", [ratio, insight::suspects::per(suspect)])
    } else {
        Sentence::of("report-no-number")
    };
    if suspect.p_raises >= suspect.p_lowers {
        strength
    } else {
        Sentence::of("report-protects").with("strength", strength)
    }
}

fn source(suspect: &Suspect) -> Sentence {
    let of =
        |key| Sentence::of(key).with("certainty", words::certainty_short(suspect.factor.grade));
    match suspect.tag {
        Tag::FromStudies if suspect.shows_number => of("report-from-studies"),
        Tag::FromStudies => of("report-from-judgement"),
        Tag::FromYourNights => of("report-from-nights"),
        Tag::Tested => Sentence::of("report-from-test"),
    }
}

/// All likely suspects, and those that are not clear yet.
pub(super) fn in_full(summary: &Summary, tongue: Tongue) -> Vec<Block> {
    let rows: Vec<Vec<String>> = summary
        .likely
        .iter()
        .chain(summary.unclear.iter().take(UNCLEAR_IN_FULL))
        .map(|one| row(one, tongue))
        .collect();
    let mut blocks = Vec::new();
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            caption: tongue.word("report-likely-and-unclear"),
            columns: tongue.columns(COLUMNS),
            rows,
        }));
    }
    if summary.unclear.len() > UNCLEAR_IN_FULL {
        let more = summary.unclear.len() - UNCLEAR_IN_FULL;
        let more = Sentence::of("report-more-unclear").with("count", more);
        blocks.push(Line::plain(tongue.say(more)).into());
    }
    blocks
}
