//! Which foods are looked at to fill what is missing, as a problem for the solver.

use std::collections::BTreeSet;

use knowledge::{Food, Nutrient};

use super::super::solve::{Choice, Problem};
use super::super::{Allowed, Intake, Target};
use super::lacks::Lack;
use super::{ENERGY_MOST, PORTIONS_MOST, PORTIONS_OF_ONE, SODIUM_LEFT};

/// Foods that are looked at for each missing nutrient, besides those the person likes.
const RICHEST: usize = 6;

const LIKED: f64 = 0.09;
const PER_100_KCAL: f64 = 0.01;

/// A food with its usual portion.
pub(super) type Offered = (&'static Food, &'static knowledge::Portion);

/// The foods, and what is asked of the solver about them; nothing when nothing is missing.
pub(super) fn problem(
    intake: &Intake,
    lacks: &[Lack],
    allowed: &Allowed,
) -> Option<(Vec<Offered>, Problem)> {
    if lacks.is_empty() {
        return None;
    }
    let offered: Vec<Offered> = knowledge::offered()
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
    let problem = Problem {
        choices,
        needs: lacks.iter().map(|lack| lack.missing).collect(),
        limits,
        most_each: PORTIONS_OF_ONE,
        most: PORTIONS_MOST,
    };
    Some((offered, problem))
}

/// For each missing nutrient the foods of which a portion brings the most, and all that the person likes; in the order of
/// the table. Among all of them the solver needs a second, among these a tenth of it or less.
fn richest(offered: &[Offered], lacks: &[Lack], allowed: &Allowed) -> Vec<Offered> {
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
pub(super) fn known(food: &Food, nutrient: Nutrient, grams: f64) -> f64 {
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
