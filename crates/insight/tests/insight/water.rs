//! Drinking: who gets an amount, which, when; and who gets none.

use diary::entry::Sex;
use diary::{Night, Person};
use insight::water::{AfterSweating, Target, Water, water};
use jiff::civil::time;

use super::common::{Having, amount, healthy, night, today, yes_no};

fn target(person: &Person, nights: &[Night]) -> Target {
    match water(person, nights, today()) {
        Some(Water::Target(target)) => target,
        other => panic!("no amount: {other:?}"),
    }
}

fn day() -> Night {
    night(today(), diary::Outcome::Missing)
}

#[test]
fn the_reference_is_the_drinks_of_the_european_one() {
    assert_eq!(target(&healthy(45, Sex::Male), &[]).millilitres, 2000);
    assert_eq!(target(&healthy(45, Sex::Female), &[]).millilitres, 1600);
    // 2.3 litres in pregnancy, four fifths of it from drinks: 1.84.
    let pregnant = target(&healthy(30, Sex::Female).pregnant(), &[]);
    assert_eq!(pregnant.millilitres, 1800);
    assert_eq!(pregnant.parts[0].millilitres, 1840);
    // 2.7 litres while breastfeeding: 2.16.
    let nursing = healthy(30, Sex::Female).with_condition("breastfeeding");
    assert_eq!(target(&nursing, &[]).millilitres, 2200);
}

#[test]
fn weight_moves_it_a_little_and_never_far() {
    let weighing = |kilograms| {
        let person = Person {
            weight_kg: Some(kilograms),
            ..healthy(45, Sex::Male)
        };
        target(&person, &[]).millilitres
    };
    assert_eq!(weighing(70.0), 2000);
    assert_eq!(weighing(63.0), 1800);
    assert_eq!(weighing(45.0), 1700);
    assert_eq!(weighing(160.0), 2300);
}

#[test]
fn the_day_adds_and_there_is_a_ceiling() {
    let person = healthy(45, Sex::Male);
    let mut hot = day();
    yes_no(&mut hot, "hot-day", true);
    assert_eq!(target(&person, &[hot.clone()]).millilitres, 2500);
    let mut fibre = day();
    yes_no(&mut fibre, "high-fibre-diet", true);
    assert_eq!(target(&person, &[fibre]).millilitres, 2300);
    let mut sport = day();
    amount(&mut sport, "sport-exercise", 30.0);
    assert_eq!(target(&person, &[sport.clone()]).millilitres, 2300);
    amount(&mut sport, "sport-exercise", 120.0);
    assert_eq!(target(&person, &[sport]).millilitres, 2500);
    // Everything at once: a litre more at most.
    yes_no(&mut hot, "low-sodium-sweating", true);
    amount(&mut hot, "sport-exercise", 120.0);
    yes_no(&mut hot, "high-fibre-diet", true);
    let all = target(&person, &[hot]);
    assert_eq!(all.millilitres, 3000);
    assert!(all.other_days.is_empty());
}

#[test]
fn fibre_that_the_food_brings_counts_by_the_gram_and_before_the_answer() {
    let person = healthy(45, Sex::Male);
    let mut much = day();
    yes_no(&mut much, "high-fibre-diet", true);
    let with =
        |fibre| match insight::water::water_with_fibre(&person, &[much.clone()], fibre, today()) {
            Some(Water::Target(target)) => target,
            other => panic!("no amount: {other:?}"),
        };
    assert_eq!(with(None).millilitres, 2300);
    // The food knows better than the answer: no more than the reference.
    let none = with(Some(0.0));
    assert_eq!(none.millilitres, 2000);
    assert!(
        none.other_days
            .iter()
            .all(|part| part.name.to_string() != "Much fibre")
    );
    assert_eq!(with(Some(4.0)).millilitres, 2100);
    assert_eq!(with(Some(8.0)).millilitres, 2200);
    assert_eq!(with(Some(60.0)).millilitres, 2300, "a glass at most");
    let part = with(Some(8.0)).parts.pop().unwrap();
    assert_eq!(
        part.line().to_string(),
        "+200 ml: Much fibre, 8 g a day above the reference in the food you told"
    );
}

#[test]
fn an_answer_of_no_adds_nothing_and_old_ones_are_forgotten() {
    let person = healthy(45, Sex::Male);
    let mut old = night(today().plus_days(-2), diary::Outcome::Missing);
    yes_no(&mut old, "hot-day", true);
    assert_eq!(target(&person, &[old]).millilitres, 2000);
    let mut yesterday = night(today().previous(), diary::Outcome::Missing);
    yes_no(&mut yesterday, "hot-day", true);
    let mut cool = day();
    yes_no(&mut cool, "hot-day", false);
    assert_eq!(target(&person, &[yesterday.clone()]).millilitres, 2500);
    assert_eq!(target(&person, &[yesterday, cool]).millilitres, 2000);
}

#[test]
fn no_amount_where_drinking_more_can_harm() {
    for condition in [
        "heart-failure",
        "kidney-disease-stage-4-5",
        "kidney-disease",
        "haemodialysis",
        "low-blood-sodium",
        "siadh",
        "fluid-restriction",
        "cirrhosis-with-ascites",
        "eating-disorder",
    ] {
        let person = healthy(60, Sex::Female).with_condition(condition);
        let told = water(&person, &[], today());
        assert!(
            matches!(&told, Some(Water::Silent { messages, because }) if !messages.is_empty() && !because.is_empty()),
            "{condition}: {told:?}"
        );
    }
    for medicine in [
        "desmopressin",
        "hydrochlorothiazide",
        "sertraline",
        "lithium",
    ] {
        let person = healthy(60, Sex::Female).taking_medicine(medicine);
        let told = water(&person, &[], today());
        assert!(matches!(told, Some(Water::Silent { .. })), "{medicine}");
    }
}

#[test]
fn unknown_is_asked_first() {
    let nothing = water(&Person::default(), &[], today());
    let Some(Water::Asks(missing)) = nothing else {
        panic!("{nothing:?}");
    };
    let asks: Vec<&str> = missing.iter().flat_map(|one| one.asks.clone()).collect();
    for ask in ["birth-year", "heart-failure", "kidney-disease", "medicines"] {
        assert!(asks.contains(&ask), "{ask}: {asks:?}");
    }
    // One open question is enough to stay silent.
    let mut nearly = healthy(60, Sex::Male);
    nearly.conditions.remove("low-blood-sodium");
    assert!(matches!(water(&nearly, &[], today()), Some(Water::Asks(_))));
    let mut no_age = healthy(60, Sex::Male);
    no_age.birth_year = None;
    assert!(matches!(water(&no_age, &[], today()), Some(Water::Asks(_))));
}

#[test]
fn no_plan_for_children() {
    assert_eq!(water(&healthy(16, Sex::Male), &[], today()), None);
}

#[test]
fn nothing_more_known_never_unlocks_an_amount() {
    let base = healthy(60, Sex::Female).with_condition("heart-failure");
    for condition in knowledge::conditions() {
        let more = base.clone().with_condition(condition.id);
        assert!(
            matches!(water(&more, &[], today()), Some(Water::Silent { .. })),
            "{}",
            condition.id
        );
    }
}

#[test]
fn the_rhythm_follows_the_persons_own_hours() {
    let person = Person {
        rising: Some(time(6, 0, 0, 0)),
        bedtime: Some(time(21, 0, 0, 0)),
        ..healthy(45, Sex::Male)
    };
    let rhythm = target(&person, &[]).rhythm;
    assert_eq!(rhythm.glasses[0], time(6, 0, 0, 0));
    assert_eq!(rhythm.sips_from, time(19, 0, 0, 0));
    // At 70 getting up at night is how people fall: the evening ends earlier.
    let older = Person {
        birth_year: Some(1956),
        ..person
    };
    assert_eq!(target(&older, &[]).rhythm.sips_from, time(18, 0, 0, 0));
}

#[test]
fn after_sweating_something_salty_unless_salt_is_not_for_them() {
    let well = target(&healthy(45, Sex::Male), &[]);
    assert!(
        matches!(&well.after_sweating, AfterSweating::Salty(warnings) if warnings.iter().all(|w| w.applies != insight::Applies::Yes))
    );
    let pressure = target(&healthy(45, Sex::Male).with_condition("hypertension"), &[]);
    // A drink that must be asked about first is not told beside the water.
    assert!(
        matches!(&pressure.after_sweating, AfterSweating::AskFirst(messages) if !messages.is_empty())
    );
    let mut sweaty = day();
    yes_no(&mut sweaty, "low-sodium-sweating", true);
    // Salt may be forbidden where drinking is not: then nothing is added by a plan.
    let after = healthy(30, Sex::Female).with_condition("pre-eclampsia");
    let told = target(&after, &[sweaty]);
    assert!(matches!(told.after_sweating, AfterSweating::AskFirst(_)));
    assert_eq!(told.millilitres, 1600);
    let now = healthy(30, Sex::Female)
        .pregnant()
        .with_condition("pre-eclampsia");
    assert!(matches!(
        water(&now, &[], today()),
        Some(Water::Silent { .. })
    ));
}
