//! Erasing everything: every row of the diary gone from the file, and its bytes with it.

use std::time::Duration;

use crate::{SqliteStore, StoreError, open};

/// How long to wait for somebody who is reading: their old pages keep the words in the write-ahead log.
const PATIENCE_WITH_READERS: Duration = Duration::from_secs(5);

/// Every entry, everything worked out from them, and all access of devices. The number of changes goes on growing, so that
/// nothing kept elsewhere is taken for up to date.
const DIARY: &str =
    "DELETE FROM entry; DELETE FROM kept_aside; DELETE FROM derived; DELETE FROM access;
                     UPDATE head SET changes = changes + 1, emptied = changes + 1;";
/// The lock of the pages.
const LOCK: &str = "DELETE FROM session; DELETE FROM passphrase;";

impl SqliteStore {
    /// Removes every entry, everything worked out from them, all access of devices, the passphrase and all sessions. Free
    /// pages are overwritten, the file is written anew without them, and the write-ahead log is emptied. An empty diary
    /// stays. Backups, and what a disk keeps of blocks it no longer shows, are not touched.
    ///
    /// # Errors
    /// [`StoreError`]: before the rows are gone nothing was changed; after that, the next opening finishes the work.
    pub fn erase_everything(&self) -> Result<(), StoreError> {
        self.wipe(&[DIARY, LOCK])
    }

    /// The same without the passphrase and the sessions: whoever is in stays in, and nobody else gets into the empty diary.
    pub(crate) fn erase_diary(&self) -> Result<(), StoreError> {
        self.wipe(&[DIARY])
    }

    fn wipe(&self, statements: &[&str]) -> Result<(), StoreError> {
        self.with_writer(|writer| {
            let change = writer.transaction()?;
            for statement in statements {
                change.execute_batch(statement)?;
            }
            change.commit()?;
            writer.execute_batch("VACUUM")?;
            open::forget_old_pages(writer, PATIENCE_WITH_READERS)
        })
    }
}
