//! What the person tested on themselves, with the result and the registration that anybody can check.

use insight::Summary;
use insight::trial::Summary as Trial;
use texts::Sentence;

use crate::clean::one_line;
use crate::document::{Block, Line, Table};
use crate::tongue::Tongue;
use crate::words;

/// Tests on the first page at most.
const TESTS: usize = 3;
/// Characters of a registration's hash on the first page: enough to tell it from every other one; the second page has all.
const OF_HASH: usize = 12;
/// Characters of a test's name, which may be the person's own.
const NAME: usize = 60;
/// Keys of the headings of the columns, and their widths in percent.
const COLUMNS: &[(&str, u8)] = &[
    ("report-test", 25),
    ("report-test-when", 27),
    ("report-test-ratio", 19),
    ("report-test-evidence", 29),
];

/// The tests of the first page.
pub(super) fn tested(summary: &Summary, tongue: Tongue) -> Vec<Block> {
    let trials = &summary.trials;
    if trials.is_empty() {
        return vec![Line::plain(tongue.word("report-nothing-tested")).into()];
    }
    let shown = trials.iter().take(TESTS);
    let mut about = vec![Sentence::of("report-test-about")];
    if trials.len() > TESTS {
        about.push(Sentence::of("report-more-tests").with("count", trials.len() - TESTS));
    }
    vec![
        Block::Table(Table {
            caption: tongue.word("report-tests"),
            columns: tongue.columns(COLUMNS),
            rows: shown.map(|trial| row(trial, tongue)).collect(),
        }),
        Line::plain(tongue.say(Sentence::in_turn(about))).into(),
    ]
}

fn row(trial: &Trial, tongue: Tongue) -> Vec<String> {
    let when = match trial.last_night {
        Some(last) => Sentence::of("report-test-nights")
            .with("days", words::days(trial.first_night, last))
            .with("nights", trial.nights),
        None => Sentence::of("report-test-from").with("date", words::date(trial.first_night)),
    };
    let ratio = trial.ratio.map_or_else(
        || state(trial),
        |ratio| words::ratio_between(ratio.estimate, ratio.low, ratio.high),
    );
    let hash: String = trial.hash.chars().take(OF_HASH).collect();
    let registered = Sentence::text(format!("#{hash}"));
    let evidence = evidence(trial).into_iter().chain([registered]);
    vec![
        one_line(&tongue.say(&trial.name), NAME),
        tongue.say(when),
        tongue.say(ratio),
        tongue.say(Sentence::joined("; ", evidence)),
    ]
}

fn state(trial: &Trial) -> Sentence {
    Sentence::of(match trial.standing {
        "finished" | "stopped" => "report-test-no-result",
        "paused" => "report-test-waits",
        _ => "report-test-under-way",
    })
}

/// “31 to 1, p 0.004”.
fn evidence(trial: &Trial) -> Option<Sentence> {
    let e = trial.e_value.map(|e| {
        Sentence::of("report-to-one")
            .with("odds", words::figure(if e >= 10.0 { e.round() } else { e }))
    });
    let p = trial.p_randomisation.map(|p| {
        let (sign, p) = if p < 0.001 {
            ("p <", "0.001".to_owned())
        } else {
            ("p", format!("{p:.3}"))
        };
        Sentence::joined(" ", [Sentence::text(sign), Sentence::figure(p)])
    });
    let both: Vec<Sentence> = e.into_iter().chain(p).collect();
    (!both.is_empty()).then(|| Sentence::joined(", ", both))
}

/// The tests of the second page: what was compared, what it would bring, and how to check that it was fixed before.
pub(super) fn in_full(summary: &Summary, tongue: Tongue) -> Vec<Block> {
    if summary.trials.is_empty() {
        return Vec::new();
    }
    let mut lines: Vec<Line> = summary
        .trials
        .iter()
        .map(|trial| {
            let arm = |label: &str| Sentence::text(one_line(&tongue.known(label), NAME));
            let (a, b) = &trial.arms;
            let brings = match trial.fewer_a_month {
                None => Sentence::joined("", [state(trial).capital(), Sentence::text(".")]),
                Some((fewer, low, high)) => Sentence::of("report-test-brings")
                    .with("fewer", fewer_or_more(fewer))
                    .with("low", fewer_or_more(low))
                    .with("high", fewer_or_more(high)),
            };
            let told = Sentence::of("report-test-in-full")
                .with("a", arm(a))
                .with("b", arm(b))
                .with("brings", brings)
                .with("date", words::date(trial.registered))
                .with("seed", Sentence::text(trial.seed.to_string()))
                .with("hash", Sentence::text(trial.hash.as_str()));
            let name = one_line(&tongue.say(&trial.name), NAME);
            Line::strong(format!("{name}: ")).and(tongue.say(told))
        })
        .collect();
    lines.push(Line::plain(tongue.word("report-test-hash")));
    vec![Block::List(lines)]
}

/// “3 fewer”, “0.4 more”: tenths of a cramp mean nothing beside whole ones.
fn fewer_or_more(cramps: f64) -> Sentence {
    let size = cramps.abs();
    Sentence::of("report-fewer-or-more")
        .with(
            "size",
            words::figure(if size >= 3.0 { size.round() } else { size }),
        )
        .choosing("way", if cramps < 0.0 { "more" } else { "fewer" })
}
