//! Measured outcomes (a mood, a score): a regression whose noise may be alike from row to row, integrated on a grid.
//!
//! An outcome is a level, plus every column times its coefficient, plus noise. A share of the noise's variance is a
//! stationary first-order autoregression, the rest belongs to single rows alone. Neither that share, nor how persistent the
//! autoregression is, nor the variance can be told well from some weeks, and an interval that takes any of them for known is
//! too short. So all three are integrated over. Beforehand, persistence (the correlation from one row to the next) and share
//! have the reference priors of an autoregression and of a proportion, which lean a little to either end; the logarithm of the
//! variance is normal. Given them the regression is closed. No draws: the same numbers give the same posterior on every
//! machine.
//!
//! The filter: Durbin J, Koopman SJ (2012), Time Series Analysis by State Space Methods, 2nd ed., section 4.3. The prior of
//! persistence: Berger JO, Yang RY (1994), Noninformative priors and Bayesian testing for the AR(1) model, Econometric Theory
//! 10:461-482; here for persistences from 0 to 1. A persistence is told too low from a short series: Marriott FHC, Pope JA
//! (1954), Biometrika 41:390-402.

mod check;
mod mixture;
mod regression;

use std::f64::consts::PI;

use crate::answer::{Note, Statistic};
use crate::design::DesignError;
use crate::drift::{Drift, Filter};
use crate::likelihood::Site;
use crate::normal::cdf;
use check::check;
pub use mixture::Mixture;
use mixture::Normal;
use regression::Products;

/// A regression on an outcome that is a number on a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Measurements {
    /// Day number of each row, strictly ascending.
    pub days: Vec<i32>,
    /// What was measured; `None` is missing.
    pub outcome: Vec<Option<f64>>,
    /// What the outcome may depend on. A row that lacks one of the values is left out: it says nothing of that column.
    pub columns: Vec<Regressor>,
    /// How alike neighbouring rows may be.
    pub likeness: Likeness,
    /// About where the outcome lies: the level is normal around it, a thousand `spread`s wide.
    pub centre: f64,
    /// About how far it scatters: the log of its variance is normal around that of this, with standard deviation 1.5.
    pub spread: f64,
}

/// A column of a regression.
#[derive(Clone, Debug, PartialEq)]
pub struct Regressor {
    /// Its name, for errors.
    pub name: String,
    /// One value a row.
    pub values: Vec<Option<f64>>,
    /// The coefficient (outcome per unit of the column) is normal around 0 with this standard deviation.
    pub prior_sd: f64,
}

/// How alike neighbouring rows may be beyond what the columns say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// Not at all.
    Independent,
    /// As far as the rows say.
    Learned,
}

/// The posterior of a regression.
#[derive(Clone, Debug, PartialEq)]
pub struct Differences {
    /// Where the outcome lies when every column is 0.
    pub level: Mixture,
    /// The coefficient of each column.
    pub columns: Vec<Mixture>,
    /// Posterior mean and standard deviation of the noise's standard deviation.
    pub noise: (f64, f64),
    /// What a reader must know.
    pub notes: Vec<Note>,
}

/// Persistences and steps of the share.
const PERSISTENCES: usize = 16;
const SHARES: usize = 8;
/// Prior standard deviation of the log variance.
const LOG_VARIANCE_SD: f64 = 1.5;
/// Further out than this no peak is looked for: rows that the columns explain to the last digit would have none.
const LARGEST_LOG_VARIANCE: f64 = 40.0;
/// Prior standard deviation of the level, in spreads: as good as flat.
const LEVEL_SD: f64 = 1000.0;
/// Steps to either side of the variance's peak, and their length in its rough standard deviations.
const STEPS: i32 = 8;
const STEP: f64 = 0.75;
/// Parts that weigh less than this beside the heaviest are left out.
const LIGHT: f64 = 1e-6;

/// The posterior, to the error of the grid: below a hundredth of a standard deviation for series of up to a year.
///
/// # Errors
/// [`DesignError`] with the bad value.
pub fn differences(measurements: &Measurements) -> Result<Differences, DesignError> {
    let places = match measurements.likeness {
        Likeness::Independent => vec![INDEPENDENT],
        Likeness::Learned => grid(PERSISTENCES, SHARES),
    };
    over(measurements, &places)
}

/// The posterior over these places.
fn over(measurements: &Measurements, places: &[Place]) -> Result<Differences, DesignError> {
    check(measurements)?;
    let rows = Rows::of(measurements)?;
    let mut nodes: Vec<Node> = places.iter().flat_map(|place| rows.at(*place)).collect();
    let heaviest = (nodes.iter().map(|node| node.log_weight)).fold(f64::NEG_INFINITY, f64::max);
    if !heaviest.is_finite() {
        return Err(DesignError::BadNumber {
            what: "the log likelihood of numbers so large".into(),
            value: heaviest,
        });
    }
    nodes.retain(|node| node.log_weight - heaviest > libm::log(LIGHT));
    let weight = |node: &Node| libm::exp(node.log_weight - heaviest);
    let spread = measurements.spread;
    let coefficient = |j: usize, shift: f64| {
        Mixture::of(
            (nodes.iter())
                .map(|node| Normal {
                    weight: weight(node),
                    mean: shift + spread * node.mean[j],
                    sd: spread * node.sd[j],
                })
                .collect(),
        )
    };
    let total: f64 = nodes.iter().map(weight).sum();
    let average = |of: &dyn Fn(&Node) -> f64| -> f64 {
        nodes.iter().map(|n| weight(n) * of(n)).sum::<f64>() / total
    };
    let noise = average(&|node| libm::sqrt(node.variance));
    let squares = average(&|node| node.variance);
    Ok(Differences {
        level: coefficient(0, measurements.centre),
        columns: (1..=measurements.columns.len())
            .map(|j| coefficient(j, 0.0))
            .collect(),
        noise: (
            spread * noise,
            spread * libm::sqrt((squares - noise * noise).max(0.0)),
        ),
        notes: nodes
            .iter()
            .max_by(|a, b| a.log_weight.total_cmp(&b.log_weight))
            .map_or_else(Vec::new, |best| rows.notes(best)),
    })
}

/// How alike neighbouring rows are, at one place of the grid.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// Share of the variance that is alike.
    share: f64,
    /// Its correlation from one row to the next.
    persistence: f64,
    /// Prior weight.
    weight: f64,
}

/// No likeness at all: every persistence is then one and the same model.
const INDEPENDENT: Place = Place {
    share: 0.0,
    persistence: 0.5,
    weight: 1.0,
};

/// So many persistences (density 2 / (π √(1 - p²))) and steps of the share (1 / (π √(s (1 - s)))), each standing for an equal
/// part of its prior.
fn grid(persistences: usize, shares: usize) -> Vec<Place> {
    let mut places = vec![Place {
        weight: 0.5,
        ..INDEPENDENT
    }];
    for step in 1..=shares {
        let end = if step == shares { 0.5 } else { 1.0 };
        let root = libm::sin(0.5 * PI * step as f64 / shares as f64);
        places.extend((0..persistences).map(|i| Place {
            share: (root * root).min(1.0),
            persistence: libm::sin(0.5 * PI * (i as f64 + 0.5) / persistences as f64),
            weight: end / persistences as f64,
        }));
    }
    places
}

/// One place of the grid at one variance.
struct Node {
    place: Place,
    variance: f64,
    log_weight: f64,
    mean: Vec<f64>,
    sd: Vec<f64>,
}

/// The rows that have everything, in spreads around the centre.
struct Rows {
    days: Vec<i32>,
    /// Row-major: 1, the columns, the outcome.
    cells: Vec<f64>,
    width: usize,
    precisions: Vec<f64>,
}

impl Rows {
    fn of(measurements: &Measurements) -> Result<Self, DesignError> {
        let width = measurements.columns.len() + 2;
        let (mut days, mut cells) = (Vec::new(), Vec::new());
        for (row, (day, outcome)) in
            (measurements.days.iter().zip(&measurements.outcome)).enumerate()
        {
            let values: Option<Vec<f64>> = (measurements.columns.iter())
                .map(|column| column.values[row])
                .collect();
            if let (Some(outcome), Some(values)) = (outcome, values) {
                days.push(*day);
                cells.push(1.0);
                cells.extend(values);
                cells.push((outcome - measurements.centre) / measurements.spread);
            }
        }
        if days.is_empty() {
            return Err(DesignError::AllMissing {
                rows: measurements.days.len(),
            });
        }
        let of_column = |column: &Regressor| {
            let sd = column.prior_sd / measurements.spread;
            1.0 / (sd * sd)
        };
        let level = 1.0 / (LEVEL_SD * LEVEL_SD);
        Ok(Self {
            days,
            cells,
            width,
            precisions: std::iter::once(level)
                .chain(measurements.columns.iter().map(of_column))
                .collect(),
        })
    }

    /// The rows as they are once their likeness is taken out, and half the log determinant of that.
    fn whitened(&self, place: Place) -> (Vec<f64>, f64) {
        let drift = Drift {
            sd: libm::sqrt(place.share),
            time: -1.0 / libm::log(place.persistence),
        };
        // Where all of it is alike, nothing is left for single rows: an infinite precision.
        let own = Site {
            w: 1.0 / (1.0 - place.share),
            z: 0.0,
        };
        let mut filter = Filter::default();
        filter.run(drift, &self.days, &vec![own; self.days.len()]);
        let mut white = self.cells.clone();
        filter.whiten(&mut white, &mut vec![0.0; self.width]);
        (white, filter.half_log_det)
    }

    /// Every variance that matters at a place.
    fn at(&self, place: Place) -> Vec<Node> {
        let (white, half_log_det) = self.whitened(place);
        let products = Products::of(&white, self.width);
        let n = self.days.len() as f64;
        let node = |log_variance: f64| {
            let fitted = products.fit(libm::exp(log_variance), &self.precisions, n);
            let away = log_variance / LOG_VARIANCE_SD;
            Node {
                place,
                variance: libm::exp(log_variance),
                log_weight: fitted.log_marginal - half_log_det - 0.5 * away * away
                    + libm::log(place.weight),
                mean: fitted.mean,
                sd: fitted.sd,
            }
        };
        // The log variance has a standard deviation of about this.
        let scatter = libm::sqrt(2.0 / n);
        let height = |x: f64| match x.abs() < LARGEST_LOG_VARIANCE {
            true => node(x).log_weight,
            false => f64::NEG_INFINITY,
        };
        let peak = peak(&height, 0.25 * scatter);
        (-STEPS..=STEPS)
            .map(|k| node(peak + STEP * scatter * f64::from(k)))
            .collect()
    }

    /// Whether the rows look like the model's, at its most probable place: what is left of them after likeness and
    /// columns must be like draws of a standard normal, one after the other.
    fn notes(&self, best: &Node) -> Vec<Note> {
        let (white, _) = self.whitened(best.place);
        let sd = libm::sqrt(best.variance);
        let left: Vec<f64> = (white.chunks_exact(self.width))
            .map(|row| {
                let explained: f64 = row.iter().zip(&best.mean).map(|(x, b)| x * b).sum();
                (row[self.width - 1] - explained) / sd
            })
            .collect();
        let n = left.len() as f64;
        let beyond = |z: f64| 2.0 * cdf(-z.abs());
        let worst = left.iter().fold(0.0, |worst: f64, z| worst.max(z.abs()));
        let squares: f64 = left.iter().map(|z| z * z).sum();
        let neighbours: f64 = left.windows(2).map(|pair| pair[0] * pair[1]).sum();
        [
            (Statistic::Worst, n * beyond(worst)),
            (
                Statistic::Neighbours,
                beyond(libm::sqrt(n) * neighbours / squares.max(f64::MIN_POSITIVE)),
            ),
        ]
        .into_iter()
        .filter(|(_, p)| *p < WARN_BELOW)
        .map(|(statistic, p)| Note::PoorFit { statistic, p })
        .collect()
    }
}

/// How unusual what is left must be before a reader is warned.
const WARN_BELOW: f64 = 0.01;

/// Where a function with one peak is highest, to within `near`.
fn peak(f: &dyn Fn(f64) -> f64, near: f64) -> f64 {
    let (mut x, mut height, mut step) = (0.0, f(0.0), 1.0);
    while step > near {
        let there = [x - step, x + step].map(|x| (x, f(x)));
        match there.into_iter().find(|(_, higher)| *higher > height) {
            Some(found) => (x, height) = found,
            None => step *= 0.5,
        }
    }
    x
}

#[cfg(test)]
mod tests;
