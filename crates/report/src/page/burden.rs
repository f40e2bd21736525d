//! How often and how badly, when and where.

use insight::Summary;
use insight::summary::{Burden, Change, Pattern, Scores, Trend, YesNo};

use crate::document::{Block, Line};
use crate::strip::Strip;
use crate::words;

pub(super) fn burden(summary: &Summary) -> Vec<Block> {
    let Some(burden) = &summary.burden else {
        let text = match summary.period {
            None => "No nights in the diary yet: nothing can be said.".to_owned(),
            Some(_) => format!(
                "None of {} answered: nothing can be said.",
                words::counted(summary.nights.len(), "night")
            ),
        };
        return vec![Line::plain(text).into()];
    };
    let mut blocks: Vec<Block> = vec![often(burden).into(), badly(burden).into()];
    blocks.extend(burden.trend.map(|trend| Line::plain(change(trend)).into()));
    blocks.extend(Strip::of(&summary.nights).map(Block::Strip));
    blocks
}

fn often(burden: &Burden) -> Line {
    let at_least = if burden.only_taps > 0 {
        "at least "
    } else {
        ""
    };
    let missing = burden.nights - burden.counted.answered;
    let missing = match missing {
        0 => String::new(),
        some => format!(" {} not answered.", words::counted(some, "more night")),
    };
    Line::strong(format!(
        "Cramps on {} of {} answered nights",
        burden.counted.with_cramps, burden.counted.answered
    ))
    .and(format!(
        " ({at_least}{}).{missing}",
        words::counted(burden.cramps as usize, "cramp")
    ))
}

fn badly(burden: &Burden) -> Line {
    let mut parts: Vec<String> = Vec::new();
    let worst = burden
        .worst_pain
        .map(|(pain, _)| format!("Worst pain {pain} of 10"));
    if let Some(pain) = burden.pain {
        parts.push(format!("usually {}", pain.median));
    }
    parts.push(burden.minutes.map_or_else(
        || "minutes not told".to_owned(),
        |minutes| {
            format!(
                "{} minutes a night (longest {})",
                minutes.median, minutes.most
            )
        },
    ));
    let bad = |scores: Option<Scores>, what: &str| {
        scores.map(|scores| format!("{what} on {} of {} nights", scores.bad, scores.told))
    };
    parts.push(
        bad(burden.sleep_lost, "sleep disturbed")
            .unwrap_or_else(|| "sleep loss not told".to_owned()),
    );
    parts.extend(bad(burden.tiredness, "tired next day"));
    let note = if burden.sleep_lost.or(burden.tiredness).is_some() {
        format!(" (from {} of 10).", insight::summary::BAD_SCORE)
    } else {
        ".".to_owned()
    };
    match worst {
        Some(worst) => Line::strong(worst).and(format!(", {}{note}", parts.join(", "))),
        None if burden.counted.with_cramps == 0 => Line::plain("No cramp, so no pain to tell of."),
        None => Line::plain(format!("Pain not told, {}{note}", parts.join(", "))),
    }
}

fn change(trend: Trend) -> String {
    let reading = match trend.change {
        Some(Change::Fewer) => "fewer nights with cramps than before",
        Some(Change::More) => "more nights with cramps than before",
        Some(Change::NoClearChange) => "no clear change",
        None => "too few answered nights to compare",
    };
    format!(
        "Trend: {reading}. Last {0} nights: cramps on {1} of {2} answered; the {0} before: {3} of {4}.",
        trend.nights,
        trend.recent.with_cramps,
        trend.recent.answered,
        trend.before.with_cramps,
        trend.before.answered
    )
}

pub(super) fn pattern(summary: &Summary) -> Vec<Block> {
    let pattern = &summary.pattern;
    if pattern.logged == 0 {
        return vec![Line::plain("Not known: no cramp was logged one by one.").into()];
    }
    let mut parts: Vec<String> = Vec::new();
    let logged = words::counted(pattern.logged, "logged cramp");
    parts.push(pattern.window.map_or_else(
        || format!("{logged}: too few to name a time of night"),
        |window| {
            let end = (window.from_hour + insight::summary::WINDOW_HOURS) % 24;
            format!(
                "{} of {logged} between {:02}:00 and {end:02}:00",
                window.count, window.from_hour
            )
        },
    ));
    let told = |counts: Vec<(&'static str, usize)>, what: &str| {
        if counts.is_empty() {
            return format!("{what} not told");
        }
        named(counts)
    };
    let sides = pattern.sides.iter();
    parts.push(told(
        sides
            .map(|(side, count)| (words::side(*side), *count))
            .collect(),
        "side",
    ));
    let muscles = pattern.muscles.iter();
    parts.push(told(
        muscles
            .map(|(muscle, count)| (words::muscle(*muscle), *count))
            .collect(),
        "muscle",
    ));
    let first = format!("{}.", words::capital(&parts.join("; ")));
    let sentences: Vec<String> = [Some(first), circumstances(pattern)]
        .into_iter()
        .flatten()
        .collect();
    vec![Line::plain(sentences.join(" ")).into()]
}

/// How the person lay at these cramps and what helped, as far as it was told.
fn circumstances(pattern: &Pattern) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    if !pattern.positions.is_empty() {
        let positions = pattern.positions.iter();
        parts.push(named(
            positions
                .map(|(position, count)| (words::position(*position), *count))
                .collect(),
        ));
    }
    for (what, YesNo { yes, told }) in [
        ("toes pointed", pattern.toes_pointed),
        ("bedding heavy or tight", pattern.bedding_heavy),
    ] {
        if told > 0 {
            parts.push(format!("{what} at {yes} of {told} told"));
        }
    }
    if pattern.helped_told > 0 {
        let helped = pattern.helped.iter();
        let helped = named(
            helped
                .map(|(helped, count)| (words::helped(*helped), *count))
                .collect(),
        );
        let told = pattern.helped_told;
        parts.push(format!("helped (of {told} told): {helped}"));
    }
    (!parts.is_empty()).then(|| format!("When it struck: {}.", parts.join("; ")))
}

/// “left 4, right 2”.
fn named(counts: Vec<(&'static str, usize)>) -> String {
    let counts: Vec<String> = counts
        .iter()
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    counts.join(", ")
}
