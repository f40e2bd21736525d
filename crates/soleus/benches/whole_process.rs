//! What a person waits for, start of the program included: `--version`, an entry durable on disk, suspects of a year.

use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use desk::Desk;
use diary::Zone;
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

fn whole_process(criterion: &mut Criterion) {
    let folder = year();
    let mut group = criterion.benchmark_group("whole process");
    group.sample_size(20);
    group.bench_function("--version", |b| {
        b.iter(|| run(folder.path(), &["--version"]))
    });
    group.bench_function("an entry durable on disk", |b| {
        b.iter(|| run(folder.path(), &["cramp"]))
    });
    group.bench_function("suspects of a year, computed", |b| {
        // Every new entry makes the kept answer too old.
        b.iter_batched(
            || run(folder.path(), &["cramp"]),
            |()| run(folder.path(), &["suspects"]),
            BatchSize::PerIteration,
        );
    });
    group.bench_function("suspects of a year, kept", |b| {
        b.iter(|| run(folder.path(), &["suspects"]))
    });
    group.finish();
}

criterion_group!(benches, whole_process);
criterion_main!(benches);
