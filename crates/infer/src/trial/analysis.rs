//! A trial to its result: the posterior of the effect as randomised and as done, the randomisation test, the e-process.

use super::data::{Better, CarryOver, Outcomes, Trial};
use super::design::Arm;
use super::e_process::{EProcess, e_process};
use super::effect::{Effect, effect};
use super::notes::notes;
use super::randomisation::{self, Randomisation};
use super::refusal::{TrialError, TrialNote};
use crate::design::Seed;
use crate::model::Effort;

/// Names the analysis: its bets, its test, its posterior. A registration names it too, so whoever changes any of them gives it
/// another name.
pub const ANALYSIS_VERSION: &str = "1";

/// What a trial found.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysis {
    /// The effect as randomised: every night counts for the arm that was drawn, whatever was done.
    pub effect: Effect,
    /// Probability that A is better than B.
    pub p_benefit: f64,
    /// The randomisation test; `None` when the arms were not drawn as far as is known, or only one order was possible.
    pub randomisation: Option<Randomisation>,
    /// The e-process; `None` for the same reasons.
    pub e_process: Option<EProcess>,
    /// The effect by what was done, which chance did not decide; `None` when it is told of too few nights.
    pub as_done: Option<AsDone>,
    /// Nights with an outcome, under A and under B.
    pub nights: Nights,
    /// Expected events a night under either arm, for counts.
    pub rates: Option<Rates>,
    /// What a reader must know.
    pub notes: Vec<TrialNote>,
}

/// The effect by what was done. Secondary: who follows an instruction on which nights is not up to chance.
#[derive(Clone, Debug, PartialEq)]
pub struct AsDone {
    /// Doing A fully against not at all.
    pub effect: Effect,
    /// Probability that doing A is better.
    pub p_benefit: f64,
    /// Average share of A that was done on nights of arm A.
    pub done_in_a: f64,
    /// Average share of A that was done on nights of arm B.
    pub done_in_b: f64,
}

/// Nights with an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Nights {
    pub a: usize,
    pub b: usize,
}

/// Expected events a night: what was seen on average, divided between the arms by the rate ratio.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Rates {
    pub a: f64,
    pub b: f64,
}

/// Analyses a trial. The same trial and seed give the same result.
///
/// # Errors
/// [`TrialError`] when no number could be given that means anything.
pub fn analyse(trial: &Trial, effort: Effort, seed: Seed) -> Result<Analysis, TrialError> {
    let nights = check(trial)?;
    let outcomes = trial.outcomes.numbers();
    let drawn = trial
        .drawn
        .as_ref()
        .filter(|drawn| drawn.admissible.count_f64() > 1.0);
    let assigned: Vec<Option<f64>> = (trial.arms.iter())
        .map(|arm| Some(if *arm == Arm::A { 1.0 } else { 0.0 }))
        .collect();
    let (effect, engine_notes) = effect(trial, &assigned, effort, seed)?;
    Ok(Analysis {
        p_benefit: effect.p_benefit(trial.better),
        randomisation: drawn.map(|drawn| randomisation::test(&trial.days, &outcomes, drawn)),
        e_process: drawn.map(|drawn| e_process(&trial.days, &trial.outcomes, drawn, trial.better)),
        as_done: as_done(trial, effort, seed)?,
        nights,
        rates: rates(trial, &outcomes, &effect),
        notes: notes(trial, &outcomes, nights, &engine_notes),
        effect,
    })
}

/// Share of the nights of which it must be told what was done, for an effect by it. Our judgement.
pub const TOLD_AT_LEAST: f64 = 0.5;

fn as_done(trial: &Trial, effort: Effort, seed: Seed) -> Result<Option<AsDone>, TrialError> {
    let average = |arm| {
        let told: Vec<f64> = (trial.arms.iter().zip(&trial.done))
            .filter(|(a, _)| **a == arm)
            .filter_map(|(_, done)| *done)
            .collect();
        let n = told.len();
        (n > 0).then(|| told.iter().sum::<f64>() / n as f64)
    };
    let (Some(done_in_a), Some(done_in_b)) = (average(Arm::A), average(Arm::B)) else {
        return Ok(None);
    };
    let told = trial.done.iter().flatten().count() as f64;
    if told < TOLD_AT_LEAST * trial.days.len() as f64 {
        return Ok(None);
    }
    let first = trial.done.iter().flatten().next();
    if trial.done.iter().flatten().all(|done| Some(done) == first) {
        return Ok(None);
    }
    // It stands beside the answer and is none: half the draws will do.
    let effort = Effort {
        keep: effort.keep / 2,
        ..effort
    };
    let (effect, _) = effect(trial, &trial.done, effort, seed)?;
    Ok(Some(AsDone {
        p_benefit: effect.p_benefit(trial.better),
        effect,
        done_in_a,
        done_in_b,
    }))
}

fn rates(trial: &Trial, outcomes: &[Option<f64>], effect: &Effect) -> Option<Rates> {
    if !matches!(trial.outcomes, Outcomes::Counts(_)) {
        return None;
    }
    let seen = trial
        .arms
        .iter()
        .zip(outcomes)
        .filter_map(|(arm, y)| Some((*arm, (*y)?)));
    let (mut events, mut in_a, mut in_b) = (0.0, 0.0, 0.0);
    for (arm, y) in seen {
        events += y;
        match arm {
            Arm::A => in_a += 1.0,
            Arm::B => in_b += 1.0,
        }
    }
    let b = events / (in_a * effect.estimate + in_b);
    Some(Rates {
        a: b * effect.estimate,
        b,
    })
}

/// Refuses what no number could be given for.
fn check(trial: &Trial) -> Result<Nights, TrialError> {
    let nights = trial.days.len();
    let length = |what, found| {
        if found == nights {
            Ok(())
        } else {
            Err(TrialError::Length {
                what,
                found,
                nights,
            })
        }
    };
    if nights == 0 {
        return Err(TrialError::NoNights);
    }
    length("arms", trial.arms.len())?;
    length("outcomes", trial.outcomes.len())?;
    if !trial.done.is_empty() {
        length("records of what was done", trial.done.len())?;
    }
    for (night, done) in trial.done.iter().enumerate() {
        if let Some(value) = *done
            && !(0.0..=1.0).contains(&value)
        {
            return Err(TrialError::NotAShare { night, value });
        }
    }
    if let CarryOver::HalfLife(value) = trial.carry_over
        && !(value > 0.0 && value <= 365.0)
    {
        return Err(TrialError::HalfLife { value });
    }
    if let Some(drawn) = &trial.drawn {
        length("periods of nights", drawn.period_of.len())?;
        let other = (trial.arms.iter().zip(&drawn.period_of))
            .position(|(arm, &period)| drawn.order[period] != *arm);
        if let Some(night) = other {
            return Err(TrialError::OtherArm { night });
        }
    }
    for arm in Arm::BOTH {
        if trial.arms.iter().all(|other| *other == arm) {
            return Err(TrialError::OneArm { arm });
        }
    }
    let outcomes = trial.outcomes.numbers();
    if outcomes.iter().all(Option::is_none) {
        return Err(TrialError::NoOutcome);
    }
    let of_arm = |arm| {
        let nights = trial
            .arms
            .iter()
            .zip(&outcomes)
            .filter(move |(a, _)| **a == arm);
        let all = nights.clone().count();
        match nights.filter(|(_, y)| y.is_some()).count() {
            0 => Err(TrialError::NoOutcomeInArm { arm, nights: all }),
            seen => Ok(seen),
        }
    };
    let seen = Nights {
        a: of_arm(Arm::A)?,
        b: of_arm(Arm::B)?,
    };
    let mut values = outcomes.iter().flatten();
    let first = values.next();
    if values.all(|value| Some(value) == first) {
        let nights = seen.a + seen.b;
        match trial.outcomes {
            Outcomes::Counts(_) if first != Some(&0.0) => {}
            Outcomes::Counts(_) => return Err(TrialError::NothingHappened { nights }),
            _ => return Err(TrialError::AlwaysTheSame { nights }),
        }
    }
    never_done(trial)?;
    Ok(seen)
}

/// Refuses a trial whose A was never done, where enough is told to know it.
fn never_done(trial: &Trial) -> Result<(), TrialError> {
    let nights_of_a = trial.arms.iter().filter(|arm| **arm == Arm::A).count() as f64;
    let done_in_a: Vec<f64> = (trial.arms.iter().zip(&trial.done))
        .filter(|(arm, _)| **arm == Arm::A)
        .filter_map(|(_, done)| *done)
        .collect();
    let is_told = done_in_a.len() as f64 >= TOLD_AT_LEAST * nights_of_a;
    if is_told && done_in_a.iter().all(|done| *done == 0.0) {
        return Err(TrialError::NeverDone {
            nights: done_in_a.len(),
        });
    }
    Ok(())
}

impl Effect {
    /// Probability that the effect is in the good direction.
    #[must_use]
    pub fn p_benefit(&self, better: Better) -> f64 {
        match better {
            Better::Lower => self.p_lower,
            Better::Higher => 1.0 - self.p_lower,
        }
    }
}
