//! The review of medicines: what changed after a start, and what the sheet asks.

use super::common::{Chance, Having, healthy, id, nights, today};
use diary::Person;
use diary::entry::Sex;
use diary::person::{Course, Step};
use infer::Seed;
use insight::medicines::{Change, changes, review, series};

fn started(mut person: Person, medicine: &str, days_ago: i32) -> Person {
    let since = Some(today().plus_days(-days_ago).evening());
    person.medicines.insert(
        id(medicine),
        Course {
            steps: vec![Step {
                since,
                present: true,
            }],
            dose: None,
        },
    );
    person
}

/// 120 nights with a medicine from the 61st on, at these rates before and after.
fn change(before: f64, after: f64) -> Change {
    let mut chance = Chance::new(7);
    let counts: Vec<Option<u32>> = (0..120)
        .map(|night| Some(chance.count(if night < 60 { before } else { after })))
        .collect();
    let person = started(healthy(60, Sex::Male), "furosemide", 59);
    let series = series(&person, &nights(&counts), today()).unwrap();
    assert_eq!(series.starts[0].before.nights, 60);
    assert_eq!(series.starts[0].after.nights, 60);
    let answer = infer::fit(&series.design, Seed(1)).unwrap();
    changes(&series, &answer).remove(0)
}

#[test]
fn a_start_that_raised_the_cramps_is_seen_and_one_that_did_nothing_is_not() {
    let worse = change(0.4, 1.6);
    assert!(worse.low > 1.0 && worse.rate_ratio > 1.5, "{worse:?}");
    assert!(
        worse.sentence().to_string().contains("more frequent"),
        "{}",
        worse.sentence()
    );
    let same = change(0.7, 0.7);
    assert!(same.low < 1.0 && same.high > 1.0, "{same:?}");
    assert!(
        same.sentence().to_string().contains("We cannot tell"),
        "{}",
        same.sentence()
    );
}

#[test]
fn too_few_nights_on_a_side_are_not_compared() {
    let counts = vec![Some(1); 30];
    let of = |days_ago| {
        let person = started(healthy(60, Sex::Male), "furosemide", days_ago);
        series(&person, &nights(&counts), today()).is_some()
    };
    assert!(of(10));
    assert!(!of(5), "6 nights with it");
    assert!(!of(24), "5 nights before");
    // A medicine without a day has no start.
    let undated = healthy(60, Sex::Male).taking_medicine("furosemide");
    assert!(series(&undated, &nights(&counts), today()).is_none());
}

#[test]
fn the_sheet_asks_and_never_says_stop() {
    let person = healthy(70, Sex::Female)
        .taking_medicine("furosemide")
        .taking_medicine("digoxin")
        .taking_medicine("simvastatin");
    let sheet = review(&person, &[], today().evening());
    assert_eq!(sheet.rows.len(), 3);
    assert_eq!(sheet.together[0].id, "digoxin-with-water-tablet");
    let asks = |words: &str| {
        sheet
            .questions
            .iter()
            .any(|one| one.to_string().contains(words))
    };
    assert!(asks("potassium, magnesium") && asks("creatine kinase"));
    let furosemide = sheet
        .rows
        .iter()
        .find(|row| row.name == "furosemide")
        .unwrap();
    assert!(
        furosemide
            .rules
            .iter()
            .any(|rule| rule.id == "magnesium-low-from-medicines")
    );
    for question in &sheet.questions {
        assert!(
            !question.to_string().to_lowercase().contains("stop"),
            "{question}"
        );
    }
    assert!(
        review(&Person::default(), &[], today().evening())
            .rows
            .is_empty()
    );
}

#[test]
fn a_rule_about_two_medicines_speaks_only_to_somebody_who_takes_both() {
    let rule = "digoxin-with-water-tablet";
    let alone = review(
        &started(healthy(60, Sex::Male), "furosemide", 59),
        &[],
        today().evening(),
    );
    let both = started(healthy(60, Sex::Male), "furosemide", 59);
    let both = review(&started(both, "digoxin", 30), &[], today().evening());
    let on_sheets = |review: &insight::medicines::Review| {
        let mut rules = review.rows.iter().flat_map(|row| &row.rules);
        rules.any(|one| one.id == rule)
    };
    assert!(!on_sheets(&alone) && alone.together.is_empty());
    assert!(!alone.rows[0].rules.is_empty(), "what holds for it alone");
    assert!(!on_sheets(&both), "said once, not on each sheet");
    assert_eq!(both.together.len(), 1);
    assert_eq!(both.together[0].id, rule);
}
