//! Blood tests: units, plausibility, derived values against published ones, and what the safety rules assume.

use super::common::{TODAY, healthy, id, today};
use diary::entry::Sex;
use diary::person::Lab;
use diary::{Amount, Person};
use insight::labs::{LabProblem, Origin, Standing, Sure, assumed, check, egfr, newest};
use insight::{Facts, Verdict};
use jiff::civil::{Date, date};
use proptest::prelude::*;

fn with(mut person: Person, test: &str, value: f64, unit: &str, taken: Date) -> Person {
    person.labs.push(Lab {
        test: id(test),
        value: Amount::new(value).unwrap(),
        unit: unit.to_owned(),
        taken,
    });
    person
}

fn woman() -> Person {
    healthy(60, Sex::Female)
}

const MARCH: Date = date(2026, 3, 2);

#[test]
fn the_kidney_filtration_agrees_with_published_examples() {
    // kidney.org (2021 calculator): 55-year-old man, 1.2 mg/dL, 71. creatinineclearancecalculator.net: 55-year-old woman,
    // 0.9 mg/dL, “about 76” with rounded steps. A public calculator's own test: 50-year-old man, 1.1 mg/dL, 82.
    for (mg_dl, age, sex, published, within) in [
        (1.2, 55, Sex::Male, 71.0, 0.5),
        (0.9, 55, Sex::Female, 76.0, 0.7),
        (1.1, 50, Sex::Male, 82.0, 0.5),
    ] {
        let ours = egfr(mg_dl * 88.4, age, sex);
        assert!((ours - published).abs() <= within, "{mg_dl}: {ours}");
    }
    // At the bend of the spline both branches meet.
    for (sex, kappa, at_bend) in [(Sex::Female, 0.7, 142.0 * 1.012), (Sex::Male, 0.9, 142.0)] {
        assert!((egfr(kappa * 88.4, 0, sex) - at_bend).abs() < 1e-9);
    }
}

#[test]
fn every_unit_of_every_test_leads_back_and_the_range_reads_the_same_in_it() {
    for lab in knowledge::labs() {
        for name in lab.unit_names() {
            let unit = lab.unit(name).unwrap();
            for own in [lab.range.0, lab.range.1] {
                let back = unit.to_own(unit.from_own(own));
                assert!(
                    (back - own).abs() < 1e-9 * own.abs().max(1.0),
                    "{} {name}",
                    lab.id
                );
            }
        }
    }
    // Published pairs (JAMA table of conversions; PMC7276095; NGSP master equation).
    for (test, value, unit, own) in [
        ("calcium", 10.0, "mg/dL", 2.495),
        ("creatinine", 1.0, "mg/dL", 88.4),
        ("magnesium", 2.0, "mg/dl", 0.8228),
        ("magnesium", 2.0, "mEq/L", 1.0),
        ("vitamin-d", 20.0, "ng/mL", 50.0),
        ("hba1c", 6.5, "%", 47.5),
        ("ferritin", 67.41, "pmol/L", 30.0),
        ("ck", 4.45, "ukat/L", 267.0),
        ("albumin", 4.0, "g/dL", 40.0),
        ("tsh", 2.5, "µIU/mL", 2.5),
        ("potassium", 4.1, "mEq/L", 4.1),
        ("sodium", 140.0, "mEq/L", 140.0),
    ] {
        let lab = knowledge::lab(test).unwrap();
        let ours = lab.unit(unit).unwrap().to_own(value);
        assert!((ours - own).abs() < 0.02 * own, "{test}: {ours}, not {own}");
    }
}

#[test]
fn spellings_of_tests_and_units_are_forgiven() {
    for name in ["potassium", "K", "Serum Potassium", "serum_potassium"] {
        assert_eq!(knowledge::lab(name).unwrap().id, "potassium", "{name}");
    }
    let creatinine = knowledge::lab("creatinine").unwrap();
    for unit in ["µmol/L", "μmol/l", "umol/L", "mcmol/L", " UMOL / L"] {
        assert_eq!(creatinine.unit(unit).unwrap().times, 1.0, "{unit}");
    }
    assert_eq!(creatinine.unit("mmol/L"), None);
}

#[test]
fn a_value_in_the_wrong_unit_is_caught_with_a_question() {
    let problem = |test, value, unit| check(test, value, unit, Some(Sex::Female), Sure::NotAsked);
    for (test, value, unit, instead) in [
        ("calcium", 9.4, "mmol/L", "mg/dL"),
        ("creatinine", 0.9, "µmol/L", "mg/dL"),
        ("creatinine", 75.0, "mg/dL", "µmol/L"),
        ("hba1c", 5.4, "mmol/mol", "%"),
        ("hba1c", 38.0, "%", "mmol/mol"),
        ("albumin", 4.1, "g/L", "g/dL"),
    ] {
        match problem(test, value, unit) {
            Err(problem @ LabProblem::Impossible { .. }) => {
                assert!(
                    problem
                        .to_string()
                        .ends_with(&format!("Did you mean {instead}?")),
                    "{problem}"
                );
            }
            other => panic!("{test} {value} {unit}: {other:?}"),
        }
    }
    for (test, value, unit, other) in [
        ("magnesium", 2.0, "mmol/L", "mg/dL"),
        ("vitamin-d", 30.0, "nmol/L", "ng/mL"),
        ("magnesium", 0.85, "mg/dL", "mmol/L"),
    ] {
        let asked = problem(test, value, unit).unwrap_err();
        assert!(asked.is_question(), "{asked}");
        assert!(
            asked.to_string().contains(&format!("{value} {other}")),
            "{asked}"
        );
        assert!(check(test, value, unit, None, Sure::Yes).is_ok());
    }
    for (test, value, unit) in [
        ("potassium", 4.1, "mmol/L"),
        ("potassium", 2.9, "mmol/L"),
        ("magnesium", 0.62, "mmol/L"),
        ("calcium", 2.31, "mmol/L"),
        ("egfr", 24.0, "mL/min"),
        ("hba1c", 6.5, "%"),
    ] {
        assert!(problem(test, value, unit).is_ok(), "{test} {value} {unit}");
    }
}

#[test]
fn what_cannot_be_understood_says_what_can() {
    let said = |test, unit| {
        check(test, 4.0, unit, None, Sure::Yes)
            .unwrap_err()
            .to_string()
    };
    assert!(said("cholesterol", "mmol/L").contains("We know: magnesium, potassium"));
    assert!(said("potassium", "bananas").contains("mmol/L, mEq/L"));
    let impossible = check("potassium", 140.0, "mmol/L", None, Sure::Yes).unwrap_err();
    assert!(!impossible.is_question());
    assert_eq!(
        impossible.to_string(),
        "140 mmol/L cannot be right for Potassium: it must be from 1.5 to 10 mmol/L."
    );
}

#[test]
fn calcium_is_corrected_for_the_albumin_of_the_same_day() {
    let person = with(woman(), "calcium", 2.05, "mmol/L", MARCH);
    assert_eq!(newest(&person)[0].standing(None), Standing::Low);
    let person = with(person, "albumin", 2.8, "g/dL", MARCH);
    let calcium = newest(&person)[0];
    assert_eq!(calcium.origin, Origin::CorrectedForAlbumin);
    assert!((calcium.value - 2.29).abs() < 1e-9, "{}", calcium.value);
    assert!(assumed(&person).is_empty());
    // Another day's albumin corrects nothing.
    let other = with(
        with(woman(), "calcium", 2.05, "mmol/L", MARCH),
        "albumin",
        28.0,
        "g/L",
        date(2026, 3, 3),
    );
    assert_eq!(newest(&other)[0].origin, Origin::Printed);
}

#[test]
fn the_newest_value_of_a_test_decides_and_says_why() {
    let person = with(woman(), "potassium", 5.9, "mmol/L", MARCH);
    let all = assumed(&person);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].condition, "high-blood-potassium");
    assert_eq!(
        all[0].because.to_string(),
        "Your blood test: potassium 5.9 mmol/L on 2 March 2026 (above 5)."
    );
    let later = with(person, "potassium", 4.2, "mmol/L", date(2026, 4, 1));
    assert!(assumed(&later).is_empty());
}

/// Conditions assumed of a woman of 60 with one value.
fn of(test: &str, value: f64, unit: &str) -> Vec<&'static str> {
    assumed(&with(woman(), test, value, unit, MARCH))
        .iter()
        .map(|one| one.condition)
        .collect()
}

#[test]
fn each_limit_has_a_value_beyond_it_and_a_near_miss() {
    for lab in knowledge::labs() {
        for assumption in lab.assumptions {
            let (limit, beyond) = match assumption.limit {
                knowledge::Limit::Below(limit) => (limit, limit * 0.999),
                knowledge::Limit::Above(limit) => (limit, limit * 1.001),
            };
            let mut person = with(woman(), lab.id, beyond, lab.unit, MARCH);
            if lab.id == "creatinine" {
                // It decides only while the filtration cannot be worked out.
                person.birth_year = None;
            }
            let conditions = |person: &Person| -> Vec<&str> {
                assumed(person).iter().map(|a| a.condition).collect()
            };
            assert!(
                conditions(&person).contains(&assumption.condition),
                "{}",
                lab.id
            );
            person.labs[0].value = Amount::new(limit).unwrap();
            assert!(
                !conditions(&person).contains(&assumption.condition),
                "{}",
                lab.id
            );
        }
    }
}

#[test]
fn weak_kidneys_are_seen_from_creatinine() {
    assert_eq!(of("creatinine", 0.8, "mg/dL"), Vec::<&str>::new());
    // A woman of 60: 1.2 mg/dL gives about 51, 2.5 about 21.
    assert_eq!(of("creatinine", 1.2, "mg/dL"), ["kidney-disease"]);
    assert_eq!(
        of("creatinine", 2.5, "mg/dL"),
        ["kidney-disease", "kidney-disease-stage-4-5"]
    );
    // Big muscles: a man of 30 with 115 µmol/L filters about 75.
    let man = with(healthy(30, Sex::Male), "creatinine", 115.0, "µmol/L", MARCH);
    assert!(assumed(&man).is_empty());
    // Nobody knows how old: the creatinine itself decides.
    let ageless = Person {
        birth_year: None,
        ..man
    };
    assert_eq!(assumed(&ageless)[0].condition, "kidney-disease");
}

fn blocked(person: &Person, remedy: &str) -> bool {
    matches!(
        insight::check(
            knowledge::remedy(remedy).unwrap(),
            &Facts::of(person, TODAY)
        ),
        Verdict::Blocked { .. }
    )
}

#[test]
fn blood_tests_join_conditions_in_the_rules() {
    for (test, value, unit, remedy) in [
        ("egfr", 24.0, "mL/min", "magnesium-supplement"),
        ("egfr", 24.0, "mL/min", "hydration"),
        ("egfr", 24.0, "mL/min", "sodium-electrolyte-drink"),
        ("egfr", 50.0, "mL/min", "nsaid"),
        ("magnesium", 1.3, "mmol/L", "magnesium-supplement"),
        ("sodium", 131.0, "mmol/L", "hydration"),
        ("potassium", 5.9, "mmol/L", "potassium-supplement"),
    ] {
        let person = with(woman(), test, value, unit, MARCH);
        assert!(blocked(&person, remedy), "{test} {value} {remedy}");
    }
    for (remedy, usual) in [("magnesium-supplement", 0.85), ("hydration", 0.85)] {
        assert!(!blocked(
            &with(woman(), "magnesium", usual, "mmol/L", MARCH),
            remedy
        ));
    }
    // High calcium does not block, it sends calcium and vitamin D to the doctor first.
    let person = with(woman(), "calcium", 2.8, "mmol/L", MARCH);
    match insight::check(
        knowledge::remedy("calcium-supplement").unwrap(),
        &Facts::of(&person, TODAY),
    ) {
        Verdict::Allowed { warnings } => assert!(
            warnings
                .iter()
                .any(|w| w.rule.id == "calcium-vitamin-d-high-calcium-conditions")
        ),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_person_who_denied_kidney_disease_is_believed_less_than_the_blood() {
    let person = with(woman(), "egfr", 24.0, "mL/min", MARCH);
    let facts = Facts::of(&person, TODAY);
    assert_eq!(facts.condition("kidney-disease-stage-4-5"), Some(true));
    let rule = knowledge::rules()
        .iter()
        .find(|rule| rule.id == "magnesium-kidney")
        .unwrap();
    assert_eq!(
        facts
            .reasons(&[rule])
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        [
            "Your blood test: kidney filtration (eGFR) 24 mL/min/1.73 m² on 2 March 2026 (below 60).",
            "Your blood test: kidney filtration (eGFR) 24 mL/min/1.73 m² on 2 March 2026 (below 30)."
        ]
    );
}

#[test]
fn an_alarming_value_is_a_flag_until_somebody_has_seen_it() {
    let raised = |person: &Person| -> Vec<&str> {
        insight::raised(person, &[], today())
            .iter()
            .map(|raised| raised.flag.id)
            .collect()
    };
    let taken = today().plus_days(-3).evening();
    let person = with(woman(), "potassium", 6.5, "mmol/L", taken);
    assert_eq!(raised(&person), ["dangerous-blood-result"]);
    assert!(raised(&with(woman(), "potassium", 6.4, "mmol/L", taken)).is_empty());
    assert!(raised(&with(woman(), "potassium", 6.5, "mmol/L", MARCH)).is_empty());
    let mut seen = person;
    seen.flags.insert(
        id("dangerous-blood-result"),
        diary::person::FlagAnswer {
            present: true,
            seen: true,
            answered: TODAY,
        },
    );
    assert!(raised(&seen).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_more_blood_test_of_a_new_kind_never_loosens_a_verdict(
        lab in proptest::sample::select(knowledge::labs().to_vec()),
        place in 0.0_f64..1.0,
    ) {
        let value = lab.plausible.0 + place * (lab.plausible.1 - lab.plausible.0);
        let (before, after) = (Facts::of(&woman(), TODAY), Facts::of(&with(woman(), lab.id, value, lab.unit, MARCH), TODAY));
        for remedy in knowledge::remedies() {
            if matches!(insight::check(remedy, &before), Verdict::Blocked { .. }) {
                let still = matches!(insight::check(remedy, &after), Verdict::Blocked { .. });
                prop_assert!(still, "{}: {} {value}", remedy.id, lab.id);
            }
        }
    }

    #[test]
    fn the_filtration_falls_with_creatinine_and_age(creatinine in 20.0_f64..1000.0, age in 18_u32..100) {
        for sex in [Sex::Female, Sex::Male] {
            prop_assert!(egfr(creatinine * 1.1, age, sex) < egfr(creatinine, age, sex));
            prop_assert!(egfr(creatinine, age + 1, sex) < egfr(creatinine, age, sex));
        }
    }
}
