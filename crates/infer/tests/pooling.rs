//! Pooling against closed forms and against reference posteriors that nobody of us made.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use std::path::PathBuf;

use infer::trial::{Between, Part, PoolError, pool};
use proptest::prelude::*;

/// The rows of a shared table as text; `None` when the folder is not there.
fn rows(path: &str) -> Option<Vec<Vec<String>>> {
    let root = std::env::var("SOLEUS_SHARED").map_or_else(
        |_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        PathBuf::from,
    );
    let Ok(text) = std::fs::read_to_string(root.join("data/validation").join(path)) else {
        println!("skipped: {path} is not here");
        return None;
    };
    let cells = |line: &str| line.split(',').map(str::to_owned).collect();
    Some(text.lines().skip(1).map(cells).collect())
}

/// Mean and sd that follow these first cells.
fn reference(rows: &[Vec<String>], first: &[&str]) -> (f64, f64) {
    let row = rows
        .iter()
        .find(|row| row.iter().zip(first).all(|(a, b)| a == b))
        .unwrap();
    let at = first.len();
    (row[at].parse().unwrap(), row[at + 1].parse().unwrap())
}

/// posteriordb: theta ~ N(mu, tau), mu ~ N(0, 5), tau ~ half-Cauchy(0, 5); 10,000 draws.
#[test]
fn eight_schools() {
    let (Some(data), Some(draws)) = (
        rows("posteriordb/eight_schools_data.csv"),
        rows("posteriordb/eight_schools_reference.csv"),
    ) else {
        return;
    };
    let number = |cell: &String| cell.parse::<f64>().unwrap();
    let parts: Vec<Part> = (data.iter())
        .map(|row| Part {
            mean: number(&row[0]),
            sd: number(&row[1]),
        })
        .collect();
    let pooled = pool(&parts, 5.0, Between::HalfCauchy(5.0)).unwrap();
    let mut all = vec![("mu".to_owned(), pooled.common)];
    all.extend(
        pooled
            .each
            .iter()
            .enumerate()
            .map(|(i, p)| (format!("theta[{}]", i + 1), *p)),
    );
    for (name, ours) in all {
        let (mean, sd) = reference(&draws, &[&name]);
        assert!(
            (ours.mean - mean).abs() < 0.05 * sd,
            "{name}: {ours:?}, {mean}"
        );
        assert!((ours.sd / sd - 1.0).abs() < 0.05, "{name}: {ours:?}, {sd}");
    }
    let (tau, tau_sd) = reference(&draws, &["tau"]);
    assert!(
        (pooled.between_mean - tau).abs() < 0.05 * tau_sd,
        "{}",
        pooled.between_mean
    );
}

/// The beta-blocker trials as log odds ratios with their large-sample errors. The reference has the exact binomial and
/// another prior between trials; the common effect hardly feels either.
#[test]
fn beta_blockers() {
    let (Some(data), Some(reference_rows)) =
        (rows("blocker/data.csv"), rows("blocker/own_reference.csv"))
    else {
        return;
    };
    let parts: Vec<Part> = (data.iter())
        .map(|row| {
            let n: Vec<f64> = row.iter().map(|cell| cell.parse().unwrap()).collect();
            let (rt, nt, rc, nc) = (n[1], n[2], n[3], n[4]);
            let cells = [rt, nt - rt, rc, nc - rc];
            Part {
                mean: libm::log(rt * (nc - rc) / (rc * (nt - rt))),
                sd: libm::sqrt(cells.iter().map(|cell| 1.0 / cell).sum()),
            }
        })
        .collect();
    let pooled = pool(&parts, 100.0, Between::HalfNormal(0.2)).unwrap();
    let (mean, sd) = reference(&reference_rows, &["blocker", "d"]);
    assert!(
        (pooled.common.mean - mean).abs() < 0.1 * sd,
        "{:?}, {mean}",
        pooled.common
    );
    assert!(
        (pooled.common.sd / sd - 1.0).abs() < 0.1,
        "{:?}, {sd}",
        pooled.common
    );
    assert!(pooled.common.p_lower > 0.99);
}

proptest! {
    /// With hardly any spread allowed between trials: the inverse-variance average.
    #[test]
    fn closed_forms(
        parts in prop::collection::vec((-2.0..2.0f64, 0.1..2.0f64), 1..8)
    ) {
        let parts: Vec<Part> = parts.into_iter().map(|(mean, sd)| Part { mean, sd }).collect();
        let pooled = pool(&parts, 3.0, Between::HalfNormal(1e-6)).unwrap();
        let precision: f64 = 1.0 / 9.0 + parts.iter().map(|p| 1.0 / (p.sd * p.sd)).sum::<f64>();
        let mean = parts.iter().map(|p| p.mean / (p.sd * p.sd)).sum::<f64>() / precision;
        prop_assert!((pooled.common.mean - mean).abs() < 1e-6);
        prop_assert!((pooled.common.sd - 1.0 / libm::sqrt(precision)).abs() < 1e-6);
        let quantile = mean - 1.644_853_626_951_472_7 / libm::sqrt(precision);
        prop_assert!((pooled.common.low - quantile).abs() < 1e-6);
        prop_assert!(pooled.next.sd >= pooled.common.sd);
    }
}

#[test]
fn what_cannot_be_pooled_is_refused() {
    let good = Part { mean: 0.0, sd: 1.0 };
    let between = Between::HalfNormal(0.3);
    assert_eq!(pool(&[], 1.0, between), Err(PoolError::NoTrials));
    assert_eq!(
        pool(&[good, Part { mean: 0.1, sd: 0.0 }], 1.0, between),
        Err(PoolError::BadPart {
            trial: 1,
            mean: 0.1,
            sd: 0.0
        })
    );
    assert!(matches!(
        pool(&[good], 0.0, between),
        Err(PoolError::BadPrior { .. })
    ));
    assert!(matches!(
        pool(&[good], 1.0, Between::HalfCauchy(-1.0)),
        Err(PoolError::BadPrior { value: -1.0, .. })
    ));
}
