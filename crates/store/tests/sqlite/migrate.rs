//! A diary of an older format: brought up to date whole or not at all, also when the program is killed meanwhile.
//!
//! Seen to fail, both: with `COMMIT; BEGIN IMMEDIATE` after each migration in `open::migrate`, the file is left between two
//! formats.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use rusqlite::Connection;
use store::{FILE_NAME, SqliteStore, Store};

use crate::story::told;

/// Names the diary to open; only the child process has it.
const DIARY: &str = "STORE_MIGRATION_TEST_DIARY";
const ENTRIES: u8 = 50;

/// Writes a diary as the first version wrote it.
fn of_the_first_format(dir: &Path) {
    let raw = Connection::open(dir.join(FILE_NAME)).expect("made");
    raw.execute_batch(include_str!("../../migrations/0001_log.sql"))
        .expect("the first format");
    raw.execute_batch("PRAGMA application_id = 0x536f6c65; PRAGMA user_version = 1;")
        .expect("marked");
    for n in 1..=ENTRIES {
        let entry = told(n, "an old note");
        let line = diary::written::write(&entry).expect("written");
        raw.execute(
            "INSERT INTO entry (id, act, written) VALUES (?1, 'tell', ?2)",
            rusqlite::params![entry.id.as_bytes(), line],
        )
        .expect("told");
    }
}

/// The format of the file, and its tables beside the first ones.
fn shape(dir: &Path) -> (i64, i64) {
    let raw = Connection::open(dir.join(FILE_NAME)).expect("opens");
    let format = raw
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .expect("a format");
    let newer =
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
                 AND name NOT IN ('entry', 'kept_aside', 'derived', 'head')";
    let tables = raw
        .query_row(newer, [], |row| row.get(0))
        .expect("a number");
    (format, tables)
}

fn entries(dir: &Path) -> usize {
    let store = SqliteStore::open(dir).expect("opens");
    store.entries().expect("readable").len()
}

#[test]
#[ignore = "the program that the test below starts and kills"]
fn opener() {
    if let Some(dir) = std::env::var_os(DIARY).map(PathBuf::from) {
        drop(SqliteStore::open(&dir).expect("opens"));
    }
}

#[test]
fn a_migration_that_is_killed_is_whole_or_has_not_begun() {
    let program = std::env::current_exe().unwrap();
    for round in 0..20 {
        let place = tempfile::tempdir().unwrap();
        of_the_first_format(place.path());
        let mut child = Command::new(&program)
            .args(["--exact", "migrate::opener", "--ignored", "--nocapture"])
            .env(DIARY, place.path())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_micros(round * 700));
        child.kill().unwrap();
        child.wait().unwrap();
        let (format, newer) = shape(place.path());
        assert_eq!(
            format == 1,
            newer == 0,
            "round {round}: format {format}, {newer} tables"
        );
        assert_eq!(entries(place.path()), usize::from(ENTRIES));
        assert!(shape(place.path()).0 > 1);
    }
}

#[test]
fn a_migration_that_fails_half_way_changes_nothing() {
    let place = tempfile::tempdir().unwrap();
    of_the_first_format(place.path());
    let raw = Connection::open(place.path().join(FILE_NAME)).unwrap();
    // A name that the newest migration wants for itself: those before it have done their work by then.
    let last = include_str!("../../migrations/0004_change.sql");
    let table = last.split("CREATE INDEX ").nth(1).unwrap();
    let table = table.split(' ').next().unwrap();
    raw.execute_batch(&format!("CREATE TABLE {table} (in_the_way INTEGER)"))
        .unwrap();
    let before = shape(place.path());
    assert!(SqliteStore::open(place.path()).is_err());
    assert_eq!(shape(place.path()), before);
    raw.execute_batch(&format!("DROP TABLE {table}")).unwrap();
    drop(raw);
    assert_eq!(entries(place.path()), usize::from(ENTRIES));
}
