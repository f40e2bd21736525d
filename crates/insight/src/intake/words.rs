//! Intakes and menus in sentences.

use knowledge::{Nutrient, Trigger};
use texts::Sentence;

use super::{DAYS_OF_USUAL, Gap, Intake, LeftAlone, Line, Pick, Target};
use crate::words;

/// What the figures are the mean of.
#[must_use]
pub fn basis(intake: &Intake) -> Sentence {
    if intake.is_usual() {
        return Sentence::of("intake-usual").with("days", intake.whole_days);
    }
    let whole = intake.days.iter().filter(|day| day.whole).count();
    Sentence::of("intake-today")
        .with("portions", intake.today.entries)
        .with("needed", DAYS_OF_USUAL)
        .with("whole", whole)
}

/// Why there is no figure for what is needed; `None` where no authority in our table gives one.
#[must_use]
pub fn no_target(target: &Target) -> Option<Sentence> {
    Some(match target {
        Target::Known(_) | Target::None => return None,
        Target::Child => Sentence::of("intake-adults"),
        Target::Profile => Sentence::of("intake-profile"),
        Target::Ask(trigger) => Sentence::of("intake-tell").with("what", ask(*trigger)),
        Target::AskFirst(condition) => {
            Sentence::of("intake-tell-condition").with("name", Sentence::known(condition.name))
        }
        Target::Withheld(condition) => {
            Sentence::of("intake-team").with("name", words::condition(condition.id))
        }
    })
}

/// What would have to be known.
#[must_use]
pub fn ask(trigger: Trigger) -> Sentence {
    words::applying(trigger)
}

/// An amount with the figures that count: 0.31, 4.7, 27, 358.
#[must_use]
pub fn amount(value: f64) -> String {
    if value >= 10.0 || value == 0.0 {
        format!("{value:.0}")
    } else if value >= 1.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.2}")
    }
}

/// A day's amount as it is shown beside [`unit()`]: people know water by the litre.
#[must_use]
pub fn figure(value: f64, nutrient: Nutrient) -> Sentence {
    Sentence::figure(match nutrient {
        Nutrient::Water => format!("{:.1}", value / 1000.0),
        _ => amount(value),
    })
}

/// What a day's amount is shown in.
#[must_use]
pub fn unit(nutrient: Nutrient) -> Sentence {
    Sentence::text(match nutrient {
        Nutrient::Water => "L",
        other => other.unit(),
    })
}

/// The 90% interval of a day's amount; of a day of which nothing was told there is none.
#[must_use]
pub fn interval(line: &Line) -> Sentence {
    let nutrient = line.amount.nutrient;
    let (low, high) = line.interval();
    if line.at_least && high == 0.0 {
        Sentence::of("intake-not-known")
    } else {
        Sentence::of("intake-interval")
            .with("low", figure(low, nutrient))
            .with("high", figure(high, nutrient))
    }
}

/// A nutrient's name: “Vitamin D”, “Calcium”.
#[must_use]
pub fn name(nutrient: Nutrient) -> Sentence {
    Sentence::of("nutrient").choosing("nutrient", nutrient.id())
}

/// The same inside a sentence: “vitamin D”, “calcium”.
#[must_use]
pub fn inside(nutrient: Nutrient) -> Sentence {
    Sentence::of("nutrient-inside").choosing("nutrient", nutrient.id())
}

/// A day's amount with its unit, food and tablets together: “at least 320 mg, 300 mg of it from tablets”.
#[must_use]
pub fn total(line: &Line) -> Sentence {
    let nutrient = line.amount.nutrient;
    let mut total = of_unit(line.whole().mean, nutrient);
    if line.at_least {
        total = Sentence::of("intake-least").with("total", total);
    }
    match line.tablets.amount {
        0.0 => total,
        tablets => Sentence::of("intake-tablets")
            .with("total", total)
            .with("amount", figure(tablets, nutrient))
            .with("unit", unit(nutrient)),
    }
}

/// “320 mg”.
fn of_unit(value: f64, nutrient: Nutrient) -> Sentence {
    Sentence::of("intake-total")
        .with("amount", figure(value, nutrient))
        .with("unit", unit(nutrient))
}

/// What is needed in a day, or not to be passed; empty where no authority in our table says.
#[must_use]
pub fn need(line: &Line) -> Sentence {
    let nutrient = line.amount.nutrient;
    match &line.target {
        Target::Known(reference) if reference.is_limit() && reference.amount == 0.0 => {
            Sentence::of("intake-none")
        }
        Target::Known(reference) if reference.is_limit() => Sentence::of("intake-at-most")
            .with("amount", figure(reference.amount, nutrient))
            .with("unit", unit(nutrient)),
        Target::Known(reference) => of_unit(reference.amount, nutrient),
        other => no_target(other).unwrap_or_else(|| Sentence::text("")),
    }
}

/// What must be read with the figures.
#[must_use]
pub fn notes(intake: &Intake) -> Vec<Sentence> {
    let mut notes = Vec::new();
    let unknown: Vec<Sentence> = intake
        .lines
        .iter()
        .filter(|line| line.amount.unknown > 0)
        .map(|line| inside(line.amount.nutrient))
        .collect();
    if !unknown.is_empty() {
        notes.push(Sentence::of("intake-unknown").with("names", Sentence::joined(", ", unknown)));
    }
    if intake.counted_days > 0 {
        notes.push(
            Sentence::of("intake-counted")
                .choosing(
                    "which",
                    match (intake.is_usual(), intake.counted_days) {
                        (false, _) => "today",
                        (true, 1) => "one",
                        (true, _) => "days",
                    },
                )
                .with("count", intake.counted_days),
        );
    }
    notes.extend(tablets(intake));
    notes.extend(passed(intake));
    notes.extend(europe(intake));
    notes.push(Sentence::of("intake-intervals"));
    notes
}

/// What the European authority advises where the figures beside the amounts are American.
fn europe(intake: &Intake) -> Option<Sentence> {
    let told: Vec<Sentence> = intake
        .lines
        .iter()
        .filter(|line| line.amount.nutrient != Nutrient::Water)
        .filter_map(|line| match &line.target {
            Target::Known(reference) => Some((line.amount.nutrient, reference.european?)),
            _ => None,
        })
        .map(|(nutrient, european)| {
            Sentence::of("intake-amount-of")
                .with("name", inside(nutrient))
                .with("amount", figure(european, nutrient))
                .with("unit", unit(nutrient))
        })
        .collect();
    (!told.is_empty())
        .then(|| Sentence::of("intake-europe").with("amounts", Sentence::joined(", ", told)))
}

/// Tablets that could not be counted, and tablets beyond what supplements may bring.
fn tablets(intake: &Intake) -> Vec<Sentence> {
    let mut notes = Vec::new();
    for line in &intake.lines {
        let nutrient = line.amount.nutrient;
        if line.tablets.not_counted > 0 {
            notes.push(Sentence::of("intake-not-counted").with("name", inside(nutrient)));
        }
        if let Target::Known(reference) = line.target
            && let Some((upper, counts)) = reference.upper
        {
            let told = if counts.contains("food plus") {
                line.whole().mean
            } else {
                line.tablets.amount
            };
            if line.tablets.amount > 0.0 && told > upper {
                notes.push(
                    Sentence::of("intake-upper")
                        .with("name", inside(nutrient))
                        .with("told", figure(told, nutrient))
                        .with("upper", figure(upper, nutrient))
                        .with("unit", unit(nutrient))
                        .with("counts", Sentence::known(counts)),
                );
            }
        }
    }
    notes
}

/// Limits that are passed.
fn passed(intake: &Intake) -> Vec<Sentence> {
    intake
        .lines
        .iter()
        .filter_map(|line| {
            let Target::Known(reference) = line.target else {
                return None;
            };
            let is_passed = reference.is_limit() && line.whole().mean > reference.amount;
            is_passed.then_some((line, reference))
        })
        .map(|(line, reference)| {
            let nutrient = line.amount.nutrient;
            let limit = if reference.amount == 0.0 {
                Sentence::of("intake-limit-none")
            } else {
                Sentence::of("intake-limit")
                    .with("amount", figure(reference.amount, nutrient))
                    .with("unit", unit(nutrient))
            };
            let passed = Sentence::of("intake-passed")
                .with("name", name(nutrient))
                .with("amount", figure(line.whole().mean, nutrient))
                .with("unit", unit(nutrient))
                .with("limit", limit);
            if nutrient == Nutrient::Alcohol {
                Sentence::in_turn([passed, Sentence::of("intake-alcohol")])
            } else {
                passed
            }
        })
        .collect()
}

/// “2 × porridge, cooked with water: 1 bowl (250 g)”.
#[must_use]
pub fn pick(pick: &Pick) -> Sentence {
    let (name, portion) = (
        Sentence::known(pick.food.name),
        Sentence::known(pick.portion.name),
    );
    let grams = Sentence::figure(pick.portion.grams.to_string());
    match pick.count {
        1 => Sentence::of("menu-pick")
            .with("name", name)
            .with("portion", portion)
            .with("grams", grams),
        count => Sentence::of("menu-picks")
            .with("count", count)
            .with("name", name)
            .with("portion", portion)
            .with("grams", grams),
    }
}

/// What was missing, and what the menu brings of it.
#[must_use]
pub fn gap(gap: &Gap) -> Sentence {
    let figure = |value: f64| match gap.nutrient {
        Nutrient::VitaminD => Sentence::figure(format!("{value:.1}")),
        Nutrient::Water => figure(value, Nutrient::Water),
        _ => Sentence::figure(format!("{value:.0}")),
    };
    let missing = Sentence::of("menu-gap")
        .with("name", name(gap.nutrient))
        .with("missing", figure(gap.missing))
        .with("brought", figure(gap.brought))
        .with("unit", unit(gap.nutrient));
    if gap.sure {
        missing
    } else {
        Sentence::in_turn([missing, Sentence::of("menu-gap-doubt")])
    }
}

/// A nutrient that is left as it is, and why.
#[must_use]
pub fn left_alone(one: &LeftAlone) -> Sentence {
    Sentence::of("menu-left")
        .with("name", name(one.nutrient))
        .with("why", one.why.clone())
}
