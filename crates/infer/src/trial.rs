//! Randomised comparisons of two arms in one series of nights: schedules, their analysis, planning, pooling.
//!
//! Reading order: [`design`] (what may be drawn), [`admissible`] (counting it), [`draw`] (from a seed to a schedule).

pub mod admissible;
pub mod design;
pub mod draw;

pub use admissible::{Admissible, Group, TooMany};
pub use design::{Arm, BadDesign, Order, Schedule, TrialDesign};
pub use draw::{GENERATOR, draw};
