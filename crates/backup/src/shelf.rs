//! Where the backups of one diary go, and how they are sealed.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use store::SqliteStore;

use crate::error::BackupError;
use crate::make::{Kept, Made, list, make, prune};
use crate::retention::Retention;
use crate::seal::Seal;

/// Where the backups of one diary go, and how they are sealed.
pub struct Shelf {
    /// The diary.
    pub store: Arc<SqliteStore>,
    /// The folder of the backups.
    pub folder: PathBuf,
    /// How each is sealed.
    pub seal: Seal,
}

impl Shelf {
    /// Makes a backup (see [`make`]).
    ///
    /// # Errors
    /// [`BackupError`].
    pub fn make(&self, now: Timestamp) -> Result<Made, BackupError> {
        make(&self.store, &self.folder, &self.seal, now)
    }

    /// The backups there are, the newest first.
    ///
    /// # Errors
    /// [`BackupError`].
    pub fn list(&self) -> Result<Vec<Kept>, BackupError> {
        list(&self.folder)
    }

    /// Removes the backups that need not be kept (see [`prune`]).
    ///
    /// # Errors
    /// [`BackupError`].
    pub fn prune(&self) -> Result<Vec<Kept>, BackupError> {
        prune(&self.folder, &Retention::USUAL)
    }
}
