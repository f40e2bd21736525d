//! What the person tested on themselves, with the result and the registration that anybody can check.

use insight::Summary;
use insight::trial::Summary as Trial;

use crate::clean::one_line;
use crate::document::{Block, Line, Table};
use crate::words;

/// Tests on the first page at most.
const TESTS: usize = 3;
/// Characters of a registration's hash on the first page: enough to tell it from every other one; the second page has all.
const OF_HASH: usize = 12;
/// Characters of a test's name, which may be the person's own.
const NAME: usize = 60;
/// Headings of the columns, and their widths in percent.
const COLUMNS: &[(&str, u8)] = &[
    ("Randomised self-test", 25),
    ("When, nights counted", 27),
    ("With : without it", 19),
    ("Evidence; registered as", 29),
];

/// The tests of the first page.
pub(super) fn tested(summary: &Summary) -> Vec<Block> {
    let trials = &summary.trials;
    if trials.is_empty() {
        return vec![Line::plain("Nothing yet by a randomised self-test.").into()];
    }
    let mut blocks = vec![Block::Table(Table {
        caption: "Randomised self-tests",
        columns: COLUMNS,
        rows: trials.iter().take(TESTS).map(row).collect(),
    })];
    let more = match trials.len().saturating_sub(TESTS) {
        0 => String::new(),
        more => format!(" And {}.", words::counted(more, "more test")),
    };
    let text = format!(
        "With : without it is the ratio of cramps (5-95 %). Evidence of 20 to 1 or more we call an answer.{more}"
    );
    blocks.push(Line::plain(text).into());
    blocks
}

fn row(trial: &Trial) -> Vec<String> {
    let when = match trial.last_night {
        Some(last) => format!(
            "{}, {}",
            words::days(trial.first_night, last),
            words::counted(trial.nights, "night")
        ),
        None => format!("from {}", words::date(trial.first_night)),
    };
    let ratio = trial.ratio.map_or_else(
        || state(trial).to_owned(),
        |ratio| {
            format!(
                "{} ({} to {})",
                words::ratio(ratio.estimate),
                words::ratio(ratio.low),
                words::ratio(ratio.high)
            )
        },
    );
    let hash: String = trial.hash.chars().take(OF_HASH).collect();
    let registered = format!("#{hash}");
    vec![
        one_line(&trial.name.to_string(), NAME),
        when,
        ratio,
        match evidence(trial) {
            Some(evidence) => format!("{evidence}; {registered}"),
            None => registered,
        },
    ]
}

fn state(trial: &Trial) -> &'static str {
    match trial.standing {
        "finished" | "stopped" => "no result",
        "paused" => "waits",
        _ => "under way",
    }
}

/// “31 to 1, p 0.004”.
fn evidence(trial: &Trial) -> Option<String> {
    let e = trial.e_value.map(|e| {
        format!(
            "{} to 1",
            words::number(if e >= 10.0 { e.round() } else { e })
        )
    });
    let p = trial.p_randomisation.map(|p| {
        if p < 0.001 {
            "p < 0.001".to_owned()
        } else {
            format!("p {p:.3}")
        }
    });
    let both: Vec<String> = e.into_iter().chain(p).collect();
    (!both.is_empty()).then(|| both.join(", "))
}

/// The tests of the second page: what was compared, what it would bring, and how to check that it was fixed before.
pub(super) fn in_full(summary: &Summary) -> Vec<Block> {
    if summary.trials.is_empty() {
        return Vec::new();
    }
    let mut lines: Vec<Line> = summary
        .trials
        .iter()
        .map(|trial| {
            let (a, b) = &trial.arms;
            let brings = trial.fewer_a_month.map_or_else(
                || format!(" {}.", words::capital(state(trial))),
                |(fewer, low, high)| {
                    format!(
                        " With it {} cramps a month (5-95 %: {} to {}).",
                        fewer_or_more(fewer),
                        fewer_or_more(low),
                        fewer_or_more(high)
                    )
                },
            );
            Line::strong(format!("{}: ", one_line(&trial.name.to_string(), NAME))).and(format!(
                "“{}” or “{}”, by lot.{brings} Registered {}, seed {}, SHA-256 {}.",
                one_line(a, NAME),
                one_line(b, NAME),
                words::date(trial.registered),
                trial.seed,
                trial.hash
            ))
        })
        .collect();
    lines.push(Line::plain(
        "The hash is of the record that was fixed before the first night: schedule, outcome, analysis. “31 to 1” is evidence that stays valid however often one looks; 20 to 1 is called an answer.",
    ));
    vec![Block::List(lines)]
}

/// “3 fewer”, “0.4 more”: tenths of a cramp mean nothing beside whole ones.
fn fewer_or_more(cramps: f64) -> String {
    let size = cramps.abs();
    let size = words::number(if size >= 3.0 { size.round() } else { size });
    let direction = if cramps < 0.0 { "more" } else { "fewer" };
    format!("{size} {direction}")
}
