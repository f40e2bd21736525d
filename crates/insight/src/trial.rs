//! Randomised self-experiments: what can be tested, when and how long; today's instruction; what came out.
//!
//! Reading order: [`course`] (a trial out of the log), [`mod@calendar`] (which night has which arm), [`state`] (where it
//! stands today), [`hold`] (what stops it today), [`change`] (what may be told about it), [`mod@agenda`] (what all of them ask
//! today).

pub mod agenda;
pub mod calendar;
pub mod change;
pub mod course;
pub mod engine;
pub mod evidence;
pub mod forecast;
pub mod hold;
pub mod layouts;
pub mod look;
mod notes;
pub mod outcome;
pub mod proposal;
mod reading;
pub mod register;
pub mod state;
pub mod summary;
mod telling;
pub mod together;
pub mod wish;
pub mod words;

pub use agenda::{Agenda, Ask, adherence_ask, agenda, day_of, remedy, template};
pub use calendar::{Ahead, Instruction, Turn, ahead, calendar, coming, instruction};
pub use change::ChangeError;
pub use course::{Course, Pause, Stop, courses};
pub use engine::{NoResult, result};
pub use evidence::Tested;
pub use forecast::plan;
pub use hold::{Hold, Watch};
pub use look::{Access, access};
pub use outcome::{Advice, ArmCount, Log, Numbers, Outcome, Ratio, outcome};
pub use proposal::{Asking, Chance, Forecast, Proposal, Reach, Refusal, eligible, propose};
pub use register::{Unregistered, register};
pub use state::{Standing, standing};
pub use summary::{Summary, summary};
pub use together::{Found, by_thing, found, same_thing, together};
pub use wish::{BadWish, Own, Wish};

pub(crate) use agenda::test_of;
