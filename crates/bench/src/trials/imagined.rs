//! The grid: what kind of nights, how alike neighbours are, how strong the effect, how long.

use infer::trial::effect::{DIFFERENCE_PRIOR_SD, RATIO_PRIOR_SD};
use infer::trial::{
    Arm, Better, CarryOver, Drawn, Habit, Order, Outcomes, Trial, TrialDesign, draw,
};
use infer::{Observation, Seed};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_distr::{Distribution, StandardNormal};

/// Share of nights that are missing.
const MISSING: f64 = 0.2;
/// Standard deviation of the drift in log rate.
const DRIFT_SD: f64 = 0.5;

/// What a night brings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// Counts around this many a week, with little more spread than Poisson or clustered (negative binomial, shape 1.5).
    Counts { a_week: f64, clustered: bool },
    /// A score with standard deviation 1, of which this share is alike from night to night.
    Measured { alike: f64 },
}

/// How much A cuts the rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Cut {
    /// By this share; of a score, by its logarithm. Negative where A does harm.
    Fixed(f64),
    /// By a log ratio or difference drawn from the prior.
    FromPrior,
}

/// One cell of the grid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cell {
    pub(super) kind: Kind,
    /// Correlation of the drift from night to night.
    pub(super) likeness: f64,
    pub(super) cut: Cut,
    pub(super) weeks: u16,
    pub(super) period_nights: u16,
}

pub(super) const RATES: [f64; 3] = [1.0, 4.0, 10.0];
pub(super) const LIKENESS: [f64; 3] = [0.0, 0.35, 0.7];
pub(super) const CUTS: [f64; 4] = [0.0, 0.2, 0.4, 0.6];
/// As strong as a cut by 60 %, the other way.
pub(super) const HARM: f64 = -1.5;
pub(super) const WEEKS: [u16; 3] = [4, 8, 12];
pub(super) const PERIODS: [u16; 3] = [2, 7, 14];
/// Shares of a score's scatter that are alike: an autoregression and nothing beside it, and half of it noise of single nights.
pub(super) const ALIKE: [f64; 2] = [1.0, 0.5];

/// Rate x likeness x spread x effect x length, in pairs of periods of two nights.
pub(super) fn grid_of_counts() -> Vec<Cell> {
    let mut cells = Vec::new();
    let harm = [Cut::Fixed(HARM), Cut::FromPrior];
    let cuts = CUTS.map(Cut::Fixed).into_iter().chain(harm);
    for cut in cuts {
        for a_week in RATES {
            for clustered in [false, true] {
                for likeness in LIKENESS {
                    cells.extend(WEEKS.map(|weeks| Cell {
                        kind: Kind::Counts { a_week, clustered },
                        likeness,
                        cut,
                        weeks,
                        period_nights: 2,
                    }));
                }
            }
        }
    }
    cells
}

/// Measured outcomes: effect x share of the scatter that is alike x likeness x length of periods x length.
pub(super) fn grid_of_measures() -> Vec<Cell> {
    let mut cells = Vec::new();
    for cut in [Cut::Fixed(0.0), Cut::Fixed(0.6), Cut::FromPrior] {
        for alike in ALIKE {
            for period_nights in PERIODS {
                for likeness in LIKENESS {
                    cells.extend(WEEKS.map(|weeks| Cell {
                        kind: Kind::Measured { alike },
                        likeness,
                        cut,
                        weeks,
                        period_nights,
                    }));
                }
            }
        }
    }
    cells
}

/// Nights of counts whose drift has this correlation from night to night.
pub(super) fn habit(a_week: f64, clustered: bool, likeness: f64) -> Habit {
    Habit {
        // The drift does not change the average rate.
        rate: a_week / 7.0 * libm::exp(-0.5 * DRIFT_SD * DRIFT_SD),
        drift_sd: DRIFT_SD,
        drift_time: -1.0 / libm::log(likeness.max(1e-9)),
        shape: if clustered { 1.5 } else { 20.0 },
    }
}

impl Cell {
    /// A trial, and the true log ratio or difference; `None` when the periods do not fit.
    pub(super) fn trial(&self, seed: u64) -> Option<(Trial, f64)> {
        let pairs = 7 * self.weeks / (2 * self.period_nights);
        let design = TrialDesign::new(Order::Pairs { pairs }, self.period_nights, 0).ok()?;
        let schedule = draw(design, Seed(seed)).ok()?;
        let arms: Vec<Arm> = schedule.nights().collect();
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let effect = match self.cut {
            Cut::Fixed(cut) => libm::log(1.0 - cut),
            Cut::FromPrior => {
                let normal: f64 = StandardNormal.sample(&mut rng);
                match self.kind {
                    Kind::Counts { .. } => RATIO_PRIOR_SD * normal,
                    Kind::Measured { .. } => DIFFERENCE_PRIOR_SD * normal,
                }
            }
        };
        let missing: Vec<bool> = arms.iter().map(|_| rng.random::<f64>() < MISSING).collect();
        let outcomes = match self.kind {
            Kind::Counts { a_week, clustered } => {
                let habit = habit(a_week, clustered, self.likeness);
                let counts = habit.nights(&arms, libm::exp(effect), &mut rng);
                let seen = counts.into_iter().zip(&missing);
                Outcomes::Counts(
                    seen.map(|(count, missing)| match missing {
                        true => Observation::Missing,
                        false => Observation::Exactly(count),
                    })
                    .collect(),
                )
            }
            Kind::Measured { alike } => {
                Outcomes::Measured(self.scores(alike, &arms, &missing, effect, &mut rng))
            }
        };
        let period = usize::from(self.period_nights);
        let period_of = (0..arms.len()).map(|night| night / period).collect();
        let order = schedule.periods().to_vec();
        let over = order.len();
        let trial = Trial {
            days: (0..arms.len() as i32).collect(),
            drawn: Some(Drawn::by_design(design, order, period_of, over).ok()?),
            arms,
            outcomes,
            done: Vec::new(),
            carry_over: CarryOver::None,
            better: Better::Lower,
        };
        Some((trial, effect))
    }

    /// A first-order autoregression and noise of single nights, with standard deviation 1 together, and the effect on top.
    fn scores(
        &self,
        alike: f64,
        arms: &[Arm],
        missing: &[bool],
        effect: f64,
        rng: &mut ChaCha8Rng,
    ) -> Vec<Option<f64>> {
        let mut level: f64 = StandardNormal.sample(rng);
        let fresh = libm::sqrt(1.0 - self.likeness * self.likeness);
        let mut scores = Vec::with_capacity(arms.len());
        for (arm, missing) in arms.iter().zip(missing) {
            let shift = if *arm == Arm::A { effect } else { 0.0 };
            let own: f64 = StandardNormal.sample(rng);
            let noise = libm::sqrt(alike) * level + libm::sqrt(1.0 - alike) * own;
            scores.push((!missing).then_some(noise + shift));
            let normal: f64 = StandardNormal.sample(rng);
            level = self.likeness * level + fresh * normal;
        }
        scores
    }
}
