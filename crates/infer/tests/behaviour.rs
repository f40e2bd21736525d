//! What a person would notice: honest sharing between look-alikes, no credit for a bad start, the same answer twice.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use infer::{
    Answer, Column, Design, DesignError, Effort, Family, Kind, Model, Note, Observation, Seed,
    Slab, Weight, fit, sample,
};
use rand::{Rng, RngExt};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_distr::{Distribution, Gamma, Poisson, StandardNormal};

fn column(name: &str, values: Vec<Option<f64>>) -> Column {
    let binary = values.iter().flatten().all(|&v| v == 0.0 || v == 1.0);
    Column {
        name: name.to_owned(),
        values,
        kind: if binary { Kind::YesNo } else { Kind::Amount },
        reference: 0.0,
        half_life: 0.0,
        weight: Weight::Learned,
        slab: Slab::Learned,
    }
}

fn design(outcome: Vec<Observation>, columns: Vec<Column>) -> Design {
    Design {
        family: Family::NegativeBinomial,
        days: (0..i32::try_from(outcome.len()).unwrap()).collect(),
        outcome,
        offset: vec![],
        columns,
        season: None,
        first_drift: 0.0,
    }
}

fn negative_binomial(mean: f64, shape: f64, rng: &mut impl Rng) -> u32 {
    let rate = Gamma::new(shape, mean / shape)
        .unwrap()
        .sample(rng)
        .max(1e-12);
    let count: f64 = Poisson::new(rate).unwrap().sample(rng);
    count as u32
}

fn coin(share: f64, rng: &mut impl Rng) -> f64 {
    f64::from(u8::from(rng.random::<f64>() < share))
}

/// Nights with one real cause of the given log ratio and some that do nothing.
fn diary(
    nights: usize,
    nothing: usize,
    effect: f64,
    seed: u64,
) -> (Vec<Observation>, Vec<Vec<f64>>) {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let columns: Vec<Vec<f64>> = (0..=nothing)
        .map(|_| (0..nights).map(|_| coin(0.4, &mut rng)).collect())
        .collect();
    let outcome = (0..nights)
        .map(|t| {
            Observation::Exactly(negative_binomial(
                0.6 * libm::exp(effect * columns[0][t]),
                3.0,
                &mut rng,
            ))
        })
        .collect();
    (outcome, columns)
}

fn some(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().map(|v| Some(*v)).collect()
}

fn of<'a>(answer: &'a Answer, name: &str) -> &'a infer::ColumnAnswer {
    answer.columns.iter().find(|c| c.name == name).unwrap()
}

#[test]
fn a_real_cause_stands_out() {
    let (outcome, columns) = diary(150, 5, 0.9, 3);
    let columns = columns
        .iter()
        .enumerate()
        .map(|(j, c)| column(&format!("x{j}"), some(c)))
        .collect();
    let answer = fit(&design(outcome, columns), Seed(1)).unwrap();
    assert!(of(&answer, "x0").p_raises > 0.95, "{:?}", of(&answer, "x0"));
    assert!(of(&answer, "x0").share.unwrap() > 0.1);
    for j in 1..=5 {
        assert!(
            answer.columns[j].probability < 0.6,
            "{:?}",
            answer.columns[j]
        );
    }
}

#[test]
fn two_columns_that_are_the_same_share_the_blame() {
    let (outcome, columns) = diary(200, 2, 0.9, 6);
    let twins = vec![
        column("one", some(&columns[0])),
        column("other", some(&columns[0])),
        column("x1", some(&columns[1])),
        column("x2", some(&columns[2])),
    ];
    let answer = fit(&design(outcome, twins), Seed(1)).unwrap();
    let (one, other) = (of(&answer, "one"), of(&answer, "other"));
    assert!(
        (one.probability - other.probability).abs() < 0.15,
        "{} {}",
        one.probability,
        other.probability
    );
    assert!(
        (0.35..0.8).contains(&one.probability),
        "{}",
        one.probability
    );
    assert_eq!(one.travels_with, ["other"]);
    assert_eq!(other.travels_with, ["one"]);
}

#[test]
fn the_same_design_and_seed_give_the_same_bits() {
    let (outcome, columns) = diary(80, 3, 0.5, 7);
    let columns: Vec<Column> = columns
        .iter()
        .enumerate()
        .map(|(j, c)| column(&format!("x{j}"), some(c)))
        .collect();
    let design = design(outcome, columns);
    assert_eq!(
        fit(&design, Seed(9)).unwrap(),
        fit(&design, Seed(9)).unwrap()
    );
    assert_ne!(
        fit(&design, Seed(9)).unwrap(),
        fit(&design, Seed(10)).unwrap()
    );
}

#[test]
fn missing_exposures_weaken_but_do_not_turn_an_answer() {
    let (outcome, columns) = diary(250, 3, 0.9, 11);
    let mut rng = ChaCha8Rng::seed_from_u64(2);
    let holes = |c: &[f64], rng: &mut ChaCha8Rng| {
        c.iter()
            .map(|v| (rng.random::<f64>() > 0.4).then_some(*v))
            .collect::<Vec<_>>()
    };
    let with_holes = columns
        .iter()
        .enumerate()
        .map(|(j, c)| column(&format!("x{j}"), holes(c, &mut rng)))
        .collect();
    let whole = columns
        .iter()
        .enumerate()
        .map(|(j, c)| column(&format!("x{j}"), some(c)))
        .collect();
    let (less, more) = (
        fit(&design(outcome.clone(), with_holes), Seed(1)).unwrap(),
        fit(&design(outcome, whole), Seed(1)).unwrap(),
    );
    assert!(of(&less, "x0").p_raises > 0.6);
    let width = |a: &Answer| libm::log(a.columns[0].ratio_high / a.columns[0].ratio_low);
    assert!(width(&less) > width(&more));
}

#[test]
fn a_count_of_at_least_one_is_not_a_count_of_one() {
    let mut rng = ChaCha8Rng::seed_from_u64(4);
    let counts: Vec<u32> = (0..200)
        .map(|_| negative_binomial(2.0, 5.0, &mut rng))
        .collect();
    let exact = counts.iter().map(|&y| Observation::Exactly(y)).collect();
    let censored = counts
        .iter()
        .map(|&y| {
            if y > 0 {
                Observation::AtLeast(1)
            } else {
                Observation::Exactly(0)
            }
        })
        .collect();
    let one = counts
        .iter()
        .map(|&y| Observation::Exactly(y.min(1)))
        .collect();
    let rate = |outcome| fit(&design(outcome, vec![]), Seed(1)).unwrap().recent_rate;
    let (exact, censored, one) = (rate(exact), rate(censored), rate(one));
    assert!(one < 1.1, "{one}");
    assert!(
        censored > 1.3,
        "{censored} should be nearer to {exact} than to {one}"
    );
}

/// Enrolment after a bad fortnight, and a remedy with this log rate ratio begun between nights 10 and 20.
fn bad_start(effect: f64, seed: u64) -> Design {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let (sd, time) = (0.5_f64, 18.0_f64);
    let step = libm::exp(-1.0 / time);
    let spread = sd * (1.0 - step * step).sqrt();
    let mut drift = sd * Distribution::<f64>::sample(&StandardNormal, &mut rng);
    let mut counts: Vec<u32> = Vec::new();
    let usual = 0.8 * libm::exp(0.5 * sd * sd);
    loop {
        drift = step * drift + spread * Distribution::<f64>::sample(&StandardNormal, &mut rng);
        counts.push(negative_binomial(0.8 * libm::exp(drift), 3.0, &mut rng));
        let fortnight: u32 = counts.iter().rev().take(14).sum();
        if counts.len() >= 14 && f64::from(fortnight) > 1.6 * 14.0 * usual {
            break;
        }
    }
    let mut outcome = Vec::new();
    let begins = rng.random_range(10..=20);
    for night in 0..56 {
        drift = step * drift + spread * Distribution::<f64>::sample(&StandardNormal, &mut rng);
        let remedy = if night >= begins { effect } else { 0.0 };
        let mean = 0.8 * libm::exp(drift + remedy);
        outcome.push(Observation::Exactly(negative_binomial(mean, 3.0, &mut rng)));
    }
    let remedy = (0..56)
        .map(|t| Some(f64::from(u8::from(t >= begins))))
        .collect();
    let mut design = design(outcome, vec![column("remedy", remedy)]);
    design.first_drift = 0.35;
    design
}

#[test]
fn regression_to_the_mean_earns_a_remedy_no_credit() {
    let p_lowers = |effect: f64, people: u64| -> Vec<f64> {
        (0..people)
            .map(|seed| fit(&bad_start(effect, seed), Seed(seed)).unwrap().columns[0].p_lowers)
            .collect()
    };
    let average = |all: &[f64]| all.iter().sum::<f64>() / all.len() as f64;
    let nothing = p_lowers(0.0, 500);
    let fooled = nothing.iter().filter(|&&p| p > 0.9).count();
    println!("{fooled} of 500 would be told that a remedy that does nothing helps");
    assert!(fooled < 50, "{fooled} of 500");
    // The same look at a remedy that halves the cramps: the engine is careful, not deaf.
    let (nothing, halving) = (average(&nothing), average(&p_lowers(-0.7, 100)));
    println!("average p_lowers: {nothing:.2} for nothing, {halving:.2} for halving");
    assert!(halving > 1.5 * nothing, "{halving} {nothing}");
}

#[test]
fn broken_designs_are_refused_with_the_bad_value() {
    let base = || {
        design(
            vec![Observation::Exactly(1), Observation::Exactly(0)],
            vec![column("x", vec![Some(0.0), Some(1.0)])],
        )
    };
    let error = |change: fn(&mut Design)| {
        let mut design = base();
        change(&mut design);
        fit(&design, Seed(1)).unwrap_err()
    };
    assert_eq!(
        error(|d| {
            d.outcome.clear();
            d.days.clear()
        }),
        DesignError::NoRows
    );
    assert_eq!(
        error(|d| d.outcome = vec![Observation::Missing; 2]),
        DesignError::AllMissing { rows: 2 }
    );
    assert!(matches!(
        error(|d| d.days = vec![3, 3]),
        DesignError::DaysNotAscending {
            row: 1,
            day: 3,
            before: 3
        }
    ));
    assert!(matches!(
        error(|d| {
            d.columns[0].values.pop();
        }),
        DesignError::Length {
            found: 1,
            expected: 2,
            ..
        }
    ));
    assert!(matches!(
        error(|d| d.columns[0].values[1] = Some(f64::NAN)),
        DesignError::BadCell { row: 1, .. }
    ));
    assert!(matches!(
        error(|d| d.columns[0].values[1] = Some(0.5)),
        DesignError::NotYesNo {
            row: 1,
            value: 0.5,
            ..
        }
    ));
    assert!(matches!(
        error(|d| d.columns[0].weight = Weight::Fixed(0.0)),
        DesignError::BadNumber { value: 0.0, .. }
    ));
    let negative_width = |d: &mut Design| {
        d.columns[0].slab = Slab::Given {
            mean: 0.0,
            sd: -1.0,
            per: 1.0,
        }
    };
    assert!(matches!(
        error(negative_width),
        DesignError::BadNumber { value: -1.0, .. }
    ));
    assert!(matches!(
        error(|d| d.offset = vec![0.0, f64::INFINITY]),
        DesignError::BadCell { row: 1, .. }
    ));
    let not_binary = |d: &mut Design| {
        d.family = Family::Binary;
        d.outcome[0] = Observation::Exactly(2);
    };
    assert_eq!(
        error(not_binary),
        DesignError::NotBinary { row: 0, value: 2 }
    );
}

#[test]
fn nights_of_the_model_look_like_it_and_absurd_nights_do_not() {
    let design = |counts: &dyn Fn(usize) -> u32| Design {
        family: Family::Poisson,
        days: (0..60).collect(),
        outcome: (0..60).map(|t| Observation::Exactly(counts(t))).collect(),
        offset: vec![],
        columns: vec![],
        season: None,
        first_drift: 0.0,
    };
    let mut rng = ChaCha8Rng::seed_from_u64(4);
    let drawn: Vec<u32> = (0..60)
        .map(|_| Distribution::<f64>::sample(&Poisson::new(0.7).unwrap(), &mut rng) as u32)
        .collect();
    let usual = fit(&design(&|t| drawn[t]), Seed(1)).unwrap();
    assert!(usual.notes.contains(&Note::GoodFit), "{:?}", usual.notes);
    // Exactly three every night: no Poisson counts are that even.
    let even = fit(&design(&|_| 3), Seed(1)).unwrap();
    assert!(
        even.notes
            .iter()
            .any(|note| matches!(note, Note::PoorFit { .. })),
        "{:?}",
        even.notes
    );
    assert!(!even.notes.contains(&Note::GoodFit));
    let few = Design {
        days: (0..5).collect(),
        outcome: vec![Observation::Exactly(1); 5],
        ..design(&|_| 0)
    };
    assert!(!fit(&few, Seed(1)).unwrap().notes.contains(&Note::GoodFit));
}

/// Sweeps among more than 60 in a row that left the drift's parameters as they were: as long the columns stayed as they were.
fn held(design: &Design) -> usize {
    let posterior = sample(design, &Model::nightly(), Effort::quick(), Seed(1)).unwrap();
    let holds = posterior.drift_sd.chunk_by(|a, b| a == b);
    holds.map(<[f64]>::len).filter(|&sweeps| sweeps > 60).sum()
}

#[test]
fn nights_that_were_all_quiet_do_not_hold_the_chain() {
    // After two of these habits no night had a cramp: the likelihood has nothing against an endless effect.
    let diary = |seed| {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let columns: Vec<Vec<f64>> = (0..24)
            .map(|_| (0..120).map(|_| coin(0.2, &mut rng)).collect())
            .collect();
        let outcome = (0..120)
            .map(|t| {
                let protected = columns[0][t] + columns[1][t] > 0.0;
                let mean = if protected { 1e-6 } else { 0.8 };
                Observation::Exactly(negative_binomial(mean, 2.0, &mut rng))
            })
            .collect();
        let columns = columns.iter().enumerate();
        let columns = columns.map(|(j, values)| column(&format!("c{j}"), some(values)));
        design(outcome, columns.collect())
    };
    let diaries = 40;
    let held: usize = (0..diaries).map(|seed| held(&diary(seed))).sum();
    let sweeps = diaries as usize * Effort::quick().keep as usize;
    assert!(held * 50 < sweeps, "{held} of {sweeps} sweeps");
}
