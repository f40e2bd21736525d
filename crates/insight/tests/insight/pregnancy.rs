//! The second and third trimester as the engine sees them: from the due date, over all that was told.

use diary::entry::Sex;
use diary::person::Pregnancy;
use diary::{Night, Person};
use insight::background::presence;
use insight::matrix::{ColumnOrigin, question};
use insight::{Facts, plan, suspects};
use jiff::ToSpan;
use jiff::civil::Date;

use super::common::{TODAY, healthy, nights, today};

const FACTOR: &str = "pregnancy";

fn told(pregnant: bool, due: Option<Date>, answered: Date) -> Pregnancy {
    Pregnancy {
        pregnant,
        due,
        answered,
    }
}

fn person(told: Vec<Pregnancy>) -> Person {
    let mut person = healthy(30, Sex::Female);
    let mut told = told;
    person.pregnancy = told.pop();
    person.former_pregnancies = told;
    person
}

fn in_days(days: i64) -> Date {
    TODAY.checked_add(days.days()).unwrap()
}

fn present(person: &Person) -> Option<bool> {
    let factor = knowledge::factor(FACTOR).unwrap();
    presence(factor, person, &Facts::of(person, TODAY), TODAY).present
}

/// The factor's value on each of 60 nights up to today; empty when it did not change among them.
fn column(person: &Person) -> Vec<Option<f64>> {
    let all: Vec<Night> = nights(&[Some(1); 60]);
    let matrix = question(person, &all, today());
    let column = matrix.column_of(knowledge::factor(FACTOR).unwrap());
    column.map_or_else(Vec::new, |at| {
        assert_eq!(matrix.origins[at], ColumnOrigin::Step);
        matrix.design.columns[at].values.clone()
    })
}

#[test]
fn it_counts_from_week_14_to_the_birth() {
    let due_in = |days| person(vec![told(true, Some(in_days(days)), TODAY)]);
    // Week 14 begins 182 days before the due date.
    assert_eq!(present(&due_in(183)), Some(false));
    assert_eq!(present(&due_in(182)), Some(true));
    assert_eq!(present(&due_in(1)), Some(true));
    assert_eq!(present(&person(vec![told(true, None, TODAY)])), Some(true));
    assert_eq!(
        present(&person(vec![told(false, None, TODAY)])),
        Some(false)
    );
    assert_eq!(present(&Person::default()), None);
}

#[test]
fn the_first_trimester_is_no_reason_to_suspect_it() {
    let first = person(vec![told(true, Some(in_days(230)), TODAY)]);
    let all = nights(&[Some(1); 30]);
    let matrix = question(&first, &all, today());
    let suspects = suspects(&first, &all, today(), None, &matrix);
    assert!(suspects.all.iter().all(|one| one.factor.id != FACTOR));
    // The safety rules hold from the first day on.
    let plan = plan(&first, &all, &suspects, today());
    let named: Vec<String> = plan
        .blocked
        .iter()
        .flat_map(|one| &one.because)
        .map(ToString::to_string)
        .collect();
    assert!(
        named.iter().any(|why| why.contains("pregnant")),
        "{named:?}"
    );
}

#[test]
fn its_beginning_and_its_end_are_steps_for_the_engine() {
    // Week 14 began 20 days ago.
    let begun = column(&person(vec![told(true, Some(in_days(162)), TODAY)]));
    assert_eq!(begun.iter().filter(|one| **one == Some(1.0)).count(), 21);
    assert_eq!(begun[0], Some(0.0));
    // Born ten days ago, told on that day.
    let born = column(&person(vec![
        told(true, Some(in_days(-12)), in_days(-100)),
        told(false, None, in_days(-10)),
    ]));
    assert_eq!(
        (born[0], born[48], born[59]),
        (Some(1.0), Some(1.0), Some(0.0))
    );
    assert_eq!(born.iter().filter(|one| **one == Some(0.0)).count(), 11);
    // Born, perhaps, and not told: nobody knows.
    let overdue = column(&person(vec![told(true, Some(in_days(-5)), in_days(-200))]));
    assert!(overdue.is_empty(), "no day without it: {overdue:?}");
}

#[test]
fn a_corrected_due_date_is_one_pregnancy_and_no_date_says_nothing_of_other_days() {
    let slip = told(true, Some(in_days(100)), in_days(-50));
    let right = told(true, Some(in_days(162)), in_days(-40));
    let corrected = person(vec![slip, right.clone()]);
    assert_eq!(column(&corrected), column(&person(vec![right])));
    assert!(column(&person(vec![told(true, None, in_days(-30))])).is_empty());
    // Two pregnancies, a year apart.
    let two = person(vec![
        told(true, Some(in_days(-300)), in_days(-500)),
        told(false, None, in_days(-298)),
        told(true, Some(in_days(162)), in_days(-60)),
    ]);
    assert_eq!(
        column(&two).iter().filter(|one| **one == Some(1.0)).count(),
        21
    );
}
