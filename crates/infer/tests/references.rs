//! Posteriors of real data against long reference runs made with another sampler and published here by nobody of us.
//!
//! The data stay in the shared folder (`../shared` beside the repository, or `SOLEUS_SHARED`); without it: skipped.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use std::path::PathBuf;

use infer::{
    Column, Design, Effort, Family, Kind, Likeness, Measurements, Model, Observation, Posterior,
    Regressor, Seed, Slab, Weight, differences, sample,
};

/// A table of numbers by column name; text cells are NaN.
struct Table {
    names: Vec<String>,
    rows: Vec<Vec<f64>>,
}

fn shared(path: &str) -> PathBuf {
    let root = std::env::var("SOLEUS_SHARED").map_or_else(
        |_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    root.join("data/validation").join(path)
}

fn read(path: &str) -> Option<Table> {
    let Ok(text) = std::fs::read_to_string(shared(path)) else {
        println!("skipped: {path} is not here");
        return None;
    };
    let mut lines = text.lines();
    let names = lines.next()?.split(',').map(str::to_owned).collect();
    let rows = lines
        .map(|l| {
            l.split(',')
                .map(|c| c.parse().unwrap_or(f64::NAN))
                .collect()
        })
        .collect();
    Some(Table { names, rows })
}

impl Table {
    fn column(&self, name: &str) -> Vec<f64> {
        let at = self
            .names
            .iter()
            .position(|n| n == name)
            .unwrap_or_else(|| panic!("no column {name}"));
        self.rows.iter().map(|r| r[at]).collect()
    }
}

/// The numbers that follow these first cells in a shared table; panics when no row begins so.
fn numbers(path: &str, first: &str) -> Vec<f64> {
    let text = std::fs::read_to_string(shared(path)).unwrap();
    let rest = text
        .lines()
        .find_map(|line| line.strip_prefix(first)?.strip_prefix(','))
        .unwrap();
    rest.split(',')
        .map_while(|cell| cell.parse().ok())
        .collect()
}

/// Reference mean and sd of a parameter.
fn reference(path: &str, model: &str, parameter: &str) -> (f64, f64) {
    let numbers = numbers(path, &format!("{model},{parameter}"));
    (numbers[0], numbers[1])
}

/// Mean and sd of a parameter in a table whose first three columns are name, mean and sd.
fn published(path: &str, parameter: &str) -> (f64, f64) {
    let numbers = numbers(path, parameter);
    (numbers[0], numbers[1])
}

/// A column that is always in, with a normal prior of the given sd per `per` units.
fn slope(name: &str, values: &[f64], sd: f64, per: f64) -> Column {
    let binary = values.iter().all(|&v| v == 0.0 || v == 1.0);
    Column {
        name: name.to_owned(),
        values: values.iter().map(|v| Some(*v)).collect(),
        kind: if binary { Kind::YesNo } else { Kind::Amount },
        reference: 0.0,
        half_life: 0.0,
        weight: Weight::Fixed(1.0),
        slab: Slab::Given { mean: 0.0, sd, per },
    }
}

fn design(family: Family, counts: &[f64], columns: Vec<Column>) -> Design {
    Design {
        family,
        days: (0..i32::try_from(counts.len()).unwrap()).collect(),
        outcome: counts
            .iter()
            .map(|y| Observation::Exactly(*y as u32))
            .collect(),
        offset: vec![],
        columns,
        season: None,
        first_drift: 0.0,
    }
}

/// Independent rows: no drift.
fn plain() -> Model {
    Model {
        drift: None,
        ..Model::nightly()
    }
}

/// Independent rows of a measured outcome, with a normal prior of each column's coefficient.
fn regression(outcome: Vec<f64>, columns: &[(&str, &[f64], f64)]) -> Measurements {
    let (centre, spread) = mean_sd(&outcome);
    Measurements {
        days: (0..i32::try_from(outcome.len()).unwrap()).collect(),
        outcome: outcome.into_iter().map(Some).collect(),
        columns: (columns.iter())
            .map(|(name, values, prior_sd)| Regressor {
                name: (*name).to_owned(),
                values: values.iter().map(|x| Some(*x)).collect(),
                prior_sd: *prior_sd,
            })
            .collect(),
        likeness: Likeness::Independent,
        centre,
        spread,
    }
}

fn mean_sd(draws: &[f64]) -> (f64, f64) {
    let n = draws.len() as f64;
    let mean = draws.iter().sum::<f64>() / n;
    (
        mean,
        (draws.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0)).sqrt(),
    )
}

/// The posterior mean lies within 0.1 sd of the reference's, the sd within 5 %.
fn check(what: &str, draws: &[f64], reference: (f64, f64)) {
    check_numbers(what, mean_sd(draws), reference);
}

/// As [`check`], of a posterior that is known without draws.
fn check_numbers(what: &str, (m, s): (f64, f64), (mean, sd): (f64, f64)) {
    println!("{what}: {m:.4} ({s:.4}), reference {mean:.4} ({sd:.4})");
    assert!(
        (m - mean).abs() < 0.1 * sd,
        "{what}: mean {m} instead of {mean} (sd {sd})"
    );
    assert!(
        (s / sd - 1.0).abs() < 0.05,
        "{what}: sd {s} instead of {sd}"
    );
}

/// The effect of column `j` per unit of the column.
fn per_unit(posterior: &Posterior, j: usize) -> Vec<f64> {
    let unit = posterior.answer.columns[j].per_amount;
    posterior.effects[j].iter().map(|b| b / unit).collect()
}

#[test]
fn roaches() {
    let Some(data) = read("roaches/data.csv") else {
        return;
    };
    let per100: Vec<f64> = data.column("roach1").iter().map(|r| r / 100.0).collect();
    let columns = vec![
        slope("roach1_per100", &per100, 2.5, 1.0),
        slope("treatment", &data.column("treatment"), 2.5, 1.0),
        slope("senior", &data.column("senior"), 2.5, 1.0),
    ];
    let mut design = design(Family::NegativeBinomial, &data.column("y"), columns);
    design.offset = data
        .column("exposure2")
        .iter()
        .map(|e| libm::log(*e))
        .collect();
    // The reference has phi ~ Exponential(1); this log-normal has the same slope on the log scale at phi = 0.27.
    let model = Model {
        log_shape_mean: -0.26,
        log_shape_sd: 1.2,
        ..plain()
    };
    let posterior = sample(&design, &model, Effort::thorough(), Seed(1)).unwrap();
    let path = "roaches/own_reference.csv";
    for (j, name) in ["roach1_per100", "treatment", "senior"].iter().enumerate() {
        check(
            name,
            &per_unit(&posterior, j),
            reference(path, "negative_binomial", name),
        );
    }
    check(
        "phi",
        &posterior.shape,
        reference(path, "negative_binomial", "phi"),
    );
    design.family = Family::Poisson;
    let posterior = sample(&design, &model, Effort::thorough(), Seed(1)).unwrap();
    for (j, name) in ["roach1_per100", "treatment", "senior"].iter().enumerate() {
        check(
            name,
            &per_unit(&posterior, j),
            reference(path, "poisson", name),
        );
    }
}

#[test]
fn asthma_plain_poisson() {
    let Some(data) = read("asthma_daily/data.csv") else {
        return;
    };
    let names: Vec<&String> = data
        .names
        .iter()
        .filter(|n| !["Count", "day"].contains(&n.as_str()))
        .collect();
    let columns = names
        .iter()
        .map(|n| slope(n, &data.column(n), 5.0, 1.0))
        .collect();
    let design = design(Family::Poisson, &data.column("Count"), columns);
    let effort = Effort {
        burn_in: 400,
        keep: 6_000,
    };
    let posterior = sample(&design, &plain(), effort, Seed(1)).unwrap();
    for (j, name) in names.iter().enumerate() {
        let expected = reference(
            "asthma_daily/own_reference.csv",
            "poisson_no_serial_term",
            name,
        );
        check(name, &per_unit(&posterior, j), expected);
    }
}

#[test]
fn peregrines() {
    let Some(data) = read("posteriordb/glm_poisson_data.csv") else {
        return;
    };
    let t = data.column("year_std");
    let power = |k: i32| t.iter().map(|x| x.powi(k)).collect::<Vec<f64>>();
    let columns = (1..=3)
        .map(|k| slope(&format!("beta{k}"), &power(k), 5.0, 1.0))
        .collect();
    let design = design(Family::Poisson, &data.column("count"), columns);
    let posterior = sample(&design, &plain(), Effort::thorough(), Seed(1)).unwrap();
    for j in 0..3 {
        let name = format!("beta{}", j + 1);
        check(
            &name,
            &per_unit(&posterior, j),
            reference("posteriordb/own_reference.csv", "glm_poisson", &name),
        );
    }
}

#[test]
fn potassium_and_awakenings() {
    let Some(data) = read("gwern_potassium/nights.csv") else {
        return;
    };
    let columns = vec![slope("potassium", &data.column("potassium"), 1.0, 1.0)];
    let path = "gwern_potassium/own_reference.csv";
    let mut design = design(Family::Poisson, &data.column("awakenings"), columns);
    let posterior = sample(&design, &plain(), Effort::thorough(), Seed(1)).unwrap();
    check(
        "potassium",
        &posterior.effects[0],
        reference(path, "awakenings_poisson", "potassium"),
    );
    design.family = Family::NegativeBinomial;
    // phi ~ Exponential(0.05) is log-concave around 35; the log-normal with its median and spread.
    let model = Model {
        log_shape_mean: 2.9,
        log_shape_sd: 1.0,
        ..plain()
    };
    let posterior = sample(&design, &model, Effort::thorough(), Seed(1)).unwrap();
    check(
        "potassium",
        &posterior.effects[0],
        reference(path, "awakenings_negbin", "potassium"),
    );
    // The author's wrong headline, that potassium strongly disturbs sleep, must not come out.
    assert!(posterior.answer.columns[0].p_raises < 0.1);
}

#[test]
fn a_measured_outcome() {
    let Some(data) = read("posteriordb/kidiq_data.csv") else {
        return;
    };
    let (hs, iq) = (data.column("mom_hs"), data.column("mom_iq"));
    let posterior = differences(&regression(
        data.column("kid_score"),
        &[("mom_hs", &hs, 1000.0), ("mom_iq", &iq, 100.0)],
    ))
    .unwrap();
    let path = "posteriordb/kidiq_momhsiq_reference.csv";
    let [b2, b3] = &posterior.columns[..] else {
        panic!("two columns");
    };
    for (name, found) in [
        ("beta[1]", &posterior.level),
        ("beta[2]", b2),
        ("beta[3]", b3),
    ] {
        check_numbers(name, (found.mean(), found.sd()), published(path, name));
    }
    check_numbers("sigma", posterior.noise, published(path, "sigma"));
}

/// Meng 2026, model M2 by brms: mood on the row before's mood, melatonin, agency and metacognition, the continuous ones
/// z-scored over the complete rows; slopes N(0, 1). Ours has a flatter prior of sigma.
#[test]
fn the_published_bayesian_melatonin_model() {
    let Some(data) = read("nof1_melatonin/daily_71_author_order.csv") else {
        return;
    };
    let [mood, melatonin, agency, metacognition] =
        ["mood", "melatonin", "agency", "metacognition"].map(|name| data.column(name));
    let rows: Vec<[f64; 5]> = (1..mood.len())
        .map(|t| {
            [
                mood[t],
                mood[t - 1],
                melatonin[t],
                agency[t],
                metacognition[t],
            ]
        })
        .filter(|row| row.iter().all(|x| x.is_finite()))
        .collect();
    assert_eq!(rows.len(), 54);
    let column = |j: usize| rows.iter().map(|row| row[j]).collect::<Vec<f64>>();
    let z = |j: usize| {
        let x = column(j);
        let n = x.len() as f64;
        let mean = x.iter().sum::<f64>() / n;
        let variance = x.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / (n - 1.0);
        x.iter()
            .map(|v| (v - mean) / variance.sqrt())
            .collect::<Vec<f64>>()
    };
    let names = [
        "b_lag_mood_z",
        "b_melatonin",
        "b_agency_z",
        "b_metacognition_z",
    ];
    let values = [z(1), column(2), z(3), z(4)];
    let columns: Vec<(&str, &[f64], f64)> = (names.iter().zip(&values))
        .map(|(name, values)| (*name, values.as_slice(), 1.0))
        .collect();
    let posterior = differences(&regression(z(0), &columns)).unwrap();
    let path = "nof1_melatonin/published_bayes_m2.csv";
    // Mean, median, sd.
    let published = |parameter: &str| {
        let numbers = numbers(path, parameter);
        (numbers[0], numbers[2])
    };
    for (name, found) in names.iter().zip(&posterior.columns) {
        check_numbers(name, (found.mean(), found.sd()), published(name));
    }
    check_numbers("sigma", posterior.noise, published("sigma"));
}
