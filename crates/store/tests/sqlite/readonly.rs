//! A diary that may be read but not written is refused with a sentence, and stays as it is.
//!
//! The superuser may write everywhere: running as root, the test goes on as somebody else, in a process of its own.
//!
//! Seen to fail: without `is_readonly` in `open`.

use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use store::{FILE_NAME, SqliteStore, Store, StoreError};

use crate::story;

/// Names the folder to work in; only the child process has it.
const PLACE: &str = "STORE_READONLY_TEST_PLACE";

/// A user without rights, by convention.
const NOBODY: u32 = 65534;

#[test]
#[ignore = "the part that the test below runs as somebody else"]
fn as_somebody_else() {
    if let Some(place) = std::env::var_os(PLACE).map(PathBuf::from) {
        check(&place);
    }
}

#[test]
fn a_read_only_diary_is_refused() {
    let place = tempfile::tempdir().unwrap();
    if std::fs::metadata(place.path()).unwrap().uid() != 0 {
        check(place.path());
        return;
    }
    chown(place.path(), Some(NOBODY), Some(NOBODY)).unwrap();
    // A copy where nobody can reach it: the build folder may be closed to them.
    let program = place.path().join("test");
    std::fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let inside = place.path().join("inside");
    std::fs::create_dir(&inside).unwrap();
    chown(&inside, Some(NOBODY), Some(NOBODY)).unwrap();
    let output = Command::new(&program)
        .args([
            "--exact",
            "readonly::as_somebody_else",
            "--ignored",
            "--nocapture",
        ])
        .env(PLACE, &inside)
        .current_dir("/")
        .uid(NOBODY)
        .gid(NOBODY)
        .output();
    match output {
        Ok(done) => {
            let said = String::from_utf8_lossy(&done.stdout).into_owned()
                + &String::from_utf8_lossy(&done.stderr);
            assert!(done.status.success() && said.contains("1 passed"), "{said}");
        }
        Err(error) => {
            println!("skipped: root, and cannot start a process as user {NOBODY}: {error}")
        }
    }
}

fn check(place: &Path) {
    let dir = place.join("diary");
    let file = dir.join(FILE_NAME);
    let store = SqliteStore::open(&dir).expect("opens");
    store.append(&[story::told(1, "before")]).expect("appended");
    drop(store);
    let before = std::fs::read(&file).expect("readable");
    for (file_mode, dir_mode) in [(0o400, 0o500), (0o400, 0o700), (0o600, 0o500)] {
        set_mode(&file, file_mode);
        set_mode(&dir, dir_mode);
        let refusal = SqliteStore::open(&dir).map(drop);
        set_mode(&dir, 0o700);
        match refusal {
            Err(StoreError::ReadOnly { .. }) => {}
            other => panic!("file {file_mode:o}, folder {dir_mode:o}: {other:?}"),
        }
        assert_eq!(std::fs::read(&file).expect("readable"), before);
    }
    // A folder in which nothing can be made.
    let closed = place.join("closed");
    std::fs::create_dir(&closed).expect("made");
    set_mode(&closed, 0o500);
    for dir in [closed.clone(), closed.join("deeper")] {
        let refusal = SqliteStore::open(&dir).map(drop);
        assert!(
            matches!(refusal, Err(StoreError::ReadOnly { .. })),
            "{refusal:?}"
        );
    }
    set_mode(&closed, 0o700);
}

fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("ours");
}
