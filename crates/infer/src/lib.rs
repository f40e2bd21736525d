//! Statistics for autocorrelated counts with sparse effects: which columns of a design matter, how much, and how sure we are.
//!
//! Knows no medicine: it sees rows, columns and priors. No clock, no files, no threads; the seed is an argument.
//!
//! Reading order: [`design`] (what goes in), [`answer`] (what comes out), then the engine.

pub mod answer;
pub mod design;

pub use answer::{Answer, ColumnAnswer, Note};
pub use design::{Column, Design, DesignError, Family, Kind, Observation, Seed, Slab, Weight};
