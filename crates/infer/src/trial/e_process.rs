//! The e-process: bets, at fair odds, on which arm chance gave to a period once its nights are known.
//!
//! If neither arm makes a difference, nobody can tell the arms from the outcomes, and no way of betting wins on average:
//! the wealth, 1 at the beginning, exceeds 20 at any time with a probability of at most 1 in 20, however often one looks
//! (Ville J (1939); Ramdas A, Grünwald P, Vovk V, Shafer G (2023), Statist Sci 38:576-601). This holds by the design alone,
//! whatever the drift, the trend or the distribution of the outcomes; the model below only decides how well the bets are
//! placed.
//!
//! A bet is settled when its *stake* is over: a pair for paired designs (the second period of a pair is no surprise), a
//! period otherwise. For one supposed effect the bet is the likelihood of the stake's outcomes under the order that was
//! drawn, over its average under the orders that could have been drawn then. Wealth is split over supposed effects of both
//! signs, two speeds of drift and two degrees of caution, and each part is bet by itself.

use std::ops::Range;

use super::admissible::{Admissible, State};
use super::data::{Drawn, Outcomes};
use super::design::Arm;
use super::level::{Batch, Level, Scale};

/// Supposed effects, in log rate ratios or in standard deviations, and the share of the wealth on each (half on either
/// sign): about even, since a share too small for a strong effect is paid for in nights. Our choice; it decides how soon
/// an answer is clear, never whether one may be believed.
const EFFECTS: [(f64, f64); 5] = [
    (0.25, 0.2),
    (0.45, 0.2),
    (0.75, 0.2),
    (1.15, 0.2),
    (1.7, 0.2),
];
/// Nights after which the past counts for 1/e.
const MEMORIES: [f64; 2] = [10.0, 40.0];
/// How far nights that are alike, or that scatter, count for less. Likeness and scatter come from the effect itself too, so
/// the cautious half of the bets is placed too low where the effect is strong; the other half is not.
const CAUTIONS: [f64; 2] = [0.0, 1.0];

/// Wealth after each stake that is over.
#[derive(Clone, Debug, PartialEq)]
pub struct EProcess {
    /// After each stake: how many periods were over, and the wealth.
    pub steps: Vec<(usize, f64)>,
}

impl EProcess {
    /// The e-value now; 1 before the first stake is over.
    #[must_use]
    pub fn now(&self) -> f64 {
        self.steps.last().map_or(1.0, |(_, wealth)| *wealth)
    }

    /// The highest it has been: at 20 or more, the trial had a clear answer then.
    #[must_use]
    pub fn highest(&self) -> f64 {
        self.steps
            .iter()
            .map(|(_, wealth)| *wealth)
            .fold(1.0, f64::max)
    }
}

/// What the e-value cannot exceed with these orders: the odds against the order that was drawn, on the half of the wealth
/// that is on the right sign.
#[must_use]
pub fn largest_e_value(admissible: &Admissible) -> f64 {
    (0.5 * admissible.count_f64()).max(1.0)
}

/// The wealth after every stake that is over.
pub(super) fn e_process(days: &[i32], outcomes: &Outcomes, drawn: &Drawn) -> EProcess {
    let admissible = &drawn.admissible;
    let batches = batches(days, outcomes, drawn);
    let mut scale = Scale::of(outcomes);
    let mut bettors = bettors();
    let mut state = admissible.start();
    let mut steps = Vec::new();
    for stake in admissible.stakes() {
        if stake.end > drawn.over {
            break;
        }
        let nights = &batches[stake.clone()];
        let order = &drawn.order[stake.clone()];
        scale.learn(nights);
        let candidates = candidates(admissible, &stake, state);
        for bettor in &mut bettors {
            bettor.settle(nights, order, &candidates, &scale);
        }
        for (i, &arm) in stake.clone().zip(order) {
            state = admissible.step(i, state, arm).unwrap_or(state);
        }
        let wealth = bettors.iter().map(|b| libm::exp(b.log_wealth)).sum();
        steps.push((stake.end, wealth));
    }
    EProcess { steps }
}

/// The nights of every period that have an outcome.
fn batches(days: &[i32], outcomes: &Outcomes, drawn: &Drawn) -> Vec<Batch> {
    let mut batches = vec![Batch::default(); drawn.admissible.periods()];
    for ((&day, outcome), &period) in days.iter().zip(outcomes.numbers()).zip(&drawn.period_of) {
        if let Some(outcome) = outcome {
            batches[period].push(day, outcome);
        }
    }
    batches
}

/// An order of a stake, and its probability given the past.
struct Candidate {
    order: Vec<Arm>,
    chance: f64,
}

/// The ways in which the stake could have gone.
fn candidates(admissible: &Admissible, stake: &Range<usize>, state: State) -> Vec<Candidate> {
    let mut open = vec![(Vec::new(), 1.0, state)];
    for i in stake.clone() {
        let mut further = Vec::with_capacity(2 * open.len());
        for (order, chance, state) in &open {
            for arm in Arm::BOTH {
                if let Some(next) = admissible.step_to_end(i, *state, arm) {
                    let mut order = order.clone();
                    order.push(arm);
                    further.push((order, chance * admissible.chance(i, *state, arm), next));
                }
            }
        }
        open = further;
    }
    open.into_iter()
        .map(|(order, chance, _)| Candidate { order, chance })
        .collect()
}

/// One supposed effect with its share of the wealth.
struct Bettor {
    effect: f64,
    log_wealth: f64,
    level: Level,
}

fn bettors() -> Vec<Bettor> {
    let mut bettors = Vec::new();
    let parts = (MEMORIES.len() * CAUTIONS.len()) as f64;
    for memory in MEMORIES {
        for caution in CAUTIONS {
            for (size, share) in EFFECTS {
                bettors.extend([size, -size].map(|effect| Bettor {
                    effect,
                    log_wealth: libm::log(0.5 * share / parts),
                    level: Level::new(memory, caution),
                }));
            }
        }
    }
    bettors
}

impl Bettor {
    /// Bets on a stake at the odds of the design, and learns from it.
    fn settle(&mut self, nights: &[Batch], order: &[Arm], candidates: &[Candidate], scale: &Scale) {
        let (after, drawn) = self.level.through(nights, order, self.effect, scale);
        if candidates.len() > 1 {
            let average: f64 = (candidates.iter())
                .map(|candidate| {
                    let (_, log) =
                        (self.level).through(nights, &candidate.order, self.effect, scale);
                    candidate.chance * libm::exp((log - drawn).clamp(-600.0, 600.0))
                })
                .sum();
            self.log_wealth -= libm::log(average);
        }
        self.level = after;
    }
}

#[cfg(test)]
mod tests;
