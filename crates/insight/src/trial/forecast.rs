//! Forecasts by simulation under the person's own posterior: their rate, its drift and its extra spread.

use diary::Night;
use diary::trial::Layout;
use infer::model::{Effort, Model};
use infer::trial::{Habit, Question, chance, largest_e_value, smallest_p};
use infer::{Design, DesignError, Seed};

use super::proposal::{self, Asking, Forecast, Proposal, RUN_IN_NIGHTS, Reach, Refusal, eligible};
use super::register::design;
use super::wish::Wish;

/// The seed of every forecast: fixed, so that what was told before the button is told again behind it.
const SEED: Seed = Seed(0x0050_1e07);
/// Imagined trials for one number. The standard error of a chance of one half is then 4 %; chances are told in fives.
const TRIALS: u32 = 150;
/// Draws of the posterior that are imagined in turn.
const HABITS: usize = 50;
/// About how many numbers a proposal takes, for the progress bar.
const NUMBERS: f64 = 12.0;

/// Nights that a forecast rests on at most: every season once. How it was before says little of the weeks to come.
const LOOKED_BACK: i32 = 365;

/// The person's nights as they may go on.
struct Simulated<'w> {
    habits: Vec<Habit>,
    rate: f64,
    answered: f64,
    known: Vec<(Layout, f64, f64)>,
    watch: &'w mut dyn FnMut(f64),
}

impl Forecast for Simulated<'_> {
    fn rate(&self) -> f64 {
        self.rate
    }

    fn chance(&mut self, layout: Layout, cut: f64) -> f64 {
        let known = self
            .known
            .iter()
            .find(|(l, c, _)| *l == layout && *c == cut);
        if let Some((_, _, chance)) = known {
            return *chance;
        }
        let question = Question {
            habits: self.habits.clone(),
            ratio: 1.0 - cut,
            answered: self.answered,
            left_out: layout.left_out,
        };
        let done = self.known.len() as f64;
        let watch = &mut *self.watch;
        let judged = design(layout).and_then(|design| {
            chance(design, &question, TRIALS, SEED, &mut |share| {
                watch(((done + share) / NUMBERS).min(1.0));
            })
        });
        let chance = judged.map_or(0.0, |judged| judged.chance);
        self.known.push((layout, cut, chance));
        chance
    }

    fn reach(&self, layout: Layout) -> Reach {
        design(layout)
            .and_then(infer::trial::TrialDesign::admissible)
            .map_or(
                Reach {
                    largest_e: 1.0,
                    smallest_p: 1.0,
                },
                |admissible| Reach {
                    largest_e: largest_e_value(&admissible),
                    smallest_p: smallest_p(&admissible),
                },
            )
    }
}

/// Proposes a trial on the person's own nights, or says why not. `watch` is told the share that is done, from 0 to 1.
///
/// # Errors
/// [`DesignError`] when the engine cannot take the nights: a fault of ours.
pub fn plan(
    wish: &Wish,
    asking: &Asking<'_>,
    watch: &mut dyn FnMut(f64),
) -> Result<Result<Proposal, Refusal>, DesignError> {
    if let Err(refusal) = eligible(wish, asking) {
        return Ok(Err(refusal));
    }
    let posterior = infer::sample(&level(asking), &Model::nightly(), Effort::quick(), SEED)?;
    let recent: Vec<bool> = proposal::recent(asking)
        .map(|night| night.outcome.seen().is_some())
        .collect();
    let answered = recent.iter().filter(|seen| **seen).count() as f64
        / recent.len().max(1).min(RUN_IN_NIGHTS as usize) as f64;
    let mut forecast = Simulated {
        habits: Habit::plausible(&posterior, HABITS),
        rate: posterior.answer.recent_rate,
        answered,
        known: Vec::new(),
        watch,
    };
    Ok(proposal::propose(wish, asking, &mut forecast))
}

/// The question about the person's level alone, without causes: they go on during a trial as before it.
fn level(asking: &Asking<'_>) -> Design {
    let today = asking.today;
    let long_ago = |night: &Night| today.days_since(night.id) > LOOKED_BACK;
    let (before, nights) = asking
        .nights
        .split_at(asking.nights.partition_point(long_ago));
    let design = crate::matrix::question(asking.person, nights, today).design;
    Design {
        columns: Vec::new(),
        // The bad spell in which a diary begins is over.
        first_drift: if before.is_empty() {
            design.first_drift
        } else {
            0.0
        },
        ..design
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use diary::night::Outcome;
    use diary::{NightId, Person};

    use super::*;
    use crate::matrix::FIRST_DRIFT;

    #[test]
    fn the_level_rests_on_a_year_and_on_the_beginning_of_a_diary_that_is_younger() {
        let first: NightId = "2023-01-01".parse().unwrap();
        let person = Person::default();
        let rests_on = |nights: i32| {
            let nights: Vec<Night> = (0..nights)
                .map(|n| Night {
                    id: first.plus_days(n),
                    outcome: Outcome::Exactly(1),
                    minutes: None,
                    pain: None,
                    sleep_lost: None,
                    soreness: None,
                    tiredness: None,
                    exposures: Arc::default(),
                    cramps: Arc::default(),
                })
                .collect();
            let level = level(&Asking {
                person: &person,
                nights: &nights,
                courses: &[],
                today: first.plus_days(nights.len() as i32),
            });
            (level.days.len(), level.first_drift)
        };
        assert_eq!(rests_on(365), (365, FIRST_DRIFT));
        assert_eq!(rests_on(1826), (365, 0.0));
    }
}
