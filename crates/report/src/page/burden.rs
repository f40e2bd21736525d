//! How often and how badly, when and where.

use insight::Summary;
use insight::summary::{BAD_SCORE, Burden, Change, Pattern, Scores, Trend, YesNo};
use texts::Sentence;

use crate::document::{Block, Line};
use crate::strip::Strip;
use crate::tongue::Tongue;
use crate::words;

pub(super) fn burden(summary: &Summary, tongue: Tongue) -> Vec<Block> {
    let Some(burden) = &summary.burden else {
        let text = match summary.period {
            None => Sentence::of("report-diary-empty"),
            Some(_) => Sentence::of("report-none-answered").with("nights", summary.nights.len()),
        };
        return vec![Line::plain(tongue.say(text)).into()];
    };
    let mut blocks: Vec<Block> = vec![often(burden, tongue).into(), badly(burden, tongue).into()];
    let trend = burden.trend.map(|trend| tongue.say(change(trend)));
    blocks.extend(trend.map(|text| Line::plain(text).into()));
    blocks.extend(Strip::of(&summary.nights, tongue).map(Block::Strip));
    blocks
}

fn often(burden: &Burden, tongue: Tongue) -> Line {
    let cramps = Sentence::of(if burden.only_taps > 0 {
        "report-cramps-at-least"
    } else {
        "report-cramps"
    })
    .with("count", burden.cramps);
    let mut rest = vec![cramps];
    let missing = burden.nights - burden.counted.answered;
    if missing > 0 {
        rest.push(Sentence::of("report-not-answered").with("count", missing));
    }
    let with_cramps = Sentence::of("report-nights-with-cramps")
        .with("with", burden.counted.with_cramps)
        .with("answered", burden.counted.answered);
    let rest = tongue.say(Sentence::in_turn(rest));
    Line::strong(tongue.say(with_cramps)).and(format!(" {rest}"))
}

fn badly(burden: &Burden, tongue: Tongue) -> Line {
    let mut parts = Vec::new();
    if let Some(pain) = burden.pain {
        parts.push(Sentence::of("report-pain-usually").with("pain", pain.median));
    }
    parts.push(burden.minutes.map_or_else(
        || Sentence::of("report-minutes-not-told"),
        |minutes| {
            Sentence::of("report-minutes")
                .with("median", minutes.median)
                .with("most", minutes.most)
        },
    ));
    let bad = |scores: Scores, what| {
        Sentence::of("report-bad-nights")
            .choosing("what", what)
            .with("bad", scores.bad)
            .with("told", scores.told)
    };
    parts.push(burden.sleep_lost.map_or_else(
        || Sentence::of("report-sleep-not-told"),
        |scores| bad(scores, "sleep"),
    ));
    parts.extend(burden.tiredness.map(|scores| bad(scores, "tired")));
    let has_scores = burden.sleep_lost.or(burden.tiredness).is_some();
    let parts = Sentence::joined(", ", parts);
    let rest = if has_scores {
        Sentence::of("report-badly-scored")
            .with("parts", parts)
            .with("from", BAD_SCORE)
    } else {
        Sentence::of("report-badly").with("parts", parts)
    };
    match burden.worst_pain {
        Some((worst, _)) => {
            let worst = Sentence::of("report-worst-pain").with("pain", worst.get());
            Line::strong(tongue.say(worst)).and(format!(", {}", tongue.say(rest)))
        }
        None if burden.counted.with_cramps == 0 => Line::plain(tongue.word("report-no-pain")),
        None => Line::plain(format!(
            "{}, {}",
            tongue.word("report-pain-not-told"),
            tongue.say(rest)
        )),
    }
}

fn change(trend: Trend) -> Sentence {
    Sentence::of("report-trend")
        .choosing(
            "reading",
            match trend.change {
                Some(Change::Fewer) => "fewer",
                Some(Change::More) => "more",
                Some(Change::NoClearChange) => "no-clear-change",
                None => "too-few",
            },
        )
        .with("nights", trend.nights)
        .with("with", trend.recent.with_cramps)
        .with("answered", trend.recent.answered)
        .with("before-with", trend.before.with_cramps)
        .with("before-answered", trend.before.answered)
}

pub(super) fn pattern(summary: &Summary, tongue: Tongue) -> Vec<Block> {
    let pattern = &summary.pattern;
    if pattern.logged == 0 {
        return vec![Line::plain(tongue.word("report-no-pattern")).into()];
    }
    let time = pattern.window.map_or_else(
        || Sentence::of("report-too-few-to-time").with("logged", pattern.logged),
        |window| {
            let end = (window.from_hour + insight::summary::WINDOW_HOURS) % 24;
            let clock = |hour: u8| Sentence::text(format!("{hour:02}:00"));
            Sentence::of("report-time-of-night")
                .with("count", window.count)
                .with("logged", pattern.logged)
                .with("from", clock(window.from_hour))
                .with("to", clock(end))
        },
    );
    let sides = pattern.sides.iter();
    let sides: Vec<_> = sides
        .map(|(side, count)| (words::side(*side), *count))
        .collect();
    let muscles = pattern.muscles.iter();
    let muscles: Vec<_> = muscles
        .map(|(muscle, count)| (words::muscle(*muscle), *count))
        .collect();
    let told = |counts: Vec<(Sentence, usize)>, not_told| match counts.is_empty() {
        true => Sentence::of(not_told),
        false => named(counts),
    };
    let parts = [
        time,
        told(sides, "report-side-not-told"),
        told(muscles, "report-muscle-not-told"),
    ];
    let where_and_when =
        Sentence::of("report-pattern").with("parts", Sentence::joined("; ", parts).capital());
    let sentences = [Some(where_and_when), circumstances(pattern)];
    let text = Sentence::in_turn(sentences.into_iter().flatten());
    vec![Line::plain(tongue.say(text)).into()]
}

/// How the person lay at these cramps and what helped, as far as it was told.
fn circumstances(pattern: &Pattern) -> Option<Sentence> {
    let mut parts = Vec::new();
    if !pattern.positions.is_empty() {
        let positions = pattern.positions.iter();
        parts.push(named(
            positions
                .map(|(position, count)| (words::position(*position), *count))
                .collect(),
        ));
    }
    for (what, YesNo { yes, told }) in [
        ("toes", pattern.toes_pointed),
        ("bedding", pattern.bedding_heavy),
    ] {
        if told > 0 {
            parts.push(
                Sentence::of("report-lay")
                    .choosing("what", what)
                    .with("yes", yes)
                    .with("told", told),
            );
        }
    }
    if pattern.helped_told > 0 {
        let helped = pattern.helped.iter();
        let helped = named(
            helped
                .map(|(helped, count)| (words::helped(*helped), *count))
                .collect(),
        );
        parts.push(
            Sentence::of("report-helped")
                .with("told", pattern.helped_told)
                .with("helped", helped),
        );
    }
    (!parts.is_empty())
        .then(|| Sentence::of("report-struck").with("parts", Sentence::joined("; ", parts)))
}

/// “left 4, right 2”.
fn named(counts: Vec<(Sentence, usize)>) -> Sentence {
    let counts = counts.into_iter().map(|(name, count)| {
        Sentence::of("report-named")
            .with("name", name)
            .with("count", count)
    });
    Sentence::joined(", ", counts)
}
