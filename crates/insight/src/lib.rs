//! From a person's log to suspects and a plan: joins the diary, the knowledge and the statistics.
//!
//! Invariants: no I/O, no clock (the day is an argument), no advice that has not passed [`safety`].
//!
//! The slow part, [`infer::fit`], is the caller's to cache: put the [`question`], have it answered, then ask for
//! [`suspects`](suspects::suspects) and the [`plan`](plan::plan), which are quick.
//!
//! What comes before what: an answered flag that cannot wait comes before everything, relief included
//! ([`Raised::comes_before_relief`]); a long cramp in the log silences the plan for about a day and never relief
//! ([`Raised::silences`]). A medicine that likely matters keeps a place for its review; what nobody said they take in
//! or wear is not among what to do now.
//!
//! Reading order: [`labs`], [`facts`] and [`safety`], [`triage`], [`background`] and [`mod@matrix`] (nights to a design),
//! [`mod@suspects`], [`mod@plan`], [`mod@water`], [`mod@intake`] (food, minerals, and what to eat more of), [`routine`],
//! [`checkin`], [`trial`], [`mod@summary`] (for the doctor).

mod answers;
pub mod background;
pub mod checkin;
mod cycle;
pub mod doubt;
pub mod facts;
pub mod intake;
pub mod labs;
pub mod matrix;
pub mod medicines;
pub mod plan;
mod pregnancy;
pub mod prior;
pub mod questionnaire;
pub mod routine;
pub mod safety;
pub mod summary;
pub mod suspects;
pub mod triage;
pub mod trial;
pub mod water;
mod words;

use diary::{Night, NightId, Person};
use infer::{DesignError, Seed};

pub use answers::{answered, units};
pub use checkin::{questions, usual};
pub use doubt::{Doubt, doubt};
pub use facts::Facts;
pub use intake::intake;
pub use matrix::{Matrix, question};
pub use plan::{
    Applies, Blocked, Missing, Plan, PlanBasis, Raised, RaisedFrom, Relief, Step, Warning,
    asks_about, plan, relief,
};
pub use prior::evidence_prior;
pub use safety::{Verdict, check};
pub use summary::{Span, Summary, summary};
pub use suspects::{Basis, List, Suspect, Suspects, Tag, suspects};
pub use triage::raised;
pub use water::{Water, water};
pub use words::{brought, capital, counted, hundredths, lower_first, number};

/// The whole way from nights to suspects, the slow part included.
///
/// # Errors
/// [`DesignError`] when the engine cannot take the question; without any answered night the engine is not asked and
/// the suspects come from the evidence alone.
pub fn analyse(
    person: &Person,
    nights: &[Night],
    today: NightId,
    seed: Seed,
) -> Result<Suspects, DesignError> {
    let matrix = question(person, nights, today);
    let answer = if matrix.can_be_answered() {
        Some(infer::fit(&matrix.design, seed)?)
    } else {
        None
    };
    Ok(suspects(person, nights, today, answer.as_ref(), &matrix))
}
