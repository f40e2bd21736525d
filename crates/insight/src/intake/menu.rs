//! The fewest liked and allowed portions that close the gap between what a person eats and the reference intake.
//!
//! Our judgements, none a published number: a portion costs 1, a liked one 0.09 less, every 100 kcal 0.01 more; at most
//! [`PORTIONS_MOST`] portions, [`PORTIONS_OF_ONE`] of one food, [`ENERGY_MOST`] kcal and, where the salt is at its ceiling,
//! [`SODIUM_LEFT`] mg of sodium more. For each nutrient the richest offered foods are looked at. With these figures fewer portions always come before liked ones.

use std::collections::BTreeSet;

use diary::Person;
use jiff::civil::Date;
use knowledge::{Food, Nutrient, Severity, Trigger};

use super::solve::{Choice, Problem, solve};
use super::{Allowed, Intake, Reference, Target};
use crate::facts::Facts;
use crate::plan::{Applies, HELP_FIRST, Raised, Warning};
use crate::safety::{self, Verdict};
use crate::triage;

/// Most portions of a menu.
pub const PORTIONS_MOST: u32 = 6;
/// Most portions of one food.
pub const PORTIONS_OF_ONE: u32 = 2;
/// Most energy that a menu adds, in kcal.
pub const ENERGY_MOST: f64 = 800.0;
/// Sodium in mg that a menu may add where there is no room below the ceiling, or no ceiling is known.
pub const SODIUM_LEFT: f64 = 300.0;

/// Foods that are looked at for each missing nutrient, besides those the person likes.
const RICHEST: usize = 6;

const LIKED: f64 = 0.09;
const PER_100_KCAL: f64 = 0.01;

/// The remedy whose safety rules these foods must pass.
const REMEDY: &str = "food-first-electrolytes";

/// What every menu is shown with.
pub const NO_TRIAL: &str = "No trial shows that food prevents night cramps. This fills what your meals lack, nothing more.";

/// The nutrients whose gaps are closed, and the classes of tablets that bring more of them.
const FILLED: [(Nutrient, &[&str]); 4] = [
    (Nutrient::Magnesium, &["magnesium-containing"]),
    (Nutrient::Potassium, &["potassium-supplement"]),
    (Nutrient::Calcium, &["calcium-supplement"]),
    (Nutrient::VitaminD, &["vitamin-d", "vitamin-d-analogue"]),
];

/// Some portions of a food.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pick {
    /// Which.
    pub food: &'static Food,
    /// Its usual portion.
    pub portion: &'static knowledge::Portion,
    /// How many.
    pub count: u32,
}

/// What is missing of a nutrient in a day, in its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Which.
    pub nutrient: Nutrient,
    /// Reference minus what is usual.
    pub missing: f64,
    /// What the picks bring.
    pub brought: f64,
    /// Whether the whole interval of what is usual lies below the reference; else there may be no gap.
    pub sure: bool,
}

/// A nutrient that is left as it is, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftAlone {
    /// Which.
    pub nutrient: Nutrient,
    /// A sentence.
    pub why: String,
}

/// What to eat more of, or why nothing is offered.
#[derive(Clone, Debug, PartialEq)]
pub enum Menu {
    /// These portions a day.
    Offered {
        /// In the order of the table; empty when nothing is missing.
        picks: Vec<Pick>,
        /// What was missing.
        gaps: Vec<Gap>,
        /// What is not filled by food here.
        left_alone: Vec<LeftAlone>,
        /// What must be shown with it, strictest first.
        warnings: Vec<Warning>,
    },
    /// Nothing, because of this.
    Silent {
        /// A sentence.
        why: String,
        /// What would have to be known first.
        asks: Vec<Trigger>,
    },
}

/// The menu for a person on a day, with the red flags that hold for them.
#[must_use]
pub fn menu(intake: &Intake, person: &Person, raised: &[Raised], today: Date) -> Menu {
    if triage::silences_advice(raised) {
        return silent(HELP_FIRST);
    }
    let facts = Facts::of(person, today);
    if facts.may_be_minor() {
        return silent("This is made for adults.");
    }
    let warnings = match passed(&facts) {
        Ok(warnings) => warnings,
        Err(stopped) => return stopped,
    };
    if !intake.is_usual() {
        return silent(
            "Tell what you eat and drink on three whole days first: what is missing cannot be known from less.",
        );
    }
    let Some(allowed) = Allowed::of(person, &facts) else {
        return silent(
            "Say first which foods you are allergic to. “None” is an answer; not answered is not.",
        );
    };
    let (lacks, left_alone) = lacks(intake, &facts);
    let picks = if lacks.is_empty() {
        Vec::new()
    } else {
        match picks(intake, &lacks, &allowed) {
            Some(picks) => picks,
            None => return silent("No menu could be worked out. This is a fault of ours."),
        }
    };
    let gaps = lacks
        .iter()
        .map(|lack| Gap {
            nutrient: lack.nutrient,
            missing: lack.missing,
            brought: picks
                .iter()
                .map(|pick| {
                    f64::from(pick.count) * known(pick.food, lack.nutrient, pick.portion.grams)
                })
                .sum(),
            sure: lack.sure,
        })
        .collect();
    Menu::Offered {
        picks,
        gaps,
        left_alone,
        warnings,
    }
}

fn silent(why: &str) -> Menu {
    Menu::Silent {
        why: why.to_owned(),
        asks: Vec::new(),
    }
}

/// The warnings to show, or why nothing may be offered. Stricter than the plan's advice to eat well: here a rule that asks
/// for a doctor first stops the list, and so does not knowing whether it holds. Rules about particular foods leave those out.
fn passed(facts: &Facts) -> Result<Vec<Warning>, Menu> {
    let Some(remedy) = knowledge::remedy(REMEDY) else {
        return Err(silent("Food is not among the remedies."));
    };
    let asks_first = |asks: Vec<Trigger>| Menu::Silent {
        why: "Before more of any food is offered, we must know whether it is safe for you."
            .to_owned(),
        asks,
    };
    match safety::check(remedy, facts) {
        Verdict::Blocked { rules } => Err(silent(
            rules
                .first()
                .map_or("This is not safe for you.", |rule| rule.message),
        )),
        Verdict::NeedsFacts { facts: asks, .. } => Err(asks_first(asks)),
        Verdict::Allowed { warnings } => {
            let strict = |warning: &&Warning| {
                warning.rule.severity >= Severity::AskDoctorFirst
                    && !knowledge::left_out()
                        .iter()
                        .any(|one| one.rule == warning.rule.id)
            };
            if let Some(holds) = warnings
                .iter()
                .filter(strict)
                .find(|warning| warning.applies == Applies::Yes)
            {
                return Err(silent(holds.message));
            }
            let mut asks: Vec<Trigger> = Vec::new();
            for open in warnings.iter().filter(strict) {
                for trigger in facts.undecided(open.rule.fires) {
                    if !asks.contains(&trigger) {
                        asks.push(trigger);
                    }
                }
            }
            if asks.is_empty() {
                Ok(warnings)
            } else {
                Err(asks_first(asks))
            }
        }
    }
}

struct Lack {
    nutrient: Nutrient,
    missing: f64,
    sure: bool,
    reference: Reference,
    usual: f64,
}

/// What is missing, and what is left alone.
fn lacks(intake: &Intake, facts: &Facts) -> (Vec<Lack>, Vec<LeftAlone>) {
    let mut lacks = Vec::new();
    let mut left_alone = Vec::new();
    for (nutrient, tablets) in FILLED {
        let Some(line) = intake.line(nutrient) else {
            continue;
        };
        let mut leave = |why: String| left_alone.push(LeftAlone { nutrient, why });
        let reference = match line.target {
            Target::Known(reference) => reference,
            Target::Withheld(condition) => {
                leave(format!(
                    "With {} your own team says how much is right.",
                    crate::words::condition(condition.id)
                ));
                continue;
            }
            _ => {
                leave("How much you need is not known yet.".to_owned());
                continue;
            }
        };
        let usual = line.amount.estimate.mean;
        if usual >= reference.amount {
            continue;
        }
        let name = nutrient.name().to_lowercase();
        match takes_any(facts, tablets) {
            Some(true) => {
                leave(format!(
                    "You take {name} already, and how much is not counted here."
                ));
                continue;
            }
            // Food does not count towards magnesium's limit; for the others it does, or there is none to be sure of.
            None if nutrient != Nutrient::Magnesium => {
                leave(format!(
                    "Say first whether your list of medicines and supplements is complete: {name} in tablets counts too."
                ));
                continue;
            }
            _ => {}
        }
        if let Some(rule) = knowledge::left_as_it_is()
            .iter()
            .filter(|one| one.nutrient == nutrient.id())
            .filter_map(|one| knowledge::menu::rule(one.rule))
            .find(|rule| facts.fires(rule.fires) != Some(false))
        {
            leave(rule.message.to_owned());
            continue;
        }
        lacks.push(Lack {
            nutrient,
            missing: reference.amount - usual,
            sure: line.amount.estimate.interval().1 < reference.amount,
            reference,
            usual,
        });
    }
    (lacks, left_alone)
}

fn takes_any(facts: &Facts, classes: &[&str]) -> Option<bool> {
    let answers: Vec<Option<bool>> = classes.iter().map(|class| facts.medicine(class)).collect();
    if answers.contains(&Some(true)) {
        Some(true)
    } else if answers.contains(&None) {
        None
    } else {
        Some(false)
    }
}

fn picks(intake: &Intake, lacks: &[Lack], allowed: &Allowed) -> Option<Vec<Pick>> {
    let offered: Vec<(&'static Food, &'static knowledge::Portion)> = knowledge::offered()
        .iter()
        .filter_map(|id| knowledge::food(id))
        .filter(|food| allowed.allows(food))
        .filter_map(|food| Some((food, food.portions.first()?)))
        .collect();
    let offered = richest(&offered, lacks, allowed);
    let mut limits = vec![ENERGY_MOST, sodium_left(intake)];
    let mut limited = vec![Nutrient::Energy, Nutrient::Sodium];
    for lack in lacks {
        if let Some(upper) = lack.reference.upper_with_food() {
            limited.push(lack.nutrient);
            limits.push((upper - lack.usual).max(0.0));
        }
    }
    let choices = offered
        .iter()
        .map(|(food, portion)| {
            let holds = |nutrient: Nutrient| known(food, nutrient, portion.grams);
            Choice {
                cost: 1.0 - if allowed.likes(food) { LIKED } else { 0.0 }
                    + PER_100_KCAL * holds(Nutrient::Energy) / 100.0,
                gives: lacks.iter().map(|lack| holds(lack.nutrient)).collect(),
                uses: limited.iter().map(|nutrient| holds(*nutrient)).collect(),
            }
        })
        .collect::<Vec<Choice>>();
    let counts = solve(&Problem {
        choices,
        needs: lacks.iter().map(|lack| lack.missing).collect(),
        limits,
        most_each: PORTIONS_OF_ONE,
        most: PORTIONS_MOST,
    })?;
    Some(
        offered
            .into_iter()
            .zip(counts)
            .filter(|(_, count)| *count > 0)
            .map(|((food, portion), count)| Pick {
                food,
                portion,
                count,
            })
            .collect(),
    )
}

/// For each missing nutrient the foods of which a portion brings the most, and all that the person likes; in the order of
/// the table. Among all of them the solver needs a second, among these a tenth of it or less.
fn richest(
    offered: &[(&'static Food, &'static knowledge::Portion)],
    lacks: &[Lack],
    allowed: &Allowed,
) -> Vec<(&'static Food, &'static knowledge::Portion)> {
    let mut chosen: BTreeSet<usize> = (0..offered.len())
        .filter(|&place| allowed.likes(offered[place].0))
        .collect();
    for lack in lacks {
        let brings = |place: usize| {
            let (food, portion) = offered[place];
            known(food, lack.nutrient, portion.grams).min(lack.missing)
        };
        let mut places: Vec<usize> = (0..offered.len()).collect();
        // A stable sort: among equals the table's order.
        places.sort_by(|&a, &b| brings(b).total_cmp(&brings(a)));
        chosen.extend(places.into_iter().take(RICHEST));
    }
    chosen.into_iter().map(|place| offered[place]).collect()
}

/// What a portion holds; what nobody knows counts as nothing: an offered food has figures for all that it is offered for.
fn known(food: &Food, nutrient: Nutrient, grams: f64) -> f64 {
    food.per_100_g.in_grams(nutrient, grams).unwrap_or(0.0)
}

fn sodium_left(intake: &Intake) -> f64 {
    intake
        .line(Nutrient::Sodium)
        .and_then(|line| match line.target {
            Target::Known(reference) => Some(reference.ceiling? - line.amount.estimate.mean),
            _ => None,
        })
        .unwrap_or(0.0)
        .max(SODIUM_LEFT)
}
