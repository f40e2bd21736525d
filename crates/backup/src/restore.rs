//! Bringing a backup back in the place of the diary, which is kept beside it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use diary::{Act, Entry, EntryId};
use jiff::{SignedDuration, Timestamp};
use store::{FILE_NAME, SqliteStore, Store, StoreError, copy, private};

use crate::check::{Proof, unpack};
use crate::error::BackupError;
use crate::name::stamp;
use crate::seal::Key;

/// What SQLite puts beside a diary.
const BESIDE: [&str; 3] = ["", "-wal", "-shm"];

/// A backup that was brought back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// What it holds.
    pub proof: Proof,
    /// Where the diary is that was there before, if there was one.
    pub kept: Option<PathBuf>,
    /// Entries of that diary that the backup does not have; `None` when it could not be read.
    pub left_behind: Option<usize>,
    /// Erasures of that diary, which hold in the restored one too: what was erased does not come back.
    pub erased_again: usize,
}

/// Brings a backup back as the diary in `dir`. A diary that is there already is renamed, never overwritten.
///
/// # Errors
/// [`BackupError`]; then the diary is as it was.
pub fn restore(
    backup: &Path,
    key: Option<&Key>,
    dir: &Path,
    now: Timestamp,
) -> Result<Restored, BackupError> {
    private::folder(
        dir,
        &BESIDE
            .map(|end| format!("{FILE_NAME}{end}"))
            .each_ref()
            .map(String::as_str),
    )
    .map_err(|e| BackupError::from_io(dir, e))?;
    let scratch = tempfile::Builder::new()
        .prefix(".soleus-unfinished-")
        .tempdir_in(dir)
        .map_err(|e| BackupError::from_io(dir, e))?;
    let (proof, contents) = unpack(backup, key, scratch.path())?;
    let present = dir.join(FILE_NAME);
    let mut restored = Restored {
        proof,
        kept: None,
        left_behind: Some(0),
        erased_again: 0,
    };
    if present.exists() {
        let old = entries_of(dir)?;
        restored.left_behind = old.as_ref().map(|old| missing(old, &contents.entries));
        restored.erased_again = erase_again(scratch.path(), &old.unwrap_or_default())?;
        restored.kept = Some(set_aside(dir, now).map_err(|e| BackupError::from_io(dir, e))?);
    }
    if let Err(error) = std::fs::rename(scratch.path().join(FILE_NAME), &present) {
        if let Some(kept) = &restored.kept {
            // Both names are in one folder and were free a moment ago; should this fail too, the diary is at `kept`.
            let _ = rename_all(kept, &present);
        }
        return Err(BackupError::from_io(&present, error));
    }
    private::sync_folder(&present).map_err(|e| BackupError::from_io(dir, e))?;
    Ok(restored)
}

/// The entries of the diary that is there; `None` when it cannot be read, which is a reason to restore.
fn entries_of(dir: &Path) -> Result<Option<Vec<Entry>>, BackupError> {
    let path = dir.join(FILE_NAME);
    match copy::close_for_all(dir).and_then(|()| copy::inspect(&path)) {
        Ok(contents) => Ok(Some(contents.entries)),
        Err(StoreError::Busy { path, .. }) => Err(BackupError::InUse(path)),
        Err(
            StoreError::Corrupt { .. }
            | StoreError::NotADiary { .. }
            | StoreError::NewerVersion { .. },
        ) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn missing(old: &[Entry], restored: &[Entry]) -> usize {
    let there: BTreeSet<EntryId> = restored.iter().map(|entry| entry.id).collect();
    old.iter()
        .filter(|entry| !there.contains(&entry.id))
        .count()
}

/// Carries the erasures over that were made since. Gives how many changed anything.
fn erase_again(dir: &Path, old: &[Entry]) -> Result<usize, BackupError> {
    let erasures: Vec<Entry> = old
        .iter()
        .filter(|entry| matches!(entry.act, Act::Erase { .. } | Act::Erased))
        .cloned()
        .collect();
    if erasures.is_empty() {
        return Ok(0);
    }
    let store = SqliteStore::open(dir)?;
    let before = store.head()?;
    store.append(&erasures)?;
    let changes = store.head()?.0.saturating_sub(before.0);
    drop(store);
    copy::close_for_all(dir)?;
    Ok(usize::try_from(changes).unwrap_or(usize::MAX))
}

/// Renames the diary and what is beside it; gives the new name.
fn set_aside(dir: &Path, now: Timestamp) -> std::io::Result<PathBuf> {
    let mut at = now;
    loop {
        let kept = dir.join(stamp("diary-before-%Y-%m-%dT%H%M%SZ.sqlite", at));
        if !kept.exists() {
            rename_all(&dir.join(FILE_NAME), &kept)?;
            return Ok(kept);
        }
        at = at
            .checked_add(SignedDuration::from_secs(1))
            .map_err(std::io::Error::other)?;
    }
}

fn rename_all(from: &Path, to: &Path) -> std::io::Result<()> {
    for end in BESIDE {
        let with_end = |path: &Path| {
            let mut name = path.as_os_str().to_owned();
            name.push(end);
            PathBuf::from(name)
        };
        let old = with_end(from);
        if old.exists() {
            std::fs::rename(old, with_end(to))?;
        }
    }
    Ok(())
}
