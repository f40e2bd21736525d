//! What opens the pages where others can reach them: one passphrase, and the browsers that are logged in.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::access::{second, unreadable};
use crate::{SecretHash, SqliteStore, StoreError};

/// A passphrase, stretched with argon2id (RFC 9106), one lane.
#[derive(Clone, PartialEq, Eq)]
pub struct Stretched {
    /// Random, made with it.
    pub salt: [u8; 16],
    /// What came out.
    pub hash: [u8; 32],
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
}

/// What a browser that is logged in may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    /// Everything the person may.
    Everything,
    /// Log a cramp and say more about the one it logged: for a phone beside the bed.
    LogCramps,
}

impl May {
    fn name(self) -> &'static str {
        match self {
            Self::Everything => "everything",
            Self::LogCramps => "log-cramps",
        }
    }
}

/// A browser that is logged in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Which one; never used again.
    pub number: i64,
    /// What it is called.
    pub name: String,
    /// What it may do.
    pub may: May,
    /// When it logged in.
    pub made_at: Timestamp,
    /// The day on which it was last used, as the midnight (UTC) that began it.
    pub last_used: Timestamp,
}

const COLUMNS: &str = "number, name, may, made_at, last_used";

impl SqliteStore {
    /// The passphrase, if there is one.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn passphrase(&self) -> Result<Option<Stretched>, StoreError> {
        self.read(|db| {
            db.prepare_cached("SELECT salt, hash, memory_kib, passes FROM passphrase")?
                .query_row([], |row| {
                    Ok(Stretched {
                        salt: row.get(0)?,
                        hash: row.get(1)?,
                        memory_kib: row.get(2)?,
                        passes: row.get(3)?,
                    })
                })
                .optional()
        })
    }

    /// Puts a passphrase (or none) in the place of the old one, and signs every browser out.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing was changed.
    pub fn set_passphrase(&self, new: Option<&Stretched>) -> Result<(), StoreError> {
        self.change(|db| {
            db.execute_batch("DELETE FROM passphrase; DELETE FROM session;")?;
            let Some(new) = new else { return Ok(()) };
            db.execute(
                "INSERT INTO passphrase (one, salt, hash, memory_kib, passes) VALUES (1, ?1, ?2, ?3, ?4)",
                params![new.salt, new.hash, new.memory_kib, new.passes],
            )
            .map(drop)
        })
    }

    /// Writes down a browser that has logged in; of more than `most`, the one that was used least recently goes.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be written.
    pub fn open_session(
        &self,
        name: &str,
        may: May,
        hash: SecretHash,
        (now, today): (Timestamp, Timestamp),
        most: u32,
    ) -> Result<(), StoreError> {
        self.change(|db| {
            db.execute(
                "INSERT INTO session (name, may, hash, made_at, last_used) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![name, may.name(), hash.0, now.as_second(), today.as_second()],
            )?;
            db.execute(
                "DELETE FROM session WHERE number NOT IN
                     (SELECT number FROM session ORDER BY last_used DESC, number DESC LIMIT ?1)",
                [most],
            )
            .map(drop)
        })
    }

    /// All browsers that are logged in, in the order in which they came.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be read.
    pub fn sessions(&self) -> Result<Vec<Session>, StoreError> {
        self.read(|db| {
            let mut all =
                db.prepare_cached(&format!("SELECT {COLUMNS} FROM session ORDER BY number"))?;
            let rows = all.query_map([], read)?;
            rows.collect()
        })
    }

    /// The browser whose token has this hash.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn session_of(&self, hash: SecretHash) -> Result<Option<Session>, StoreError> {
        self.read(|db| {
            db.prepare_cached(&format!("SELECT {COLUMNS} FROM session WHERE hash = ?1"))?
                .query_row([hash.0], read)
                .optional()
        })
    }

    /// Notes the day on which a browser was used.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be written.
    pub fn note_session(&self, number: i64, day: Timestamp) -> Result<(), StoreError> {
        self.change(|db| {
            db.execute(
                "UPDATE session SET last_used = ?2 WHERE number = ?1",
                params![number, day.as_second()],
            )
            .map(drop)
        })
    }

    /// Signs a browser out for good. Says whether there was one.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be written.
    pub fn close_session(&self, number: i64) -> Result<bool, StoreError> {
        self.change(|db| Ok(db.execute("DELETE FROM session WHERE number = ?1", [number])? > 0))
    }

    /// Several statements, all or none, durable when it returns.
    fn change<T>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        self.with_writer(|writer| {
            let change = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let done = work(&change)?;
            change.commit()?;
            Ok(done)
        })
    }
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Session> {
    let may: String = row.get(2)?;
    let may = [May::Everything, May::LogCramps]
        .into_iter()
        .find(|one| one.name() == may);
    Ok(Session {
        number: row.get(0)?,
        name: row.get(1)?,
        may: may.ok_or_else(|| unreadable(2, "what a browser may do"))?,
        made_at: second(row.get(3)?, 3)?,
        last_used: second(row.get(4)?, 4)?,
    })
}
