//! Who may reach the diary from outside its own pages, and what each may do.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

/// What the holder of a secret may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Tell of cramps, and nothing else: for a button beside the bed.
    AddCramps,
    /// Tell anything new; read nothing.
    AddEntries,
    /// Read everything; tell nothing.
    ReadAll,
    /// Read the calendar of reminders, which names nothing about health.
    Calendar,
    /// Read the calendar of reminders in plain words.
    CalendarInWords,
}

impl Scope {
    /// Every scope, the narrowest first.
    pub const ALL: [Self; 5] = [
        Self::AddCramps,
        Self::AddEntries,
        Self::ReadAll,
        Self::Calendar,
        Self::CalendarInWords,
    ];

    /// Its name in the database, on the command line and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::AddCramps => "add-cramps",
            Self::AddEntries => "add-entries",
            Self::ReadAll => "read-all",
            Self::Calendar => "calendar",
            Self::CalendarInWords => "calendar-in-words",
        }
    }

    /// The scope with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.name() == name)
    }
}

/// SHA-256 of a secret. The secret itself is kept nowhere.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SecretHash(pub [u8; 32]);

/// Access that was given and still holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// Which one; never used again after it was taken back.
    pub number: i64,
    /// What the person calls the device or program.
    pub name: String,
    /// What it may do.
    pub scope: Scope,
    /// When it was given.
    pub made_at: Timestamp,
    /// The day on which it was last used, as the midnight (UTC) that began it.
    pub last_used: Option<Timestamp>,
}

const COLUMNS: &str = "number, name, scope, made_at, last_used";

pub(crate) fn give(
    db: &Connection,
    name: &str,
    scope: Scope,
    hash: SecretHash,
    now: Timestamp,
) -> rusqlite::Result<Access> {
    db.prepare_cached("INSERT INTO access (name, scope, hash, made_at) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![name, scope.name(), hash.0, now.as_second()])?;
    Ok(Access {
        number: db.last_insert_rowid(),
        name: name.to_owned(),
        scope,
        made_at: whole_second(now),
        last_used: None,
    })
}

pub(crate) fn all(db: &Connection) -> rusqlite::Result<Vec<Access>> {
    let mut all = db.prepare_cached(&format!("SELECT {COLUMNS} FROM access ORDER BY number"))?;
    let rows = all.query_map([], read)?;
    rows.collect()
}

pub(crate) fn find(db: &Connection, hash: SecretHash) -> rusqlite::Result<Option<Access>> {
    db.prepare_cached(&format!("SELECT {COLUMNS} FROM access WHERE hash = ?1"))?
        .query_row([hash.0], read)
        .optional()
}

pub(crate) fn note_use(db: &Connection, number: i64, day: Timestamp) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE access SET last_used = ?2 WHERE number = ?1")?
        .execute(params![number, day.as_second()])
        .map(drop)
}

pub(crate) fn take_back(db: &Connection, number: i64) -> rusqlite::Result<bool> {
    let gone = db
        .prepare_cached("DELETE FROM access WHERE number = ?1")?
        .execute([number])?;
    Ok(gone > 0)
}

fn whole_second(at: Timestamp) -> Timestamp {
    Timestamp::from_second(at.as_second()).unwrap_or(at)
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Access> {
    let scope: String = row.get(2)?;
    Ok(Access {
        number: row.get(0)?,
        name: row.get(1)?,
        scope: Scope::named(&scope).ok_or_else(|| unreadable(2, "a scope"))?,
        made_at: second(row.get(3)?, 3)?,
        last_used: row
            .get::<_, Option<i64>>(4)?
            .map(|at| second(at, 4))
            .transpose()?,
    })
}

pub(crate) fn second(at: i64, column: usize) -> rusqlite::Result<Timestamp> {
    Timestamp::from_second(at).map_err(|_| unreadable(column, "an instant"))
}

pub(crate) fn unreadable(column: usize, what: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(
        column,
        rusqlite::types::Type::Text,
        format!("not {what}").into(),
    )
}
