//! A copy holds what the diary held at one moment, whoever was writing; what is not whole is found out.

use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::Connection;
use store::copy::{close_for_all, inspect};
use store::{FILE_NAME, Scope, SecretHash, SqliteStore, Store, StoreError};

use crate::{mode, story::told};

#[test]
fn a_copy_is_private_and_leaves_behind_what_belongs_to_this_computer() {
    let place = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&place.path().join("diary")).unwrap();
    store.append(&[told(1, "kept"), told(2, "too")]).unwrap();
    store.append(&[told(1, "aside")]).unwrap();
    let now = jiff::Timestamp::UNIX_EPOCH;
    store
        .give_access("button", Scope::AddCramps, SecretHash([9; 32]), now)
        .unwrap();
    store
        .keep_derived("suspects", "key", "drawn from it")
        .unwrap();

    let copy = place.path().join("copy.sqlite");
    store.copy_to(&copy).unwrap();
    assert_eq!(mode(&copy), 0o600);
    let contents = inspect(&copy).unwrap();
    assert_eq!(contents.entries, store.entries().unwrap());
    assert_eq!(contents.kept_aside, 1);
    let bytes = std::fs::read(&copy).unwrap();
    for left in ["button", "drawn from it"] {
        let found = bytes
            .windows(left.len())
            .any(|part| part == left.as_bytes());
        assert!(!found, "{left}");
    }
    let beside = std::fs::read_dir(place.path()).unwrap().count();
    assert_eq!(beside, 2, "no journal beside the copy");
    assert!(
        matches!(store.copy_to(&copy).unwrap_err(), StoreError::Io { .. }),
        "never over another file"
    );
    let moved = place.path().join("moved");
    std::fs::create_dir(&moved).unwrap();
    std::fs::rename(&copy, moved.join(FILE_NAME)).unwrap();
    let again = SqliteStore::open(&moved).unwrap();
    assert_eq!(again.entries().unwrap(), store.entries().unwrap());
    assert_eq!(again.head().unwrap(), store.head().unwrap());
}

#[test]
fn a_copy_made_while_another_writes_holds_whole_batches() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path().join("diary");
    let store = SqliteStore::open(&dir).unwrap();
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let writer = SqliteStore::open(&dir).unwrap();
            for n in (1..=250).step_by(2) {
                writer
                    .append(&[told(n, "one"), told(n + 1, "and the other")])
                    .unwrap();
                if stop.load(Ordering::SeqCst) {
                    break;
                }
            }
        });
        let mut seen = 0;
        for number in 0..10 {
            let copy = place.path().join(format!("{number}.sqlite"));
            store.copy_to(&copy).unwrap();
            let found = inspect(&copy).unwrap().entries.len();
            assert!(found.is_multiple_of(2) && found >= seen, "{found}");
            seen = found;
        }
        stop.store(true, Ordering::SeqCst);
    });
}

#[test]
fn a_copy_that_is_not_whole_is_found_out() {
    let place = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(&place.path().join("diary")).unwrap();
    let notes = "words ".repeat(300);
    let many: Vec<_> = (1..=60).map(|n| told(n, &notes)).collect();
    store.append(&many).unwrap();
    let copy = place.path().join("copy.sqlite");
    store.copy_to(&copy).unwrap();
    let whole = std::fs::read(&copy).unwrap();
    let spoil = |bytes: &[u8]| {
        std::fs::write(&copy, bytes).unwrap();
        inspect(&copy).unwrap_err()
    };
    for share in 0..20 {
        spoil(&whole[..whole.len() * share / 20]);
    }
    let mut changed = whole.clone();
    let at = whole
        .windows(6)
        .rposition(|part| part == b"\"note\"")
        .unwrap();
    changed[at + 1] = b'z';
    let error = spoil(&changed);
    assert!(matches!(error, StoreError::Corrupt { .. }), "{error}");
    assert!(matches!(spoil(b"holiday"), StoreError::NotADiary { .. }));
    assert!(matches!(spoil(b""), StoreError::NotADiary { .. }));

    std::fs::write(&copy, &whole).unwrap();
    let raw = Connection::open(&copy).unwrap();
    raw.pragma_update(None, "user_version", 4711).unwrap();
    drop(raw);
    let error = inspect(&copy).unwrap_err();
    assert!(matches!(error, StoreError::NewerVersion { .. }), "{error}");
}

#[test]
fn a_diary_that_is_open_cannot_be_closed_for_all() {
    let place = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(place.path()).unwrap();
    store.append(&[told(1, "here")]).unwrap();
    let error = close_for_all(place.path()).unwrap_err();
    assert!(matches!(error, StoreError::Busy { .. }), "{error}");
    store.append(&[told(2, "and goes on")]).unwrap();
    drop(store);
    close_for_all(place.path()).unwrap();
    assert_eq!(
        inspect(&place.path().join(FILE_NAME))
            .unwrap()
            .entries
            .len(),
        2
    );
}

#[test]
fn a_diary_of_the_first_format_is_brought_to_the_newest() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join(FILE_NAME);
    let old = Connection::open(&file).unwrap();
    old.execute_batch(include_str!("../../migrations/0001_log.sql"))
        .unwrap();
    old.pragma_update(None, "application_id", 0x536f_6c65)
        .unwrap();
    old.pragma_update(None, "user_version", 1).unwrap();
    let line = diary::written::write(&told(1, "from before")).unwrap();
    old.execute(
        "INSERT INTO entry (id, act, written) VALUES (?1, 'tell', ?2)",
        rusqlite::params![told(1, "").id.as_bytes(), line],
    )
    .unwrap();
    drop(old);
    assert_eq!(inspect(&file).unwrap().format, 1, "and may be a backup");
    let store = SqliteStore::open(place.path()).unwrap();
    assert_eq!(store.entries().unwrap(), [told(1, "from before")]);
    assert!(store.accesses().unwrap().is_empty());
}
