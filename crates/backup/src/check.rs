//! Proving that a backup is whole: opened, every page and every entry read, and told what it holds.

use std::path::Path;

use diary::{Log, NightId};
use store::{FILE_NAME, copy};

use crate::error::BackupError;
use crate::name::Readable;
use crate::seal::{self, Key};

/// What a backup holds that was proved whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Who can read it.
    pub readable: Readable,
    /// Version of its tables.
    pub format: i64,
    /// Entries, corrections and retractions included.
    pub entries: usize,
    /// Things told that still hold.
    pub told: usize,
    /// First and last night that something was told about.
    pub nights: Option<(NightId, NightId)>,
    /// Entries beside the log, whose id was taken.
    pub kept_aside: usize,
}

/// Proves that a backup is whole, on a copy that is removed afterwards. Nothing else is written.
///
/// # Errors
/// [`BackupError`] says what is wrong with it.
pub fn check(backup: &Path, key: Option<&Key>) -> Result<Proof, BackupError> {
    let place = std::env::temp_dir();
    let scratch = tempfile::tempdir_in(&place).map_err(|e| BackupError::from_io(&place, e))?;
    let (proof, _) = unpack(backup, key, scratch.path())?;
    Ok(proof)
}

/// Opens a backup into a diary in the empty folder `into`, and proves it whole.
pub(crate) fn unpack(
    backup: &Path,
    key: Option<&Key>,
    into: &Path,
) -> Result<(Proof, copy::Contents), BackupError> {
    let plain = into.join(FILE_NAME);
    let readable = seal::open(backup, key, &plain)?;
    let contents = copy::inspect(&plain).map_err(|e| BackupError::about_backup(backup, e))?;
    let log = Log::from_entries(&contents.entries);
    let nights = || {
        log.told()
            .iter()
            .filter_map(|told| diary::night::night_of(told))
    };
    let proof = Proof {
        readable,
        format: contents.format,
        entries: contents.entries.len(),
        told: log.told().len(),
        nights: nights().min().zip(nights().max()),
        kept_aside: contents.kept_aside,
    };
    Ok((proof, contents))
}
