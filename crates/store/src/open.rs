//! Opens a diary file: checks that it is one, sets what makes it durable and private, brings it to the newest format.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use crate::StoreError;
use crate::larder::LARDER_NAME;
use crate::private;

/// The diary's file in its folder.
pub const FILE_NAME: &str = "diary.sqlite";

/// How long to wait for another process that is writing.
pub(crate) const PATIENCE: Duration = Duration::from_secs(5);

/// `Sole`: marks the file as a diary of this program.
const APPLICATION_ID: i64 = 0x536f_6c65;

/// Append-only: a published migration is never changed. The format of a file is the number of migrations it has seen.
const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_log.sql"),
    include_str!("../migrations/0002_access.sql"),
    include_str!("../migrations/0003_login.sql"),
    include_str!("../migrations/0004_change.sql"),
];

/// The newest format this program knows.
pub(crate) const KNOWN: i64 = MIGRATIONS.len() as i64;

/// A writing and a reading connection to one diary.
pub(crate) struct Connections {
    pub(crate) path: PathBuf,
    pub(crate) reader: Connection,
    pub(crate) writer: Connection,
}

/// Opens the diary in `dir`; makes it if there is none.
pub(crate) fn open(dir: &Path) -> Result<Connections, StoreError> {
    let path = dir.join(FILE_NAME);
    let (wal, shm) = (format!("{FILE_NAME}-wal"), format!("{FILE_NAME}-shm"));
    private::folder(dir, &[FILE_NAME, &wal, &shm, LARDER_NAME])
        .map_err(|e| StoreError::from_io(dir, e))?;
    private::file(&path).map_err(|e| StoreError::from_io(&path, e))?;
    let sqlite = |e| StoreError::from_sqlite(&path, e);

    let mut writer = connect(&path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(sqlite)?;
    // One transaction: another process may be making this diary at this moment.
    recognise(&*writer.transaction().map_err(sqlite)?, &path)?;
    if writer.is_readonly("main").map_err(sqlite)? {
        return Err(StoreError::ReadOnly { path });
    }
    for name in [FILE_NAME, &wal, &shm] {
        let file = dir.join(name);
        private::close(&file).map_err(|e| StoreError::from_io(&file, e))?;
    }
    keep_durable(&writer).map_err(sqlite)?;
    migrate(&mut writer, &path)?;
    check_pages(&writer, &path)?;
    forget_old_pages(&writer, Duration::ZERO).map_err(sqlite)?;
    let reader = connect(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(sqlite)?;
    Ok(Connections {
        path,
        reader,
        writer,
    })
}

/// The busy timeout comes first: every later statement may meet another process.
pub(crate) fn connect(path: &Path, access: OpenFlags) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection)
}

/// The format of the file. Refuses what is not ours or newer than we know, before anything is written. An empty file is
/// a new diary, of format 0.
pub(crate) fn recognise(connection: &Connection, path: &Path) -> Result<i64, StoreError> {
    let number = |pragma: &str| {
        connection
            .pragma_query_value(None, pragma, |row| row.get::<_, i64>(0))
            .map_err(|e| StoreError::from_sqlite(path, e))
    };
    let (application, format) = (number("application_id")?, number("user_version")?);
    let tables: i64 = connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(|e| StoreError::from_sqlite(path, e))?;
    let new = application == 0 && format == 0 && tables == 0;
    if !new && application != APPLICATION_ID {
        return Err(StoreError::NotADiary {
            path: path.to_owned(),
        });
    }
    if format < 0 {
        return Err(StoreError::Corrupt {
            path: path.to_owned(),
            what: format!("its format number is {format}"),
        });
    }
    if format > KNOWN {
        return Err(StoreError::NewerVersion {
            path: path.to_owned(),
            found: format,
            known: KNOWN,
        });
    }
    Ok(format)
}

/// Write-ahead log, every commit on the disk before it is acknowledged, deleted content overwritten.
fn keep_durable(connection: &Connection) -> rusqlite::Result<()> {
    let began = Instant::now();
    // Two processes that switch a new file to WAL at once can meet without the busy timeout being asked.
    loop {
        match connection
            .pragma_update_and_check(None, "journal_mode", "wal", |row| row.get::<_, String>(0))
        {
            Err(error)
                if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
                    && began.elapsed() < PATIENCE =>
            {
                std::thread::sleep(Duration::from_millis(20));
            }
            done => {
                done?;
                break;
            }
        }
    }
    connection.pragma_update(None, "synchronous", "FULL")?;
    // A drive's cache is flushed as well where the system can (macOS).
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "secure_delete", true)
}

/// Applies the migrations the file has not seen, all or none.
fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let found = |connection: &Connection| {
        connection.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))
    };
    let sqlite = |e| StoreError::from_sqlite(path, e);
    if found(connection).map_err(sqlite)? == KNOWN {
        return Ok(());
    }
    let change = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(sqlite)?;
    // Another process may have been faster, also one of a newer version.
    recognise(&change, path)?;
    let seen = usize::try_from(found(&change).map_err(sqlite)?).unwrap_or(0);
    for migration in MIGRATIONS.iter().skip(seen) {
        change.execute_batch(migration).map_err(sqlite)?;
    }
    change
        .pragma_update(None, "application_id", APPLICATION_ID)
        .map_err(sqlite)?;
    change
        .pragma_update(None, "user_version", KNOWN)
        .map_err(sqlite)?;
    change.commit().map_err(sqlite)
}

/// Finds a truncated or damaged file before anything is added to it.
fn check_pages(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let verdict: String = connection
        .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
        .map_err(|e| StoreError::from_sqlite(path, e))?;
    if verdict == "ok" {
        Ok(())
    } else {
        Err(StoreError::Corrupt {
            path: path.to_owned(),
            what: verdict,
        })
    }
}

/// Moves the write-ahead log into the file and empties it, so that erased content is gone from both.
/// Somebody else who is reading at this moment puts it off until the next time.
pub(crate) fn forget_old_pages(
    connection: &Connection,
    patience: Duration,
) -> rusqlite::Result<()> {
    connection.busy_timeout(patience)?;
    let done = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    connection.busy_timeout(PATIENCE)?;
    match done {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => Ok(()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_is_durable_and_forgetful() {
        let place = tempfile::tempdir().unwrap();
        let connections = open(place.path()).unwrap();
        let number = |pragma: &str| -> i64 {
            connections
                .writer
                .pragma_query_value(None, pragma, |row| row.get(0))
                .unwrap()
        };
        let journal: String = connections
            .writer
            .pragma_query_value(None, "journal_mode", |row| row.get(0))
            .unwrap();
        assert_eq!(journal, "wal");
        let wanted = [
            ("synchronous", 2),
            ("busy_timeout", 5000),
            ("foreign_keys", 1),
            ("secure_delete", 1),
            ("trusted_schema", 0),
            ("application_id", APPLICATION_ID),
            ("user_version", KNOWN),
        ];
        for (pragma, value) in wanted {
            assert_eq!(number(pragma), value, "{pragma}");
        }
    }
}
