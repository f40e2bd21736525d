//! Blood values, and what food and drink bring: each beside what is usual or needed.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use insight::Summary;
use insight::intake::{Line as Eaten, Target, words as eaten_words};
use insight::labs::{Origin, Standing};
use insight::summary::LabValue;
use jiff::civil::Date;
use knowledge::Nutrient;

use super::{LONG, Room};
use crate::clean::one_line;
use crate::document::{Block, Line, Span, Table};
use crate::words;

/// Blood values in the usual range on the first page at most, and on a full one; those out of it all stand there.
const USUAL_VALUES: (usize, usize) = (6, 0);
/// Characters of a unit that somebody typed.
const UNIT: usize = 16;
/// What the first page says of food: what a doctor may ask about with cramps.
const ON_FIRST_PAGE: [Nutrient; 6] = [
    Nutrient::Magnesium,
    Nutrient::Potassium,
    Nutrient::Calcium,
    Nutrient::Sodium,
    Nutrient::VitaminD,
    Nutrient::Water,
];
/// Headings of the columns of blood values, and their widths in percent.
const LAB_COLUMNS: &[(&str, u8)] = &[
    ("Blood test", 30),
    ("Value", 26),
    ("Usual in adults", 24),
    ("Taken", 20),
];

/// The blood values of the first page by the day on which the blood was taken, the newest first: what is out of range in bold.
pub(super) fn labs(summary: &Summary, room: Room) -> Vec<Block> {
    let labs = &summary.labs;
    if labs.is_empty() {
        return vec![Line::plain("None told.").into()];
    }
    let unusual = labs.values.iter().filter(|one| one.is_unusual()).count();
    let shown = unusual + room.of(USUAL_VALUES);
    let mut days: BTreeMap<Reverse<Date>, Vec<[Span; 2]>> = BTreeMap::new();
    for one in labs.values.iter().take(shown) {
        let of_day = days.entry(Reverse(one.measured.taken)).or_default();
        of_day.push(value(one));
    }
    for lab in &labs.others {
        let printed = format!(
            "{} {} {}",
            one_line(lab.test.as_str(), LONG),
            words::number(lab.value.get()),
            one_line(&lab.unit, UNIT)
        );
        let of_day = days.entry(Reverse(lab.taken)).or_default();
        of_day.push([plain(printed), plain(String::new())]);
    }
    let mut blocks: Vec<Block> = days
        .into_iter()
        .map(|(Reverse(day), values)| {
            let mut line = Line::plain(format!("{}: ", words::date(day)));
            let last = values.len() - 1;
            for (place, [value, usual]) in values.into_iter().enumerate() {
                let end = if place == last { "." } else { "; " };
                line.0.push(value);
                line.0.push(plain(format!("{}{end}", usual.text)));
            }
            line.into()
        })
        .collect();
    let left = labs.values.len().saturating_sub(shown);
    let left = match left {
        0 => String::new(),
        left => format!(" And {left} more in the usual range."),
    };
    blocks.push(Line::plain(format!("In brackets: usual in adults.{left}")).into());
    blocks
}

fn plain(text: String) -> Span {
    Span {
        text,
        strong: false,
    }
}

/// “Potassium 3.2 mmol/L, low” and “ (3.5 to 5.3)”.
fn value(one: &LabValue) -> [Span; 2] {
    let measured = &one.measured;
    let standing = match (measured.is_alarming(), one.standing) {
        (true, standing) => format!(", ALARMINGLY {}", standing.word().to_uppercase()),
        (false, Standing::Usual) => String::new(),
        (false, standing) => format!(", {}", standing.word()),
    };
    // Without what stands in brackets: ranges do.
    let name = measured.lab.name.split(" (").next().unwrap_or_default();
    let text = format!(
        "{name} {} {}{}{standing}",
        one.number(),
        measured.lab.unit,
        how(measured.origin)
    );
    let usual = match one.usual_words() {
        usual if usual.is_empty() => usual,
        usual => format!(" ({usual})"),
    };
    [
        Span {
            text,
            strong: one.is_unusual(),
        },
        plain(usual),
    ]
}

fn how(origin: Origin) -> &'static str {
    match origin {
        Origin::Printed => "",
        Origin::CorrectedForAlbumin => " corrected for albumin",
        Origin::FromCreatinine => " from creatinine",
    }
}

/// Every blood value, a row each, where the first page does not name them all.
pub(super) fn labs_in_full(summary: &Summary, room: Room) -> Vec<Block> {
    let labs = &summary.labs;
    let usual = labs.values.iter().filter(|one| !one.is_unusual()).count();
    if usual <= room.of(USUAL_VALUES) {
        return Vec::new();
    }
    let known = labs.values.iter().map(|one| {
        let measured = &one.measured;
        let standing = match one.standing {
            Standing::Usual => String::new(),
            standing => format!(", {}", standing.word()),
        };
        vec![
            measured.lab.name.to_owned(),
            format!(
                "{} {}{}{standing}",
                one.number(),
                measured.lab.unit,
                how(measured.origin)
            ),
            one.usual_words(),
            words::date(measured.taken),
        ]
    });
    let others = labs.others.iter().map(|lab| {
        vec![
            one_line(lab.test.as_str(), LONG),
            format!(
                "{} {}",
                words::number(lab.value.get()),
                one_line(&lab.unit, UNIT)
            ),
            "not known".to_owned(),
            words::date(lab.taken),
        ]
    });
    vec![
        Block::Table(Table {
            caption: "Blood values",
            columns: LAB_COLUMNS,
            rows: known.chain(others).collect(),
        }),
        Line::plain("The laboratory’s own range is always better than this one.").into(),
    ]
}

/// What food and drink bring, in one line.
pub(super) fn eaten(summary: &Summary) -> Vec<Block> {
    let intake = &summary.intake;
    if !intake.is_usual() {
        let whole = intake.days.iter().filter(|day| day.whole).count();
        let text = match whole {
            0 => "No whole day of food told in the last two weeks.".to_owned(),
            whole => format!(
                "Too few days to tell: {} of {} whole days of food told in the last two weeks.",
                whole,
                insight::intake::DAYS_OF_USUAL
            ),
        };
        return vec![Line::plain(text).into()];
    }
    let told: Vec<String> = ON_FIRST_PAGE
        .into_iter()
        .filter_map(|nutrient| intake.line(nutrient))
        .map(a_day)
        .collect();
    vec![
        Line::strong(format!(
            "Estimated a day, from {} whole days of the last two weeks (90 %):",
            intake.whole_days
        ))
        .and(format!(" {}.", told.join("; ")))
        .into(),
    ]
}

/// “magnesium 299 to 424 mg (RDA 320)”.
fn a_day(line: &Eaten) -> String {
    let need = match &line.target {
        Target::Known(reference) => {
            format!(" ({} {})", reference.kind, size(line, reference.amount))
        }
        _ => String::new(),
    };
    format!(
        "{} {} {}{need}",
        words::lower_first(line.amount.nutrient.name()),
        interval(line),
        unit(line)
    )
}

/// Water in litres, all else in its own unit.
fn unit(line: &Eaten) -> &'static str {
    match line.amount.nutrient {
        Nutrient::Water => "L",
        nutrient => nutrient.unit(),
    }
}

fn size(line: &Eaten, amount: f64) -> String {
    match line.amount.nutrient {
        Nutrient::Water => format!("{:.1}", amount / 1000.0),
        _ => eaten_words::amount(amount),
    }
}

fn interval(line: &Eaten) -> String {
    let (low, high) = line.amount.estimate.interval();
    if line.at_least && high == 0.0 {
        return "not known,".to_owned();
    }
    let least = if line.at_least { "at least " } else { "" };
    format!("{least}{} to {}", size(line, low), size(line, high))
}

/// What else food and drink bring, why a need is not shown, and what the figures rest on.
pub(super) fn eaten_in_full(summary: &Summary) -> Vec<Block> {
    let intake = &summary.intake;
    if !intake.is_usual() {
        return Vec::new();
    }
    let others: Vec<String> = intake
        .lines
        .iter()
        .filter(|line| !ON_FIRST_PAGE.contains(&line.amount.nutrient))
        .map(a_day)
        .collect();
    let mut withheld: Vec<String> = Vec::new();
    for line in &intake.lines {
        if let Some(why) = eaten_words::no_target(&line.target)
            && !withheld.contains(&why)
        {
            withheld.push(why);
        }
    }
    let mut basis = format!(
        "The mean of {} whole days of the last two weeks, from portions told; errors of portions and of the food table are in the interval (our judgement), what was eaten and not told is not.",
        intake.whole_days
    );
    if intake.counted_days > 0 {
        basis.push_str(&format!(
            " {} of these days were counted by another program.",
            intake.counted_days
        ));
    }
    if !withheld.is_empty() {
        basis.push_str(&format!(
            " No need is shown where: {}.",
            withheld.join("; ")
        ));
    }
    vec![
        Line::strong("Also a day: ")
            .and(format!("{}.", others.join("; ")))
            .into(),
        Line::plain(basis).into(),
    ]
}
