//! From a proposal and a seed to the record that is fixed before the first night.

use diary::Text;
use diary::trial::{Arm, Layout, Record, Registration, Schedule, TrialSeed};
use infer::Seed;
use infer::trial::{self as engine, BadDesign, Order, TrialDesign};

use super::proposal::{ANSWER, Proposal};
use crate::words::number;

/// A proposal that cannot be written down: a fault of ours.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Unregistered {
    /// The statistics do not take the design.
    #[error("the design makes no trial: {0}")]
    Design(#[from] BadDesign),
    /// A text or a schedule is longer than the diary takes.
    #[error("a part of the record does not fit the diary")]
    TooLong,
}

/// The design of a layout.
///
/// # Errors
/// [`BadDesign`] when it makes no trial.
pub fn design(layout: Layout) -> Result<TrialDesign, BadDesign> {
    let order = Order::Pairs {
        pairs: layout.pairs,
    };
    TrialDesign::new(order, layout.period_nights, layout.left_out)
}

/// Draws the schedule and seals the record.
///
/// # Errors
/// [`Unregistered`], for a proposal that did not come from here.
pub fn register(proposal: &Proposal, seed: TrialSeed) -> Result<Registration, Unregistered> {
    let wish = &proposal.wish;
    let text = |text: &str| Text::new(text).map_err(|_| Unregistered::TooLong);
    let stop_rules: Result<Vec<Text>, Unregistered> =
        wish.template.stop.iter().map(|rule| text(rule)).collect();
    Ok(Registration::seal(Record {
        subject: wish.subject().ok_or(Unregistered::TooLong)?,
        arms: wish.arms().ok_or(Unregistered::TooLong)?,
        first_night: wish.first_night,
        layout: proposal.layout,
        seed,
        generator: text(engine::GENERATOR)?,
        schedule: schedule(proposal.layout, seed)?,
        analysis: text(&analysis(proposal.layout))?,
        looks: proposal.looks.clone(),
        stop_rules: stop_rules?,
        engine: text(&statistics())?,
        knowledge: text(knowledge::VERSION)?,
    }))
}

/// The statistics as a registration names them: the engine's version and that of the analysis of trials.
#[must_use]
pub fn statistics() -> String {
    format!(
        "{}, trials {}",
        infer::ENGINE_VERSION,
        engine::ANALYSIS_VERSION
    )
}

/// The schedule that a seed draws.
///
/// # Errors
/// [`Unregistered`] when the layout makes no trial.
pub fn schedule(layout: Layout, seed: TrialSeed) -> Result<Schedule, Unregistered> {
    let drawn = engine::draw(design(layout)?, Seed(seed.0))?;
    let arms = drawn.nights().map(|arm| match arm {
        engine::Arm::A => Arm::A,
        engine::Arm::B => Arm::B,
    });
    Schedule::new(arms.collect()).map_err(|_| Unregistered::TooLong)
}

/// The analysis as it is fixed.
fn analysis(layout: Layout) -> String {
    let left_out = match layout.left_out {
        0 => "Every night counts.".to_owned(),
        nights => {
            format!("The first {nights} nights of each period, and after a pause, are left out.")
        }
    };
    format!(
        "Outcome: the number of cramps a night; fewer is better. {left_out} Nights without an answer are missing, not zero. \
         Compared as randomised: the rate ratio of A against B with its 90 % interval, counts with drift, trend and extra \
         spread; the exact randomisation test over all {} admissible schedules; the e-value of bets on the order in each \
         pair, made before the pair, which may be looked at at any time. An answer is an e-value of at least {}. Beside it, \
         the same with the nights on which the instruction was followed.",
        count(layout),
        number(ANSWER),
    )
}

fn count(layout: Layout) -> String {
    design(layout)
        .and_then(TrialDesign::admissible)
        .map_or_else(
            |_| String::new(),
            |admissible| admissible.count().to_string(),
        )
}
