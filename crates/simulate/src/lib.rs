//! Synthetic people with known causes, for demonstrations, tests and benchmarks. Never real data, never mixed with it.
//!
//! Everything is a function of its arguments and a seed: the same call gives the same bytes on every machine.
//! What is assumed stands where it is used; what the numbers rest on is the calibrations of `epidemiology.toml`
//! (the ids in `backticks` in the comments), most of which are judgement and say so themselves.
//!
//! Reading order: `persona` (who), `telling` (a diary as entries), `habit`, `profile`, `recipe` and `matrix` (plain tables for
//! benchmarks), `columns`, `rate`, `draw`.

mod columns;
mod draw;
mod habit;
mod matrix;
mod persona;
mod profile;
mod rate;
mod recipe;
mod telling;

pub use matrix::{Generated, generate};
pub use persona::{Cause, Persona};
pub use recipe::{Drift, Effect, Generator, Noise, Real, Recipe, Silence};
pub use telling::{Simulated, demo_person, demo_person_with, tell};
