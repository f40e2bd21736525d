//! What the faces do with a diary: tell, correct, ask for suspects and a plan. The one place that joins `store` and `insight`.
//!
//! Invariants: no clock and no randomness of its own (both are arguments); nothing is acknowledged before the store
//! has made it durable; nothing here decides what is medically true.
//!
//! Reading order: [`desk`] (the door), `book` (log, person, nights, trials and warning signs as they stand), [`reading`] (suspects
//! and plan), `trials`, `proposals` and `results` (each `recent`; what takes long is worked out `beside`), `kept` and `key` (the written form of a posterior and its name), `food` and `larder`, [`access`] (devices and programs beside the pages), [`login`] (the lock of the pages).

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

pub mod access;
mod beside;
mod book;
pub mod desk;
mod error;
mod food;
mod kept;
mod key;
mod larder;
mod lock;
pub mod login;
mod proposals;
pub mod reading;
mod recent;
mod results;
mod review;
mod trials;

pub use access::Secret;
pub use beside::Meanwhile;
pub use desk::{Desk, Undone};
pub use error::DeskError;
pub use larder::{Stocked, larder};
pub use login::{Attempt, Cost, Login, Proof};
pub use reading::Reading;
pub use store::{Access, May, Receipt, Scope, Session};
