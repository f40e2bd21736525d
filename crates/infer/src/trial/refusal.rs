//! Trials that no number can be given for, and what a reader of a number must know.

use std::fmt;

use super::analysis::TOLD_AT_LEAST;
use super::design::{Arm, BadDesign};
use crate::answer::Statistic;
use crate::design::DesignError;

/// A trial that cannot be analysed. Nights are counted from 0.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum TrialError {
    #[error("There are no nights.")]
    NoNights,
    #[error("There are {found} {what} for {nights} nights.")]
    Length {
        what: &'static str,
        found: usize,
        nights: usize,
    },
    #[error("Every night has arm {arm:?}: there is nothing to compare it with.")]
    OneArm { arm: Arm },
    #[error("No night has an outcome.")]
    NoOutcome,
    #[error(
        "None of the {nights} nights of arm {arm:?} has an outcome: there is nothing to compare."
    )]
    NoOutcomeInArm { arm: Arm, nights: usize },
    #[error(
        "Nothing happened in any of the {nights} nights: a difference cannot be seen where there is nothing."
    )]
    NothingHappened { nights: usize },
    #[error("The outcome is the same in all {nights} nights: nothing can be learned from it.")]
    AlwaysTheSame { nights: usize },
    #[error(
        "Arm A was not done in any of its {nights} nights: this compares nothing with nothing."
    )]
    NeverDone { nights: usize },
    #[error("What was done of arm A in night {night} is {value}: it must be from 0 to 1.")]
    NotAShare { night: usize, value: f64 },
    #[error("The half-life is {value} nights: it must be above 0 and at most 365.")]
    HalfLife { value: f64 },
    #[error("The order of the arms is not one that the design could have drawn.")]
    NotAdmissible,
    #[error("Night {night} belongs to no period of the design.")]
    NoPeriod { night: usize },
    #[error("Night {night} has the other arm than was drawn for its period.")]
    OtherArm { night: usize },
    #[error(transparent)]
    Design(BadDesign),
    #[error(transparent)]
    Engine(#[from] DesignError),
}

/// What a reader of the result must know; says itself in a plain sentence.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the sentences say it")]
pub enum TrialNote {
    NotDrawn,
    ManyMissing {
        missing: usize,
        nights: usize,
    },
    UnevenlyMissing {
        a: f64,
        b: f64,
    },
    FewEvents {
        events: f64,
    },
    NoneInArm {
        arm: Arm,
    },
    OneOrder,
    PoorFit {
        statistic: Statistic,
        p: f64,
    },
    /// Smallest p that these orders can give.
    FewOrders {
        orders: f64,
        smallest_p: f64,
    },
    /// Largest e-value that these orders can give.
    EValueOutOfReach {
        largest: f64,
    },
    /// Average share of the instruction that was followed, in the nights of which it was told.
    Followed {
        share: f64,
        told: usize,
        nights: usize,
    },
    UnfinishedPair,
}

impl fmt::Display for TrialNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotDrawn => f.write_str(
                "How the arms were drawn is not known, so there is no randomisation test and no e-value.",
            ),
            Self::ManyMissing { missing, nights } => write!(
                f,
                "{missing} of {nights} nights have no outcome. If bad nights are written down more often than good ones, the answer is off."
            ),
            Self::UnevenlyMissing { a, b } => write!(
                f,
                "Nights are missing unevenly: {:.0} % in arm A, {:.0} % in arm B. If that has to do with how bad they were, the answer is off.",
                100.0 * a,
                100.0 * b
            ),
            Self::FewEvents { events } => write!(
                f,
                "Only {events} in all nights together: that is few to learn from, and the interval leans on its prior."
            ),
            Self::NoneInArm { arm } => write!(
                f,
                "Nothing happened in arm {arm:?}: how large the effect is leans on its prior."
            ),
            Self::OneOrder => f.write_str(
                "Only one order of the arms was possible, so there is no randomisation test and no e-value.",
            ),
            Self::PoorFit { statistic, p } => write!(
                f,
                "The nights do not look like the model expects ({}, p = {p:.3}): take the interval with more doubt than shown.",
                statistic.words()
            ),
            Self::FewOrders { orders, smallest_p } => write!(
                f,
                "Only {orders} orders of the arms were possible: the randomisation test cannot give a p below {smallest_p:.3}."
            ),
            Self::EValueOutOfReach { largest } => write!(
                f,
                "With these orders the e-value cannot exceed {largest:.1}: 20, a clear answer, is out of reach."
            ),
            Self::Followed { share, told, nights } => {
                write!(
                    f,
                    "Whether the instruction was followed is told of {told} of {nights} nights; in these it was followed to {:.0} %.",
                    100.0 * share
                )?;
                if (*told as f64) < TOLD_AT_LEAST * *nights as f64 {
                    f.write_str(" That is too few for an effect by what was done.")?;
                }
                Ok(())
            }
            Self::UnfinishedPair => f.write_str(
                "The e-value bets on finished pairs only; the last one is not finished.",
            ),
        }
    }
}
