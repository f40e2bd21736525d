//! Guided routines: how a remedy is done, step by step, over weeks; and what a day adds to the drinks.

use crate::types::{Trigger, Verified};

/// A way to do a remedy, guided step by step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Routine {
    /// Identity, used in addresses.
    pub id: &'static str,
    /// The remedy that it is a way to do.
    pub remedy: &'static str,
    /// Name for people.
    pub name: &'static str,
    /// Id of its picture.
    pub picture: &'static str,
    /// What the picture shows, for those who do not see it.
    pub shows: &'static str,
    /// When in the day it is done.
    pub when: &'static str,
    /// What to do, in order.
    pub steps: &'static [Pose],
    /// What to mind.
    pub care: &'static [&'static str],
    /// How it grows, from the first week on.
    pub weeks: &'static [Week],
    /// The routine to do where this one is not offered.
    pub instead: Option<&'static str>,
    /// A finding whose study used it; `None`: times and repetitions are our judgement.
    pub finding: Option<&'static str>,
    /// What that study did, in a sentence.
    pub finding_says: &'static str,
    /// Any one that holds keeps it back, beside the safety rules of its remedy.
    pub unless: &'static [Trigger],
    /// Why, and what to do instead.
    pub unless_says: &'static str,
    /// What doing it writes into the log; `None` where a question of the check-in tells more truly.
    pub done: Option<Done>,
}

/// One step of a routine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pose {
    /// What to do.
    pub text: &'static str,
    /// How long to hold or go on, in seconds; `None`: as long as it takes.
    pub hold_seconds: Option<u32>,
    /// Rest after each repetition, in seconds.
    pub rest_seconds: u32,
    /// How often.
    pub repetitions: u32,
    /// For both sides at once or each in turn.
    pub sides: Sides,
    /// Whether the weeks change it.
    pub grows: bool,
}

/// For both legs at once, or for each in turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Sides {
    Both,
    Each,
}

/// What changes from a week on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// The week, counted from 1.
    pub from: u32,
    /// What is asked, in a sentence.
    pub text: &'static str,
    /// The hold of the steps that grow, in seconds; `None`: as it was.
    pub hold_seconds: Option<u32>,
    /// The repetitions of the steps that grow; `None`: as they were.
    pub repetitions: Option<u32>,
}

/// What doing a routine writes into the log.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Done {
    /// What the button says.
    pub label: &'static str,
    /// The factor that is answered.
    pub factor: &'static str,
    /// The answer: 0 and 1 for no and yes, else the amount in the factor's unit.
    pub answer: f64,
}

/// What a day may add to the drinks of an adult, above the reference intake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fluid {
    /// The factor that tells of it.
    pub factor: &'static str,
    /// Name for people.
    pub name: &'static str,
    /// Millilitres for each `per` units of the factor above its reference (our judgement).
    pub millilitres: u32,
    /// Millilitres for each gram of fibre that the food that was told brings above the reference intake, in place of an
    /// answer to the factor's question (our judgement); 0 for all but fibre.
    pub per_gram_of_fibre: u32,
    /// Millilitres at most (our judgement).
    pub most: u32,
    /// What is drunk.
    pub drink: FluidKind,
    /// Why.
    pub reason: &'static str,
    /// Where the reason was read.
    pub source_url: &'static str,
    /// How it was read.
    pub verified: Verified,
}

/// What is drunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FluidKind {
    /// Water, tea, milk, soup: anything.
    Any,
    /// A rehydration drink, or a drink with something salty.
    Salty,
}
