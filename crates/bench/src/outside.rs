//! `bench outside`: diaries that were made elsewhere, through the whole command `analyze`.
//!
//! A folder holds spreadsheets as `analyze` reads them, each with its truth beside it under the same name (`.json`);
//! `bench/outside/diaries.py` writes one, and whoever keeps diaries of their own can judge the engine with them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use exchange::{Options, Outcomes, analyze, table};
use infer::{Effort, Kind, Observation};
use serde::Deserialize;

use crate::aims::Group;
use crate::case::{Case, Factor};
use crate::document::Page;
use crate::methods::Verdict;
use crate::run::all_methods;
use crate::table::{Report, tables};
use crate::told::Told;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Where the spreadsheets and their truths are, at any depth.
    folder: PathBuf,
    /// The built program.
    #[arg(long, default_value = "target/release/soleus")]
    program: PathBuf,
    #[command(flatten)]
    page: Page,
}

/// Judges every diary of the folder and shows the tables.
pub(crate) fn run(args: &Args) -> Result<()> {
    let mut spreadsheets = Vec::new();
    find(&args.folder, &mut spreadsheets)?;
    spreadsheets.sort();
    ensure!(
        !spreadsheets.is_empty(),
        "{} holds no spreadsheet (.csv)",
        args.folder.display()
    );
    let mut outcomes = Vec::new();
    for path in &spreadsheets {
        let case = read(path).with_context(|| format!("cannot use {}", path.display()))?;
        outcomes.extend(all_methods(&case, Effort::quick(), || {
            through_the_program(&case, &args.program, path)
        })?);
    }
    let sizes: BTreeSet<(usize, usize)> = outcomes.iter().map(|o| o.size).collect();
    let sizes: Vec<(usize, usize)> = sizes.into_iter().collect();
    let generators: BTreeSet<String> = outcomes.iter().map(|o| o.generator.clone()).collect();
    let generators: Vec<String> = generators.into_iter().collect();
    let mut groups = vec![Group {
        name: "all".to_owned(),
        generators: generators.clone(),
    }];
    groups.extend(generators.iter().map(|generator| Group {
        name: generator.clone(),
        generators: vec![generator.clone()],
    }));
    let tables = tables(&Report {
        about: format!(
            "{} diaries of {} generators; the seconds of Soleus are those of the whole process.",
            spreadsheets.len(),
            generators.len()
        ),
        sizes: &sizes,
        // Each has its line among the groups.
        generators: &[],
        groups: &groups,
        outcomes: &outcomes,
    });
    args.page.show("engine.md", "outside", &tables)
}

fn find(folder: &Path, spreadsheets: &mut Vec<PathBuf>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            find(&path, spreadsheets)?;
        } else if path.extension().is_some_and(|ending| ending == "csv") {
            spreadsheets.push(path);
        }
    }
    Ok(())
}

/// What stands beside a spreadsheet.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Truth {
    generator: String,
    nights: usize,
    factors: usize,
    seed: u64,
    columns: Vec<TrueColumn>,
    told: Told,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TrueColumn {
    name: String,
    /// Whether it changes the rate by more than 10 %: yes against no, or one standard deviation of an amount.
    real: bool,
    /// Per 1 in the column's own unit; `None` where no single number is true.
    log_rate_ratio: Option<f64>,
}

fn read(spreadsheet: &Path) -> Result<Case> {
    let truth: Truth = serde_json::from_slice(
        &fs::read(spreadsheet.with_extension("json")).context("its truth is missing")?,
    )?;
    let options = Options {
        outcome: "cramps".to_owned(),
        date: "date".to_owned(),
        person: None,
        outcomes: Outcomes::Counts,
        ignore: Vec::new(),
    };
    let design = analyze::prepare(&table::read(fs::File::open(spreadsheet)?)?, &options)?.design;
    let told: Vec<String> = truth.columns.iter().map(|c| c.name.clone()).collect();
    ensure!(
        told.iter().eq(design.columns.iter().map(|c| &c.name)),
        "its columns and those of its truth differ"
    );
    ensure!(
        (truth.nights, truth.factors) == (design.days.len(), told.len()),
        "its size and that of its truth differ"
    );
    let factors: Vec<Factor> = (design.columns.iter().zip(&truth.columns))
        .map(|(column, told)| {
            let factor = Factor::of(&column.values, 0.0);
            Factor {
                real: told.real,
                effect: told.log_rate_ratio.map(|effect| effect * factor.unit),
                ..factor
            }
        })
        .collect();
    let count = |observed: &Observation| match observed {
        Observation::Exactly(count) => Some(*count),
        Observation::AtLeast(_) | Observation::Missing => None,
    };
    Ok(Case {
        generator: truth.generator,
        size: (truth.nights, truth.factors),
        seed: truth.seed,
        counts: design.outcome.iter().map(count).collect(),
        days: design.days,
        names: told,
        values: (design.columns.into_iter().map(|c| c.values)).collect(),
        factors,
        told: truth.told,
    })
}

/// What `analyze` says, as JSON.
#[derive(Deserialize)]
struct Analysis {
    factors: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    probability: f64,
    rate_ratio_low: f64,
    rate_ratio_high: f64,
    per_amount: f64,
}

fn through_the_program(case: &Case, program: &Path, spreadsheet: &Path) -> Result<Vec<Verdict>> {
    let output = Command::new(program)
        .arg("analyze")
        .arg(spreadsheet)
        .args(["--format", "json"])
        .output()
        .with_context(|| format!("cannot start {}: build it first", program.display()))?;
    ensure!(
        output.status.success(),
        "analyze {} ended with {}: {}",
        spreadsheet.display(),
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    let analysis: Analysis = serde_json::from_slice(&output.stdout)?;
    ensure!(
        analysis.factors.len() == case.factors.len(),
        "analyze answered {} of {} factors",
        analysis.factors.len(),
        case.factors.len()
    );
    let rows = analysis.factors.iter().zip(&case.factors);
    Ok(rows.map(|(row, factor)| verdict(row, factor)).collect())
}

fn verdict(row: &Row, factor: &Factor) -> Verdict {
    // From what the program's ratios are for to what the truth is for.
    let per_unit = match factor.kind {
        Kind::YesNo => 1.0,
        Kind::Amount => factor.unit / row.per_amount,
    };
    Verdict {
        score: row.probability,
        probability: Some(row.probability),
        interval: Some((
            per_unit * libm::log(row.rate_ratio_low),
            per_unit * libm::log(row.rate_ratio_high),
        )),
        alarm: row.rate_ratio_low > 1.0 || row.rate_ratio_high < 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPREADSHEET: &str =
        "date,cramps,f01,f02\n2025-01-01,1,1,2\n2025-01-02,,0,4\n2025-01-03,0,,6\n";
    const TRUTH: &str = r#"{"generator":"main","nights":3,"factors":2,"seed":7,
        "columns":[{"name":"f01","real":true,"log_rate_ratio":null},{"name":"f02","real":true,"log_rate_ratio":0.3}],
        "told":{"weight":1.0,"effect_mean":0.3,"effect_sd":0.5,"drift_sd":0.4,"drift_nights":20,"shape":3.0}}"#;

    fn read_pair(truth: &str) -> Result<Case> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("1.csv");
        fs::write(&path, SPREADSHEET)?;
        fs::write(folder.path().join("1.json"), truth)?;
        read(&path)
    }

    #[test]
    fn a_diary_and_its_truth_become_a_case() {
        let case = read_pair(TRUTH).unwrap();
        assert_eq!((case.generator.as_str(), case.size), ("main", (3, 2)));
        assert_eq!(case.counts, [Some(1), None, Some(0)]);
        assert_eq!(case.values[0], [Some(1.0), Some(0.0), None]);
        assert_eq!(case.factors[0].effect, None);
        // 2, 4 and 6 have a standard deviation of 2.
        assert!((case.factors[1].effect.unwrap() - 0.6).abs() < 1e-12);
    }

    #[test]
    fn a_truth_of_another_diary_is_refused() {
        let said = |truth: &str| format!("{:#}", read_pair(truth).err().unwrap());
        assert!(said(&TRUTH.replace("f02", "f03")).contains("columns"));
        assert!(said(&TRUTH.replace("\"nights\":3", "\"nights\":4")).contains("size"));
        assert!(said(&TRUTH.replace("shape", "form")).contains("form"));
    }

    #[test]
    fn ratios_are_told_for_the_unit_of_the_truth() {
        let row = Row {
            probability: 0.5,
            rate_ratio_low: 1.0,
            rate_ratio_high: std::f64::consts::E,
            per_amount: 4.0,
        };
        let amount = Factor::of(&[Some(2.0), Some(4.0), Some(6.0)], 0.0);
        assert_eq!(verdict(&row, &amount).interval, Some((0.0, 0.5)));
    }
}
