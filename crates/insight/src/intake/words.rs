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
    let (low, high) = line.amount.estimate.interval();
    if line.at_least && high == 0.0 {
        "not known yet".to_owned()
    } else {
        format!("{} to {}", amount(low), amount(high))
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
    notes.push(
        "The intervals hold errors of portions and of the table (our judgement: 25% a portion, 5 to 50% a figure), not what you ate and did not tell. Figures: USDA SR28. Needs: US and Canadian reference intakes for healthy people, read in the sources of knowledge/intakes.toml; RDA covers nearly everybody, AI is weaker."
            .to_owned(),
    );
    notes
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
