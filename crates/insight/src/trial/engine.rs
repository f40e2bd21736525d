//! A trial as the statistics take it, and their answer as the faces need it.

use diary::night::Outcome as Seen;
use diary::trial::{Arm, Followed};
use diary::{Night, NightId};
use infer::model::Effort;
use infer::trial::{Analysis, Better, CarryOver, Drawn, Outcomes, Trial, TrialError, analyse};
use infer::{Observation, Seed};
use texts::Sentence;

use super::calendar::Turn;
use super::course::Course;
use super::notes;
use super::outcome::{Log, Numbers, Outcome, Ratio, outcome, taken};
use super::register::{design, statistics};

/// The seed of every analysis: fixed, so that the same diary gives the same numbers on every machine.
const SEED: Seed = Seed(0x0050_1e06);

/// Why a trial has no result.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{}", self.sentence())]
pub enum NoResult {
    /// The record was changed after it was registered.
    Tampered,
    /// Nothing to compare.
    Statistics(#[from] TrialError),
}

impl NoResult {
    /// Why, in plain sentences.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Tampered => Sentence::of("result-tampered"),
            Self::Statistics(error) => {
                Sentence::of("result-none-yet").with("why", notes::nothing(error))
            }
        }
    }
}

/// The result of a trial from its nights up to `through`.
///
/// # Errors
/// [`NoResult`] when no number could be given that means anything.
pub fn result(course: &Course, nights: &[Night], through: NightId) -> Result<Outcome, NoResult> {
    if !course.registration.is_intact() {
        return Err(NoResult::Tampered);
    }
    let analysis = analyse(&data(course, nights, through)?, Effort::careful(), SEED)?;
    let mut numbers = numbers(&analysis);
    numbers.diagnostics.extend(other_statistics(course));
    Ok(outcome(course, nights, through, numbers))
}

/// Said when the program has changed since the registration. The bets are then others than were registered; they are still
/// bets at fair odds that nobody chose by looking at these nights, so each of the two measures of evidence holds alone.
fn other_statistics(course: &Course) -> Option<Sentence> {
    let (then, now) = (course.record().engine.as_str(), statistics());
    (then != now).then(|| {
        Sentence::of("result-other-statistics")
            .with("then", Sentence::text(then))
            .with("now", Sentence::text(now))
    })
}

/// The nights of a trial up to `through`, those that do not count as missing.
fn data(course: &Course, nights: &[Night], through: NightId) -> Result<Trial, TrialError> {
    let taken = taken(course, nights, through);
    let record = course.record();
    let order = record
        .schedule
        .arms()
        .chunks(usize::from(record.layout.period_nights).max(1))
        .filter_map(|period| period.first())
        .map(|arm| arm_of(*arm))
        .collect();
    let over = taken.len() / usize::from(record.layout.period_nights).max(1);
    let design = design(record.layout).map_err(TrialError::Design)?;
    let period_of = taken.iter().map(|(turn, _)| turn.period).collect();
    let first = record.first_night;
    Ok(Trial {
        days: taken
            .iter()
            .map(|(turn, _)| turn.night.days_since(first))
            .collect(),
        arms: taken.iter().map(|(turn, _)| arm_of(turn.arm)).collect(),
        outcomes: Outcomes::Counts(
            taken
                .iter()
                .map(|(turn, night)| observation(turn, *night))
                .collect(),
        ),
        done: done(course, &taken),
        drawn: Some(Drawn::by_design(design, order, period_of, over)?),
        carry_over: CarryOver::None,
        better: Better::Lower,
    })
}

fn arm_of(arm: Arm) -> infer::trial::Arm {
    match arm {
        Arm::A => infer::trial::Arm::A,
        Arm::B => infer::trial::Arm::B,
    }
}

fn observation(turn: &Turn, night: Option<&Night>) -> Observation {
    match night.map(|night| night.outcome).filter(|_| turn.counts) {
        None | Some(Seen::Missing) => Observation::Missing,
        Some(Seen::AtLeast(count)) => Observation::AtLeast(count),
        Some(Seen::Exactly(count)) => Observation::Exactly(count),
    }
}

/// How much of A was done on each night; empty when nobody kept record of it.
fn done(course: &Course, taken: &[(Turn, Option<&Night>)]) -> Vec<Option<f64>> {
    if course.adherence.is_empty() {
        return Vec::new();
    }
    taken
        .iter()
        .map(|(turn, _)| {
            let followed = course.adherence.get(&turn.night)?;
            Some(match (turn.arm, followed) {
                (_, Followed::Partly) => 0.5,
                (Arm::A, Followed::Yes) | (Arm::B, Followed::No) => 1.0,
                (Arm::B, Followed::Yes) | (Arm::A, Followed::No) => 0.0,
            })
        })
        .collect()
}

fn numbers(analysis: &Analysis) -> Numbers {
    let ratio = |effect: &infer::trial::Effect| Ratio {
        estimate: effect.estimate,
        low: effect.low,
        high: effect.high,
    };
    Numbers {
        ratio: ratio(&analysis.effect),
        log: Log {
            mean: analysis.effect.mean,
            sd: analysis.effect.sd,
        },
        dots: analysis.effect.dots,
        p_benefit: analysis.p_benefit,
        p_randomisation: analysis.randomisation.as_ref().map(|test| test.p),
        e_value: analysis.e_process.as_ref().map(|process| process.now()),
        as_done: analysis.as_done.as_ref().map(|done| ratio(&done.effect)),
        diagnostics: analysis.notes.iter().map(notes::told).collect(),
    }
}
