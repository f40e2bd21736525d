//! Statistics for autocorrelated counts with sparse effects: which columns of a design matter, how much, and how sure we are.
//!
//! Knows no medicine: it sees rows, columns and priors. No clock, no files, no threads; the seed is an argument, and the
//! same design and seed give the same bits (all special functions come from `libm`).
//!
//! Reading order: [`design`] (what goes in), [`answer`] (what comes out), [`model`] (hyper-priors), then `likelihood`,
//! `drift`, `exposure`, `inclusion` (the parts), `problem`, `sampler` (a sweep), `fit` (the sum). [`trial`] stands on all of it:
//! randomised comparisons of two arms.

pub mod answer;
mod before;
mod continuous;
pub mod design;
mod draws;
mod drift;
mod exposure;
mod fit;
mod forecast;
mod inclusion;
mod likelihood;
mod log_sum;
pub mod model;
mod normal;
mod predictive;
mod problem;
mod sampler;
mod settle;
mod shape;
mod stand_in;
pub mod trial;

pub use answer::{Answer, ColumnAnswer, Note, Statistic};
pub use before::before_data;
pub use continuous::{Differences, Likeness, Measurements, Mixture, Regressor, differences};
pub use design::{
    Column, Design, DesignError, Family, Kind, Observation, Season, Seed, Slab, Weight,
};
pub use draws::Posterior;
pub use fit::{ENGINE_VERSION, fit, fit_watched, sample, sample_with};
pub use model::{DriftPrior, Effort, Model};
pub use stand_in::{Augmented, StandIn};
