//! Nights become rows and answered factors columns; what nobody said stays missing.

use diary::entry::{Hemisphere, Sex};
use diary::night::Outcome;
use diary::person::{Course, Step};
use diary::{Night, Person};
use infer::{Kind, Observation, Slab, Weight};
use insight::matrix::{ANSWERED_DAYS_MIN, ColumnOrigin, FIRST_DRIFT};
use insight::{evidence_prior, question};

use super::common::{amount, healthy, id, nights, today, yes_no};

fn man() -> Person {
    healthy(50, Sex::Male)
}

fn answered(days: usize) -> Vec<Night> {
    let mut nights = nights(&[
        Some(1),
        None,
        Some(0),
        Some(2),
        Some(0),
        None,
        Some(1),
        Some(0),
    ]);
    for night in &mut nights[..days] {
        yes_no(night, "footwear", true);
    }
    nights
}

#[test]
fn rows_are_nights_and_unanswered_is_missing() {
    let mut nights = answered(5);
    nights[3].outcome = Outcome::AtLeast(2);
    let matrix = question(&man(), &nights, today());
    assert_eq!(matrix.design.outcome.len(), 8);
    assert_eq!(
        matrix.design.outcome[..4],
        [
            Observation::Exactly(1),
            Observation::Missing,
            Observation::Exactly(0),
            Observation::AtLeast(2)
        ]
    );
    assert_eq!(matrix.design.days[7] - matrix.design.days[0], 7);
    assert!((matrix.design.first_drift - FIRST_DRIFT).abs() < 1e-12);
    assert_eq!(
        matrix
            .columns
            .iter()
            .map(|factor| factor.id)
            .collect::<Vec<_>>(),
        ["footwear"]
    );
    let column = &matrix.design.columns[0];
    assert_eq!(column.kind, Kind::YesNo);
    assert_eq!(
        column.values[..6],
        [Some(1.0), Some(1.0), Some(1.0), Some(1.0), Some(1.0), None]
    );
}

#[test]
fn a_factor_needs_enough_answered_days() {
    let columns = |days| question(&man(), &answered(days), today()).columns.len();
    assert_eq!(
        (columns(ANSWERED_DAYS_MIN - 1), columns(ANSWERED_DAYS_MIN)),
        (0, 1)
    );
}

#[test]
fn nights_to_come_are_left_out() {
    let nights = answered(5);
    assert_eq!(
        question(&man(), &nights, today().previous())
            .design
            .days
            .len(),
        7
    );
}

#[test]
fn what_did_not_change_stays_out_and_what_did_is_a_step() {
    let nights = nights(&[Some(0); 20]);
    let start = nights[12].id.evening();
    let mut person = man();
    let always = vec![Step {
        since: None,
        present: true,
    }];
    person.medicines.insert(
        id("atorvastatin"),
        Course {
            steps: always,
            dose: None,
        },
    );
    let from_then = vec![Step {
        since: Some(start),
        present: true,
    }];
    person.medicines.insert(
        id("hydrochlorothiazide"),
        Course {
            steps: from_then,
            dose: None,
        },
    );
    let matrix = question(&person, &nights, today());
    assert_eq!(
        matrix
            .columns
            .iter()
            .map(|factor| factor.id)
            .collect::<Vec<_>>(),
        ["diuretic-thiazide"]
    );
    assert_eq!(matrix.origins, [ColumnOrigin::Step]);
    let values = &matrix.design.columns[0].values;
    assert_eq!((values[11], values[12]), (Some(0.0), Some(1.0)));
}

#[test]
fn a_narrower_condition_that_began_is_a_step_of_the_wider_factor() {
    let nights = nights(&[Some(0); 20]);
    let mut person = man();
    let began = vec![Step {
        since: Some(nights[10].id.evening()),
        present: true,
    }];
    person
        .conditions
        .insert(id("diabetes-with-numb-feet"), began);
    let matrix = question(&person, &nights, today());
    assert!(matrix.columns.iter().any(|factor| factor.id == "diabetes"));
}

#[test]
fn the_season_needs_the_half_of_the_earth() {
    let nights = answered(0);
    assert_eq!(question(&man(), &nights, today()).design.season, None);
    let season = |half| {
        let person = Person {
            hemisphere: Some(half),
            ..man()
        };
        question(&person, &nights, today()).design.season.unwrap()
    };
    let (north, south) = (season(Hemisphere::North), season(Hemisphere::South));
    assert!(north.amplitude > 0.0 && (north.amplitude - south.amplitude).abs() < 1e-12);
    assert!((libm::fabs(north.peak - south.peak) - 365.25 / 2.0).abs() < 1e-9);
    // The epoch's own 15 July is within a day of the peak.
    let july = diary::NightId::of_evening(jiff::civil::date(2000, 7, 15));
    let matrix = question(
        &Person {
            hemisphere: Some(Hemisphere::North),
            ..man()
        },
        &nights,
        today(),
    );
    let day_of_today = f64::from(matrix.design.days[7]);
    let day_of_july = day_of_today - f64::from(today().days_since(july));
    assert!(libm::fabs(day_of_july.rem_euclid(365.25) - north.peak) < 1.5);
}

#[test]
fn priors_keep_the_mean_over_all_people() {
    for factor in knowledge::factors() {
        let (Weight::Fixed(weight), Slab::Given { mean, sd, per }) = evidence_prior(factor) else {
            panic!("{}: not a given prior", factor.id);
        };
        assert!(
            (weight * mean - factor.prior.log_rr_mean).abs() < 1e-12,
            "{}",
            factor.id
        );
        assert!(sd >= 0.25 && per > 0.0, "{}: sd {sd} per {per}", factor.id);
    }
}

#[test]
fn an_amount_answered_to_a_yes_no_question_becomes_yes() {
    let mut nights = nights(&[Some(0); 6]);
    for night in &mut nights {
        amount(night, "footwear", 3.0);
    }
    let matrix = question(&man(), &nights, today());
    assert_eq!(matrix.design.columns[0].values[0], Some(1.0));
}
