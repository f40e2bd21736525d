//! What a person waits for around a trial, start of the program included: its plan, and the analysis of a table.

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};

use criterion::{Criterion, criterion_group, criterion_main};
use tempfile::TempDir;

const NOW: &str = "2026-05-01T18:00:00+02:00";

fn run(folder: &Path, args: &[&str]) {
    let status = Command::new(env!("CARGO_BIN_EXE_soleus"))
        .args(args)
        .env("SOLEUS_DATA", folder.join("diary"))
        .env("SOLEUS_NOW", NOW)
        .env("TZ", "Europe/Berlin")
        .stdout(Stdio::null())
        .status()
        .expect("the program starts");
    assert!(black_box(status).success());
}

/// Pairs of periods of three nights, numbered, with a cramp more in half of the nights without.
fn table(nights: usize) -> String {
    let mut text = "date,outcome,treatment,adherence\n".to_owned();
    for night in 0..nights {
        let (pair, second) = (night / 6, night % 6 >= 3);
        let on = ((pair * pair + pair / 3) % 2 == 0) != second;
        let cramps = usize::from(night % 3 == 0) + usize::from(!on && night % 2 == 0);
        let arm = if on { "on" } else { "off" };
        let followed = if night % 5 == 4 { "no" } else { "yes" };
        let _ = writeln!(text, "{night},{cramps},{arm},{followed}");
    }
    text
}

/// Four weeks with about a cramp a night, up to the day before.
fn diary() -> String {
    let last: jiff::civil::Date = "2026-05-01".parse().expect("a date");
    let mut text = "date,cramps\n".to_owned();
    for (night, back) in (1..=28).rev().enumerate() {
        let day = last.saturating_sub(jiff::Span::new().days(back));
        let _ = writeln!(text, "{day},{}", [2, 0, 1, 3, 1, 0, 2][night % 7]);
    }
    text
}

fn trials(criterion: &mut Criterion) {
    let folder = TempDir::new().expect("a folder");
    let file = |name: &str, text: String| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path.to_string_lossy().into_owned()
    };
    let (short, year) = (file("short.csv", table(84)), file("year.csv", table(360)));
    run(folder.path(), &["import", &file("diary.csv", diary())]);
    let mut group = criterion.benchmark_group("trials");
    group.sample_size(10);
    let none = ["--adherence", "nothing"];
    for (name, file, more) in [
        ("analyze, 84 nights of counts", &short, &none[..]),
        ("analyze, and by what was done", &short, &[]),
        (
            "analyze, 84 nights measured",
            &short,
            &["--family", "continuous", "--adherence", "nothing"],
        ),
        ("analyze, 360 nights of counts", &year, &none),
    ] {
        let args = [&["trial", "analyze", file, "--design", "pairs"], more].concat();
        group.bench_function(name, |b| b.iter(|| run(folder.path(), &args)));
    }
    group.bench_function("propose, twelve weeks", |b| {
        b.iter(|| run(folder.path(), &["trial", "propose", "loose-bedding"]))
    });
    group.finish();
}

criterion_group!(benches, trials);
criterion_main!(benches);
