//! From a person's log to suspects and a plan: joins the diary, the knowledge and the statistics.
//!
//! Invariants: no I/O, no clock (the day is an argument), no advice that has not passed [`safety`].
//!
//! Reading order: [`matrix`] (nights to a design), [`suspects`], [`safety`], [`triage`], [`plan`], [`checkin`].

pub mod suspects;
pub mod plan;

pub use plan::{Blocked, Missing, Plan, PlanBasis, Raised, Step, Warning};
pub use suspects::{Basis, List, Suspect, Suspects, Tag};
