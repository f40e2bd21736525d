//! The night strip: one column a night, its cramps as dots, with a sentence and a table that say the same.

use std::fmt::Write as _;

use diary::{Night, NightId, Outcome};

use crate::words;

/// Nights on the strip.
const NIGHTS: i32 = 28;
/// Dots in a column before it says “+”.
const DOTS: u32 = 5;
const COLUMN: i32 = 12;
/// Height of one dot with its gap.
const STEP: i32 = 12;
/// Height above the dots, where a “+” may stand.
const TOP: i32 = 14;

/// One night in the table.
pub(super) struct Row {
    pub(super) address: String,
    pub(super) night: String,
    pub(super) outcome: String,
    pub(super) pain: String,
}

/// The last four weeks.
pub(super) struct Strip {
    pub(super) sentence: String,
    pub(super) svg: String,
    pub(super) rows: Vec<Row>,
}

impl Strip {
    /// The 28 nights up to `last`.
    pub(super) fn of(nights: &[Night], last: NightId) -> Self {
        let shown: Vec<(NightId, Option<&Night>)> = (0..NIGHTS)
            .map(|back| last.plus_days(back - NIGHTS + 1))
            .map(|id| (id, nights.iter().find(|night| night.id == id)))
            .collect();
        let sentence = sentence(nights, last);
        Self {
            svg: draw(&shown, &sentence),
            rows: shown
                .iter()
                .rev()
                .filter_map(|(_, night)| night.map(row))
                .collect(),
            sentence,
        }
    }
}

fn row(night: &Night) -> Row {
    Row {
        address: format!("/nights/{}", night.id),
        night: words::night(night.id),
        outcome: words::outcome(night.outcome),
        pain: night.pain.map_or_else(String::new, |pain| {
            crate::say("words-of-ten")
                .with("score", pain.to_string())
                .plain()
        }),
    }
}

/// “In the last 4 weeks: cramps on 11 of 24 answered nights. In the 4 weeks before: 13 of 25.”
fn sentence(nights: &[Night], last: NightId) -> String {
    let count = |from: i32| {
        let span = nights.iter().filter(|night| {
            let age = last.days_since(night.id);
            (from..from + NIGHTS).contains(&age)
        });
        let seen: Vec<u32> = span.filter_map(|night| night.outcome.seen()).collect();
        (
            seen.iter().filter(|&&cramps| cramps > 0).count(),
            seen.len(),
        )
    };
    let (with, answered) = count(0);
    if answered == 0 {
        return crate::word("strip-none").to_owned();
    }
    let mut text = crate::say("strip-lately")
        .with("some", with)
        .with("count", answered)
        .plain();
    let (with_before, answered_before) = count(NIGHTS);
    if answered_before > 0 {
        let before = crate::say("strip-before")
            .with("some", with_before)
            .with("all", answered_before)
            .plain();
        let _ = write!(text, " {before}");
    }
    text
}

fn draw(nights: &[(NightId, Option<&Night>)], sentence: &str) -> String {
    let seen = nights
        .iter()
        .filter_map(|(_, night)| night.and_then(|night| night.outcome.seen()));
    let tallest = i32::try_from(seen.max().unwrap_or(0).clamp(2, DOTS)).unwrap_or(2);
    let base = TOP + tallest * STEP;
    let mut svg = format!(
        "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"strip-t strip-d\"><title id=\"strip-t\">{}</title>\
         <desc id=\"strip-d\">{sentence}</desc>",
        NIGHTS * COLUMN,
        base + 26,
        crate::word("strip-title")
    );
    for (place, (id, night)) in (0..).zip(nights) {
        let x = place * COLUMN + COLUMN / 2;
        column(&mut svg, x, base, *night);
        if id.evening().weekday() == jiff::civil::Weekday::Monday && place < NIGHTS - 6 {
            let _ = write!(
                svg,
                "<text class=\"text\" x=\"{}\" y=\"{}\">{}</text>",
                x - 5,
                base + 20,
                words::day_short(id.evening())
            );
        }
    }
    svg.push_str("</svg>");
    svg
}

/// Zero is a short line, unanswered a dashed box, each cramp a dot, larger when the pain was 7 or more.
fn column(svg: &mut String, x: i32, base: i32, night: Option<&Night>) {
    let outcome = night.map_or(Outcome::Missing, |night| night.outcome);
    // Writing to a String cannot fail.
    match outcome.seen() {
        None => {
            let _ = write!(
                svg,
                "<rect class=\"unanswered\" x=\"{}\" y=\"{}\" width=\"7\" height=\"7\"/>",
                x - 4,
                base - 8
            );
        }
        Some(0) => {
            let _ = write!(
                svg,
                "<line class=\"zero\" x1=\"{}\" x2=\"{}\" y1=\"{base}\" y2=\"{base}\"/>",
                x - 4,
                x + 4
            );
        }
        Some(cramps) => {
            let strong = night
                .and_then(|night| night.pain)
                .is_some_and(|pain| pain.get() >= 7);
            let radius = if strong { 5.2 } else { 3.8 };
            for dot in (0..).take(cramps.min(DOTS) as usize) {
                let y = base - 6 - dot * STEP;
                let _ = write!(
                    svg,
                    "<circle class=\"dot-more\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"
                );
            }
            if cramps > DOTS {
                let _ = write!(
                    svg,
                    "<text class=\"text\" x=\"{x}\" y=\"10\" text-anchor=\"middle\">+</text>"
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_nights_it_says_so_and_draws_28_unanswered() {
        let strip = Strip::of(&[], "2026-05-02".parse().unwrap());
        assert_eq!(
            strip.sentence,
            "No night of the last 4 weeks is answered yet."
        );
        assert_eq!(strip.svg.matches("unanswered").count(), 28);
        assert!(strip.rows.is_empty());
    }
}
