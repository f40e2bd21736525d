//! A disk that is truly full: a tiny one is made where the system lets us, else the test says that it is skipped.
//!
//! Seen to fail: with the outcome of `change.commit()` in `SqliteStore` not asked for (all 250 entries “fit”).

use std::path::{Path, PathBuf};
use std::process::Command;

use store::{Receipt, SqliteStore, Store, StoreError};

use crate::story;

/// Names the tiny disk; only the child process has it.
const DISK: &str = "STORE_FULL_TEST_DISK";

/// Makes a disk of 500 KiB that only this process and its children see, and goes on as the command given to it.
const MOUNT: &str = r#"mount -t tmpfs -o size=500k tmpfs "$0" || exit 77; exec "$@""#;

#[test]
#[ignore = "the part that the test below runs with a tiny disk"]
fn on_a_tiny_disk() {
    if let Some(disk) = std::env::var_os(DISK).map(PathBuf::from) {
        check(&disk);
    }
}

#[test]
fn a_full_disk_is_named_and_nothing_acknowledged_is_lost() {
    let place = tempfile::tempdir().unwrap();
    let output = Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c", MOUNT])
        .arg(place.path())
        .arg(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "full::on_a_tiny_disk",
            "--ignored",
            "--nocapture",
        ])
        .env(DISK, place.path())
        .output();
    match output {
        Ok(done) => {
            let said =
                String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
            if said.contains("running 1 test") {
                assert!(done.status.success() && said.contains("1 passed"), "{said}");
            } else {
                println!("skipped: this system does not let us make a tiny disk: {said}");
            }
        }
        Err(error) => println!("skipped: there is no `unshare` here: {error}"),
    }
}

fn check(disk: &Path) {
    let dir = disk.join("diary");
    let others = disk.join("others");
    std::fs::write(&others, vec![0; 200 * 1024]).expect("fits");
    let long = "words ".repeat(500);
    let store = SqliteStore::open(&dir).expect("opens");
    let mut acknowledged = Vec::new();
    for n in 1..=250 {
        let entry = story::told(n, &long);
        match store.append(std::slice::from_ref(&entry)) {
            Ok(receipts) => {
                assert_eq!(receipts, [Receipt::Stored]);
                acknowledged.push(entry);
            }
            Err(StoreError::Full { .. }) => break,
            Err(other) => panic!("{other}"),
        }
    }
    assert!(
        (1..250).contains(&acknowledged.len()),
        "{} entries fitted",
        acknowledged.len()
    );
    assert_eq!(store.entries().expect("readable"), acknowledged);
    drop(store);

    let filling = disk.join("filling");
    let _ = std::fs::write(&filling, vec![0; 500 * 1024]);
    for dir in [&dir, &disk.join("another")] {
        let refusal =
            SqliteStore::open(dir).and_then(|store| store.append(&[story::told(251, &long)]));
        assert!(
            matches!(refusal, Err(StoreError::Full { .. })),
            "{refusal:?}"
        );
    }
    for file in [filling, others] {
        std::fs::remove_file(&file).expect("removed");
    }
    assert_eq!(
        SqliteStore::open(&dir)
            .expect("opens")
            .entries()
            .expect("readable"),
        acknowledged
    );
    assert!(
        SqliteStore::open(&disk.join("another"))
            .expect("opens")
            .entries()
            .expect("readable")
            .is_empty()
    );
}
