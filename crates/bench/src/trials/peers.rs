//! What people use instead: Welch's t-test, and ordinary least squares with the arm and a straight trend.

use infer::trial::{Arm, Trial};
use nalgebra::{DMatrix, DVector};

use crate::methods::student::two_sided_p;

/// Nights with an outcome: day, 1 for A, outcome.
fn seen(trial: &Trial) -> Vec<[f64; 3]> {
    let nights = trial.days.iter().zip(&trial.arms);
    let rows = nights.zip(trial.outcomes.numbers());
    rows.filter_map(|((day, arm), y)| {
        Some([f64::from(*day), f64::from(u8::from(*arm == Arm::A)), y?])
    })
    .collect()
}

/// p of a t; NaN where there is no spread to compare with.
fn p_of(t: f64, degrees: f64) -> f64 {
    if t.is_finite() {
        two_sided_p(t, degrees)
    } else {
        f64::NAN
    }
}

/// Two-sided p of Welch's t-test of the nights of A against those of B; NaN when it cannot be computed.
pub(super) fn welch(trial: &Trial) -> f64 {
    let rows = seen(trial);
    let [a, b] = [1.0, 0.0].map(|arm| {
        let values = rows.iter().filter(|row| row[1] == arm).map(|row| row[2]);
        let values: Vec<f64> = values.collect();
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        let squares = values.iter().map(|y| (y - mean) * (y - mean)).sum::<f64>();
        (n, mean, squares / (n - 1.0) / n)
    });
    let error = a.2 + b.2;
    let degrees = error * error / (a.2 * a.2 / (a.0 - 1.0) + b.2 * b.2 / (b.0 - 1.0));
    p_of((a.1 - b.1) / error.sqrt(), degrees)
}

/// A regression coefficient with its two-sided p.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Coefficient {
    estimate: f64,
    p: f64,
}

/// Ordinary least squares; `None` when the columns do not determine the coefficients.
fn least_squares(columns: &[Vec<f64>], y: &[f64]) -> Option<Vec<Coefficient>> {
    let (n, k) = (y.len(), columns.len());
    let degrees = n.checked_sub(k).filter(|degrees| *degrees > 0)? as f64;
    let x = DMatrix::from_fn(n, k, |row, column| columns[column][row]);
    let y = DVector::from_column_slice(y);
    let inverse = (x.transpose() * &x).try_inverse()?;
    let beta = &inverse * x.transpose() * &y;
    let left = y - &x * &beta;
    let variance = left.norm_squared() / degrees;
    let coefficient = |j: usize| Coefficient {
        estimate: beta[j],
        p: p_of(beta[j] / (variance * inverse[(j, j)]).sqrt(), degrees),
    };
    Some((0..k).map(coefficient).collect())
}

/// Two-sided p of the arm in ordinary least squares on arm and trend.
pub(super) fn ordinary(trial: &Trial) -> f64 {
    let rows = seen(trial);
    let column = |j: usize| rows.iter().map(|row| row[j]).collect::<Vec<f64>>();
    let columns = [vec![1.0; rows.len()], column(1), column(0)];
    least_squares(&columns, &column(2)).map_or(f64::NAN, |fit| fit[1].p)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use infer::trial::{Better, CarryOver, Outcomes};

    use super::*;

    /// A published table; `None` when the shared folder is not there.
    fn table(path: &str) -> Option<Vec<Vec<String>>> {
        let root = std::env::var("SOLEUS_SHARED").map_or_else(
            |_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
            PathBuf::from,
        );
        let Ok(text) = std::fs::read_to_string(root.join("data/validation").join(path)) else {
            println!("skipped: {path} is not here");
            return None;
        };
        let cells = |line: &str| line.split(',').map(str::to_owned).collect();
        Some(text.lines().map(cells).collect())
    }

    fn column(table: &[Vec<String>], name: &str) -> Vec<Option<f64>> {
        let at = table[0].iter().position(|n| n == name).unwrap();
        table[1..].iter().map(|row| row[at].parse().ok()).collect()
    }

    /// Meng 2026, published_results.csv: Welch p 0.489 on 70 days.
    #[test]
    fn welch_as_published() {
        let Some(days) = table("nof1_melatonin/daily_70.csv") else {
            return;
        };
        let arm = |melatonin| {
            if melatonin == Some(1.0) {
                Arm::A
            } else {
                Arm::B
            }
        };
        let trial = Trial {
            days: (0..70).collect(),
            outcomes: Outcomes::Measured(column(&days, "mood")),
            arms: column(&days, "melatonin").into_iter().map(arm).collect(),
            done: Vec::new(),
            drawn: None,
            carry_over: CarryOver::None,
            better: Better::Higher,
        };
        let p = welch(&trial);
        assert!((p - 0.489).abs() < 5e-4, "{p}");
    }

    /// Meng 2026, M2: mood on the day before's mood, melatonin, agency and metacognition, to the digits that were printed.
    #[test]
    fn least_squares_as_published() {
        let Some(days) = table("nof1_melatonin/daily_70.csv") else {
            return;
        };
        let columns = ["melatonin", "agency", "metacognition"].map(|name| column(&days, name));
        let mood = column(&days, "mood");
        let mut x = vec![Vec::new(); 5];
        let mut y = Vec::new();
        for t in 1..mood.len() {
            let here: Option<Vec<f64>> = columns.iter().map(|c| c[t]).collect();
            if let (Some(here), Some(before), Some(now)) = (here, mood[t - 1], mood[t]) {
                let row = [&[1.0, before][..], &here].concat();
                for (column, value) in x.iter_mut().zip(row) {
                    column.push(value);
                }
                y.push(now);
            }
        }
        let fit = least_squares(&x, &y).unwrap();
        for (coefficient, (estimate, p)) in fit[1..].iter().zip([
            (-0.144, 0.1815),
            (-0.066, 0.9193),
            (0.526, 0.0),
            (0.453, 0.0004),
        ]) {
            let (off, p_off) = (coefficient.estimate - estimate, coefficient.p - p);
            assert!(
                off.abs() < 5.1e-4 && p_off.abs() < 5.1e-5,
                "{coefficient:?}"
            );
        }
    }
}
