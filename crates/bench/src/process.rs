//! `bench process`: the whole command `analyze` on spreadsheets of several sizes: seconds, its start included, and memory.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use simulate::{Generated, Generator};
use wait4::Wait4;

use crate::metrics::median;

/// What is run.
pub(crate) struct Plan {
    /// The built program.
    pub(crate) program: PathBuf,
    /// Runs of each size; the median is told.
    pub(crate) runs: usize,
}

/// Nights, factors, and what the issue of speed asks for in milliseconds.
const SIZES: [(usize, usize, Option<u32>); 7] = [
    (60, 12, Some(30)),
    (120, 24, Some(100)),
    (365, 40, Some(800)),
    (1_000, 40, None),
    (4_000, 40, None),
    (365, 200, None),
    (4_000, 100, None),
];

/// One line a size, as a Markdown table.
pub(crate) fn table(plan: &Plan) -> Result<String> {
    let folder = tempfile::tempdir()?;
    let mut text = String::from(
        "| nights x factors | whole process | processor | memory at its peak | aim |\n|---|---|---|---|---|\n",
    );
    for (nights, factors, aim) in SIZES {
        let diary = simulate::generate(&Generator::Plain.recipe(nights, factors), 1);
        let path = folder.path().join(format!("{nights}x{factors}.csv"));
        fs::write(&path, csv(&diary))?;
        let runs = (0..plan.runs)
            .map(|_| run(&plan.program, &path))
            .collect::<Result<Vec<Run>>>()?;
        let of = |part: fn(&Run) -> f64| median(runs.iter().map(part)).unwrap_or(f64::NAN);
        let aim = aim.map_or("none".to_owned(), |ms| format!("{ms} ms"));
        let _ = writeln!(
            text,
            "| {nights} x {factors} | {} | {} | {:.0} MB | {aim} |",
            shown(of(|run| run.seconds)),
            shown(of(|run| run.processor)),
            of(|run| run.memory) / 1e6,
        );
    }
    Ok(text)
}

struct Run {
    seconds: f64,
    processor: f64,
    memory: f64,
}

fn run(program: &Path, diary: &Path) -> Result<Run> {
    let started = Instant::now();
    let child = Command::new(program)
        .arg("analyze")
        .arg(diary)
        .args(["--format", "json"])
        .stdout(Stdio::null())
        .spawn()
        .with_context(|| format!("cannot start {}: build it first", program.display()))?;
    let used = child.wait4()?;
    ensure!(used.status.success(), "analyze ended with {}", used.status);
    Ok(Run {
        seconds: started.elapsed().as_secs_f64(),
        processor: (used.rusage.utime + used.rusage.stime).as_secs_f64(),
        memory: used.rusage.maxrss as f64,
    })
}

fn shown(seconds: f64) -> String {
    if seconds < 1.0 {
        format!("{:.0} ms", 1e3 * seconds)
    } else {
        format!("{seconds:.1} s")
    }
}

/// The diary as a spreadsheet: `date`, `cramps`, then the factors; an empty cell is missing.
fn csv(diary: &Generated) -> String {
    let mut text = format!("date,cramps,{}\n", diary.names.join(","));
    for (night, day) in diary.days.iter().enumerate() {
        let _ = write!(text, "{day},");
        if let Some(count) = diary.counts[night] {
            let _ = write!(text, "{count}");
        }
        for values in &diary.values {
            text.push(',');
            if let Some(value) = values[night] {
                let _ = write!(text, "{value}");
            }
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diary_becomes_a_spreadsheet() {
        let diary = simulate::generate(&Generator::Plain.recipe(60, 12), 1);
        let text = csv(&diary);
        assert_eq!(text.lines().count(), 61);
        assert!(text.lines().all(|line| line.matches(',').count() == 13));
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let plan = Plan {
            program: "no-such-program".into(),
            runs: 1,
        };
        let said = format!("{:#}", table(&plan).unwrap_err());
        assert!(said.contains("no-such-program"), "{said}");
    }
}
