//! Which nutrients are missing, and which are left as they are.

use knowledge::Nutrient;
use texts::Sentence;

use super::super::tablets::classes;
use super::super::{Intake, Reference, Target};
use super::LeftAlone;
use crate::facts::Facts;

/// The nutrients whose gaps are closed.
const FILLED: [Nutrient; 4] = [
    Nutrient::Magnesium,
    Nutrient::Potassium,
    Nutrient::Calcium,
    Nutrient::VitaminD,
];

/// A nutrient of which there is less than the reference.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lack {
    pub(super) nutrient: Nutrient,
    pub(super) missing: f64,
    /// Whether the whole interval lies below the reference.
    pub(super) sure: bool,
    pub(super) reference: Reference,
    /// What food and tablets bring.
    pub(super) usual: f64,
}

/// What is missing, and what is left alone.
pub(super) fn lacks(intake: &Intake, facts: &Facts) -> (Vec<Lack>, Vec<LeftAlone>) {
    let mut lacks = Vec::new();
    let mut left_alone = Vec::new();
    for nutrient in FILLED {
        let Some(line) = intake.line(nutrient) else {
            continue;
        };
        let mut leave = |why: Sentence| left_alone.push(LeftAlone { nutrient, why });
        let reference = match line.target {
            Target::Known(reference) => reference,
            Target::Withheld(condition) => {
                leave(
                    Sentence::of("menu-left-team")
                        .with("name", crate::words::condition(condition.id)),
                );
                continue;
            }
            _ => {
                leave(Sentence::of("menu-left-unknown"));
                continue;
            }
        };
        let usual = line.whole().mean;
        if usual >= reference.amount {
            continue;
        }
        let name = super::super::words::inside(nutrient);
        if line.tablets.not_counted > 0 {
            leave(Sentence::of("menu-left-tablets").with("name", name));
            continue;
        }
        // Food does not count towards magnesium's limit; for the others it does, or there is none to be sure of.
        if nutrient != Nutrient::Magnesium && may_take(facts, classes(nutrient)) {
            leave(Sentence::of("menu-left-list").with("name", name));
            continue;
        }
        if let Some(rule) = knowledge::left_as_it_is()
            .iter()
            .filter(|one| one.nutrient == nutrient.id())
            .filter_map(|one| knowledge::menu::rule(one.rule))
            .find(|rule| facts.fires(rule.fires) != Some(false))
        {
            leave(Sentence::known(rule.message));
            continue;
        }
        lacks.push(Lack {
            nutrient,
            missing: reference.amount - usual,
            sure: line.interval().1 < reference.amount,
            reference,
            usual,
        });
    }
    (lacks, left_alone)
}

/// Whether tablets of these classes may be taken that nobody told of.
fn may_take(facts: &Facts, classes: &[&str]) -> bool {
    let answers = || classes.iter().map(|class| facts.medicine(class));
    !answers().any(|answer| answer == Some(true)) && answers().any(|answer| answer.is_none())
}
