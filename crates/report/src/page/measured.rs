//! Blood values, and what food and drink bring: each beside what is usual or needed.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use insight::Summary;
use insight::intake::{Line as Eaten, Target, words as eaten_words};
use insight::labs::{Origin, Standing};
use insight::summary::LabValue;
use jiff::civil::Date;
use knowledge::Nutrient;
use texts::Sentence;

use super::{LONG, Room};
use crate::clean::one_line;
use crate::document::{Block, Line, Span, Table};
use crate::tongue::Tongue;
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
/// Keys of the headings of the columns of blood values, and their widths in percent.
const LAB_COLUMNS: &[(&str, u8)] = &[
    ("report-lab-test", 30),
    ("report-lab-value", 26),
    ("report-lab-usual", 24),
    ("report-lab-taken", 20),
];

/// The blood values of the first page by the day on which the blood was taken, the newest first: what is out of range in bold.
pub(super) fn labs(summary: &Summary, room: Room, tongue: Tongue) -> Vec<Block> {
    let labs = &summary.labs;
    if labs.is_empty() {
        return vec![Line::plain(tongue.word("report-no-labs")).into()];
    }
    let unusual = labs.values.iter().filter(|one| one.is_unusual()).count();
    let shown = unusual + room.of(USUAL_VALUES);
    let mut days: BTreeMap<Reverse<Date>, Vec<[Span; 2]>> = BTreeMap::new();
    for one in labs.values.iter().take(shown) {
        let of_day = days.entry(Reverse(one.measured.taken)).or_default();
        of_day.push(value(one, tongue));
    }
    for lab in &labs.others {
        let printed = format!(
            "{} {} {}",
            one_line(lab.test.as_str(), LONG),
            tongue.say(words::figure(lab.value.get())),
            one_line(&lab.unit, UNIT)
        );
        let of_day = days.entry(Reverse(lab.taken)).or_default();
        of_day.push([plain(printed), plain(String::new())]);
    }
    let mut blocks: Vec<Block> = days
        .into_iter()
        .map(|(Reverse(day), values)| {
            let mut line = Line::plain(format!("{}: ", tongue.say(words::date(day))));
            let last = values.len() - 1;
            for (place, [value, usual]) in values.into_iter().enumerate() {
                let end = if place == last { "." } else { "; " };
                line.0.push(value);
                line.0.push(plain(format!("{}{end}", usual.text)));
            }
            line.into()
        })
        .collect();
    let mut about = vec![Sentence::of("report-lab-brackets")];
    let left = labs.values.len().saturating_sub(shown);
    if left > 0 {
        about.push(Sentence::of("report-more-usual").with("count", left));
    }
    blocks.push(Line::plain(tongue.say(Sentence::in_turn(about))).into());
    blocks
}

fn plain(text: String) -> Span {
    Span {
        text,
        strong: false,
    }
}

/// “Potassium 3.2 mmol/L, low” and “ (3.5 to 5.3)”.
fn value(one: &LabValue, tongue: Tongue) -> [Span; 2] {
    let measured = &one.measured;
    // Without what stands in brackets: ranges do.
    let name = tongue.known(measured.lab.name);
    let text = tongue.say(Sentence::joined(
        " ",
        [
            Sentence::text(words::without_brackets(&name)),
            amount(one, measured.is_alarming()),
        ],
    ));
    let usual = one.usual_words();
    let usual = usual.map_or_else(String::new, |usual| format!(" ({})", tongue.say(usual)));
    [
        Span {
            text,
            strong: one.is_unusual(),
        },
        plain(usual),
    ]
}

/// “3.2 mmol/L corrected for albumin, low”.
fn amount(one: &LabValue, alarming: bool) -> Sentence {
    let measured = &one.measured;
    let mut parts = vec![
        Sentence::figure(one.number()),
        Sentence::text(measured.lab.unit),
    ];
    parts.extend(match measured.origin {
        Origin::Printed => None,
        Origin::CorrectedForAlbumin => Some(Sentence::of("report-corrected")),
        Origin::FromCreatinine => Some(Sentence::of("report-from-creatinine")),
    });
    let amount = Sentence::joined(" ", parts);
    let standing = match (alarming, one.standing) {
        (false, Standing::Usual) => return amount,
        (false, Standing::Low) => "report-low",
        (false, Standing::High) => "report-high",
        (true, Standing::Low) => "report-alarmingly-low",
        (true, Standing::Usual) => "report-alarmingly-usual",
        (true, Standing::High) => "report-alarmingly-high",
    };
    Sentence::joined(", ", [amount, Sentence::of(standing)])
}

/// Every blood value, a row each, where the first page does not name them all.
pub(super) fn labs_in_full(summary: &Summary, room: Room, tongue: Tongue) -> Vec<Block> {
    let labs = &summary.labs;
    let usual = labs.values.iter().filter(|one| !one.is_unusual()).count();
    if usual <= room.of(USUAL_VALUES) {
        return Vec::new();
    }
    let known = labs.values.iter().map(|one| {
        vec![
            tongue.known(one.measured.lab.name),
            tongue.say(amount(one, false)),
            one.usual_words()
                .map_or_else(String::new, |usual| tongue.say(usual)),
            tongue.say(words::date(one.measured.taken)),
        ]
    });
    let others = labs.others.iter().map(|lab| {
        vec![
            one_line(lab.test.as_str(), LONG),
            format!(
                "{} {}",
                tongue.say(words::figure(lab.value.get())),
                one_line(&lab.unit, UNIT)
            ),
            tongue.word("report-not-known").to_owned(),
            tongue.say(words::date(lab.taken)),
        ]
    });
    vec![
        Block::Table(Table {
            caption: tongue.word("report-blood-values"),
            columns: tongue.columns(LAB_COLUMNS),
            rows: known.chain(others).collect(),
        }),
        Line::plain(tongue.word("report-own-range")).into(),
    ]
}

/// What food and drink bring, in one line.
pub(super) fn eaten(summary: &Summary, tongue: Tongue) -> Vec<Block> {
    let intake = &summary.intake;
    if !intake.is_usual() {
        let whole = intake.days.iter().filter(|day| day.whole).count();
        let text = match whole {
            0 => Sentence::of("report-no-whole-day"),
            whole => Sentence::of("report-too-few-days")
                .with("whole", whole)
                .with("needed", insight::intake::DAYS_OF_USUAL),
        };
        return vec![Line::plain(tongue.say(text)).into()];
    }
    let told = ON_FIRST_PAGE
        .into_iter()
        .filter_map(|nutrient| intake.line(nutrient))
        .map(a_day);
    let told = tongue.say(Sentence::joined("; ", told));
    let title = Sentence::of("report-estimated").with("days", intake.whole_days);
    vec![
        Line::strong(tongue.say(title))
            .and(format!(" {told}."))
            .into(),
    ]
}

/// “magnesium 299 to 424 mg (RDA 320)”.
fn a_day(line: &Eaten) -> Sentence {
    let amount = Sentence::joined(
        " ",
        [
            eaten_words::inside(line.amount.nutrient),
            interval(line),
            eaten_words::unit(line.amount.nutrient),
        ],
    );
    match &line.target {
        Target::Known(reference) => Sentence::of("report-need")
            .with("amount", amount)
            .with("kind", Sentence::text(reference.kind))
            .with(
                "need",
                eaten_words::figure(reference.amount, line.amount.nutrient),
            ),
        _ => amount,
    }
}

fn interval(line: &Eaten) -> Sentence {
    let (low, high) = line.amount.estimate.interval();
    if line.at_least && high == 0.0 {
        return Sentence::of("report-amount-not-known");
    }
    let between = Sentence::of("usual-between")
        .with("low", eaten_words::figure(low, line.amount.nutrient))
        .with("high", eaten_words::figure(high, line.amount.nutrient));
    if line.at_least {
        Sentence::of("report-at-least").with("amount", between)
    } else {
        between
    }
}

/// What else food and drink bring, why a need is not shown, and what the figures rest on.
pub(super) fn eaten_in_full(summary: &Summary, tongue: Tongue) -> Vec<Block> {
    let intake = &summary.intake;
    if !intake.is_usual() {
        return Vec::new();
    }
    let others = intake
        .lines
        .iter()
        .filter(|line| !ON_FIRST_PAGE.contains(&line.amount.nutrient))
        .map(a_day);
    let others = tongue.say(Sentence::joined("; ", others));
    let mut withheld: Vec<Sentence> = Vec::new();
    for line in &intake.lines {
        if let Some(why) = eaten_words::no_target(&line.target)
            && !withheld.contains(&why)
        {
            withheld.push(why);
        }
    }
    let mut basis = vec![Sentence::of("report-eaten-basis").with("days", intake.whole_days)];
    if intake.counted_days > 0 {
        basis.push(Sentence::of("report-eaten-counted").with("days", intake.counted_days));
    }
    if !withheld.is_empty() {
        basis.push(
            Sentence::of("report-need-withheld").with("reasons", Sentence::joined("; ", withheld)),
        );
    }
    let title = format!("{} ", tongue.word("report-also-a-day"));
    vec![
        Line::strong(title).and(format!("{others}.")).into(),
        Line::plain(tongue.say(Sentence::in_turn(basis))).into(),
    ]
}
