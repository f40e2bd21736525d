//! The period strip: one column a night over a band that shows the arm, with a sentence and a table that say the same.

use std::fmt::Write as _;

use diary::trial::Arm;
use diary::{Night, Outcome};
use insight::trial::{Course, Turn};

use crate::words;

/// Columns in one row of the strip.
const ACROSS: usize = 28;
const COLUMN: usize = 12;
/// Dots in a column before it says “+”.
const DOTS: u32 = 4;
const STEP: usize = 11;
/// Height of the band that carries the arm's letter.
const BAND: usize = 18;

/// The nights of a trial as a picture and as a table.
pub(super) struct Strip {
    pub(super) svg: String,
    pub(super) rows: Vec<Row>,
}

/// One period in the table.
pub(super) struct Row {
    pub(super) dates: String,
    pub(super) arm: char,
    /// The arm in a word or two.
    pub(super) label: String,
    pub(super) nights: usize,
    pub(super) with_cramps: usize,
    pub(super) cramps: u32,
}

impl Strip {
    /// The nights that were taken in.
    pub(super) fn of(course: &Course, taken: &[(Turn, Option<&Night>)], sentence: &str) -> Self {
        Self {
            svg: draw(taken, sentence),
            rows: rows(course, taken),
        }
    }
}

fn rows(course: &Course, taken: &[(Turn, Option<&Night>)]) -> Vec<Row> {
    taken
        .chunk_by(|one, other| one.0.period == other.0.period)
        .filter_map(|period| {
            let (first, last) = (period.first()?, period.last()?);
            let seen: Vec<u32> = period
                .iter()
                .filter(|(turn, _)| turn.counts)
                .filter_map(|(_, night)| night.and_then(|night| night.outcome.seen()))
                .collect();
            let label = insight::trial::words::label(course.record(), first.0.arm);
            Some(Row {
                dates: crate::say("band-dates")
                    .with("from", words::date(first.0.night.evening()))
                    .with("to", words::date(last.0.night.evening()))
                    .plain(),
                arm: first.0.arm.letter(),
                label: label.to_owned(),
                nights: seen.len(),
                with_cramps: seen.iter().filter(|&&cramps| cramps > 0).count(),
                cramps: seen.iter().sum(),
            })
        })
        .collect()
}

fn draw(taken: &[(Turn, Option<&Night>)], sentence: &str) -> String {
    let row_height = DOTS as usize * STEP + BAND + 26;
    let rows = taken.len().div_ceil(ACROSS).max(1);
    let mut svg = format!(
        "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"band-t band-d\"><title id=\"band-t\">{}</title><desc id=\"band-d\">{}</desc>",
        ACROSS * COLUMN,
        rows * row_height,
        crate::word("band-title"),
        escaped(sentence)
    );
    for (line, nights) in taken.chunks(ACROSS).enumerate() {
        row(&mut svg, nights, line * row_height);
    }
    svg.push_str("</svg>");
    svg
}

fn row(svg: &mut String, nights: &[(Turn, Option<&Night>)], top: usize) {
    let base = top + DOTS as usize * STEP + 8;
    let mut place = 0;
    // One band for each run of a period: A is filled, B is an outline, and both say their letter.
    for period in nights.chunk_by(|one, other| one.0.period == other.0.period) {
        let (x, width) = (place * COLUMN, period.len() * COLUMN);
        let Some((turn, _)) = period.first() else {
            continue;
        };
        let arm = turn.arm;
        let class = match arm {
            Arm::A => "arm-a",
            Arm::B => "arm-b",
        };
        // Writing to a String cannot fail.
        let _ = write!(
            svg,
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{BAND}\" rx=\"3\"/><text class=\"text on-{class}\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            x + 1,
            base + 5,
            width - 2,
            x + width / 2,
            base + 19,
            arm.letter()
        );
        place += period.len();
    }
    for (place, (turn, night)) in nights.iter().enumerate() {
        column(svg, place * COLUMN + COLUMN / 2, base, turn.counts, *night);
    }
}

/// A night that does not count is drawn faint; zero is a line, unanswered a dashed box, each cramp a dot.
fn column(svg: &mut String, x: usize, base: usize, counts: bool, night: Option<&Night>) {
    let outcome = night.map_or(Outcome::Missing, |night| night.outcome);
    let faint = if counts { "" } else { " faint" };
    let _ = match outcome.seen() {
        None => write!(
            svg,
            "<rect class=\"unanswered{faint}\" x=\"{}\" y=\"{}\" width=\"7\" height=\"7\"/>",
            x.saturating_sub(4),
            base - 8
        ),
        Some(0) => write!(
            svg,
            "<line class=\"zero{faint}\" x1=\"{}\" x2=\"{}\" y1=\"{base}\" y2=\"{base}\"/>",
            x.saturating_sub(4),
            x + 4
        ),
        Some(cramps) => {
            for dot in 0..cramps.min(DOTS) as usize {
                let _ = write!(
                    svg,
                    "<circle class=\"dot-more{faint}\" cx=\"{x}\" cy=\"{}\" r=\"3.6\"/>",
                    base - 6 - dot * STEP
                );
            }
            if cramps > DOTS {
                write!(
                    svg,
                    "<text class=\"text\" x=\"{x}\" y=\"{}\" text-anchor=\"middle\">+</text>",
                    base - 6 - (DOTS as usize - 1) * STEP - 5
                )
            } else {
                Ok(())
            }
        }
    };
}

/// The person's own words may stand in the sentence.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
