//! The expectation of the wealth over all orders is exactly 1, whatever the outcomes; and the bets win when A works.

use proptest::prelude::*;

use super::*;
use crate::design::{Observation, Seed};
use crate::trial::draw::order;
use crate::trial::{Group, Order, TrialDesign};

/// Average of every wealth over all orders, for outcomes that no arm has touched.
fn averages(
    admissible: &Admissible,
    period_nights: usize,
    outcomes: &Outcomes,
    better: Better,
) -> Vec<f64> {
    let nights = outcomes.len();
    let days: Vec<i32> = (0..nights as i32).collect();
    let mut sums = vec![0.0; admissible.stakes().len()];
    let mut orders = 0.0;
    for order in admissible.all() {
        let drawn = Drawn::new(
            admissible.clone(),
            order,
            (0..nights).map(|t| t / period_nights).collect(),
            admissible.periods(),
        )
        .unwrap();
        let steps = e_process(&days, outcomes, &drawn, better).steps;
        for (sum, (_, wealth)) in sums.iter_mut().zip(steps) {
            *sum += wealth;
        }
        orders += 1.0;
    }
    sums.iter().map(|sum| sum / orders).collect()
}

fn designs() -> impl Strategy<Value = Admissible> {
    prop_oneof![
        Just(Admissible::new(vec![Group::exactly(2, 1); 3], None).unwrap()),
        Just(Admissible::new(vec![Group::exactly(6, 3)], Some(2)).unwrap()),
        Just(Admissible::new(vec![Group::free(6)], None).unwrap()),
        Just(Admissible::new(vec![Group::exactly(4, 2), Group::exactly(2, 1)], None).unwrap()),
        Just(Admissible::new(vec![Group::exactly(6, 2)], None).unwrap()),
    ]
}

fn outcomes() -> impl Strategy<Value = Outcomes> {
    let nights = 18;
    let count = prop_oneof![
        Just(Observation::Missing),
        (0u32..9).prop_map(Observation::Exactly),
    ];
    prop_oneof![
        prop::collection::vec(count, nights).prop_map(Outcomes::Counts),
        prop::collection::vec(prop::option::of(any::<bool>()), nights).prop_map(Outcomes::YesNo),
        prop::collection::vec(prop::option::of(-50.0..50.0), nights).prop_map(Outcomes::Measured),
    ]
}

proptest! {
    #[test]
    fn no_way_of_betting_wins_on_average(
        admissible in designs(),
        outcomes in outcomes(),
        better in prop_oneof![Just(Better::Lower), Just(Better::Higher)],
    ) {
        for average in averages(&admissible, 3, &outcomes, better) {
            prop_assert!((average - 1.0).abs() < 1e-9, "{average}");
        }
    }
}

#[test]
fn wealth_is_split_into_all_of_it() {
    let admissible = Admissible::new(vec![Group::exactly(2, 1)], None).unwrap();
    let drawn = Drawn::new(admissible, vec![Arm::A, Arm::B], vec![0, 1], 2).unwrap();
    for sign in [-1.0, 1.0] {
        let growing: f64 = (bettors(sign).iter())
            .map(|bettor| libm::exp(bettor.log_wealth))
            .sum();
        let all = growing + Aims::new(AIMED, sign, SUPPOSED, &drawn).wealth();
        assert!((all - 1.0).abs() < 1e-12, "{all}");
    }
}

#[test]
fn a_strong_effect_is_found_whatever_the_design() {
    for design in [
        TrialDesign::new(Order::Pairs { pairs: 12 }, 3, 0),
        TrialDesign::new(
            Order::Blocks {
                periods: 24,
                longest_run: 3,
                most_uneven: 2,
            },
            3,
            0,
        ),
        TrialDesign::new(Order::Independent { periods: 72 }, 1, 0),
    ] {
        let design = design.unwrap();
        let admissible = design.admissible().unwrap();
        let order = order(&admissible, Seed(5));
        let period_of: Vec<usize> = (0..72)
            .map(|t| t / usize::from(design.period_nights()))
            .collect();
        let counts = (0..72)
            .map(|t| match order[period_of[t]] {
                Arm::A => Observation::Exactly(u32::from(t % 4 == 0)),
                Arm::B => Observation::Exactly(1 + u32::from(t % 3 == 0)),
            })
            .collect();
        let days: Vec<i32> = (0..72).collect();
        let periods = order.len();
        let drawn = Drawn::new(admissible, order, period_of, periods).unwrap();
        let process = e_process(&days, &Outcomes::Counts(counts), &drawn, Better::Lower);
        assert!(process.now() > 20.0, "{design:?}: {}", process.now());
        assert!(process.highest() >= process.now());
        assert!(process.now() <= largest_e_value(&drawn.admissible) + 1e-9);
    }
}

#[test]
fn what_is_not_over_is_not_bet_on() {
    let admissible = Admissible::new(vec![Group::exactly(2, 1); 2], None).unwrap();
    let order = vec![Arm::A, Arm::B, Arm::A, Arm::B];
    let outcomes = Outcomes::Counts([0, 3, 0, 3].map(Observation::Exactly).to_vec());
    let steps = |over| {
        let drawn = Drawn::new(admissible.clone(), order.clone(), (0..4).collect(), over).unwrap();
        e_process(&[0, 1, 2, 3], &outcomes, &drawn, Better::Lower).steps
    };
    assert_eq!(steps(1), []);
    assert_eq!(steps(3), steps(2));
    assert_eq!(steps(4)[..1], steps(2)[..]);
}
