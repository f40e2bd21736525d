//! Legal but extreme designs give an answer without a NaN; nothing panics.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use infer::{
    Answer, Column, Design, Effort, Family, Kind, Model, Observation, Seed, Slab, Weight, sample,
};
use proptest::prelude::*;

fn design(family: Family, outcome: Vec<Observation>, columns: Vec<Column>) -> Design {
    let days = (0..i32::try_from(outcome.len()).unwrap()).collect();
    Design {
        family,
        days,
        outcome,
        offset: vec![],
        columns,
        season: None,
        first_drift: 0.35,
    }
}

fn column(name: &str, kind: Kind, values: Vec<Option<f64>>) -> Column {
    Column {
        name: name.into(),
        values,
        kind,
        reference: 0.0,
        half_life: 0.0,
        weight: Weight::Learned,
        slab: Slab::Learned,
    }
}

/// A shorter run than `fit`'s: these tests look for broken numbers, not for precise ones.
fn answer(design: &Design) -> Answer {
    sample(
        design,
        &Model::nightly(),
        Effort {
            burn_in: 40,
            keep: 60,
        },
        Seed(1),
    )
    .unwrap()
    .answer
}

fn assert_sound(answer: &Answer) {
    assert!(
        answer.recent_rate.is_finite() && answer.recent_rate >= 0.0,
        "{answer:?}"
    );
    for c in &answer.columns {
        for p in [c.probability, c.p_raises, c.p_lowers] {
            assert!((0.0..=1.0 + 1e-12).contains(&p), "{c:?}");
        }
        for r in [
            c.ratio,
            c.ratio_low,
            c.ratio_high,
            c.ratio_if_real,
            c.per_amount,
        ] {
            assert!(r.is_finite() && r >= 0.0, "{c:?}");
        }
        assert!(c.ratio_low <= c.ratio_high, "{c:?}");
        assert!(c.share.is_none_or(f64::is_finite), "{c:?}");
        assert!(c.avoided_per_month.is_none_or(f64::is_finite), "{c:?}");
        assert!(c.dots.windows(2).all(|d| d[0] <= d[1]), "{c:?}");
    }
}

fn alternating(n: usize) -> Vec<Option<f64>> {
    (0..n)
        .map(|t| Some(f64::from(u8::from(t % 2 == 0))))
        .collect()
}

#[test]
fn all_zeros_all_tens_and_three_nights() {
    for count in [0, 10, 99] {
        for nights in [1, 3, 60] {
            let outcome = vec![Observation::Exactly(count); nights];
            assert_sound(&answer(&design(
                Family::NegativeBinomial,
                outcome,
                vec![column("x", Kind::YesNo, alternating(nights))],
            )));
        }
    }
}

#[test]
fn four_thousand_nights() {
    let outcome = (0..4000_u32).map(|t| Observation::Exactly(t % 3)).collect();
    assert_sound(&answer(&design(
        Family::NegativeBinomial,
        outcome,
        vec![column("x", Kind::YesNo, alternating(4000))],
    )));
}

#[test]
fn two_hundred_columns() {
    let outcome = (0..90_u32)
        .map(|t| Observation::Exactly((t * 7) % 4))
        .collect();
    let columns = (0..200_usize)
        .map(|j| {
            column(
                &format!("x{j}"),
                Kind::Amount,
                (0..90_usize)
                    .map(|t| Some(((t * (j + 3)) % 17) as f64))
                    .collect(),
            )
        })
        .collect();
    assert_sound(&answer(&design(Family::NegativeBinomial, outcome, columns)));
}

#[test]
fn huge_scales_and_a_constant() {
    let outcome: Vec<Observation> = (0..40_u32).map(|t| Observation::Exactly(t % 2)).collect();
    let scaled = |scale: f64| {
        (0..40)
            .map(|t| Some(scale * f64::from(t % 5)))
            .collect::<Vec<_>>()
    };
    let columns = vec![
        column("huge", Kind::Amount, scaled(1e300)),
        column("tiny", Kind::Amount, scaled(1e-300)),
        column("constant", Kind::Amount, vec![Some(3.0); 40]),
        column("never", Kind::YesNo, vec![None; 40]),
    ];
    let answer = answer(&design(Family::Poisson, outcome, columns));
    assert_sound(&answer);
    assert!(answer.is_silent("constant") && answer.is_silent("never"));
    assert_eq!(
        answer.columns[2].probability,
        infer::before_data(&column("constant", Kind::Amount, vec![]), 1.0).probability
    );
}

fn any_observation(most: u32) -> impl Strategy<Value = Observation> {
    prop_oneof![
        1 => Just(Observation::Missing),
        5 => (0..=most).prop_map(Observation::Exactly),
        1 => (1..=most).prop_map(Observation::AtLeast),
    ]
}

fn any_design() -> impl Strategy<Value = Design> {
    (
        1_usize..30,
        0_usize..4,
        prop_oneof![
            Just(Family::NegativeBinomial),
            Just(Family::Poisson),
            Just(Family::Binary)
        ],
    )
        .prop_flat_map(|(rows, p, family)| {
            let most = if family == Family::Binary { 1 } else { 50 };
            let cell = proptest::option::weighted(0.8, -1e6..1e6_f64);
            let yes_no = proptest::option::weighted(0.8, prop_oneof![Just(0.0), Just(1.0)]);
            let columns = proptest::collection::vec(
                (
                    any::<bool>(),
                    proptest::collection::vec(cell, rows),
                    proptest::collection::vec(yes_no, rows),
                    0.0..5.0_f64,
                ),
                p,
            );
            (
                Just(family),
                proptest::collection::vec(any_observation(most), rows),
                proptest::collection::vec(1..400_i32, rows),
                columns,
            )
        })
        .prop_map(|(family, outcome, gaps, columns)| {
            let columns = columns
                .into_iter()
                .enumerate()
                .map(|(j, (is_amount, amounts, yes_no, half_life))| Column {
                    half_life,
                    ..if is_amount {
                        column(&format!("a{j}"), Kind::Amount, amounts)
                    } else {
                        column(&format!("b{j}"), Kind::YesNo, yes_no)
                    }
                })
                .collect();
            let mut design = design(family, outcome, columns);
            let mut day = 0;
            design.days = gaps
                .into_iter()
                .map(|gap| {
                    day += gap;
                    day
                })
                .collect();
            design
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_legal_design_gives_sound_numbers_or_a_typed_error(design in any_design()) {
        if let Ok(posterior) = sample(&design, &Model::nightly(), Effort { burn_in: 16, keep: 20 }, Seed(3)) {
            assert_sound(&posterior.answer);
        }
    }
}
