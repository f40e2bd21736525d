//! A copy of the diary, made while others read and write it, and the reading of such a copy.

use std::fs::File;
use std::path::Path;

use diary::{Entry, written};
use rusqlite::{Connection, OpenFlags};

use crate::{SqliteStore, StoreError, erase, open, private};

impl SqliteStore {
    /// Copies the diary as it stands into the new file `to`, readable for its owner alone, and makes it durable. Others
    /// may go on writing meanwhile. What belongs to this computer stays behind: access that was given, the passphrase,
    /// derived texts.
    ///
    /// # Errors
    /// [`StoreError`] about `to` (it exists, the disk is full) or the diary. A part of a copy may then be left at `to`.
    pub fn copy_to(&self, to: &Path) -> Result<(), StoreError> {
        let about_copy = |e| StoreError::from_sqlite(to, e);
        private::new_file(to).map_err(|e| StoreError::from_io(to, e))?;
        // A connection of its own: nobody waits for the copy.
        let source = open::connect(self.path(), OpenFlags::SQLITE_OPEN_READ_ONLY)
            .map_err(|e| StoreError::from_sqlite(self.path(), e))?;
        source
            .execute("VACUUM INTO ?1", [to.to_string_lossy()])
            .map_err(about_copy)?;
        let copy = open::connect(to, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(about_copy)?;
        leave_behind(&copy).map_err(about_copy)?;
        drop(copy);
        File::open(to)
            .and_then(|file| file.sync_all())
            .map_err(|e| StoreError::from_io(to, e))
    }
}

fn leave_behind(copy: &Connection) -> rusqlite::Result<()> {
    // A copy is one file: no journal beside it.
    copy.pragma_update_and_check(None, "journal_mode", "memory", |_| Ok(()))?;
    copy.pragma_update(None, "secure_delete", true)?;
    copy.execute_batch("BEGIN; DELETE FROM access; DELETE FROM derived; DELETE FROM session; DELETE FROM passphrase; COMMIT; VACUUM;")
}

/// What a whole diary file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Contents {
    /// Version of its tables.
    pub format: i64,
    /// Every entry, in the order of their ids.
    pub entries: Vec<Entry>,
    /// Entries beside the log, whose id was taken.
    pub kept_aside: usize,
}

/// Reads a diary file that nobody has open, without changing anything, and checks all of it: every page, every index,
/// every entry.
///
/// # Errors
/// [`StoreError`] says what is wrong with it.
pub fn inspect(path: &Path) -> Result<Contents, StoreError> {
    let sqlite = |e| StoreError::from_sqlite(path, e);
    let db = open::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(sqlite)?;
    let format = open::recognise(&db, path)?;
    if format == 0 {
        return Err(StoreError::NotADiary {
            path: path.to_owned(),
        });
    }
    let verdict: String = db
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .map_err(sqlite)?;
    if verdict != "ok" {
        return Err(damaged(path, verdict));
    }
    let mut all = db
        .prepare("SELECT id, written FROM entry ORDER BY id")
        .map_err(sqlite)?;
    let rows = all
        .query_map([], |row| {
            Ok((erase::read_id(row)?, row.get::<_, String>(1)?))
        })
        .map_err(sqlite)?;
    let mut entries = Vec::new();
    for row in rows {
        let (id, line) = row.map_err(sqlite)?;
        let entry = written::read(&line)
            .ok()
            .filter(|entry| entry.id == id)
            .ok_or_else(|| damaged(path, format!("entry {id} cannot be read")))?;
        entries.push(entry);
    }
    let kept_aside = db
        .query_row("SELECT count(*) FROM kept_aside", [], |row| {
            row.get::<_, i64>(0)
        })
        .map_err(sqlite)?;
    Ok(Contents {
        format,
        entries,
        kept_aside: usize::try_from(kept_aside).unwrap_or(0),
    })
}

/// Makes sure that nobody has the diary in `dir` open, and moves its write-ahead log into the one file.
///
/// # Errors
/// [`StoreError::Busy`] when a program has it open; others when it cannot be read.
pub fn close_for_all(dir: &Path) -> Result<(), StoreError> {
    let path = dir.join(crate::FILE_NAME);
    let sqlite = |e| StoreError::from_sqlite(&path, e);
    let db = open::connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(sqlite)?;
    db.busy_timeout(std::time::Duration::ZERO).map_err(sqlite)?;
    open::recognise(&db, &path)?;
    // Leaving the write-ahead log is possible only for the one who is alone.
    db.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(()))
        .map_err(sqlite)
}

fn damaged(path: &Path, what: String) -> StoreError {
    StoreError::Corrupt {
        path: path.to_owned(),
        what,
    }
}
