//! The default backend: the common story, and what only a file can get wrong.
//!
//! Seen to fail: without `check_pages` in `open` (a damaged file is opened), without the look at `KNOWN` (a newer one is).

#[path = "../story/mod.rs"]
mod story;

mod converge;
mod copy;
mod crash;
mod full;
mod migrate;
mod readonly;

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use rusqlite::Connection;
use store::{FILE_NAME, News, Receipt, SqliteStore, Store, StoreError};
use story::{erased, told};

struct Folder(tempfile::TempDir);

impl story::Shelf for Folder {
    type Store = SqliteStore;
    fn open(&self, name: &str) -> SqliteStore {
        SqliteStore::open(&self.0.path().join(name)).expect("opens")
    }
}

#[test]
fn tells_the_story() {
    story::tell(&Folder(tempfile::tempdir().unwrap()));
}

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path)
        .expect("exists")
        .permissions()
        .mode()
        & 0o777
}

fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("ours");
}

fn refusal(dir: &Path) -> String {
    match SqliteStore::open(dir) {
        Ok(_) => panic!("{} was opened", dir.display()),
        Err(error) => error.to_string(),
    }
}

#[test]
fn folder_and_files_belong_to_their_owner_alone() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path().join("deep/er");
    let store = SqliteStore::open(&dir).unwrap();
    store.append(&[told(1, "a")]).unwrap();
    assert_eq!(
        (mode(&dir), mode(&place.path().join("deep"))),
        (0o700, 0o700)
    );
    for name in ["", "-wal", "-shm"] {
        assert_eq!(
            mode(&dir.join(format!("{FILE_NAME}{name}"))),
            0o600,
            "{name}"
        );
    }
}

#[test]
fn an_opened_diary_is_closed_to_others_and_a_shared_folder_left_alone() {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path().join("mine");
    drop(SqliteStore::open(&dir).unwrap());
    set_mode(&dir, 0o755);
    set_mode(&dir.join(FILE_NAME), 0o644);
    drop(SqliteStore::open(&dir).unwrap());
    assert_eq!((mode(&dir), mode(&dir.join(FILE_NAME))), (0o700, 0o600));

    let shared = place.path().join("shared");
    std::fs::create_dir(&shared).unwrap();
    std::fs::write(shared.join("holiday.jpg"), b"somebody else's").unwrap();
    set_mode(&shared, 0o755);
    drop(SqliteStore::open(&shared).unwrap());
    assert_eq!(
        (mode(&shared), mode(&shared.join(FILE_NAME))),
        (0o755, 0o600)
    );
}

#[test]
fn a_closed_diary_is_one_file() {
    let place = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(place.path()).unwrap();
    store.append(&[told(1, "a")]).unwrap();
    drop(store);
    let names: Vec<_> = std::fs::read_dir(place.path())
        .unwrap()
        .map(|file| file.unwrap().file_name())
        .collect();
    assert_eq!(names, [FILE_NAME]);
}

#[test]
fn a_newer_format_is_refused_and_left_alone() {
    let place = tempfile::tempdir().unwrap();
    drop(SqliteStore::open(place.path()).unwrap());
    let file = place.path().join(FILE_NAME);
    let raw = Connection::open(&file).unwrap();
    raw.pragma_update(None, "user_version", 4711).unwrap();
    raw.close().unwrap();
    let before = std::fs::read(&file).unwrap();
    let message = refusal(place.path());
    assert!(
        message.contains("newer version") && message.contains("4711"),
        "{message}"
    );
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

/// Opens a fresh diary, spoils it with SQL, and gives what opening or reading it then says.
fn spoilt(sql: &str) -> String {
    let place = tempfile::tempdir().expect("it works so far");
    let store = SqliteStore::open(place.path()).expect("it works so far");
    store
        .append(&[told(1, "my secret note")])
        .expect("it works so far");
    drop(store);
    let raw = Connection::open(place.path().join(FILE_NAME)).expect("it works so far");
    raw.execute_batch(sql).expect("it works so far");
    raw.close().expect("it works so far");
    match SqliteStore::open(place.path()) {
        Err(error) => error.to_string(),
        Ok(store) => store
            .entries()
            .and_then(|_| store.head())
            .expect_err("spoilt")
            .to_string(),
    }
}

#[test]
fn a_spoilt_diary_is_called_damaged_without_its_words() {
    for sql in [
        "PRAGMA user_version = -5",
        "DELETE FROM head",
        "UPDATE entry SET id = x'00112233445566778899aabbccddeeff'",
        "UPDATE entry SET written = replace(written, '\"body\"', '\"corpse\"')",
    ] {
        let message = spoilt(sql);
        assert!(message.contains("damaged"), "{sql}: {message}");
        for leak in ["secret", "CREATE", "SELECT"] {
            assert!(!message.contains(leak), "{sql}: {message}");
        }
    }
}

#[test]
fn what_is_not_a_diary_is_refused_and_left_alone() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join(FILE_NAME);
    std::fs::write(
        &file,
        b"Dear diary, tonight it was the left calf again. ".repeat(300),
    )
    .unwrap();
    let before = std::fs::read(&file).unwrap();
    let message = refusal(place.path());
    assert!(message.contains("not a diary"), "{message}");
    assert_eq!(std::fs::read(&file).unwrap(), before);

    std::fs::remove_file(&file).unwrap();
    let raw = Connection::open(&file).unwrap();
    raw.execute_batch("CREATE TABLE bookmarks (address TEXT)")
        .unwrap();
    raw.close().unwrap();
    let before = std::fs::read(&file).unwrap();
    assert!(matches!(
        SqliteStore::open(place.path()),
        Err(StoreError::NotADiary { .. })
    ));
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn a_truncated_or_overwritten_diary_is_refused_and_left_alone() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join(FILE_NAME);
    let store = SqliteStore::open(place.path()).unwrap();
    let many: Vec<_> = (1..=250).map(|n| told(n, &"words ".repeat(60))).collect();
    store.append(&many).unwrap();
    drop(store);
    let whole = std::fs::read(&file).unwrap();
    let mut overwritten = whole.clone();
    let middle = overwritten.len() / 2;
    overwritten[middle..middle + 8192].fill(0x5a);
    for damaged in [
        &whole[..whole.len() / 2],
        &whole[..4096],
        &whole[..5000],
        &whole[..50],
        &overwritten[..],
    ] {
        std::fs::write(&file, damaged).unwrap();
        let message = refusal(place.path());
        assert!(
            message.contains("damaged"),
            "{} of {} bytes: {message}",
            damaged.len(),
            whole.len()
        );
        assert_eq!(
            std::fs::read(&file).unwrap(),
            damaged,
            "the damaged file was changed"
        );
    }
}

#[test]
fn a_folder_that_is_a_file_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("not a folder");
    std::fs::write(&file, b"").unwrap();
    let message = refusal(&file);
    assert!(message.contains("not a folder"), "{message}");
}

#[test]
fn a_process_that_does_not_let_go_is_named_after_five_seconds() {
    let place = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(place.path()).unwrap();
    let other = Connection::open(place.path().join(FILE_NAME)).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let error = store.append(&[told(1, "waiting")]).unwrap_err();
    assert!(matches!(error, StoreError::Busy { .. }), "{error}");
    assert!(store.entries().unwrap().is_empty(), "readers do not wait");
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(
        store.append(&[told(1, "waiting")]).unwrap(),
        [Receipt::Stored]
    );
}

#[test]
fn many_can_make_the_same_diary_at_once() {
    for _ in 0..10 {
        let place = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for n in 1..=6 {
                let dir = place.path();
                scope.spawn(move || {
                    let store = SqliteStore::open(dir).unwrap();
                    assert_eq!(store.append(&[told(n, "a")]).unwrap(), [Receipt::Stored]);
                });
            }
        });
        assert_eq!(
            SqliteStore::open(place.path())
                .unwrap()
                .entries()
                .unwrap()
                .len(),
            6
        );
    }
}

#[test]
fn erased_words_are_nowhere_in_the_files() {
    let place = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(place.path()).unwrap();
    for n in (1..=200).step_by(2) {
        // From a few bytes in a shared page to several overflow pages.
        let secret = "xyzzy plugh ".repeat(usize::from(n) * 3 / 2);
        store
            .append(&[told(n, &secret), told(n + 1, "harmless")])
            .unwrap();
    }
    let found = || {
        let files = std::fs::read_dir(place.path()).unwrap();
        let bytes = files.map(|file| std::fs::read(file.unwrap().path()).unwrap());
        bytes
            .map(|all| all.windows(5).filter(|part| part == b"xyzzy").count())
            .sum::<usize>()
    };
    assert!(found() > 1000);
    for n in (1..=200).step_by(2) {
        let erasure = diary::Entry {
            id: late_id(n),
            ..erased(0, n)
        };
        assert_eq!(store.append(&[erasure]).unwrap(), [Receipt::Stored]);
    }
    assert_eq!(found(), 0);
    assert_eq!(store.entries().unwrap().len(), 300);
}

fn late_id(n: u8) -> diary::EntryId {
    let at = jiff::Timestamp::from_millisecond(1_800_000_000_000 + i64::from(n)).expect("in range");
    diary::EntryId::new(at, [n; 10])
}

#[test]
fn who_knew_the_diary_before_everything_was_erased_is_told_all_anew() {
    let place = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(place.path()).unwrap();
    let entry = told(1, "gone");
    store.append(std::slice::from_ref(&entry)).unwrap();
    let (known, _) = store.news(None).unwrap();
    store.erase_everything().unwrap();
    let (emptied, news) = store.news(Some(known)).unwrap();
    assert_eq!(news, News::All(Vec::new()));
    assert_eq!(
        store.news(Some(emptied)).unwrap(),
        (emptied, News::More(Vec::new()))
    );
}
