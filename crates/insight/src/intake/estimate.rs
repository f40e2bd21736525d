//! A sum of uncertain portions: its mean, its spread and an interval.

use std::collections::BTreeMap;

use diary::Id;
use knowledge::Nutrient;

use super::{Amount, Portion};

/// Standard deviation of an eaten portion over the told one. Coefficients of variation of the differences between estimated
/// and weighed portions are around 50 % for foods (Nelson and Bingham; read second-hand in the Medical Research Council's
/// toolkit, <http://dapa-toolkit.mrc.ac.uk/dietary-assessment/quantification/index.php>, and in a textbook).
pub const PORTION_SPREAD: f64 = 0.5;

/// Half the width of a 90% interval in standard deviations of a normal distribution.
const NINETY: f64 = 1.644_853_626_951_472_8;

/// Standard deviation of what is in the food on the plate over the table's figure (our judgement: water and energy hardly
/// differ; salt, caffeine and vitamin D differ from maker to maker, minerals with soil and kind).
#[must_use]
pub const fn spread(nutrient: Nutrient) -> f64 {
    match nutrient {
        Nutrient::Water => 0.05,
        Nutrient::Energy | Nutrient::Alcohol => 0.1,
        Nutrient::Magnesium | Nutrient::Potassium | Nutrient::Calcium | Nutrient::Fibre => 0.2,
        Nutrient::Sodium | Nutrient::Caffeine => 0.35,
        Nutrient::VitaminD => 0.5,
    }
}

/// An uncertain amount.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Estimate {
    /// Expected amount.
    pub mean: f64,
    /// Standard deviation.
    pub sd: f64,
}

impl Estimate {
    /// A 90% interval: that of the log-normal distribution with this mean and standard deviation, which is how a product
    /// of errors spreads and is never below zero. One point for an amount of zero.
    #[must_use]
    pub fn interval(&self) -> (f64, f64) {
        if self.mean <= 0.0 {
            return (0.0, 0.0);
        }
        let variance = libm::log1p((self.sd / self.mean).powi(2));
        let median = libm::log(self.mean) - variance / 2.0;
        let half = NINETY * variance.sqrt();
        (libm::exp(median - half), libm::exp(median + half))
    }
}

/// One day's amount.
pub(super) fn of_day(nutrient: Nutrient, portions: &[Portion]) -> Amount {
    let portions: Vec<&Portion> = portions.iter().collect();
    Amount {
        nutrient,
        estimate: sum(nutrient, &portions),
        unknown: unknown(nutrient, &portions),
    }
}

/// The mean of several days, as an estimate of what is usual: to the errors of the portions comes how much the days
/// differ (their variance over their number; it holds part of the portions' errors too, so that the interval is rather too
/// wide than too narrow).
pub(super) fn mean_of_days(nutrient: Nutrient, days: &[&Vec<Portion>]) -> Amount {
    let count = days.len() as f64;
    let all: Vec<&Portion> = days.iter().flat_map(|day| day.iter()).collect();
    let whole = sum(nutrient, &all);
    let mean = whole.mean / count;
    let between = days
        .iter()
        .map(|day| {
            let portions: Vec<&Portion> = day.iter().collect();
            (sum(nutrient, &portions).mean - mean).powi(2)
        })
        .sum::<f64>()
        / (count - 1.0).max(1.0);
    Amount {
        nutrient,
        estimate: Estimate {
            mean,
            sd: ((whole.sd / count).powi(2) + between / count).sqrt(),
        },
        unknown: unknown(nutrient, &all),
    }
}

fn unknown(nutrient: Nutrient, portions: &[&Portion]) -> usize {
    portions
        .iter()
        .filter(|portion| amount(nutrient, portion).is_none())
        .count()
}

fn amount(nutrient: Nutrient, portion: &Portion) -> Option<f64> {
    portion.per_100_g?.in_grams(nutrient, portion.grams)
}

/// Sum of c·(a₁p₁ + a₂p₂ + …) over the foods, where the p and the c are independent factors with mean 1. Its variance is,
/// food by food, (1 + v)·w·(a₁² + a₂² + …) + v·(a₁ + a₂ + …)², with w and v the variances of p and c.
fn sum(nutrient: Nutrient, portions: &[&Portion]) -> Estimate {
    let mut foods: BTreeMap<&Id, (f64, f64)> = BTreeMap::new();
    for portion in portions {
        if let Some(amount) = amount(nutrient, portion) {
            let (total, squares) = foods.entry(&portion.food).or_default();
            *total += amount;
            *squares += amount * amount;
        }
    }
    let (portion, food) = (PORTION_SPREAD.powi(2), spread(nutrient).powi(2));
    let mut mean = 0.0;
    let mut variance = 0.0;
    for (total, squares) in foods.into_values() {
        mean += total;
        variance += (1.0 + food) * portion * squares + food * total * total;
    }
    Estimate {
        mean,
        sd: variance.sqrt(),
    }
}
