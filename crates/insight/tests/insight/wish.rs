//! Any remedy can be asked about by name, and none is told without the safety rules.

use diary::entry::Sex;
use diary::{Night, Person};
use insight::matrix::question;
use insight::plan::{Wished, wished, wishes};
use insight::suspects;
use knowledge::{Remedy, RemedyKind, Verdict as Reading};

use super::common::{Having, healthy, nights, today};

fn remedy(id: &str) -> &'static Remedy {
    knowledge::remedy(id).unwrap()
}

fn wish(person: &Person, all: &[Night], id: &str) -> Wished {
    let matrix = question(person, all, today());
    let suspects = suspects(person, all, today(), None, &matrix);
    wished(remedy(id), person, all, &suspects, today())
}

fn often() -> Vec<Night> {
    nights(&[Some(1); 28])
}

#[test]
fn acupuncture_is_answered_with_how_little_is_known() {
    let Wished::Safe(step) = wish(&healthy(45, Sex::Female), &often(), "acupuncture") else {
        panic!("a healthy person may have needles")
    };
    assert!(
        step.how_sure
            .to_string()
            .starts_with("It is unlikely to help"),
        "{}",
        step.how_sure
    );
    assert!(step.why.to_string().contains("stress"), "{}", step.why);
    // Whoever takes a blood thinner asks first; whoever has lymphoedema has no needles there.
    let Wished::Safe(step) = wish(
        &healthy(45, Sex::Female).taking_medicine("warfarin"),
        &often(),
        "acupuncture",
    ) else {
        panic!("a warning, not a block")
    };
    assert!(
        step.warnings
            .iter()
            .any(|warning| warning.rule.id == "needles-bleeding")
    );
    let blocked = wish(
        &healthy(45, Sex::Female).with_condition("lymphoedema"),
        &often(),
        "acupuncture",
    );
    assert!(matches!(blocked, Wished::Blocked(one) if !one.because.is_empty()));
    // Of whom nothing is known: questions, and no instruction.
    let Wished::Asks(missing) = wish(&Person::default(), &often(), "dry-needling") else {
        panic!("unknown is not safe")
    };
    assert!(!missing.is_empty());
}

#[test]
fn what_is_for_the_doctor_or_against_the_evidence_is_said_so() {
    let person = healthy(45, Sex::Male);
    let gabapentin = wish(&person, &often(), "gabapentin");
    assert_eq!(
        gabapentin,
        Wished::ForTheDoctor(texts::Sentence::of("for-the-doctor"))
    );
    // What is not recommended is left out by a rule, even for the healthiest.
    let advised_against = wishes().filter(|one| one.verdict == Reading::NotRecommended);
    let mut count = 0;
    for one in advised_against {
        count += 1;
        assert!(
            matches!(wish(&person, &often(), one.id), Wished::Blocked(_)),
            "{}",
            one.id
        );
    }
    assert!(count >= 3);
}

#[test]
fn nothing_is_advised_before_help_and_to_nobody_under_18() {
    let emergency = healthy(45, Sex::Male).with_flag("stroke-signs");
    let boy = healthy(16, Sex::Male);
    for remedy in wishes() {
        for person in [&emergency, &boy] {
            let answer = wish(person, &often(), remedy.id);
            assert!(matches!(answer, Wished::Silent(_)), "{}", remedy.id);
        }
    }
}

#[test]
fn every_wish_has_an_answer_and_only_what_the_rules_allow_is_safe() {
    use insight::{Facts, Verdict, check};
    let many = [
        healthy(45, Sex::Female),
        healthy(82, Sex::Male)
            .with_condition("kidney-disease-stage-4-5")
            .taking_medicine("furosemide")
            .taking_medicine("digoxin")
            .taking_medicine("warfarin"),
        healthy(30, Sex::Female).pregnant(),
        Person::default(),
    ];
    let mut safe = 0;
    for person in &many {
        let facts = Facts::of(person, today().evening());
        for remedy in wishes() {
            assert_ne!(remedy.kind, RemedyKind::Acute);
            let allowed = matches!(check(remedy, &facts), Verdict::Allowed { .. });
            match wish(person, &[], remedy.id) {
                Wished::Safe(_) => {
                    safe += 1;
                    assert!(allowed, "{}", remedy.id);
                }
                Wished::Blocked(_) | Wished::Asks(_) => assert!(!allowed, "{}", remedy.id),
                Wished::ForTheDoctor(_) => {}
                Wished::Silent(why) => panic!("{}: {why}", remedy.id),
            }
        }
    }
    assert!(safe > 40, "{safe}");
}
