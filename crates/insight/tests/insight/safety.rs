//! Every safety rule has a person who triggers it and a near miss; unknown is never safe; nothing new unblocks.

use super::common::{Having, TODAY, healthy, id, step};
use diary::Person;
use diary::entry::Sex;
use insight::{Facts, Verdict, check};
use knowledge::{Fires, RemedyKind, Severity, Trigger};
use proptest::prelude::*;

/// The healthy person (of an age that no rule is about) after one trigger was made to hold.
fn triggered(person: Person, trigger: Trigger) -> Person {
    match trigger {
        Trigger::Condition(condition) => person.with_condition(condition),
        Trigger::Medicine(class) => {
            let medicine = knowledge::medicines()
                .iter()
                .filter(|medicine| knowledge::takes(medicine, class))
                // A combination would trigger more than what is wanted.
                .min_by_key(|medicine| medicine.ingredients.len())
                .unwrap_or_else(|| panic!("no medicine is a {class}"));
            person.taking_medicine(medicine.id)
        }
        Trigger::Symptom(flag) => person.with_flag(flag),
        Trigger::Pregnant => Person {
            birth_year: Some(TODAY.year() - 30),
            ..person
        }
        .pregnant(),
        Trigger::AgeAtLeast(years) | Trigger::AgeAtMost(years) => {
            aged(person, i16::try_from(years).unwrap())
        }
    }
}

fn aged(person: Person, years: i16) -> Person {
    Person {
        birth_year: Some(TODAY.year() - years),
        ..person
    }
}

/// An age of which no age limit of the rule holds.
fn neutral_age(fires: Fires) -> i16 {
    (30..=100)
        .chain(0..30)
        .find(|&age| {
            let person = Person {
                birth_year: Some(TODAY.year() - age),
                ..Person::default()
            };
            let facts = Facts::of(&person, TODAY);
            triggers(fires).iter().all(|&trigger| {
                !matches!(trigger, Trigger::AgeAtLeast(_) | Trigger::AgeAtMost(_))
                    || facts.holds(trigger) == Some(false)
            })
        })
        .unwrap()
}

fn triggers(fires: Fires) -> Vec<Trigger> {
    match fires {
        Fires::Always => Vec::new(),
        Fires::Any(triggers) => triggers.to_vec(),
        Fires::All(groups) => groups.concat(),
    }
}

#[test]
fn each_trigger_of_each_rule_fires_it_and_a_healthy_person_is_a_near_miss() {
    for rule in knowledge::rules() {
        let base = healthy(neutral_age(rule.fires), Sex::Female);
        let fires = |person: &Person| Facts::of(person, TODAY).fires(rule.fires);
        match rule.fires {
            Fires::Always => assert_eq!(fires(&base), Some(true), "{}", rule.id),
            Fires::Any(triggers) => {
                assert_eq!(fires(&base), Some(false), "{}: near miss", rule.id);
                for &trigger in triggers {
                    assert_eq!(
                        fires(&triggered(base.clone(), trigger)),
                        Some(true),
                        "{}: {trigger:?}",
                        rule.id
                    );
                }
            }
            Fires::All(groups) => {
                assert_eq!(fires(&base), Some(false), "{}: near miss", rule.id);
                for (left_out, _) in groups.iter().enumerate() {
                    for (index, group) in groups.iter().enumerate() {
                        for &trigger in *group {
                            let person = groups.iter().enumerate().fold(
                                base.clone(),
                                |person, (other, others)| {
                                    let chosen = if other == index { trigger } else { others[0] };
                                    triggered(person, chosen)
                                },
                            );
                            assert_eq!(fires(&person), Some(true), "{}: {trigger:?}", rule.id);
                        }
                        let all_but_one = groups
                            .iter()
                            .enumerate()
                            .filter(|(other, _)| *other != left_out)
                            .fold(base.clone(), |person, (_, others)| {
                                triggered(person, others[0])
                            });
                        assert_eq!(
                            fires(&all_but_one),
                            Some(false),
                            "{}: without group {left_out}",
                            rule.id
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn age_limits_are_inclusive_and_doubt_counts_as_reached() {
    let holds = |age: i16, trigger| {
        Facts::of(
            &Person {
                birth_year: Some(TODAY.year() - age),
                ..Person::default()
            },
            TODAY,
        )
        .holds(trigger)
    };
    for (age, trigger, expected) in [
        (64, Trigger::AgeAtLeast(65), false),
        // 65 this year: 64 or 65 today.
        (65, Trigger::AgeAtLeast(65), true),
        (17, Trigger::AgeAtMost(17), true),
        // 18 this year: 17 or 18 today.
        (18, Trigger::AgeAtMost(17), true),
        (19, Trigger::AgeAtMost(17), false),
    ] {
        assert_eq!(
            holds(age, trigger),
            Some(expected),
            "age {age}, {trigger:?}"
        );
    }
    assert_eq!(
        Facts::of(&Person::default(), TODAY).holds(Trigger::AgeAtMost(17)),
        None
    );
}

#[test]
fn wider_and_narrower_conditions_answer_for_each_other() {
    let of = |told: &[(&str, bool)]| {
        let mut person = Person::default();
        for (condition, present) in told {
            person.conditions.insert(id(condition), step(*present));
        }
        Facts::of(&person, TODAY)
    };
    let dialysis = of(&[("haemodialysis", true)]);
    assert_eq!(dialysis.condition("kidney-disease"), Some(true));
    assert_eq!(dialysis.condition("diabetes"), None);
    let no_kidney_disease = of(&[("kidney-disease", false)]);
    assert_eq!(no_kidney_disease.condition("haemodialysis"), Some(false));
    // A contradiction is resolved towards having it.
    let both = of(&[("kidney-disease", false), ("haemodialysis", true)]);
    assert_eq!(both.condition("kidney-disease"), Some(true));
    assert_eq!(
        both.condition("kidney-disease-stage-4-5").or(Some(true)),
        Some(true)
    );
}

#[test]
fn a_medicine_we_do_not_know_leaves_every_class_open() {
    let mut person = healthy(45, Sex::Male);
    assert_eq!(
        Facts::of(&person, TODAY).medicine("anticoagulant"),
        Some(false)
    );
    person.medicines.insert(
        id("wonder-drops"),
        diary::person::Course {
            steps: step(true),
            dose: None,
        },
    );
    assert_eq!(Facts::of(&person, TODAY).medicine("anticoagulant"), None);
}

#[test]
fn a_no_to_a_warning_sign_wears_off_but_a_yes_does_not() {
    let old = diary::NightId::of_evening(TODAY).plus_days(-100).evening();
    let mut person = healthy(45, Sex::Male);
    let answer = |present, seen, answered| diary::person::FlagAnswer {
        present,
        seen,
        answered,
    };
    person
        .flags
        .insert(id("pop-or-injury"), answer(false, false, old));
    assert_eq!(Facts::of(&person, TODAY).flag("pop-or-injury"), None);
    person
        .flags
        .insert(id("pop-or-injury"), answer(true, false, old));
    assert_eq!(Facts::of(&person, TODAY).flag("pop-or-injury"), Some(true));
    person
        .flags
        .insert(id("pop-or-injury"), answer(true, true, TODAY));
    assert_eq!(Facts::of(&person, TODAY).flag("pop-or-injury"), Some(false));
}

#[test]
fn stretching_and_walking_are_never_silent_without_a_known_reason() {
    let facts = Facts::of(&Person::default(), TODAY);
    for remedy in ["active-stretch", "walk-it-off"] {
        let remedy = knowledge::remedy(remedy).unwrap();
        assert!(
            matches!(check(remedy, &facts), Verdict::Allowed { .. }),
            "{}",
            remedy.id
        );
    }
}

#[test]
fn no_remedy_with_an_undecided_contraindication_is_allowed() {
    let facts = Facts::of(&Person::default(), TODAY);
    for remedy in knowledge::remedies() {
        let undecided = knowledge::rules().iter().any(|rule| {
            rule.blocks.contains(&remedy.id)
                && rule.severity == Severity::Contraindicated
                && facts.fires(rule.fires).is_none()
        });
        assert!(
            !(undecided && matches!(check(remedy, &facts), Verdict::Allowed { .. })),
            "{}",
            remedy.id
        );
    }
}

#[test]
fn only_relief_during_a_cramp_goes_on_when_a_blocking_rule_is_undecided() {
    let facts = Facts::of(&Person::default(), TODAY);
    for remedy in knowledge::remedies()
        .iter()
        .filter(|remedy| remedy.kind != RemedyKind::Acute)
    {
        let undecided = knowledge::rules()
            .iter()
            .any(|rule| rule.blocks.contains(&remedy.id) && facts.fires(rule.fires).is_none());
        assert!(
            !(undecided && matches!(check(remedy, &facts), Verdict::Allowed { .. })),
            "{}",
            remedy.id
        );
    }
}

/// 0: allowed, 1: waits for facts, 2: blocked.
fn strictness(verdict: &Verdict) -> u8 {
    match verdict {
        Verdict::Allowed { .. } => 0,
        Verdict::NeedsFacts { .. } => 1,
        Verdict::Blocked { .. } => 2,
    }
}

fn any_person() -> impl Strategy<Value = Person> {
    let conditions: Vec<&'static str> = knowledge::conditions().iter().map(|one| one.id).collect();
    let medicines: Vec<&'static str> = knowledge::medicines().iter().map(|one| one.id).collect();
    let flags: Vec<&'static str> = knowledge::flags().iter().map(|one| one.id).collect();
    (
        proptest::collection::vec((proptest::sample::select(conditions), any::<bool>()), 0..40),
        proptest::collection::vec(proptest::sample::select(medicines), 0..6),
        proptest::collection::vec((proptest::sample::select(flags), any::<bool>()), 0..20),
        proptest::option::of(any::<bool>()),
        proptest::option::of(0_i16..100),
        proptest::option::of(any::<bool>()),
        any::<bool>(),
    )
        .prop_map(
            |(conditions, medicines, flags, complete, age, male, answered_all)| {
                let mut person = if answered_all {
                    healthy(age.unwrap_or(40), Sex::Female)
                } else {
                    Person::default()
                };
                person.medicines_complete = complete;
                person.birth_year = age.map(|age| TODAY.year() - age);
                person.sex = male.map(|male| if male { Sex::Male } else { Sex::Female });
                for (condition, present) in conditions {
                    person.conditions.insert(id(condition), step(present));
                }
                for medicine in medicines {
                    person = person.taking_medicine(medicine);
                }
                for (flag, present) in flags {
                    let answer = diary::person::FlagAnswer {
                        present,
                        seen: false,
                        answered: TODAY,
                    };
                    person.flags.insert(id(flag), answer);
                }
                person
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn telling_of_one_more_thing_never_loosens_a_verdict(
        person in any_person(),
        condition in proptest::sample::select(knowledge::conditions().iter().map(|one| one.id).collect::<Vec<_>>()),
        medicine in proptest::sample::select(knowledge::medicines().iter().map(|one| one.id).collect::<Vec<_>>()),
        flag in proptest::sample::select(knowledge::flags().iter().map(|one| one.id).collect::<Vec<_>>()),
    ) {
        let before = Facts::of(&person, TODAY);
        for more in [
            person.clone().with_condition(condition),
            person.clone().taking_medicine(medicine),
            person.clone().with_flag(flag),
            person.clone().pregnant(),
        ] {
            let after = Facts::of(&more, TODAY);
            for remedy in knowledge::remedies() {
                prop_assert!(
                    strictness(&check(remedy, &after)) >= strictness(&check(remedy, &before)),
                    "{} was loosened by {condition}, {medicine}, {flag} or pregnancy", remedy.id
                );
            }
        }
    }

    #[test]
    fn forgetting_a_no_never_loosens_a_verdict_on_prevention(person in any_person(), forget in any::<proptest::sample::Index>()) {
        let denied: Vec<_> = person
            .conditions
            .iter()
            .filter(|(_, steps)| steps.iter().all(|step| !step.present))
            .map(|(id, _)| id.clone())
            .collect();
        prop_assume!(!denied.is_empty());
        let mut less = person.clone();
        less.conditions.remove(forget.get(&denied));
        less.medicines_complete = None;
        let (before, after) = (Facts::of(&person, TODAY), Facts::of(&less, TODAY));
        for remedy in knowledge::remedies().iter().filter(|remedy| remedy.kind != RemedyKind::Acute) {
            prop_assert!(strictness(&check(remedy, &after)) >= strictness(&check(remedy, &before)), "{}", remedy.id);
        }
    }
}

#[test]
fn salty_drinks_are_not_offered_where_they_harm() {
    let drink = knowledge::remedy("sodium-electrolyte-drink").unwrap();
    let of = |person: &Person| check(drink, &Facts::of(person, TODAY));
    assert!(matches!(
        of(&healthy(45, Sex::Female)),
        Verdict::Allowed { .. }
    ));
    for condition in [
        "kidney-disease-stage-4-5",
        "kidney-failure",
        "dialysis",
        "haemodialysis",
        "cirrhosis-with-ascites",
        "pre-eclampsia",
        "heart-failure",
    ] {
        let person = healthy(45, Sex::Female).with_condition(condition);
        assert!(
            matches!(of(&person), Verdict::Blocked { .. }),
            "{condition}"
        );
    }
    // Nobody knows how weak these kidneys are.
    let mut kidneys = healthy(45, Sex::Female).with_condition("kidney-disease");
    kidneys.conditions.remove("kidney-disease-stage-4-5");
    assert!(matches!(of(&kidneys), Verdict::NeedsFacts { .. }));
}

fn warned(remedy: &str, person: &Person) -> Vec<&'static str> {
    match check(
        knowledge::remedy(remedy).unwrap(),
        &Facts::of(person, TODAY),
    ) {
        Verdict::Allowed { warnings } => warnings.iter().map(|one| one.rule.id).collect(),
        other => panic!("{remedy}: {other:?}"),
    }
}

#[test]
fn pregnancy_and_digoxin_have_words_of_their_own() {
    let healthy = healthy(30, Sex::Female);
    for person in [
        healthy.clone().pregnant(),
        healthy.clone().with_condition("breastfeeding"),
    ] {
        assert_eq!(warned("limit-alcohol", &person), ["pregnancy-alcohol"]);
    }
    assert_eq!(warned("limit-alcohol", &healthy), Vec::<&str>::new());
    assert_eq!(
        warned("pickle-juice", &healthy.clone().pregnant()),
        ["salty-drinks-pregnancy"]
    );
    let rule = "potassium-check-with-two-sparing-medicines";
    for (one, other) in [("ramipril", "spironolactone"), ("losartan", "amiloride")] {
        let alone = healthy.clone().taking_medicine(one);
        assert!(
            !warned("medication-review", &alone).contains(&rule),
            "{one}"
        );
        let both = alone.taking_medicine(other);
        assert!(
            warned("medication-review", &both).contains(&rule),
            "{one} {other}"
        );
    }
    let rule = "digoxin-with-water-tablet";
    for tablet in ["furosemide", "hydrochlorothiazide", "indapamide"] {
        let alone = healthy.clone().taking_medicine(tablet);
        assert!(!warned("medication-review", &alone).contains(&rule));
        let both = alone.taking_medicine("digoxin");
        assert!(
            warned("medication-review", &both).contains(&rule),
            "{tablet}"
        );
    }
}

#[test]
fn who_might_take_a_medicine_is_asked_about_the_medicine_before_its_warning_signs() {
    let rule = knowledge::rules()
        .iter()
        .find(|rule| rule.id == "no-self-treatment-in-electrolyte-emergency")
        .unwrap();
    let mut person = healthy(50, Sex::Male);
    person.medicines_complete = None;
    for flag in [
        "lithium-toxicity",
        "digoxin-toxicity",
        "steroid-dependent-vomiting",
    ] {
        person.flags.remove(flag);
    }
    let asked = Facts::of(&person, TODAY).undecided(rule.fires);
    assert!(asked.contains(&Trigger::Medicine("lithium")), "{asked:?}");
    assert!(!asked.contains(&Trigger::Symptom("lithium-toxicity")));
    let taking = person.taking_medicine("lithium");
    let asked = Facts::of(&taking, TODAY).undecided(rule.fires);
    assert!(asked.contains(&Trigger::Symptom("lithium-toxicity")));
}

#[test]
fn paracetamol_and_the_ibuprofen_type_are_judged_apart() {
    let verdict = |remedy: &str, person: &Person| {
        strictness(&check(
            knowledge::remedy(remedy).unwrap(),
            &Facts::of(person, TODAY),
        ))
    };
    let healthy = healthy(50, Sex::Female);
    for (person, paracetamol, nsaid) in [
        (healthy.clone(), 0, 0),
        (healthy.clone().taking_medicine("warfarin"), 0, 2),
        (healthy.clone().with_condition("kidney-disease"), 0, 2),
        (healthy.clone().pregnant(), 0, 2),
        (healthy.clone().with_flag("dark-urine-muscle-pain"), 2, 2),
        (aged(healthy, 15), 2, 2),
    ] {
        assert_eq!(
            (verdict("paracetamol", &person), verdict("nsaid", &person)),
            (paracetamol, nsaid),
            "{:?}",
            person.medicines
        );
    }
}
