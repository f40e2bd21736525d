//! The e-process: bets, at fair odds, on which arm chance gave to a period once its nights are known.
//!
//! If neither arm makes a difference, nobody can tell the arms from the outcomes, and no way of betting wins on average:
//! the wealth, 1 at the beginning, exceeds 20 at any time with a probability of at most 1 in 20, however often one looks
//! (Ville J (1939); Ramdas A, Grünwald P, Vovk V, Shafer G (2023), Statist Sci 38:576-601). This holds by the design alone,
//! whatever the drift, the trend or the distribution of the outcomes; the model below only decides how well the bets are
//! placed.
//!
//! A bet is settled when its *stake* is over: a pair for paired designs (the second period of a pair is no surprise), a
//! period otherwise. A third of the wealth grows: for one supposed effect the bet is the likelihood of the stake's outcomes
//! under the order that was drawn, over its average under the orders that could have been drawn then; it is split over
//! supposed effects of both signs and two speeds of drift, and each part is bet by itself. Two thirds aim at the end of the
//! trial (`aim`): they find more, the others find sooner. Of either, three quarters are on the direction that the
//! trial hopes for.

use std::ops::Range;

use super::admissible::{Admissible, State};
use super::aim::Aims;
use super::data::{Better, Drawn, Outcomes};
use super::design::Arm;
use super::level::{Batch, Level, Scale};

/// Supposed effects, in log rate ratios or in standard deviations, with even shares. Like the shares below, our choice by
/// simulation; it decides how soon an answer is clear, never whether one may be believed.
const EFFECTS: [f64; 3] = [0.4, 0.8, 1.4];
/// Nights after which the past counts for 1/e.
const MEMORIES: [f64; 2] = [10.0, 40.0];
/// Share of the wealth that aims at the end of the trial.
const AIMED: f64 = 2.0 / 3.0;
/// Share of the wealth that is on the direction in which A is better.
const SUPPOSED: f64 = 0.75;

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

/// What the e-value cannot exceed with these orders: the odds against the order that was drawn, on the part of the wealth
/// that is on the right direction.
#[must_use]
pub fn largest_e_value(admissible: &Admissible) -> f64 {
    (SUPPOSED * admissible.count_f64()).max(1.0)
}

/// The wealth after every stake that is over.
pub(super) fn e_process(
    days: &[i32],
    outcomes: &Outcomes,
    drawn: &Drawn,
    better: Better,
) -> EProcess {
    let admissible = &drawn.admissible;
    let batches = batches(days, outcomes, drawn);
    let mut scale = Scale::of(outcomes);
    let sign = match better {
        Better::Lower => -1.0,
        Better::Higher => 1.0,
    };
    let mut bettors = bettors(sign);
    let mut aims = Aims::new(AIMED, sign, SUPPOSED, drawn);
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
        aims.settle(nights, order, &candidates, scale.mean());
        for (i, &arm) in stake.clone().zip(order) {
            state = admissible.step(i, state, arm).unwrap_or(state);
        }
        let growing: f64 = bettors.iter().map(|b| libm::exp(b.log_wealth)).sum();
        steps.push((stake.end, growing + aims.wealth()));
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
pub(super) struct Candidate {
    pub(super) order: Vec<Arm>,
    pub(super) chance: f64,
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

/// All of them; `sign` is that of the direction in which A is better.
fn bettors(sign: f64) -> Vec<Bettor> {
    let even = (1.0 - AIMED) / (EFFECTS.len() * MEMORIES.len()) as f64;
    let mut bettors = Vec::new();
    for memory in MEMORIES {
        for size in EFFECTS {
            for (effect, share) in [(sign * size, SUPPOSED), (-sign * size, 1.0 - SUPPOSED)] {
                bettors.push(Bettor {
                    effect,
                    log_wealth: libm::log(share * even),
                    level: Level::new(memory),
                });
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
