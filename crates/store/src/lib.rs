//! The log on disk: what is acknowledged is durable, whatever happens next.
//!
//! Invariants: rows of the log are never deleted, but for all of them at once; what was erased never comes back; only this crate knows SQL.
//!
//! Reading order: this file (the contract), [`access`], `sqlite` (the default implementation), `open`, `erase`, `wipe`,
//! [`login`], [`copy`], [`larder`] (imported foods beside the diary), [`private`], `error`.

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
pub mod copy;
mod erase;
mod error;
pub mod larder;
pub mod login;
mod open;
pub mod private;
mod sqlite;
mod wipe;

use diary::{Entry, EntryId};
use jiff::Timestamp;

pub use access::{Access, Scope, SecretHash};
pub use error::StoreError;
pub use larder::LarderFile;
pub use login::{May, Session, Stretched};
pub use open::FILE_NAME;
pub use sqlite::SqliteStore;

/// What became of an entry that was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// Written and durable.
    Stored,
    /// The same entry was there already.
    AlreadyThere,
    /// Another entry with the same id is there; this one was kept aside and is not part of the log.
    KeptAside,
    /// An entry with this id was erased; nothing was written.
    Erased,
}

/// Changes whenever the log changes: number of rows ever written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Head(pub u64);

/// What is in a log that somebody may know in part.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// Every entry there is; what was known before is void.
    All(Vec<Entry>),
    /// What was written since, in the order of its writing, tombstones of entries known before included.
    More(Vec<Entry>),
}

/// A log that survives. One implementation a database; all pass the same story test.
pub trait Store: Send + Sync {
    /// Writes entries in one transaction. When this returns `Ok`, they are durable.
    ///
    /// # Errors
    /// [`StoreError`]; then none of them was written.
    fn append(&self, entries: &[Entry]) -> Result<Vec<Receipt>, StoreError>;

    /// Every entry, in the order of their ids.
    ///
    /// # Errors
    /// [`StoreError`] when the log cannot be read.
    fn entries(&self) -> Result<Vec<Entry>, StoreError>;

    /// Where the log stands, and what is new for somebody who knows it as it was at `known`; everything for whoever knows
    /// nothing. Both are of one moment.
    ///
    /// # Errors
    /// [`StoreError`] when the log cannot be read.
    fn news(&self, known: Option<Head>) -> Result<(Head, News), StoreError>;

    /// Where the log stands.
    ///
    /// # Errors
    /// [`StoreError`] when the log cannot be read.
    fn head(&self) -> Result<Head, StoreError>;

    /// Entries that were kept aside because their id was taken, as they were written.
    ///
    /// # Errors
    /// [`StoreError`] when the log cannot be read.
    fn kept_aside(&self) -> Result<Vec<(EntryId, String)>, StoreError>;

    /// A derived text kept under this key, if it is still there. Losing it loses nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the log cannot be read.
    fn derived(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Keeps a derived text under a key in place of all others with the same `family`.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be written.
    fn keep_derived(&self, family: &str, key: &str, text: &str) -> Result<(), StoreError>;

    /// Removes every entry, everything worked out from them and all access of devices for good; an empty diary stays. Who
    /// may open it is as it was.
    ///
    /// # Errors
    /// [`StoreError`]: before the rows are gone nothing was changed; after that, the next opening finishes the work.
    fn erase_diary(&self) -> Result<(), StoreError>;

    /// Gives access to the holder of the secret with this hash. `now` is the clock's time. No two may share a hash.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be written.
    fn give_access(
        &self,
        name: &str,
        scope: Scope,
        hash: SecretHash,
        now: Timestamp,
    ) -> Result<Access, StoreError>;

    /// All access that holds, in the order in which it was given.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    fn accesses(&self) -> Result<Vec<Access>, StoreError>;

    /// The access that the secret with this hash gives, if it holds.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    fn access_of(&self, hash: SecretHash) -> Result<Option<Access>, StoreError>;

    /// Notes the day on which an access was used.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be written.
    fn note_use(&self, number: i64, day: Timestamp) -> Result<(), StoreError>;

    /// Takes access back for good. Says whether there was any.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be written.
    fn take_access_back(&self, number: i64) -> Result<bool, StoreError>;
}
