//! The days of the cycle follow from the first days of periods; a part of what there never is is not asked.

use diary::entry::Sex;
use diary::{Night, Person};
use insight::checkin::questions;
use insight::matrix::{Matrix, question};
use jiff::civil::Date;
use knowledge::When;

use super::common::{Having, amount, healthy, nights, today, yes_no};

const BLEEDING: &str = "cycle-bleeding";
const WEEK_BEFORE: &str = "cycle-week-before";

fn person() -> Person {
    healthy(30, Sex::Female).with_condition("menstruates")
}

/// 70 nights; on these days the period was told, or told not to be.
fn told(days: &[(usize, bool)]) -> Vec<Night> {
    let mut all = nights(&[Some(0); 70]);
    for &(day, yes) in days {
        yes_no(&mut all[day], BLEEDING, yes);
    }
    all
}

fn values(matrix: &Matrix, factor: &str) -> Vec<Option<f64>> {
    let column = matrix.column_of(knowledge::factor(factor).unwrap());
    column.map_or_else(Vec::new, |at| matrix.design.columns[at].values.clone())
}

fn on(all: &[Option<f64>], days: std::ops::Range<usize>) -> Vec<Option<f64>> {
    let mut seen = all[days].to_vec();
    seen.dedup();
    seen
}

#[test]
fn two_first_days_tell_the_weeks_before_them() {
    let all = told(&[(20, false), (21, true), (48, false), (49, true)]);
    let matrix = question(&person(), &all, today());
    let before = values(&matrix, WEEK_BEFORE);
    assert_eq!(
        on(&before, 0..1),
        [None],
        "who knows when the one before was"
    );
    assert_eq!(on(&before, 1..14), [Some(0.0)]);
    assert_eq!(on(&before, 14..21), [Some(1.0)]);
    assert_eq!(on(&before, 21..42), [Some(0.0)]);
    assert_eq!(on(&before, 42..49), [Some(1.0)]);
    assert_eq!(on(&before, 49..63), [Some(0.0)]);
    assert_eq!(on(&before, 63..70), [None], "the next one has not come");
    let bleeding = values(&matrix, BLEEDING);
    assert_eq!(on(&bleeding, 14..21), [Some(0.0)]);
    assert_eq!(on(&bleeding, 21..23), [Some(1.0)]);
    assert_eq!(on(&bleeding, 23..29), [None], "some bleed longer");
    assert_eq!(on(&bleeding, 29..49), [Some(0.0)]);
}

#[test]
fn a_first_day_that_is_not_known_to_the_day_says_nothing_about_others() {
    let all = told(&[(18, false), (21, true), (49, true), (50, true)]);
    let matrix = question(&person(), &all, today());
    assert!(
        values(&matrix, WEEK_BEFORE).is_empty(),
        "no column without a day"
    );
    // What was answered stands as it was answered.
    let days = &matrix.answered_days;
    let at = |id: &str| {
        knowledge::factors()
            .iter()
            .position(|factor| factor.id == id)
            .unwrap()
    };
    assert_eq!((days[at(BLEEDING)], days[at(WEEK_BEFORE)]), (4, 0));
}

fn asked(all: &[Night], day: usize) -> Vec<&'static str> {
    let shown = &all[..=day];
    questions(&person(), shown, all[day].id, When::Evening)
        .iter()
        .map(|factor| factor.id)
        .collect()
}

#[test]
fn the_first_day_is_told_once_and_asked_about_daily_when_it_is_near() {
    let all = told(&[(20, false), (21, true)]);
    assert!(
        asked(&all, 21).contains(&BLEEDING),
        "to be changed on its day"
    );
    for day in 22..42 {
        assert!(!asked(&all, day).contains(&BLEEDING), "day {day}");
    }
    for day in 42..66 {
        assert_eq!(asked(&all, day)[0], BLEEDING, "day {day}");
    }
    assert!(!asked(&all, 50).contains(&WEEK_BEFORE), "it is never asked");
}

#[test]
fn drinks_of_the_evening_are_asked_only_of_who_drinks_and_none_in_all_is_none_then() {
    let evening = "alcohol-evening";
    // Whoever answers all that is asked is asked about it only when there are drinks.
    let times_asked = |drinks: f64| {
        let mut all = nights(&[Some(0); 42]);
        let mut times = 0;
        for day in 0..all.len() {
            let asked = questions(
                &healthy(50, Sex::Male),
                &all[..day],
                all[day].id,
                When::Evening,
            );
            times += usize::from(asked.iter().any(|factor| factor.id == evening));
            for factor in asked {
                amount(&mut all[day], factor.id, 0.0);
            }
            amount(&mut all[day], "alcohol", drinks);
        }
        times
    };
    assert_eq!(times_asked(0.0), 0);
    assert!(times_asked(2.0) >= 3);
    let mut all = nights(&[Some(0); 30]);
    for (day, night) in all.iter_mut().enumerate() {
        amount(night, "alcohol", f64::from(u8::from(day % 3 == 0)));
    }
    amount(&mut all[3], evening, 1.0);
    let matrix = question(&healthy(50, Sex::Male), &all, today());
    let column = values(&matrix, evening);
    assert_eq!(column[3], Some(1.0));
    assert_eq!((column[4], column[6]), (Some(0.0), None));
}

#[test]
fn a_cycle_at_the_end_of_the_calendar_is_no_panic() {
    let mut last = nights(&[Some(0)]);
    last[0].id = diary::NightId::of_evening(Date::MIN);
    yes_no(&mut last[0], BLEEDING, true);
    let matrix = question(&person(), &last, last[0].id);
    assert_eq!(matrix.design.days.len(), 1);
}
