//! The analysis of a trial as its callers see it: what is found, and what is refused.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use infer::trial::{
    ANALYSIS_VERSION, Admissible, Arm, Better, CarryOver, Drawn, Group, Measure, Order, Outcomes,
    Trial, TrialDesign, TrialError, TrialNote, analyse, draw,
};
use infer::{Effort, Observation, Seed};

/// 12 pairs of 3 nights; under A one event in three nights, under B four.
fn example() -> Trial {
    let design = TrialDesign::new(Order::Pairs { pairs: 12 }, 3, 0).unwrap();
    let schedule = draw(design, Seed(9)).unwrap();
    let arms: Vec<Arm> = schedule.nights().collect();
    let count = |(t, arm): (usize, &Arm)| match arm {
        Arm::A => Observation::Exactly(u32::from(t % 3 == 0)),
        Arm::B => Observation::Exactly(1 + u32::from(t % 3 == 1)),
    };
    let nights = arms.len();
    Trial {
        days: (100..100 + nights as i32).collect(),
        outcomes: Outcomes::Counts(arms.iter().enumerate().map(count).collect()),
        done: Vec::new(),
        drawn: Some(
            Drawn::by_design(
                design,
                schedule.periods().to_vec(),
                (0..nights).map(|t| t / 3).collect(),
                24,
            )
            .unwrap(),
        ),
        carry_over: CarryOver::None,
        better: Better::Lower,
        arms,
    }
}

fn run(trial: &Trial) -> Result<infer::trial::Analysis, TrialError> {
    analyse(trial, Effort::careful(), Seed(1))
}

#[test]
fn a_clear_effect_is_told_as_one() {
    let found = run(&example()).unwrap();
    let effect = &found.effect;
    assert_eq!(effect.measure, Measure::RateRatio);
    // 12 events against 48.
    assert!((0.18..0.4).contains(&effect.estimate), "{effect:?}");
    assert!(
        effect.low < 0.25 && 0.25 < effect.high && effect.high < 0.6,
        "{effect:?}"
    );
    assert!(effect.dots.windows(2).all(|d| d[0] <= d[1]));
    assert!(found.p_benefit > 0.99);
    assert!(found.randomisation.unwrap().p < 0.002);
    assert!(found.e_process.clone().unwrap().now() > 20.0, "{found:?}");
    assert_eq!((found.nights.a, found.nights.b), (36, 36));
    let rates = found.rates.unwrap();
    // What was seen on average, 60 events in 72 nights, is kept.
    assert!((36.0 * (rates.a + rates.b) - 60.0).abs() < 1e-9);
    assert!((rates.a / rates.b - effect.estimate).abs() < 1e-12);
    assert_eq!(found.as_done, None);
    assert_eq!(
        run(&example()),
        Ok(found),
        "the same trial and seed, the same result"
    );
}

/// A registration names the analysis that it is judged by (the draws of a count's effect are named by the engine's version).
/// Other numbers here are another analysis: give it another name.
#[test]
fn the_version_names_these_numbers() {
    let found = run(&example()).unwrap();
    let measured = run(&Trial {
        outcomes: Outcomes::Measured(example().outcomes.numbers()),
        ..example()
    })
    .unwrap();
    let numbers = [
        found.e_process.unwrap().now(),
        found.randomisation.unwrap().p,
        measured.e_process.unwrap().now(),
        measured.effect.estimate,
    ];
    let named = [
        462.907_163_751_105,
        2.0 / 4096.0,
        663.339_554_446_58,
        -0.989_080_462_316_361,
    ];
    for (number, named) in numbers.iter().zip(named) {
        assert!((number / named - 1.0_f64).abs() < 1e-9, "{numbers:?}");
    }
    assert_eq!(ANALYSIS_VERSION, "1");
}

#[test]
fn the_direction_turns_the_benefit_only() {
    let lower = run(&example()).unwrap();
    let higher = run(&Trial {
        better: Better::Higher,
        ..example()
    })
    .unwrap();
    assert!((lower.p_benefit + higher.p_benefit - 1.0).abs() < 1e-12);
    assert_eq!(lower.effect, higher.effect);
    assert_eq!(lower.randomisation, higher.randomisation);
}

#[test]
fn numbers_and_yes_or_no_have_their_own_measures() {
    let trial = example();
    let numbers = trial.outcomes.numbers();
    let yes = numbers.iter().map(|y| y.map(|y| y > 0.0)).collect();
    let odds = run(&Trial {
        outcomes: Outcomes::YesNo(yes),
        ..trial.clone()
    })
    .unwrap();
    assert_eq!(odds.effect.measure, Measure::OddsRatio);
    assert!(odds.effect.high < 0.3, "{:?}", odds.effect);
    assert_eq!(odds.rates, None);
    let tenths = numbers.iter().map(|y| y.map(|y| 10.0 * y)).collect();
    let difference = run(&Trial {
        outcomes: Outcomes::Measured(tenths),
        ..trial
    })
    .unwrap();
    assert_eq!(difference.effect.measure, Measure::MeanDifference);
    // (12 - 48) / 36 x 10.
    assert!(
        (difference.effect.estimate + 10.0).abs() < 0.6,
        "{:?}",
        difference.effect
    );
    assert!(difference.e_process.unwrap().now() > 20.0);
}

#[test]
fn what_was_done_is_told_beside_what_was_drawn() {
    let mut trial = example();
    // Every other night of A it was forgotten, and nothing came of it that night.
    let mut counts = match trial.outcomes {
        Outcomes::Counts(counts) => counts,
        _ => unreachable!("the example counts"),
    };
    for (t, arm) in trial.arms.iter().enumerate() {
        let forgotten = *arm == Arm::A && t % 2 == 0;
        if forgotten {
            counts[t] = Observation::Exactly(1 + u32::from(t % 3 == 1));
        }
        trial
            .done
            .push(Some(f64::from(u8::from(*arm == Arm::A && !forgotten))));
    }
    trial.outcomes = Outcomes::Counts(counts);
    let found = run(&trial).unwrap();
    let done = found.as_done.unwrap();
    assert!(
        done.effect.estimate < 0.6 * found.effect.estimate,
        "{done:?} {:?}",
        found.effect
    );
    // 19 of the 36 nights of A fall on even places.
    assert_eq!((done.done_in_a, done.done_in_b), (17.0 / 36.0, 0.0));
    assert!(found.notes.contains(&TrialNote::Followed {
        share: 53.0 / 72.0,
        told: 72,
        nights: 72
    }));
}

#[test]
fn carry_over_is_modelled_when_told() {
    let plain = run(&example()).unwrap();
    let slow = run(&Trial {
        carry_over: CarryOver::HalfLife(2.0),
        ..example()
    })
    .unwrap();
    // With a slow build-up the same difference needs a stronger effect behind it.
    assert!(
        slow.effect.estimate < plain.effect.estimate,
        "{:?} {:?}",
        slow.effect,
        plain.effect
    );
    let error = run(&Trial {
        carry_over: CarryOver::HalfLife(0.0),
        ..example()
    });
    assert_eq!(error, Err(TrialError::HalfLife { value: 0.0 }));
}

#[test]
fn without_a_known_draw_there_is_no_test() {
    let found = run(&Trial {
        drawn: None,
        ..example()
    })
    .unwrap();
    assert_eq!((found.randomisation, found.e_process), (None, None));
    assert!(found.notes.contains(&TrialNote::NotDrawn));
}

#[test]
fn missing_nights_are_missing() {
    let mut trial = example();
    let Outcomes::Counts(counts) = &mut trial.outcomes else {
        unreachable!("the example counts")
    };
    for (t, count) in counts.iter_mut().enumerate() {
        if t % 4 == 0 || trial.arms[t] == Arm::A && t % 2 == 0 {
            *count = Observation::Missing;
        }
    }
    let found = run(&trial).unwrap();
    assert_eq!(
        found.nights.a + found.nights.b,
        trial.outcomes.numbers().iter().flatten().count()
    );
    let told = |wanted: fn(&TrialNote) -> bool| found.notes.iter().any(wanted);
    assert!(told(|note| matches!(note, TrialNote::ManyMissing { .. })));
    assert!(told(|note| matches!(
        note,
        TrialNote::UnevenlyMissing { .. }
    )));
    assert!(found.randomisation.unwrap().p < 0.05);
}

#[test]
fn what_means_nothing_is_refused() {
    let arms = example().arms;
    let nights = arms.len();
    let counts =
        |f: &dyn Fn(Arm) -> Observation| Outcomes::Counts(arms.iter().map(|arm| f(*arm)).collect());
    let with = |outcomes| Trial {
        outcomes,
        ..example()
    };
    for (trial, expected) in [
        (
            with(counts(&|_| Observation::Missing)),
            TrialError::NoOutcome,
        ),
        (
            with(counts(&|arm| match arm {
                Arm::A => Observation::Missing,
                Arm::B => Observation::Exactly(1),
            })),
            TrialError::NoOutcomeInArm {
                arm: Arm::A,
                nights: 36,
            },
        ),
        (
            with(counts(&|_| Observation::Exactly(0))),
            TrialError::NothingHappened { nights },
        ),
        (
            with(Outcomes::Measured(vec![Some(4.5); nights])),
            TrialError::AlwaysTheSame { nights },
        ),
        (
            Trial {
                arms: vec![Arm::B; nights],
                drawn: None,
                ..example()
            },
            TrialError::OneArm { arm: Arm::B },
        ),
        (
            Trial {
                done: vec![Some(0.0); nights],
                ..example()
            },
            TrialError::NeverDone { nights: 36 },
        ),
        (
            Trial {
                done: vec![Some(1.5); nights],
                ..example()
            },
            TrialError::NotAShare {
                night: 0,
                value: 1.5,
            },
        ),
        (
            Trial {
                arms: arms.iter().map(|arm| arm.other()).collect(),
                ..example()
            },
            TrialError::OtherArm { night: 0 },
        ),
        (
            Trial {
                done: vec![Some(1.0); 3],
                ..example()
            },
            TrialError::Length {
                what: "records of what was done",
                found: 3,
                nights,
            },
        ),
        (
            Trial {
                days: vec![],
                arms: vec![],
                outcomes: Outcomes::Counts(vec![]),
                drawn: None,
                ..example()
            },
            TrialError::NoNights,
        ),
    ] {
        assert_eq!(run(&trial), Err(expected));
    }
    let pairs = Admissible::new(vec![Group::exactly(2, 1); 2], None).unwrap();
    assert_eq!(
        Drawn::new(pairs.clone(), vec![Arm::A; 4], vec![], 4),
        Err(TrialError::NotAdmissible)
    );
    let order = vec![Arm::A, Arm::B, Arm::A, Arm::B];
    assert_eq!(
        Drawn::new(pairs, order, vec![0, 1, 2, 3, 4], 4),
        Err(TrialError::NoPeriod { night: 4 })
    );
}

#[test]
fn designs_that_cannot_convince_are_named() {
    let design = TrialDesign::new(Order::Pairs { pairs: 4 }, 9, 0).unwrap();
    let trial = example();
    let order = vec![
        Arm::A,
        Arm::B,
        Arm::B,
        Arm::A,
        Arm::A,
        Arm::B,
        Arm::B,
        Arm::A,
    ];
    let period_of: Vec<usize> = (0..72).map(|t| t / 9).collect();
    let arms: Vec<Arm> = period_of.iter().map(|&p| order[p]).collect();
    let drawn = Some(Drawn::by_design(design, order, period_of, 8).unwrap());
    let found = run(&Trial {
        arms,
        drawn,
        ..trial
    })
    .unwrap();
    assert!(found.notes.contains(&TrialNote::FewOrders {
        orders: 16.0,
        smallest_p: 0.125
    }));
    assert!(
        found
            .notes
            .contains(&TrialNote::EValueOutOfReach { largest: 12.0 })
    );
}
