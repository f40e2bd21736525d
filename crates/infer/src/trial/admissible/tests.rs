//! Counting against writing everything out.

use num_bigint::BigUint;
use proptest::prelude::*;

use super::*;

/// Every order of `n` arms, with A before B as in a dictionary.
fn every(n: usize) -> Vec<Vec<Arm>> {
    (0..1u32 << n)
        .map(|bits| {
            (0..n)
                .rev()
                .map(|i| if bits >> i & 1 == 0 { Arm::A } else { Arm::B })
                .collect()
        })
        .collect()
}

/// The limits, checked the plain way.
fn keeps(order: &[Arm], groups: &[Group], longest: Option<usize>) -> bool {
    let mut rest = order;
    for group in groups {
        let (head, tail) = rest.split_at(group.periods);
        let a = head.iter().filter(|arm| **arm == Arm::A).count();
        if !(group.least_a..=group.most_a).contains(&a) {
            return false;
        }
        rest = tail;
    }
    longest.is_none_or(|longest| {
        order
            .chunk_by(|a, b| a == b)
            .all(|run| run.len() <= longest)
    })
}

fn groups() -> impl Strategy<Value = Vec<Group>> {
    let group = (1usize..5).prop_flat_map(|periods| {
        (Just(periods), 0..=periods, 0..=periods).prop_map(|(periods, x, y)| Group {
            periods,
            least_a: x.min(y),
            most_a: x.max(y),
        })
    });
    prop::collection::vec(group, 1..4)
}

proptest! {
    #[test]
    fn counting_is_enumerating(groups in groups(), longest in prop::option::of(1usize..5)) {
        let n = groups.iter().map(|g| g.periods).sum();
        let expected: Vec<Vec<Arm>> =
            every(n).into_iter().filter(|order| keeps(order, &groups, longest)).collect();
        let admissible = Admissible::new(groups, longest).unwrap();
        prop_assert_eq!(admissible.count(), &BigUint::from(expected.len()));
        prop_assert_eq!(admissible.count_f64(), expected.len() as f64);
        prop_assert_eq!(&admissible.all().collect::<Vec<_>>(), &expected);
        for (i, marginal) in admissible.marginals().into_iter().enumerate() {
            let a = expected.iter().filter(|o| o[i] == Arm::A).count() as f64;
            let share = if expected.is_empty() { 0.0 } else { a / expected.len() as f64 };
            prop_assert!((marginal - share).abs() < 1e-12);
        }
        for order in &expected {
            prop_assert!(admissible.contains(order));
            for i in 0..n {
                let with = |arm| {
                    let same = |o: &&Vec<Arm>| o[..i] == order[..i] && o[i] == arm;
                    expected.iter().filter(same).count() as f64
                };
                let chance = admissible.chance_of_a(&order[..i]).unwrap();
                prop_assert!((chance - with(Arm::A) / (with(Arm::A) + with(Arm::B))).abs() < 1e-15);
            }
        }
    }

    #[test]
    fn what_breaks_the_limits_is_not_contained(
        groups in groups(), longest in prop::option::of(1usize..5)
    ) {
        let n = groups.iter().map(|g| g.periods).sum();
        let admissible = Admissible::new(groups.clone(), longest).unwrap();
        for order in every(n) {
            prop_assert_eq!(admissible.contains(&order), keeps(&order, &groups, longest));
        }
    }
}

#[test]
fn closed_forms_of_long_designs() {
    // 2^730 free nights, 2^100 orders of 100 pairs, 70 choose 35 balanced nights.
    let free = Admissible::new(vec![Group::free(730)], None).unwrap();
    assert_eq!(free.count(), &(BigUint::from(1u8) << 730u32));
    let pairs = Admissible::new(vec![Group::exactly(2, 1); 100], None).unwrap();
    assert_eq!(pairs.count(), &(BigUint::from(1u8) << 100u32));
    let balanced = Admissible::new(vec![Group::exactly(70, 35)], None).unwrap();
    assert_eq!(balanced.count().to_string(), "112186277816662845432");
    // Without a run of three: twice the Fibonacci numbers (2, 4, 6, 10, 16, 26 ...).
    let (mut last, mut next) = (2u64, 4u64);
    for n in 1..60 {
        let short = Admissible::new(vec![Group::free(n)], Some(2)).unwrap();
        assert_eq!(short.count(), &BigUint::from(last), "{n}");
        (last, next) = (next, last + next);
    }
}

#[test]
fn the_past_may_leave_no_choice() {
    let pairs = Admissible::new(vec![Group::exactly(2, 1); 2], None).unwrap();
    assert_eq!(pairs.chance_of_a(&[Arm::A]), Some(0.0));
    assert_eq!(pairs.chance_of_a(&[Arm::B]), Some(1.0));
    assert_eq!(pairs.chance_of_a(&[Arm::A, Arm::A]), None);
    assert_eq!(pairs.chance_of_a(&[Arm::A, Arm::B, Arm::B, Arm::A]), None);
    assert_eq!(pairs.nth(BigUint::from(4u8)), None);
    assert!(pairs.is_symmetric());
    assert!(
        !Admissible::new(vec![Group::exactly(4, 1)], None)
            .unwrap()
            .is_symmetric()
    );
}

#[test]
fn what_cannot_be_counted_is_refused() {
    assert_eq!(
        Admissible::new(vec![Group::exactly(2000, 1000)], None),
        Err(TooMany { periods: 2000 })
    );
}
