//! What a person waits for, start of the program included: `--version`, a cramp, suspects of a year; and how long an
//! entry takes to be durable.

use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use desk::Desk;
use diary::{Body, Cramp, Moment, Zone};
use jiff::Timestamp;
use store::SqliteStore;
use tempfile::TempDir;

const NOW: &str = "2026-05-03T08:00:00Z";

fn run(folder: &Path, args: &[&str]) {
    let status = Command::new(env!("CARGO_BIN_EXE_soleus"))
        .args(args)
        .env("SOLEUS_DATA", folder)
        .env("SOLEUS_NOW", NOW)
        .env("TZ", "Europe/Berlin")
        .stdout(Stdio::null())
        .status()
        .expect("the program starts");
    assert!(black_box(status).success());
}

/// A diary of 365 nights of a made-up person.
fn year() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let zone = Zone::named("Europe/Berlin").expect("a zone");
    let person = simulate::demo_person(1, "2026-05-01".parse().expect("a night"), &zone, 365);
    let desk = Desk::new(Arc::new(SqliteStore::open(folder.path()).expect("a diary")));
    desk.tell_all(&person.entries, NOW.parse().expect("an instant"))
        .expect("told");
    folder
}

/// Ten bytes that were not used before.
fn next(mut bytes: [u8; 10]) -> [u8; 10] {
    for byte in bytes.iter_mut().rev() {
        *byte = byte.wrapping_add(1);
        if *byte != 0 {
            break;
        }
    }
    bytes
}

fn whole_process(criterion: &mut Criterion) {
    let folder = year();
    let mut group = criterion.benchmark_group("whole process");
    group.sample_size(20);
    group.bench_function("--version", |b| {
        b.iter(|| run(folder.path(), &["--version"]))
    });
    let cramped = year();
    group.bench_function("cramp, warning signs included", |b| {
        b.iter(|| run(cramped.path(), &["cramp"]))
    });
    // A diary of its own: its many cramps of one night are no year's diary any more.
    let crowded = year();
    let desk = Desk::new(Arc::new(
        SqliteStore::open(crowded.path()).expect("a diary"),
    ));
    let now: Timestamp = NOW.parse().expect("an instant");
    let mut random = [0; 10];
    group.bench_function("an entry durable on disk", |b| {
        b.iter(|| {
            random = next(random);
            let moment = Moment::new(now, Zone::utc());
            black_box(
                desk.tell(moment, Body::Cramp(Cramp::default()), now, random)
                    .expect("told"),
            )
        });
    });
    let kept = year();
    group.bench_function("suspects of a year, computed", |b| {
        // Every new entry makes the kept answer too old.
        b.iter_batched(
            || run(kept.path(), &["cramp"]),
            |()| run(kept.path(), &["suspects"]),
            BatchSize::PerIteration,
        );
    });
    group.bench_function("suspects of a year, kept", |b| {
        b.iter(|| run(kept.path(), &["suspects"]))
    });
    group.finish();
}

criterion_group!(benches, whole_process);
criterion_main!(benches);
