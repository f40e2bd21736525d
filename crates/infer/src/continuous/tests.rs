//! The grid against a finer one, against draws from its own prior, and against what can be said by hand.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_distr::{Distribution, StandardNormal};

use super::*;

/// Twelve weeks in periods of two nights, one night in five missing; what is drawn from the model's own prior.
struct Drawn {
    measurements: Measurements,
    effect: f64,
}

const PRIOR_SD: f64 = 2.0;

fn drawn(seed: u64) -> Drawn {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let normal = |rng: &mut ChaCha8Rng| -> f64 { StandardNormal.sample(rng) };
    let quarter = |rng: &mut ChaCha8Rng| libm::sin(0.5 * PI * rng.random::<f64>());
    let persistence = quarter(&mut rng);
    let root = quarter(&mut rng);
    let share = root * root;
    let sd = libm::exp(0.5 * LOG_VARIANCE_SD * normal(&mut rng));
    let effect = PRIOR_SD * normal(&mut rng);
    let mut wander = normal(&mut rng);
    let (mut outcome, mut arm) = (Vec::new(), Vec::new());
    for _pair in 0..21 {
        let first = rng.random::<bool>();
        for night in 0..4 {
            let a = f64::from(u8::from(first == (night < 2)));
            let noise = share.sqrt() * wander + (1.0 - share).sqrt() * normal(&mut rng);
            wander =
                persistence * wander + (1.0 - persistence * persistence).sqrt() * normal(&mut rng);
            outcome.push((rng.random::<f64>() > 0.2).then_some(40.0 + a * effect + sd * noise));
            arm.push(Some(a));
        }
    }
    Drawn {
        measurements: Measurements {
            days: (0..84).collect(),
            outcome,
            columns: vec![Regressor {
                name: "arm".into(),
                values: arm,
                prior_sd: PRIOR_SD,
            }],
            likeness: Likeness::Learned,
            centre: 40.0,
            spread: 1.0,
        },
        effect,
    }
}

/// Simulation-based calibration: where the truth is drawn from the prior, the posterior's probability of less than the
/// truth is uniform. Kolmogorov's distance exceeds 1.63 / sqrt(n) in one of a hundred; the seeds are fixed.
#[test]
fn truths_from_the_prior_are_where_the_posterior_says() {
    const N: u64 = 300;
    let mut below: Vec<f64> = (0..N)
        .map(|seed| {
            let drawn = drawn(seed);
            differences(&drawn.measurements).unwrap().columns[0].cdf(drawn.effect)
        })
        .collect();
    below.sort_by(f64::total_cmp);
    let n = N as f64;
    let distance = (below.iter().enumerate())
        .map(|(i, p)| (p - i as f64 / n).max((i as f64 + 1.0) / n - p))
        .fold(0.0, f64::max);
    assert!(distance < 1.63 / n.sqrt(), "{distance}");
}

/// A grid of four times as many places gives the same posterior, to a few hundredths of its standard deviation.
#[test]
fn a_finer_grid_says_the_same() {
    for seed in 1_000..1_020 {
        let measurements = drawn(seed).measurements;
        let usual = &differences(&measurements).unwrap().columns[0];
        let finer = &over(&measurements, &grid(4 * PERSISTENCES, 4 * SHARES))
            .unwrap()
            .columns[0];
        let sd = finer.sd();
        let near = |a: f64, b: f64| (a - b).abs() < 0.03 * sd;
        assert!(near(usual.mean(), finer.mean()), "{seed}");
        for p in [0.05, 0.95] {
            let (a, b) = (usual.quantile(p), finer.quantile(p));
            assert!(near(a, b), "{seed}, {p}: {a} {b} {sd}");
        }
    }
}

/// Unlike rows by hand: with flat priors the difference is that of the means, and its interval Student's.
#[test]
fn independent_rows_are_a_t_test() {
    let outcome = [4.0, 6.0, 5.0, 7.0, 9.0, 8.0, 10.0, 9.0];
    let arm = [1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0];
    let found = differences(&Measurements {
        days: (0..8).collect(),
        outcome: outcome.map(Some).into(),
        columns: vec![Regressor {
            name: "arm".into(),
            values: arm.map(Some).into(),
            prior_sd: 1e3,
        }],
        likeness: Likeness::Independent,
        centre: 7.0,
        spread: 1.3,
    })
    .unwrap();
    // Means 5.5 and 9, squares 5 and 2 about them.
    assert!((found.columns[0].mean() + 3.5).abs() < 1e-3);
    assert!((found.level.mean() - 9.0).abs() < 1e-3);
    // Student's with 6 degrees: 1.943 x sqrt(7/6 x 2/4) = 1.484; the prior of the variance makes it no wider than that.
    let half = 0.5 * (found.columns[0].quantile(0.95) - found.columns[0].quantile(0.05));
    assert!((1.3..1.55).contains(&half), "{half}");
    assert_eq!(found.notes, []);
}

#[test]
fn a_night_out_of_all_bounds_is_told() {
    let mut outcome: Vec<Option<f64>> = (0..40).map(|t| Some(f64::from(t % 7))).collect();
    outcome[20] = Some(80.0);
    let found = differences(&Measurements {
        days: (0..40).collect(),
        outcome,
        columns: Vec::new(),
        likeness: Likeness::Learned,
        centre: 4.0,
        spread: 12.0,
    })
    .unwrap();
    assert!(
        found.notes.iter().any(|note| matches!(
            note,
            Note::PoorFit {
                statistic: Statistic::Worst,
                ..
            }
        )),
        "{:?}",
        found.notes
    );
}

/// Rows that the arm explains to the last digit, one row, a column that never varies, huge numbers: an answer that is a
/// number, or a refusal.
#[test]
fn extremes_give_numbers_or_refusals() {
    let with = |outcome: Vec<Option<f64>>, arm: Vec<Option<f64>>| {
        differences(&Measurements {
            days: (0..outcome.len() as i32).collect(),
            outcome,
            columns: vec![Regressor {
                name: "arm".into(),
                values: arm,
                prior_sd: 2.0,
            }],
            likeness: Likeness::Learned,
            centre: 0.0,
            spread: 1.0,
        })
    };
    let finite = |found: Differences| {
        let arm = &found.columns[0];
        let all = [arm.mean(), arm.sd(), arm.quantile(0.05), arm.quantile(0.95)];
        assert!(all.iter().all(|x| x.is_finite()), "{all:?}");
    };
    let arm: Vec<Option<f64>> = (0..2_000).map(|t| Some(f64::from(t % 2))).collect();
    finite(with(arm.clone(), arm.clone()).unwrap());
    finite(with(vec![Some(1.0)], vec![Some(1.0)]).unwrap());
    let still = with(arm.clone(), vec![Some(1.0); 2_000]).unwrap();
    assert!((still.columns[0].sd() - 2.0).abs() < 0.05, "its prior");
    finite(still);
    let huge: Vec<Option<f64>> = arm.iter().map(|x| x.map(|x| 1e149 * x)).collect();
    match with(arm.clone(), huge) {
        Ok(found) => finite(found),
        Err(error) => assert!(matches!(error, DesignError::BadNumber { .. }), "{error}"),
    }
    assert!(matches!(
        with(vec![None; 3], vec![Some(1.0); 3]),
        Err(DesignError::AllMissing { rows: 3 })
    ));
    assert!(matches!(
        with(vec![Some(f64::NAN); 3], vec![Some(1.0); 3]),
        Err(DesignError::BadCell { row: 0, .. })
    ));
}
