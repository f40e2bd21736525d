//! Intakes and menus in sentences.

use knowledge::{Nutrient, Trigger};

use crate::plan::{Applies, Warning};

use super::{DAYS_OF_USUAL, Gap, Intake, Line, Pick, Target};
use crate::words;

/// What the figures are the mean of.
#[must_use]
pub fn basis(intake: &Intake) -> String {
    if intake.is_usual() {
        return format!(
            "The mean of {} whole days of the last two weeks.",
            intake.whole_days
        );
    }
    let whole = intake.days.iter().filter(|day| day.whole).count();
    format!(
        "Today so far, from {}. What is usual shows after {DAYS_OF_USUAL} whole days; there {} {whole} now.",
        words::counted(intake.today.entries, "portion"),
        if whole == 1 { "is" } else { "are" }
    )
}

/// Why there is no figure for what is needed; `None` where no authority in our table gives one.
#[must_use]
pub fn no_target(target: &Target) -> Option<String> {
    Some(match target {
        Target::Known(_) | Target::None => return None,
        Target::Child => "for adults only".to_owned(),
        Target::Profile => "tell your year of birth and sex first".to_owned(),
        Target::Ask(trigger) => format!("tell first: {}", ask(*trigger)),
        Target::AskFirst(condition) => {
            format!("tell first whether you have: {}", condition.name)
        }
        Target::Withheld(condition) => {
            format!("with {} ask your own team", words::condition(condition.id))
        }
    })
}

/// What would have to be known.
#[must_use]
pub fn ask(trigger: Trigger) -> String {
    let asked = words::any_of(&[trigger]);
    asked
        .strip_prefix("If this applies to you: ")
        .map_or_else(|| asked.clone(), words::capital)
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

/// The 90% interval of a day's amount; of a day of which nothing was told there is none.
#[must_use]
pub fn interval(line: &Line) -> String {
    let (low, high) = line.interval();
    if line.at_least && high == 0.0 {
        "not known yet".to_owned()
    } else {
        format!("{} to {}", amount(low), amount(high))
    }
}

/// A nutrient inside a sentence: “vitamin D”, “calcium”.
#[must_use]
pub fn lower(nutrient: Nutrient) -> String {
    words::lower_first(nutrient.name())
}

/// A day's amount with its unit, food and tablets together: “at least 320 mg, 300 mg of it from tablets”.
#[must_use]
pub fn total(line: &Line) -> String {
    let unit = line.amount.nutrient.unit();
    let least = if line.at_least { "at least " } else { "" };
    let tablets = match line.tablets.amount {
        0.0 => String::new(),
        tablets => format!(", {} {unit} of it from tablets", amount(tablets)),
    };
    format!("{least}{} {unit}{tablets}", amount(line.whole().mean))
}

/// What is needed in a day, or not to be passed; empty where no authority in our table says.
#[must_use]
pub fn need(line: &Line) -> String {
    let unit = line.amount.nutrient.unit();
    match &line.target {
        Target::Known(reference) if reference.is_limit() && reference.amount == 0.0 => {
            "none is safest".to_owned()
        }
        Target::Known(reference) if reference.is_limit() => {
            format!("at most {} {unit}", amount(reference.amount))
        }
        Target::Known(reference) => format!("{} {unit}", amount(reference.amount)),
        other => no_target(other).unwrap_or_default(),
    }
}

/// A warning as a sentence that says whom it concerns.
#[must_use]
pub fn warning(warning: &Warning) -> String {
    match &warning.applies {
        Applies::Yes => warning.message.to_owned(),
        Applies::If(who) => format!("{who}: {}", warning.message),
    }
}

/// What must be read with the figures.
#[must_use]
pub fn notes(intake: &Intake) -> Vec<String> {
    let mut notes = Vec::new();
    let unknown: Vec<&str> = intake
        .lines
        .iter()
        .filter(|line| line.amount.unknown > 0)
        .map(|line| line.amount.nutrient.name())
        .collect();
    if !unknown.is_empty() {
        notes.push(format!(
            "Some of your foods have no figure for {}: there you had more than is shown.",
            unknown
                .join(", ")
                .to_lowercase()
                .replace("vitamin d", "vitamin D")
        ));
    }
    if intake.counted_days > 0 {
        notes.push(format!(
            "{} by another program, from a file that you brought in. Where it counted more than your portions here hold, its figure stands; the two are never added.",
            match (intake.is_usual(), intake.counted_days) {
                (false, _) => "Today was counted".to_owned(),
                (true, 1) => "One of these days was counted".to_owned(),
                (true, days) => format!("{days} of these days were counted"),
            }
        ));
    }
    notes.extend(tablets(intake));
    notes.extend(passed(intake));
    notes.extend(europe(intake));
    notes.push(
        "The intervals hold errors of portions (told by eye, half as much or as little again is usual) and of the table (our judgement: 5 to 50% a figure), not what you ate and did not tell. Figures: USDA. Needs: US and Canadian reference intakes and EFSA's for healthy people, limits from EFSA (caffeine) and the UK's chief medical officers (alcohol), each with its source in knowledge/intakes.toml and knowledge/limits.toml."
            .to_owned(),
    );
    notes
}

/// What the European authority advises where the figures beside the amounts are American.
fn europe(intake: &Intake) -> Option<String> {
    let told: Vec<String> = intake
        .lines
        .iter()
        .filter(|line| line.amount.nutrient != Nutrient::Water)
        .filter_map(|line| match &line.target {
            Target::Known(reference) => Some((line.amount.nutrient, reference.european?)),
            _ => None,
        })
        .map(|(nutrient, european)| {
            format!(
                "{} {} {}",
                nutrient.name().to_lowercase(),
                amount(european),
                nutrient.unit()
            )
        })
        .collect();
    (!told.is_empty()).then(|| {
        format!(
            "Europe’s own amounts (EFSA, healthy adults, a day) are: {}. Its figure for calcium we could not read. The gaps here are counted by the American amounts.",
            told.join(", ").replace("vitamin d", "vitamin D")
        )
    })
}

/// Tablets that could not be counted, and tablets beyond what supplements may bring.
fn tablets(intake: &Intake) -> Vec<String> {
    let mut notes = Vec::new();
    for line in &intake.lines {
        let name = lower(line.amount.nutrient);
        if line.tablets.not_counted > 0 {
            notes.push(format!(
                "You take something with {name} that cannot be counted. Give its dose among your medicines, as the amount of {name} on the box."
            ));
        }
        if let Target::Known(reference) = line.target
            && let Some((upper, counts)) = reference.upper
        {
            let unit = line.amount.nutrient.unit();
            let told = if counts.contains("food plus") {
                line.whole().mean
            } else {
                line.tablets.amount
            };
            if line.tablets.amount > 0.0 && told > upper {
                notes.push(format!(
                    "Your {name} of {} {unit} a day is more than the upper level of {} {unit} ({counts}). Unless your doctor chose this dose, ask a pharmacist.",
                    amount(told),
                    amount(upper)
                ));
            }
        }
    }
    notes
}

/// Limits that are passed.
fn passed(intake: &Intake) -> Vec<String> {
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
                "None is safest for you now".to_owned()
            } else {
                format!(
                    "Healthy adults are advised to stay below {} {} a day",
                    amount(reference.amount),
                    nutrient.unit()
                )
            };
            let heavy = if nutrient == Nutrient::Alcohol {
                " If you drink every day, do not stop at once: ask for help to cut down safely."
            } else {
                ""
            };
            format!(
                "{}: {} {}. {limit}.{heavy}",
                nutrient.name(),
                amount(line.whole().mean),
                nutrient.unit()
            )
        })
        .collect()
}

/// “2 × porridge, cooked with water: 1 bowl (250 g)”.
#[must_use]
pub fn pick(pick: &Pick) -> String {
    let count = match pick.count {
        1 => String::new(),
        count => format!("{count} × "),
    };
    format!(
        "{count}{}: {} ({} g)",
        pick.food.name, pick.portion.name, pick.portion.grams
    )
}

/// What was missing, and what the menu brings of it.
#[must_use]
pub fn gap(gap: &Gap) -> String {
    let unit = gap.nutrient.unit();
    let amount = |value: f64| {
        if gap.nutrient == Nutrient::VitaminD {
            format!("{value:.1} {unit}")
        } else {
            format!("{value:.0} {unit}")
        }
    };
    let doubt = if gap.sure {
        ""
    } else {
        " Perhaps nothing is: the interval reaches what you need."
    };
    format!(
        "{}: {} missing a day; this brings {}.{doubt}",
        gap.nutrient.name(),
        amount(gap.missing),
        amount(gap.brought)
    )
}
