//! What devices and other programs count, and what it becomes: each number with where it was read.

use crate::types::Verified;

pub use crate::records::conversion;

/// A number that turns what was counted into an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conversion {
    /// Its id in `knowledge/devices.toml`.
    pub id: &'static str,
    /// The number, in [`Conversion::unit`].
    pub value: f64,
    /// What it counts.
    pub unit: &'static str,
    /// What it is for, and what the source says.
    pub reason: &'static str,
    /// Where it was read; empty for our judgement.
    pub source_url: &'static str,
    /// How it was read.
    pub verified: Verified,
    /// What else a reader must know.
    pub note: &'static str,
}
