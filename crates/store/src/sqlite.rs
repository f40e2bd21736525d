//! The log in one SQLite file: one writer, one reader, any number of processes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use diary::{Act, Entry, EntryId, written};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::{
    Access, Head, News, Receipt, Scope, SecretHash, Store, StoreError, access, erase, open,
};

/// How long an erasure waits for readers before it leaves emptying the write-ahead log to the next opening.
const PATIENCE_WITH_READERS: Duration = Duration::from_millis(250);

/// A diary in a file of its own. Dropping it moves the write-ahead log into the file.
pub struct SqliteStore {
    path: PathBuf,
    // Dropped before the writer: the last connection to close must be one that may tidy up.
    reader: Mutex<Connection>,
    writer: Mutex<Connection>,
}

impl SqliteStore {
    /// Opens the diary in the folder `dir`; makes the folder and the diary when there is none.
    ///
    /// # Errors
    /// [`StoreError`]: the file is not a diary, of a newer version, damaged, cannot be written, or is locked by a process
    /// that does not let go; the disk is full.
    pub fn open(dir: &Path) -> Result<Self, StoreError> {
        let open::Connections {
            path,
            reader,
            writer,
        } = open::open(dir)?;
        Ok(Self {
            path,
            reader: Mutex::new(reader),
            writer: Mutex::new(writer),
        })
    }

    /// The diary's file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Work on the writing connection, alone.
    pub(crate) fn with_writer<T>(
        &self,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        work(&mut lock(&self.writer)).map_err(|e| self.sqlite(e))
    }

    pub(crate) fn read<T>(
        &self,
        ask: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        ask(&lock(&self.reader)).map_err(|e| self.sqlite(e))
    }

    /// One statement, durable when it returns.
    fn write<T>(
        &self,
        change: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        change(&lock(&self.writer)).map_err(|e| self.sqlite(e))
    }

    fn sqlite(&self, error: rusqlite::Error) -> StoreError {
        StoreError::from_sqlite(&self.path, error)
    }

    fn parse(&self, id: EntryId, line: &str) -> Result<Entry, StoreError> {
        // The reader's own message would repeat what the person wrote; an error may reach a log file.
        written::read(line).map_err(|_| StoreError::Corrupt {
            path: self.path.clone(),
            what: format!("entry {id} cannot be read"),
        })
    }

    fn parse_all(&self, lines: Vec<(EntryId, String)>) -> Result<Vec<Entry>, StoreError> {
        lines
            .into_iter()
            .map(|(id, line)| self.parse(id, &line))
            .collect()
    }

    fn line(&self, entry: &Entry) -> Result<String, StoreError> {
        written::write(entry).map_err(|e| StoreError::Database {
            path: self.path.clone(),
            cause: Box::new(e),
        })
    }

    /// Decides what becomes of one entry and writes it.
    fn admit(
        &self,
        db: &Connection,
        entry: &Entry,
        tally: &mut Tally,
    ) -> Result<Receipt, StoreError> {
        let line = self.line(entry)?;
        let found = stored(db, entry.id).map_err(|e| self.sqlite(e))?;
        let erased = has_content(entry) && self.is_erased(db, entry)?;
        if let Some((act, there)) = found {
            if there == line || self.parse(entry.id, &there)? == *entry {
                return Ok(Receipt::AlreadyThere);
            }
            if act == "erased" || erased {
                return Ok(Receipt::Erased);
            }
            keep_aside(db, entry, &line).map_err(|e| self.sqlite(e))?;
            return Ok(Receipt::KeptAside);
        }
        let kept = if erased {
            self.line(&erase::tombstone(entry))?
        } else {
            line
        };
        insert(db, entry, erased, &kept, tally.change).map_err(|e| self.sqlite(e))?;
        tally.changes += 1;
        if erased || matches!(entry.act, Act::Erase { .. } | Act::Erased) {
            let chain = erase::chain(db, related(entry)).map_err(|e| self.sqlite(e))?;
            self.bury_all(db, &chain, tally)?;
        }
        Ok(if erased {
            Receipt::Erased
        } else {
            Receipt::Stored
        })
    }

    fn is_erased(&self, db: &Connection, entry: &Entry) -> Result<bool, StoreError> {
        for id in related(entry) {
            if erase::is_erased(db, id).map_err(|e| self.sqlite(e))? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn bury_all(
        &self,
        db: &Connection,
        chain: &BTreeSet<EntryId>,
        tally: &mut Tally,
    ) -> Result<(), StoreError> {
        for (id, line) in erase::with_content(db, chain).map_err(|e| self.sqlite(e))? {
            let tombstone = self.line(&erase::tombstone(&self.parse(id, &line)?))?;
            erase::bury(db, id, &tombstone, tally.change).map_err(|e| self.sqlite(e))?;
            tally.changes += 1;
        }
        tally.erased = true;
        erase::forget_copies(db, chain).map_err(|e| self.sqlite(e))
    }
}

/// What one transaction has done.
struct Tally {
    /// The change of the log that it is part of.
    change: i64,
    /// Rows written.
    changes: i64,
    erased: bool,
}

impl Store for SqliteStore {
    fn append(&self, entries: &[Entry]) -> Result<Vec<Receipt>, StoreError> {
        let mut writer = lock(&self.writer);
        let change = writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|e| self.sqlite(e))?;
        let mut tally = Tally {
            change: changes(&change).map_err(|e| self.sqlite(e))? + 1,
            changes: 0,
            erased: false,
        };
        let receipts = entries
            .iter()
            .map(|entry| self.admit(&change, entry, &mut tally))
            .collect::<Result<Vec<_>, _>>()?;
        if tally.changes > 0 {
            change
                .execute("UPDATE head SET changes = changes + ?1", [tally.changes])
                .map_err(|e| self.sqlite(e))?;
        }
        change.commit().map_err(|e| self.sqlite(e))?;
        if tally.erased {
            // The entries are durable already: should this fail, the next opening does it.
            let _ = open::forget_old_pages(&writer, PATIENCE_WITH_READERS);
        }
        Ok(receipts)
    }

    fn entries(&self) -> Result<Vec<Entry>, StoreError> {
        let lines = self.read(|db| rows(db, ALL, []))?;
        self.parse_all(lines)
    }

    fn news(&self, known: Option<Head>) -> Result<(Head, News), StoreError> {
        let (now, since, lines) = self.read(|db| {
            let moment = db.unchecked_transaction()?;
            let (now, emptied) = moment
                .prepare_cached("SELECT changes, emptied FROM head")?
                .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            // What was known before everything was erased, or of another file, is void.
            let since = known
                .and_then(|head| i64::try_from(head.0).ok())
                .filter(|known| (emptied..=now).contains(known));
            let lines = match since {
                Some(known) if known == now => Vec::new(),
                Some(known) => rows(&moment, SINCE, [known])?,
                None => rows(&moment, ALL, [])?,
            };
            Ok((now, since, lines))
        })?;
        let entries = self.parse_all(lines)?;
        let news = match since {
            Some(_) => News::More(entries),
            None => News::All(entries),
        };
        Ok((Head(now.unsigned_abs()), news))
    }

    fn head(&self) -> Result<Head, StoreError> {
        Ok(Head(self.read(changes)?.unsigned_abs()))
    }

    fn kept_aside(&self) -> Result<Vec<(EntryId, String)>, StoreError> {
        self.read(|db| {
            let mut all =
                db.prepare_cached("SELECT id, written FROM kept_aside ORDER BY id, written")?;
            let rows = all.query_map([], |row| Ok((erase::read_id(row)?, row.get(1)?)))?;
            rows.collect()
        })
    }

    fn derived(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.read(|db| {
            db.prepare_cached("SELECT text FROM derived WHERE key = ?1")?
                .query_row([key], |row| row.get(0))
                .optional()
        })
    }

    fn keep_derived(&self, family: &str, key: &str, text: &str) -> Result<(), StoreError> {
        let statement = "INSERT INTO derived (family, key, text) VALUES (?1, ?2, ?3)
                         ON CONFLICT (family) DO UPDATE SET key = excluded.key, text = excluded.text";
        self.write(|db| db.execute(statement, [family, key, text]).map(drop))
    }

    fn erase_diary(&self) -> Result<(), StoreError> {
        SqliteStore::erase_diary(self)
    }

    fn give_access(
        &self,
        name: &str,
        scope: Scope,
        hash: SecretHash,
        now: Timestamp,
    ) -> Result<Access, StoreError> {
        self.write(|db| access::give(db, name, scope, hash, now))
    }

    fn accesses(&self) -> Result<Vec<Access>, StoreError> {
        self.read(access::all)
    }

    fn access_of(&self, hash: SecretHash) -> Result<Option<Access>, StoreError> {
        self.read(|db| access::find(db, hash))
    }

    fn note_use(&self, number: i64, day: Timestamp) -> Result<(), StoreError> {
        self.write(|db| access::note_use(db, number, day))
    }

    fn take_access_back(&self, number: i64) -> Result<bool, StoreError> {
        self.write(|db| access::take_back(db, number))
    }
}

/// The log, and what of it is new. The second is in the order of its index: in that of the ids all rows would be read.
const ALL: &str = "SELECT id, written FROM entry ORDER BY id";
const SINCE: &str = "SELECT id, written FROM entry WHERE change > ?1 ORDER BY change, id";

/// The rows of [`ALL`] or [`SINCE`].
fn rows(
    db: &Connection,
    question: &str,
    since: impl rusqlite::Params,
) -> rusqlite::Result<Vec<(EntryId, String)>> {
    let mut asked = db.prepare_cached(question)?;
    let found = asked.query_map(since, |row| Ok((erase::read_id(row)?, row.get(1)?)))?;
    found.collect()
}

/// How many changes the log has seen.
fn changes(db: &Connection) -> rusqlite::Result<i64> {
    db.prepare_cached("SELECT changes FROM head")?
        .query_row([], |row| row.get(0))
}

/// A panic elsewhere leaves the database as its last transaction did: the lock stays usable.
fn lock(connection: &Mutex<Connection>) -> MutexGuard<'_, Connection> {
    connection.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Where the chain of an entry begins to be followed.
fn related(entry: &Entry) -> Vec<EntryId> {
    match entry.act {
        Act::Tell { .. } | Act::Erased => vec![entry.id],
        Act::Replace { target, .. } => vec![entry.id, target],
        Act::Erase { target } => vec![target],
        Act::Retract { .. } => Vec::new(),
    }
}

fn has_content(entry: &Entry) -> bool {
    matches!(entry.act, Act::Tell { .. } | Act::Replace { .. })
}

fn stored(db: &Connection, id: EntryId) -> rusqlite::Result<Option<(String, String)>> {
    db.prepare_cached("SELECT act, written FROM entry WHERE id = ?1")?
        .query_row([id.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

fn target(entry: &Entry) -> Option<EntryId> {
    match entry.act {
        Act::Replace { target, .. } | Act::Retract { target } | Act::Erase { target } => {
            Some(target)
        }
        Act::Tell { .. } | Act::Erased => None,
    }
}

fn insert(
    db: &Connection,
    entry: &Entry,
    erased: bool,
    line: &str,
    change: i64,
) -> rusqlite::Result<()> {
    let act = match entry.act {
        _ if erased => "erased",
        Act::Tell { .. } => "tell",
        Act::Replace { .. } => "replace",
        Act::Retract { .. } => "retract",
        Act::Erase { .. } => "erase",
        Act::Erased => "erased",
    };
    db.prepare_cached(
        "INSERT INTO entry (id, act, target, written, change) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![
        entry.id.as_bytes(),
        act,
        target(entry).map(|id| *id.as_bytes()),
        line,
        change
    ])
    .map(drop)
}

fn keep_aside(db: &Connection, entry: &Entry, line: &str) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT OR IGNORE INTO kept_aside (id, target, written) VALUES (?1, ?2, ?3)")?
        .execute(params![
            entry.id.as_bytes(),
            target(entry).map(|id| *id.as_bytes()),
            line
        ])
        .map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use diary::{Body, Cramp, Moment, Text, Zone};

    fn entry(n: u8, note: &str) -> Entry {
        let at = jiff::Timestamp::from_second(1_790_000_000).unwrap();
        let body = Body::Cramp(Cramp {
            note: Some(Text::new(note).unwrap()),
            ..Cramp::default()
        });
        Entry {
            id: EntryId::new(at, [n; 10]),
            moment: Moment::new(at, Zone::utc()),
            act: Act::Tell { body },
        }
    }

    #[test]
    fn a_full_disk_is_said_and_leaves_the_log_as_it_was() {
        let place = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(place.path()).unwrap();
        store.append(&[entry(1, "fits")]).unwrap();
        let pages: i64 = lock(&store.writer)
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .unwrap();
        lock(&store.writer)
            .pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))
            .unwrap();
        let head = store.head().unwrap();
        let batch = [
            entry(2, "small"),
            entry(3, &"large ".repeat(600)),
            entry(4, &"large ".repeat(600)),
        ];
        let error = store.append(&batch).unwrap_err();
        assert!(matches!(error, StoreError::Full { .. }), "{error}");
        assert_eq!(
            store.entries().unwrap(),
            [entry(1, "fits")],
            "none of the batch"
        );
        assert_eq!(store.head().unwrap(), head);
        let error = store
            .keep_derived("suspects", "key", &"large ".repeat(6000))
            .unwrap_err();
        assert!(matches!(error, StoreError::Full { .. }), "{error}");

        lock(&store.writer)
            .pragma_update_and_check(None, "max_page_count", 1_000_000, |_| Ok(()))
            .unwrap();
        assert_eq!(store.append(&batch).unwrap(), [Receipt::Stored; 3]);
    }

    // Seen to fail with an order by id alone.
    #[test]
    fn what_is_new_is_found_without_reading_what_is_old() {
        let place = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(place.path()).unwrap();
        let plan: String = lock(&store.reader)
            .query_row(&format!("EXPLAIN QUERY PLAN {SINCE}"), [7], |row| {
                row.get("detail")
            })
            .unwrap();
        assert!(plan.contains("entry_by_change"), "{plan}");
    }

    #[test]
    fn a_panic_in_one_thread_does_not_lock_the_diary() {
        let place = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(place.path()).unwrap();
        let broken = std::thread::scope(|scope| {
            scope
                .spawn(|| {
                    let _held = lock(&store.writer);
                    panic!("in the middle");
                })
                .join()
        });
        assert!(broken.is_err());
        assert_eq!(
            store.append(&[entry(1, "after")]).unwrap(),
            [Receipt::Stored]
        );
    }

    #[test]
    fn a_line_that_is_not_an_entry_is_reported_as_damage() {
        let place = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(place.path()).unwrap();
        store.append(&[entry(1, "fine")]).unwrap();
        lock(&store.writer)
            .execute("UPDATE entry SET written = '{}'", [])
            .unwrap();
        let error = store.entries().unwrap_err();
        assert!(matches!(error, StoreError::Corrupt { .. }), "{error}");
        assert!(
            error.to_string().contains(&entry(1, "").id.to_string()),
            "{error}"
        );
    }
}
