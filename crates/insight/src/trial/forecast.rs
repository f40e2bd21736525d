//! Forecasts by simulation under the person's own posterior: their rate, its drift and its extra spread.

use diary::trial::Layout;
use infer::model::{Effort, Model};
use infer::trial::{Habit, Question, chance, largest_e_value, smallest_p};
use infer::{DesignError, Seed};

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
    // The person's level is looked for without causes: they go on during a trial as before it.
    let mut design = crate::matrix::question(asking.person, asking.nights, asking.today).design;
    design.columns.clear();
    let posterior = infer::sample(&design, &Model::nightly(), Effort::quick(), SEED)?;
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
