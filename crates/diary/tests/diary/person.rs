//! The profile as the log tells it: unknown is never no, and a later fact takes the place of an earlier one.

use diary::entry::Sex;
use diary::person::held_on;
use diary::{Body, Fact, Id, Log, Person, Text};
use jiff::civil::{Date, date};

use crate::{at, tell};

/// Told one after the other, a day apart, from 1 June 2026.
fn person(facts: &[Fact]) -> Person {
    let entries: Vec<_> = (1_u8..)
        .zip(facts)
        .map(|(n, fact)| {
            tell(
                n,
                at(&format!("2026-06-{n:02}T09:00[Europe/Berlin]")),
                Body::Fact(fact.clone()),
            )
        })
        .collect();
    Person::from_log(&Log::from_entries(entries.iter().rev()))
}

fn medicine(taking: bool, since: Option<Date>) -> Fact {
    Fact::Medicine {
        medicine: Id::new("amlodipine").expect("an id"),
        taking,
        since,
        dose: None,
    }
}

/// The steps of the one medicine.
fn check_steps(told: &[(bool, Option<Date>)], wanted: &[(bool, Option<Date>)]) {
    let facts: Vec<Fact> = told
        .iter()
        .map(|&(taking, since)| medicine(taking, since))
        .collect();
    let person = person(&facts);
    let found: Vec<_> = person.medicines["amlodipine"]
        .steps
        .iter()
        .map(|step| (step.present, step.since))
        .collect();
    assert_eq!(found, wanted, "{told:?}");
}

const MAY: Option<Date> = Some(date(2026, 5, 1));
const APRIL: Option<Date> = Some(date(2026, 4, 1));

#[test]
fn what_nobody_told_is_unknown() {
    let nobody = person(&[]);
    assert_eq!(nobody, Person::default());
    assert_eq!(nobody.has("hypertension"), None);
    assert_eq!(nobody.age_on(date(2026, 6, 1)), None);
    assert_eq!(nobody.pregnant_on(date(2026, 6, 1)), None);
    assert_eq!(nobody.medicines_complete, None);
    assert_eq!(held_on(&[], date(2026, 6, 1)), None);
}

#[test]
fn a_later_fact_takes_the_place_of_an_earlier_one() {
    let told = person(&[
        Fact::BirthYear { year: 1985 },
        Fact::BirthYear { year: 1958 },
        Fact::Sex { sex: Sex::Female },
        Fact::MedicinesComplete { complete: true },
        Fact::MedicinesComplete { complete: false },
    ]);
    assert_eq!(told.birth_year, Some(1958));
    assert_eq!(told.age_on(date(2026, 6, 1)), Some(68));
    assert_eq!(told.age_on(date(1957, 6, 1)), None);
    assert_eq!(told.medicines_complete, Some(false));
    assert_eq!(
        person(&[Fact::BirthYear { year: i16::MIN }]).age_on(date(2026, 6, 1)),
        Some(34794)
    );
}

#[test]
fn starts_and_stops_are_steps() {
    check_steps(&[(true, None), (false, MAY)], &[(true, None), (false, MAY)]);
    check_steps(
        &[(true, APRIL), (false, MAY)],
        &[(true, APRIL), (false, MAY)],
    );
    check_steps(&[(false, None), (true, MAY)], &[(false, None), (true, MAY)]);
    // What is told last holds from its day on.
    check_steps(&[(false, MAY), (true, APRIL)], &[(true, APRIL)]);
    check_steps(
        &[(true, APRIL), (false, MAY), (true, None)],
        &[(true, None)],
    );
}

#[test]
fn saying_it_again_loses_nothing() {
    check_steps(&[(true, None), (true, None)], &[(true, None)]);
    check_steps(&[(true, APRIL), (true, None)], &[(true, APRIL)]);
    check_steps(
        &[(true, APRIL), (false, MAY), (false, None)],
        &[(true, APRIL), (false, MAY)],
    );
    check_steps(&[(true, None), (true, APRIL)], &[(true, APRIL)]);
    check_steps(&[(true, APRIL), (true, MAY)], &[(true, APRIL)]);
    check_steps(&[(true, MAY), (true, APRIL)], &[(true, APRIL)]);
}

#[test]
fn what_held_on_a_day_follows_the_steps() {
    let told = person(&[medicine(true, APRIL), medicine(false, MAY)]);
    let steps = &told.medicines["amlodipine"].steps;
    let held = |month, day| held_on(steps, date(2026, month, day));
    assert_eq!(
        [held(3, 31), held(4, 1), held(4, 30), held(5, 1)],
        [Some(false), Some(true), Some(true), Some(false)]
    );
    assert_eq!(told.taking().count(), 0);
    let stopped = person(&[medicine(false, MAY)]);
    assert_eq!(
        held_on(&stopped.medicines["amlodipine"].steps, date(2026, 4, 30)),
        Some(true)
    );
    let always = person(&[medicine(true, None)]);
    assert_eq!(
        held_on(&always.medicines["amlodipine"].steps, date(1990, 1, 1)),
        Some(true)
    );
    assert_eq!(always.taking().count(), 1);
}

#[test]
fn the_latest_dose_is_kept_when_a_later_fact_gives_none() {
    let mut first = medicine(true, None);
    if let Fact::Medicine { dose, .. } = &mut first {
        *dose = Text::new("5 mg in the morning").ok();
    }
    let told = person(&[first, medicine(false, MAY)]);
    assert_eq!(
        told.medicines["amlodipine"].dose.as_ref().map(Text::as_str),
        Some("5 mg in the morning")
    );
}

#[test]
fn no_is_an_answer_about_a_condition() {
    let answer = |present| Fact::Condition {
        condition: Id::new("diabetes").unwrap(),
        present,
        since: None,
    };
    assert_eq!(person(&[answer(false)]).has("diabetes"), Some(false));
    assert_eq!(
        person(&[answer(false), answer(true)]).has("diabetes"),
        Some(true)
    );
    assert_eq!(person(&[answer(false)]).has("hypertension"), None);
}

#[test]
fn a_pregnancy_does_not_last_for_ever() {
    let pregnant = |due| {
        person(&[Fact::Pregnancy {
            pregnant: true,
            due,
        }])
    };
    let due = pregnant(Some(date(2026, 9, 1)));
    assert_eq!(due.pregnant_on(date(2026, 9, 15)), Some(true));
    assert_eq!(due.pregnant_on(date(2026, 9, 16)), None);
    let without = pregnant(None);
    assert_eq!(without.pregnant_on(date(2027, 3, 22)), Some(true));
    assert_eq!(without.pregnant_on(date(2027, 3, 23)), None);
    let not = person(&[Fact::Pregnancy {
        pregnant: false,
        due: None,
    }]);
    assert_eq!(not.pregnant_on(date(2026, 9, 1)), Some(false));
}
