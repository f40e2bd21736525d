//! Copies of the diary that outlive it: made while it is in use, sealed, kept and pruned, proved whole, brought back.
//!
//! Invariants: a backup appears under its name only when it is whole and durable; nothing leaves the diary's folder in
//! plain unless the person wants it so; a restore overwrites nothing. The clock is an argument.
//!
//! Reading order: [`name`], [`retention`], [`seal`], [`mod@make`], [`mod@check`], [`mod@restore`],
//! [`sheet`], [`shelf`], `error`.

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

pub mod check;
mod error;
pub mod make;
pub mod name;
pub mod restore;
pub mod retention;
pub mod seal;
pub mod sheet;
pub mod shelf;

pub use check::{Proof, check};
pub use error::BackupError;
pub use make::{Kept, Made, list, make, prune};
pub use name::BackupName;
pub use restore::{Restored, restore};
pub use retention::Retention;
pub use seal::{Key, Seal};
pub use shelf::Shelf;
