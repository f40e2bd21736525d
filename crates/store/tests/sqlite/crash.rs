//! What was acknowledged survives a writer that is killed in the middle of its work.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use diary::{Act, Entry, EntryId, Moment, Zone};
use store::{FILE_NAME, Receipt, SqliteStore, Store};

use crate::story;

/// Names the diary to write to; only the child process has it.
const DIARY: &str = "STORE_CRASH_TEST_DIARY";

const ROUNDS: u64 = 25;

/// How long the writer may go on.
enum Patience {
    /// So long after it was started; it may not have opened the diary yet.
    AfterStart(Duration),
    /// So long after its first acknowledgement.
    AfterFirst(Duration),
}

#[test]
#[ignore = "the writer that the test below starts and kills"]
fn writer() {
    let Some(dir) = std::env::var_os(DIARY).map(PathBuf::from) else {
        return;
    };
    let store = SqliteStore::open(&dir).unwrap();
    let written = u64::try_from(store.entries().unwrap().len()).unwrap();
    let mut out = std::io::stdout();
    for n in written.. {
        let entries: Vec<Entry> = (0..=n % 3).map(|part| numbered(n * 3 + part)).collect();
        let receipts = store.append(&entries).unwrap();
        assert!(
            receipts.iter().all(|receipt| *receipt == Receipt::Stored),
            "{receipts:?}"
        );
        for entry in &entries {
            writeln!(out, "acknowledged {}", entry.id).unwrap();
        }
        out.flush().unwrap();
    }
}

fn numbered(n: u64) -> Entry {
    let at =
        jiff::Timestamp::from_millisecond(1_790_000_000_000 + i64::try_from(n).expect("small"))
            .expect("in range");
    let mut random = [0; 10];
    random[2..].copy_from_slice(&n.to_be_bytes());
    let moment = Moment::new(at, Zone::utc());
    Entry {
        id: EntryId::new(at, random),
        moment,
        act: Act::Tell {
            body: story::cramp("again"),
        },
    }
}

#[test]
fn acknowledged_entries_survive_kill_9() {
    let place = tempfile::tempdir().unwrap();
    let mut acknowledged = BTreeSet::new();
    for round in 0..ROUNDS {
        // From before the first write to well into the work, in no order.
        let pause = Duration::from_millis(round * 37 % 61);
        let patience = if round % 4 == 0 {
            Patience::AfterStart(pause)
        } else {
            Patience::AfterFirst(pause)
        };
        acknowledged.extend(write_until_killed(place.path(), patience));

        let store = SqliteStore::open(place.path()).unwrap();
        let found: Vec<EntryId> = store
            .entries()
            .unwrap()
            .iter()
            .map(|entry| entry.id)
            .collect();
        let distinct: BTreeSet<EntryId> = found.iter().copied().collect();
        assert_eq!(found.len(), distinct.len(), "an entry is there twice");
        let lost: Vec<_> = acknowledged.difference(&distinct).collect();
        assert!(
            lost.is_empty(),
            "round {round}: acknowledged but gone: {lost:?}"
        );
        assert_eq!(store.head().unwrap().0, u64::try_from(found.len()).unwrap());
        drop(store);
        let raw = rusqlite::Connection::open(place.path().join(FILE_NAME)).unwrap();
        let verdict: String = raw
            .query_row("PRAGMA integrity_check", [], |row| row.get(0))
            .unwrap();
        assert_eq!(verdict, "ok", "round {round}");
    }
    assert!(
        acknowledged.len() > 50,
        "only {} entries were acknowledged: nothing was tested",
        acknowledged.len()
    );
}

/// Starts the writer, kills it after `patience`, and returns what it acknowledged.
fn write_until_killed(dir: &Path, patience: Patience) -> Vec<EntryId> {
    let program = std::env::current_exe().expect("this test");
    let mut child = Command::new(program)
        .args([
            "--exact",
            "crash::writer",
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(DIARY, dir)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the writer starts");
    let output = BufReader::new(child.stdout.take().expect("piped"));
    let (heard, hear) = std::sync::mpsc::channel::<EntryId>();
    let reading = std::thread::spawn(move || {
        for line in output.lines().map_while(Result::ok) {
            if let Some(id) = line
                .strip_prefix("acknowledged ")
                .and_then(|id| id.parse().ok())
            {
                heard.send(id).expect("somebody listens");
            }
        }
    });
    let mut acknowledged = Vec::new();
    match patience {
        Patience::AfterStart(pause) => std::thread::sleep(pause),
        Patience::AfterFirst(pause) => {
            acknowledged.push(
                hear.recv_timeout(Duration::from_secs(60))
                    .expect("the writer writes"),
            );
            std::thread::sleep(pause);
        }
    }
    child.kill().expect("still running");
    child.wait().expect("ends");
    reading.join().expect("read");
    acknowledged.extend(hear.try_iter());
    acknowledged
}
