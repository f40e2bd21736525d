//! One diary with its truth, as every method sees it.

use infer::{Column, Design, Family, Kind, Observation, Slab, Weight};
use simulate::{Effect, Generator};

use crate::told::Told;

/// A diary of the benchmark.
pub(crate) struct Case {
    /// Name of what made it.
    pub(crate) generator: String,
    /// Nights and factors.
    pub(crate) size: (usize, usize),
    /// That it was asked for with.
    pub(crate) seed: u64,
    /// Day number of each night.
    pub(crate) days: Vec<i32>,
    /// Cramps of each night; `None` when nobody answered.
    pub(crate) counts: Vec<Option<u32>>,
    /// Of the factors.
    pub(crate) names: Vec<String>,
    /// One column a factor, one value a night; `None` when nobody answered.
    pub(crate) values: Vec<Vec<Option<f64>>>,
    pub(crate) factors: Vec<Factor>,
    /// What the oracle knows.
    pub(crate) told: Told,
}

/// One of its factors.
pub(crate) struct Factor {
    pub(crate) kind: Kind,
    /// What a change by 1 in the truth stands for: 1 for yes/no, the observed standard deviation for amounts.
    pub(crate) unit: f64,
    /// Average of the observed values.
    pub(crate) mean: f64,
    /// Whether it changes the rate by more than 10 %.
    pub(crate) real: bool,
    /// Its true log rate ratio per unit; `None` where the generator has no single number for it.
    pub(crate) effect: Option<f64>,
}

impl Case {
    pub(crate) fn generate(
        generator: Generator,
        (nights, factors): (usize, usize),
        seed: u64,
    ) -> Self {
        let recipe = generator.recipe(nights, factors);
        // Another stream for each generator and size, so that no diary is a variation of another.
        let place = Generator::ALL
            .iter()
            .position(|g| *g == generator)
            .unwrap_or(0) as u64;
        let diary = simulate::generate(
            &recipe,
            seed + 1_000_000 * (place + 1) + 100_000_000 * factors as u64,
        );
        let mut interacting: u32 = if recipe.effect == Effect::Interaction {
            2
        } else {
            0
        };
        let factors = diary
            .values
            .iter()
            .zip(&diary.truth)
            .map(|(values, &truth)| {
                let mut factor = Factor::of(values, truth);
                if truth != 0.0 {
                    let bent = recipe.effect == Effect::Threshold && factor.kind == Kind::Amount;
                    if bent || interacting > 0 {
                        factor.effect = None;
                    }
                    interacting = interacting.saturating_sub(1);
                }
                factor
            });
        let factors: Vec<Factor> = factors.collect();
        Self {
            generator: format!("{generator:?}"),
            size: (nights, factors.len()),
            seed,
            told: Told::of(&recipe, &factors),
            days: diary.days,
            counts: diary.counts,
            names: diary.names,
            values: diary.values,
            factors,
        }
    }

    /// The design as the command `analyze` makes it, with these priors for each factor.
    pub(crate) fn design(&self, prior: impl Fn(&Factor) -> (Weight, Slab)) -> Design {
        let columns = self.names.iter().zip(&self.values).zip(&self.factors);
        Design {
            family: Family::NegativeBinomial,
            days: self.days.clone(),
            outcome: (self.counts.iter())
                .map(|count| count.map_or(Observation::Missing, Observation::Exactly))
                .collect(),
            offset: Vec::new(),
            columns: columns
                .map(|((name, values), factor)| {
                    let (weight, slab) = prior(factor);
                    Column {
                        name: name.clone(),
                        values: values.clone(),
                        kind: factor.kind,
                        reference: 0.0,
                        half_life: 0.0,
                        weight,
                        slab,
                    }
                })
                .collect(),
            season: None,
            first_drift: 0.0,
        }
    }

    /// Nights with an answer: the count, and the night's place in the diary.
    pub(crate) fn answered(&self) -> impl Iterator<Item = (usize, f64)> {
        let counts = self.counts.iter().enumerate();
        counts.filter_map(|(night, count)| Some((night, f64::from((*count)?))))
    }
}

impl Factor {
    /// With a true log rate ratio per unit.
    pub(crate) fn of(values: &[Option<f64>], truth: f64) -> Self {
        let seen: Vec<f64> = values.iter().copied().flatten().collect();
        let n = seen.len().max(1) as f64;
        let mean = seen.iter().sum::<f64>() / n;
        let variance =
            seen.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0).max(1.0);
        let yes_no = seen.iter().all(|x| *x == 0.0 || *x == 1.0);
        Self {
            kind: if yes_no { Kind::YesNo } else { Kind::Amount },
            unit: if yes_no || variance == 0.0 {
                1.0
            } else {
                libm::sqrt(variance)
            },
            mean,
            real: (libm::exp(truth) - 1.0).abs() > 0.1,
            effect: Some(truth),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bent_effects_have_no_single_number() {
        let threshold = Case::generate(Generator::Threshold, (60, 12), 1);
        assert!(threshold.factors.iter().any(|f| f.real));
        for factor in &threshold.factors {
            assert_eq!(
                factor.effect.is_none(),
                factor.real && factor.kind == Kind::Amount
            );
        }
        let interaction = Case::generate(Generator::Interaction, (120, 24), 1);
        assert_eq!(
            interaction
                .factors
                .iter()
                .filter(|f| f.effect.is_none())
                .count(),
            2
        );
    }

    #[test]
    fn the_design_holds_the_diary() {
        let case = Case::generate(Generator::Plain, (60, 12), 3);
        let design = case.design(|_| (Weight::Learned, Slab::Learned));
        assert_eq!((design.days.len(), design.columns.len()), (60, 12));
        let missing = design
            .outcome
            .iter()
            .filter(|o| **o == Observation::Missing)
            .count();
        assert_eq!(case.answered().count() + missing, 60);
    }
}
