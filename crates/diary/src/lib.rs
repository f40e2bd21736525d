//! What a person told us, and what it means: entries, the log, the person and the nights.
//!
//! Invariants: no clock, no files, no threads; the time is an argument. Nothing here knows medicine:
//! factors, remedies, flags and medicines are only ids.
//!
//! Reading order: [`time`], [`measure`], [`entry`] (with `entry_id`, `cramp`, `fact`, [`dose`], [`trial`] and `check`),
//! [`written`], [`log`] (made by `ledger`), [`person`], [`night`].

// What a server runs must not fall over, whatever it is given.
#![cfg_attr(
    not(test),
    warn(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::unreachable
    )
)]

mod check;
mod cramp;
pub mod dose;
pub mod entry;
mod entry_id;
mod fact;
mod ledger;
pub mod log;
pub mod measure;
pub mod night;
pub mod person;
pub mod time;
pub mod trial;
pub mod written;

pub use dose::Dose;
pub use entry::{Act, Body, Cramp, Entry, EntryId, Exposure, Fact, Food, Morning};
pub use ledger::Ledger;
pub use log::Log;
pub use measure::{Amount, Count, Grams, Id, Minutes, Score, Text};
pub use night::{Night, Outcome, nights, nights_after};
pub use person::Person;
pub use time::{Moment, NightId, Zone};
pub use trial::Trial;
