//! What the analysis of a trial is given: the nights, what they brought, and how the arms were drawn.

use super::admissible::Admissible;
use super::design::{Arm, BadDesign, TrialDesign};
use super::refusal::TrialError;
use crate::design::Observation;

/// What the nights brought, one a night; which kind it is decides what the effect is.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcomes {
    /// Counts: the effect is a rate ratio.
    Counts(Vec<Observation>),
    /// Yes or no: the effect is an odds ratio.
    YesNo(Vec<Option<bool>>),
    /// Numbers on a scale: the effect is a difference of means.
    Measured(Vec<Option<f64>>),
}

impl Outcomes {
    /// Number of nights, answered or not.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Counts(all) => all.len(),
            Self::YesNo(all) => all.len(),
            Self::Measured(all) => all.len(),
        }
    }

    /// Whether there is no night at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// As numbers: a count of at least so many as so many, yes as 1.
    #[must_use]
    pub fn numbers(&self) -> Vec<Option<f64>> {
        match self {
            Self::Counts(all) => (all.iter())
                .map(|seen| match *seen {
                    Observation::Missing => None,
                    Observation::Exactly(y) | Observation::AtLeast(y) => Some(f64::from(y)),
                })
                .collect(),
            Self::YesNo(all) => (all.iter())
                .map(|seen| seen.map(|yes| f64::from(u8::from(yes))))
                .collect(),
            Self::Measured(all) => all.clone(),
        }
    }
}

/// Which direction of the outcome is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Better {
    Lower,
    Higher,
}

/// How arm A begins to act and ceases.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CarryOver {
    /// At once, or the nights in which it does not are given as missing.
    None,
    /// It builds up and fades with this half-life, in nights, above 0.
    HalfLife(f64),
}

/// How the arms were drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    pub(super) admissible: Admissible,
    pub(super) order: Vec<Arm>,
    /// The period of each night.
    pub(super) period_of: Vec<usize>,
    pub(super) over: usize,
}

impl Drawn {
    /// The order that was drawn from the admissible ones, and the period of each night of the trial's data. The first `over`
    /// periods are over: the e-process bets on those only.
    ///
    /// # Errors
    /// [`TrialError`] when the order is not one of the admissible ones, or a night has no period.
    pub fn new(
        admissible: Admissible,
        order: Vec<Arm>,
        period_of: Vec<usize>,
        over: usize,
    ) -> Result<Self, TrialError> {
        if !admissible.contains(&order) {
            return Err(TrialError::NotAdmissible);
        }
        if let Some(night) = period_of.iter().position(|&period| period >= order.len()) {
            return Err(TrialError::NoPeriod { night });
        }
        Ok(Self {
            over: over.min(order.len()),
            admissible,
            order,
            period_of,
        })
    }

    /// As [`Self::new`], for the admissible orders of a design.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn by_design(
        design: TrialDesign,
        order: Vec<Arm>,
        period_of: Vec<usize>,
        over: usize,
    ) -> Result<Self, TrialError> {
        let admissible = design.admissible().map_err(|fault| match fault {
            BadDesign::TooMany(_) | BadDesign::NoOrder { .. } => TrialError::NotAdmissible,
            other => TrialError::Design(other),
        })?;
        Self::new(admissible, order, period_of, over)
    }

    /// The orders that could have been drawn.
    #[must_use]
    pub fn admissible(&self) -> &Admissible {
        &self.admissible
    }
}

/// A trial to analyse. All vectors have one element a night.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// Day number of each night, strictly ascending; nights that are not there are missing.
    pub days: Vec<i32>,
    /// The arm that was drawn.
    pub arms: Vec<Arm>,
    /// What it brought. Nights that do not count (while an arm wears off) are missing.
    pub outcomes: Outcomes,
    /// How much of A was done, from 0 to 1, whichever arm was drawn; `None` where it was not told. Empty when nobody kept
    /// record of it.
    pub done: Vec<Option<f64>>,
    /// How the arms were drawn; `None` when they were not, or nobody knows how.
    pub drawn: Option<Drawn>,
    /// How A acts over nights.
    pub carry_over: CarryOver,
    /// Which direction of the outcome is good.
    pub better: Better,
}
