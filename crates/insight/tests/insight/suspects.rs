//! The three lists: from studies alone, and from simulated nights with known causes.

use std::fmt::Write;

use diary::entry::{Hemisphere, Sex};
use diary::night::Outcome;
use diary::person::{Course, Step};
use diary::{Night, Person};
use infer::Seed;
use insight::{Basis, List, Suspect, Suspects, Tag, analyse};

use super::common::{Chance, Having, amount, healthy, id, nights, today, yes_no};

fn of(person: &Person, nights: &[Night]) -> Suspects {
    analyse(person, nights, today(), Seed(20)).unwrap()
}

fn find<'a>(suspects: &'a Suspects, factor: &str) -> Option<&'a Suspect> {
    suspects
        .all
        .iter()
        .find(|suspect| suspect.factor.id == factor)
}

fn shown(suspects: &Suspects) -> String {
    let mut text = String::new();
    writeln!(text, "{:?}", suspects.basis).unwrap();
    for one in &suspects.all {
        writeln!(
            text,
            "{:?} {:?} {:.2} {}: {}",
            one.list, one.tag, one.probability, one.factor.name, one.sentence
        )
        .unwrap();
    }
    for note in &suspects.notes {
        writeln!(text, "note: {note}").unwrap();
    }
    text
}

fn snapshot(name: &str, suspects: &Suspects) {
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, shown(suspects));
    });
}

#[test]
fn day_one_says_that_it_rests_on_studies_alone() {
    let person = healthy(72, Sex::Female)
        .taking_medicine("hydrochlorothiazide")
        .with_condition("liver-cirrhosis");
    let suspects = of(&person, &[]);
    assert_eq!(suspects.basis, Basis::EvidenceOnly);
    assert!(
        suspects
            .all
            .iter()
            .all(|one| one.tag == Tag::FromStudies && one.share.is_none() && one.before == one.now)
    );
    assert!(
        suspects.notes[0].to_string().contains("alone"),
        "{}",
        suspects.notes[0]
    );
    // What the person has and studies support is likely; what she has not is not there.
    assert_eq!(
        find(&suspects, "liver-cirrhosis").map(|one| one.list),
        Some(List::Likely)
    );
    assert!(find(&suspects, "diabetes").is_none() && find(&suspects, "statin").is_none());
    snapshot("suspects_day_one_72", &suspects);
}

#[test]
fn ignorance_is_not_suspicion() {
    let suspects = of(&Person::default(), &[]);
    assert!(suspects.all.iter().all(|one| one.list != List::Likely));
    assert!(
        suspects.all.iter().all(|one| one.present.is_none()),
        "nothing is known to be present"
    );
    assert!(suspects.notes.iter().any(|note| {
        note.to_string()
            .starts_with("Tell us your conditions and medicines to judge ")
    }));
}

#[test]
fn no_number_without_a_study_that_was_read() {
    let suspects = of(&healthy(50, Sex::Male), &[]);
    let unread: Vec<&Suspect> = suspects
        .all
        .iter()
        .filter(|one| !one.shows_number)
        .collect();
    assert!(!unread.is_empty());
    for one in unread {
        assert!(
            !one.sentence.to_string().contains("times as many"),
            "{}",
            one.sentence
        );
    }
}

/// A diary with two real causes, one for worse and a medicine, and some that do nothing.
fn diary(person: &mut Person, seed: u64) -> Vec<Night> {
    let mut chance = Chance::new(seed);
    let mut nights = nights(&[None; 180]);
    let start = nights[90].id;
    let steps = vec![Step {
        since: Some(start.evening()),
        present: true,
    }];
    person
        .medicines
        .insert(id("salmeterol"), Course { steps, dose: None });
    for night in &mut nights {
        let worked = chance.uniform() < 0.3;
        let stood = [1.0, 2.5, 4.5, 7.0][(chance.uniform() * 4.0) as usize];
        let coffee = f64::from(chance.count(1.0).min(3));
        let on_medicine = night.id >= start;
        let log_rate = -0.9 + if worked { 1.1 } else { 0.0 } + if on_medicine { 0.7 } else { 0.0 };
        let count = chance.count(libm::exp(log_rate));
        if chance.uniform() < 0.9 {
            night.outcome = Outcome::Exactly(count);
        }
        // Days are answered now and then, not always.
        if chance.uniform() < 0.85 {
            yes_no(night, "overexertion", worked);
        }
        if chance.uniform() < 0.85 {
            amount(night, "prolonged-standing", stood);
        }
        if chance.uniform() < 0.7 {
            amount(night, "caffeine", coffee);
        }
    }
    yes_no(&mut nights[0], "footwear", true);
    nights
}

#[test]
fn a_strong_cause_is_found_and_what_does_nothing_is_not() {
    let mut person = Person {
        hemisphere: Some(Hemisphere::North),
        ..healthy(50, Sex::Male)
    };
    let nights = diary(&mut person, 3);
    let suspects = of(&person, &nights);
    let worked = find(&suspects, "overexertion").unwrap();
    assert_eq!(
        (worked.list, worked.tag),
        (List::Likely, Tag::FromYourNights),
        "{}",
        worked.sentence
    );
    assert!(
        worked.ratio_low < 3.0 && 3.0 < worked.ratio_high * 1.2 && worked.p_raises > 0.95,
        "{}",
        worked.sentence
    );
    assert!(
        suspects.all[..2]
            .iter()
            .any(|one| one.factor.id == "overexertion")
    );
    for nothing in ["prolonged-standing", "caffeine"] {
        assert_ne!(
            find(&suspects, nothing).map(|one| one.list),
            Some(List::Likely),
            "{nothing}"
        );
    }
    // One answered day is not enough for the night model.
    let footwear = find(&suspects, "footwear").unwrap();
    assert_eq!(
        (footwear.tag, footwear.list, footwear.answered_days),
        (Tag::FromStudies, List::Unclear, 1)
    );
    // The medicine began during the diary: it is judged by the nights, and it is present.
    let medicine = find(&suspects, "inhaled-laba").unwrap();
    assert_eq!(
        (medicine.tag, medicine.present),
        (Tag::FromYourNights, Some(true))
    );
    assert!(medicine.p_raises > 0.5, "{}", medicine.sentence);
    assert!(
        worked
            .sentence
            .to_string()
            .starts_with("Probably matters for you. On days with it, about 2."),
        "{}",
        worked.sentence
    );
    assert!(
        worked
            .sentence
            .to_string()
            .contains(" times as many cramps as on days without it (likely between"),
        "{}",
        worked.sentence
    );
    assert!(
        medicine
            .sentence
            .to_string()
            .contains("n the nights since it applies, "),
        "{}",
        medicine.sentence
    );
    let coffee = find(&suspects, "caffeine").unwrap().sentence.to_string();
    assert!(
        (coffee.starts_with("Probably does not matter for you.")
            || coffee.starts_with("Not clear yet."))
            && coffee.contains(" For each "),
        "{coffee}"
    );
}

#[test]
fn the_same_diary_gives_the_same_suspects() {
    let mut person = healthy(50, Sex::Male);
    let nights = diary(&mut person, 5);
    assert_eq!(of(&person, &nights), of(&person, &nights));
}

#[test]
fn the_likely_come_first_by_what_they_cost() {
    let mut person = healthy(50, Sex::Male);
    let nights = diary(&mut person, 3);
    let suspects = of(&person, &nights);
    assert!(
        suspects
            .all
            .windows(2)
            .all(|pair| pair[0].list <= pair[1].list)
    );
    let likely: Vec<f64> = suspects
        .all
        .iter()
        .filter(|one| one.list == List::Likely)
        .map(|one| one.avoided_per_month.unwrap_or(0.0))
        .collect();
    assert!(
        !likely.is_empty() && likely.windows(2).all(|pair| pair[0] >= pair[1]),
        "{likely:?}"
    );
    for one in &suspects.all {
        assert!(
            one.now.windows(2).all(|pair| pair[0] <= pair[1]),
            "{}: dots ascend",
            one.factor.id
        );
        assert!(
            (0.0..=1.0).contains(&one.probability) && one.ratio_low <= one.ratio_high,
            "{}",
            one.factor.id
        );
    }
}

#[test]
fn studies_alone_never_rule_out_what_was_not_answered() {
    let suspects = of(&healthy(50, Sex::Male), &nights(&[Some(1); 10]));
    for one in &suspects.all {
        if one.tag == Tag::FromStudies && insight::matrix::is_nightly(one.factor) {
            assert_eq!(one.list, List::Unclear, "{}", one.factor.id);
        }
    }
    assert_eq!(
        find(&suspects, "electrolyte-imbalance").map(|one| one.factor.name),
        Some("Vomiting or diarrhoea")
    );
}

#[test]
fn a_number_says_compared_to_what() {
    let woman = healthy(72, Sex::Female)
        .taking_medicine("hydrochlorothiazide")
        .with_condition("liver-cirrhosis");
    let suspects = of(&woman, &[]);
    for (factor, words) in [
        ("age", "times as many cramps as at age 40 ("),
        (
            "diuretic-thiazide",
            "times as many cramps as people who take none (",
        ),
        (
            "liver-cirrhosis",
            "times as many cramps as people without it (",
        ),
        ("female-sex", "times as many cramps as men ("),
        (
            "alcohol",
            "Our judgement of the studies: for each 2 drinks, about",
        ),
        ("insomnia-poor-sleep", "on days with it, about"),
        (
            "alcohol",
            "Not clear yet: answer it on at least 5 evenings.",
        ),
        (
            "heavy-tight-bedding",
            "Not clear yet: answer it on at least 5 mornings.",
        ),
    ] {
        let sentence = find(&suspects, factor).unwrap().sentence.to_string();
        assert!(sentence.contains(words), "{factor}: {sentence}");
    }
    let inhibitor = of(&healthy(50, Sex::Male).taking_medicine("lisinopril"), &[]);
    let inhibitor = find(&inhibitor, "ace-inhibitor-arb")
        .unwrap()
        .sentence
        .to_string();
    assert!(
        inhibitor.contains("studies: about as many cramps as without (likely between"),
        "{inhibitor}"
    );
    for one in &suspects.all {
        assert!(
            one.sentence.to_string().starts_with(char::is_uppercase)
                && !one.sentence.to_string().contains("about 1 times")
                && !one.sentence.to_string().starts_with(one.factor.name),
            "{}",
            one.sentence
        );
    }
}

#[test]
fn no_number_without_a_comparison_of_cramps() {
    let suspects = of(&healthy(50, Sex::Male), &[]);
    // Shorter muscle fibres, a threshold in hertz, a laboratory cramp and no study at all.
    for factor in [
        "footwear",
        "plain-water-after-sweating",
        "sleep-position-toes-pointed",
        "caffeine",
    ] {
        let one = find(&suspects, factor).unwrap();
        assert!(!one.shows_number, "{factor}: {}", one.sentence);
    }
    assert!(find(&suspects, "alcohol").unwrap().shows_number);
    assert!(
        suspects
            .all
            .iter()
            .all(|one| !one.shows_number || one.factor.grade != knowledge::Grade::None)
    );
}

#[test]
fn what_the_faces_say_is_not_repeated_and_one_is_singular() {
    let mut counts = [None; 12];
    counts[0] = Some(1);
    let suspects = of(&healthy(50, Sex::Male), &nights(&counts));
    assert!(
        suspects
            .notes
            .iter()
            .map(ToString::to_string)
            .all(|note| !note.starts_with("This rests on") && !note.contains("1 answered nights")),
        "{:?}",
        suspects.notes
    );
}

#[test]
fn how_long_it_takes_is_said_in_a_measure_that_people_use() {
    for (nights, expected) in [
        (
            12,
            "About 15 more answered nights are likely to make it clear.",
        ),
        (
            100,
            "About 4 more months of answers are likely to make it clear.",
        ),
        (
            430,
            "It is likely to take more than another year of answers to make it clear.",
        ),
    ] {
        assert_eq!(insight::suspects::to_clear(nights).to_string(), expected);
    }
}
