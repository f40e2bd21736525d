//! Randomised comparisons of two arms in one series of nights: schedules, their analysis, planning, pooling.
//!
//! Reading order: [`design`] (what may be drawn), [`admissible`] (counting it), [`mod@draw`] (from a seed to a schedule);
//! [`data`] (what an analysis is given), `effect` (the posterior), `score` and [`randomisation`] (the test), `level`,
//! `aim` and [`mod@e_process`] (the bets), [`mod@analysis`] (the sum), [`refusal`] (what is refused, and what is said beside a number);
//! [`imagine`] and [`planning`] (what may come of it); [`mod@pool`] (several trials together).

pub mod admissible;
mod aim;
pub mod analysis;
pub mod data;
pub mod design;
pub mod draw;
pub mod e_process;
pub mod effect;
pub mod imagine;
mod level;
mod notes;
pub mod planning;
pub mod pool;
pub mod randomisation;
pub mod refusal;
mod score;

pub use admissible::{Admissible, Group, TooMany};
pub use analysis::{ANALYSIS_VERSION, Analysis, AsDone, Nights, Rates, TOLD_AT_LEAST, analyse};
pub use data::{Better, CarryOver, Drawn, Outcomes, Trial};
pub use design::{Arm, BadDesign, Order, Schedule, TrialDesign};
pub use draw::{GENERATOR, draw};
pub use e_process::{EProcess, largest_e_value};
pub use effect::{Effect, Measure};
pub use imagine::Habit;
pub use notes::CLEAR_E_VALUE;
pub use planning::{Chance, Question, chance};
pub use pool::{Between, Part, Pool, PoolError, Pooled, pool};
pub use randomisation::{Randomisation, smallest_p};
pub use refusal::{TrialError, TrialNote};
