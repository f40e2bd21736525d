//! The best general-purpose tool on the same diaries: `bench/peers/horseshoe.py`, if its Python is there.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use infer::Kind;
use serde::Deserialize;

use crate::case::Case;
use crate::methods::Verdict;

/// A Python that can run it.
pub(crate) struct Horseshoe {
    python: PathBuf,
    script: PathBuf,
}

/// Looks whether this Python has what the script needs.
pub(crate) fn find(python: &Path) -> Option<Horseshoe> {
    let status = Command::new(python)
        .args(["-c", "import pymc, nutpie"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../bench/peers/horseshoe.py");
    status
        .is_ok_and(|status| status.success())
        .then(|| Horseshoe {
            python: python.into(),
            script,
        })
}

/// One line of the script's answer: one diary.
#[derive(Deserialize)]
struct Line {
    seconds: f64,
    compile_seconds: f64,
    probability: Vec<f64>,
    low: Vec<f64>,
    high: Vec<f64>,
}

/// What it says of some diaries of one size, each with its seconds of sampling; compiling is told on standard error.
pub(crate) fn judge(horseshoe: &Horseshoe, cases: &[Case]) -> Result<Vec<(f64, Vec<Verdict>)>> {
    let folder = tempfile::tempdir()?;
    let mut command = Command::new(&horseshoe.python);
    command.arg(&horseshoe.script);
    for (place, case) in cases.iter().enumerate() {
        let path = folder.path().join(format!("{place}.csv"));
        fs::write(&path, csv(case))?;
        command.arg(path);
    }
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .context("the horseshoe did not start")?;
    ensure!(
        output.status.success(),
        "the horseshoe ended with {}",
        output.status
    );
    let mut all = Vec::new();
    for line in String::from_utf8(output.stdout)?.lines() {
        let line: Line =
            serde_json::from_str(line).with_context(|| format!("the horseshoe said {line}"))?;
        if line.compile_seconds > 0.0 {
            eprintln!("horseshoe: compiled in {:.1} s", line.compile_seconds);
        }
        let factors = line.probability.iter().zip(line.low.iter().zip(&line.high));
        let verdicts = factors.map(|(&probability, (&low, &high))| Verdict {
            score: probability,
            probability: Some(probability),
            interval: Some((low, high)),
            alarm: low > 0.0 || high < 0.0,
        });
        all.push((line.seconds, verdicts.collect()));
    }
    ensure!(
        all.len() == cases.len(),
        "the horseshoe answered {} of {} diaries",
        all.len(),
        cases.len()
    );
    Ok(all)
}

/// Columns `cramps`, then the factors, amounts in their standard deviations; an empty cell is missing.
fn csv(case: &Case) -> String {
    let mut text = format!("cramps,{}\n", case.names.join(","));
    for (night, count) in case.counts.iter().enumerate() {
        if let Some(count) = count {
            let _ = write!(text, "{count}");
        }
        for (factor, values) in case.factors.iter().zip(&case.values) {
            text.push(',');
            if let Some(value) = values[night] {
                let value = if factor.kind == Kind::YesNo {
                    value
                } else {
                    (value - factor.mean) / factor.unit
                };
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
    use simulate::Generator;

    #[test]
    fn a_diary_becomes_a_table() {
        let case = Case::generate(Generator::Plain, (60, 12), 1);
        let text = csv(&case);
        assert_eq!(text.lines().count(), 61);
        assert!(text.lines().all(|line| line.matches(',').count() == 12));
        assert!(
            text.contains(",,") || text.contains(",\n"),
            "some cells are missing"
        );
    }

    #[test]
    fn no_python_is_no_horseshoe() {
        assert!(find(Path::new("no-such-python")).is_none());
    }
}
