//! Factors with their posterior for one person, in three lists.

mod judge;
mod notes;
mod sentence;

use knowledge::Factor;
use texts::Sentence;

use crate::trial::Tested;

pub use judge::{LIKELY, LIKELY_FROM_STUDIES, UNLIKELY, suspects};
pub(crate) use sentence::certainty;
pub use sentence::{per, to_clear};

/// All factors that concern this person.
#[derive(Clone, Debug, PartialEq)]
pub struct Suspects {
    /// What they rest on.
    pub basis: Basis,
    /// Every suspect, the most worth knowing first (by expected cramps avoided a month, then probability).
    pub all: Vec<Suspect>,
    /// Plain sentences a reader must know (poor fit, many unanswered nights, factors that travel together).
    pub notes: Vec<Sentence>,
    /// Causes that cannot be judged until the profile says more.
    pub unknown: usize,
    /// What this person tested on themselves, see [`Suspects::with_tests`].
    pub tested: Vec<Tested>,
}

/// What the suspects rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// No answered nights yet: the profile and the published evidence alone.
    EvidenceOnly,
    /// The evidence and this many answered nights of so many.
    Nights {
        /// Nights with an outcome.
        answered: usize,
        /// Nights from the first to the last.
        all: usize,
    },
}

/// One factor for this person.
#[derive(Clone, Debug, PartialEq)]
pub struct Suspect {
    /// The factor.
    pub factor: &'static Factor,
    /// Which of the three lists it stands in.
    pub list: List,
    /// What the judgement rests on.
    pub tag: Tag,
    /// Whether the person has it or not (background factors), `None` when unknown or nightly.
    pub present: Option<bool>,
    /// Days on which it was answered, of all days (nightly factors).
    pub answered_days: usize,
    /// Probability that the rate ratio differs from 1 by more than 10 %.
    pub probability: f64,
    /// Probability that it raises the rate by more than 10 %.
    pub p_raises: f64,
    /// Probability that it lowers the rate by more than 10 %.
    pub p_lowers: f64,
    /// Rate ratio per `per_amount` and its 5-95 % interval.
    pub ratio: f64,
    /// 5 % point.
    pub ratio_low: f64,
    /// 95 % point.
    pub ratio_high: f64,
    /// Rate ratio given that there is an effect.
    pub ratio_if_real: f64,
    /// Units of the factor that the ratio is for.
    pub per_amount: f64,
    /// Share of cramps that goes with it; `None` for background factors.
    pub share: Option<f64>,
    /// Expected cramps avoided a month with the factor at its reference; `None` for background factors.
    pub avoided_per_month: Option<f64>,
    /// Further nights until the answer is likely clear; 0 when it is; `None` when not foreseeable.
    pub nights_to_clear: Option<u32>,
    /// Names of factors that vary together with it.
    pub travels_with: Vec<String>,
    /// Twenty equally likely rate ratios before the diary, ascending.
    pub before: [f64; 20],
    /// Twenty equally likely rate ratios now, ascending.
    pub now: [f64; 20],
    /// Whether the ratio may be shown: it rests on the person's nights or on a study that was read and compares cramps
    /// with and without the factor. A ratio from studies alone is our judgement of them and is labelled so.
    pub shows_number: bool,
    /// Plain sentences: how likely it matters for this person and how much, compared with what. They do not name the
    /// factor: they stand under its name.
    pub sentence: Sentence,
}

/// The three lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// Likely matters for you.
    Likely,
    /// Not clear yet.
    Unclear,
    /// Probably does not matter for you.
    Unlikely,
}

/// What a judgement rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// Published evidence alone.
    FromStudies,
    /// Published evidence and this person's nights.
    FromYourNights,
    /// A randomised self-experiment.
    Tested,
}
