//! Questionnaires: each outcome of each has a person and a near miss; what is open decides nothing; results raise flags.

use std::collections::BTreeMap;

use super::common::{TODAY, healthy, id, today};
use diary::entry::Sex;
use diary::person::{Answers, FlagAnswer};
use diary::{Id, Person};
use insight::questionnaire::{LOOK_ALIKES, likenesses, look_alike_item, score};
use insight::{Facts, RaisedFrom};
use proptest::prelude::*;

fn chosen(answers: &[(&str, &str)]) -> BTreeMap<Id, Id> {
    answers
        .iter()
        .map(|(item, choice)| (id(item), id(choice)))
        .collect()
}

fn means(instrument: &str, answers: &[(&str, &str)]) -> Option<&'static str> {
    let instrument = knowledge::instrument(instrument).unwrap();
    score(instrument, &chosen(answers))
        .means
        .map(|means| means.rule)
}

#[test]
fn published_cut_offs() {
    let edinburgh = "edinburgh-claudication-questionnaire";
    let positive = [
        ("1", "yes"),
        ("2", "no"),
        ("3", "yes"),
        ("4", "no"),
        ("5", "gone"),
        ("6", "calf"),
    ];
    let with = |item: &str, choice: &'static str| -> Vec<(&str, &str)> {
        positive
            .iter()
            .map(|&(other, before)| (other, if other == item { choice } else { before }))
            .collect()
    };
    assert_eq!(means(edinburgh, &positive), Some("5 of 5, with calf pain"));
    // The grade of severity changes nothing.
    assert_eq!(
        means(edinburgh, &with("4", "yes")),
        Some("5 of 5, with calf pain")
    );
    assert_eq!(
        means(edinburgh, &with("6", "thigh-buttock")),
        Some("5 of 5, thigh or buttock only")
    );
    for (item, choice) in [
        ("1", "no"),
        ("2", "yes"),
        ("3", "no"),
        ("5", "stays"),
        ("6", "other"),
    ] {
        assert_eq!(
            means(edinburgh, &with(item, choice)),
            Some("otherwise"),
            "{item}"
        );
    }
    // “If no, stop.”
    assert_eq!(means(edinburgh, &[("1", "no")]), Some("otherwise"));
    assert_eq!(means(edinburgh, &positive[..5]), None);

    let wells = "wells-dvt-two-level";
    let all: Vec<&str> = knowledge::instrument(wells)
        .unwrap()
        .items
        .iter()
        .map(|item| item.id)
        .collect();
    let yes_to = |yes: &[&str]| -> Vec<(&'static str, &'static str)> {
        all.iter()
            .map(|&item| (item, if yes.contains(&item) { "yes" } else { "no" }))
            .collect()
    };
    for (yes, expected) in [
        (&["calf-3cm", "pitting"][..], "2 or more"),
        (&["calf-3cm"], "less than 2"),
        (&["calf-3cm", "pitting", "alternative"], "less than 2"),
        (
            &["calf-3cm", "pitting", "cancer", "tenderness", "alternative"],
            "2 or more",
        ),
        (&[], "less than 2"),
    ] {
        assert_eq!(means(wells, &yes_to(yes)), Some(expected), "{yes:?}");
    }
    // With another diagnosis still open, three points may become one.
    let open: Vec<_> = yes_to(&["calf-3cm", "pitting", "cancer"])
        .into_iter()
        .filter(|(item, _)| *item != "alternative")
        .collect();
    assert_eq!(means(wells, &open), None);

    for (instrument, items) in [
        ("irlssg-rls-2014", &["1", "2", "3", "4", "5"][..]),
        ("icsd3-sleep-related-leg-cramps", &["a", "b", "c"]),
    ] {
        let full: Vec<(&str, &str)> = items.iter().map(|item| (*item, "yes")).collect();
        let rules = knowledge::instrument(instrument).unwrap().interpretation;
        assert_eq!(means(instrument, &full), Some(rules[0].rule));
        for missing in 0..items.len() {
            let mut near = full.clone();
            near[missing].1 = "no";
            assert_eq!(
                means(instrument, &near),
                Some(rules[1].rule),
                "{instrument}"
            );
            near.remove(missing);
            assert_eq!(means(instrument, &near), None, "{instrument}: open");
        }
    }
}

fn answering(mut person: Person, questionnaire: &str, answers: &[(&str, &str)]) -> Person {
    for flag in knowledge::flags() {
        person.flags.remove(flag.id);
    }
    person.questionnaires.insert(
        id(questionnaire),
        Answers {
            chosen: chosen(answers),
            answered: TODAY,
        },
    );
    person
}

#[test]
fn a_result_raises_its_flag_and_reaches_the_safety_rules() {
    let person = answering(
        healthy(70, Sex::Male),
        "edinburgh-claudication-questionnaire",
        &[
            ("1", "yes"),
            ("2", "no"),
            ("3", "yes"),
            ("5", "gone"),
            ("6", "calf"),
        ],
    );
    let raised = insight::raised(&person, &[], today());
    assert_eq!(raised.len(), 1);
    assert_eq!(raised[0].flag.id, "calf-pain-on-walking");
    assert_eq!(raised[0].from, RaisedFrom::Questionnaire(TODAY));
    assert!(!raised[0].silences);
    let facts = Facts::of(&person, TODAY);
    assert_eq!(facts.flag("calf-pain-on-walking"), Some(true));
    // The flag's own question, answered later, has the last word.
    let mut denied = person;
    denied.flags.insert(
        id("calf-pain-on-walking"),
        FlagAnswer {
            present: false,
            seen: false,
            answered: TODAY,
        },
    );
    assert!(insight::raised(&denied, &[], today()).is_empty());
}

#[test]
fn every_interpretation_and_every_look_alike_with_a_flag_can_be_reached() {
    for look_alike in knowledge::look_alikes() {
        let items: Vec<String> = (1..=look_alike.questions.len())
            .map(|number| look_alike_item(look_alike, number))
            .collect();
        let yes: Vec<(&str, &str)> = items.iter().map(|item| (item.as_str(), "yes")).collect();
        let person = answering(healthy(50, Sex::Female), LOOK_ALIKES, &yes);
        let fitting: Vec<&str> = likenesses(&chosen(&yes))
            .iter()
            .filter(|one| one.fits())
            .map(|one| one.look_alike.id)
            .collect();
        assert_eq!(fitting, [look_alike.id]);
        let raised: Vec<&str> = insight::raised(&person, &[], today())
            .iter()
            .map(|one| one.flag.id)
            .collect();
        let expected: Vec<&str> = Some(look_alike.flag)
            .filter(|flag| !flag.is_empty())
            .into_iter()
            .collect();
        assert_eq!(raised, expected, "{}", look_alike.id);
        // One no, and it does not fit.
        let mut near = yes.clone();
        near[0].1 = "no";
        assert!(
            likenesses(&chosen(&near)).iter().all(|one| !one.fits()),
            "{}",
            look_alike.id
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// What is decided with items open is what every way of answering them gives.
    #[test]
    fn an_early_verdict_is_the_final_one(
        instrument in proptest::sample::select(knowledge::instruments().to_vec()),
        picks in proptest::collection::vec(0_usize..6, 12),
        open in proptest::collection::vec(any::<bool>(), 12),
    ) {
        let instrument = knowledge::instrument(instrument.id).unwrap();
        let full: BTreeMap<Id, Id> = instrument.items.iter().zip(&picks)
            .map(|(item, pick)| (id(item.id), id(item.choices[pick % item.choices.len()].id)))
            .collect();
        let part: BTreeMap<Id, Id> = instrument.items.iter().zip(&open)
            .filter(|(_, open)| !**open)
            .map(|(item, _)| (id(item.id), full[&id(item.id)].clone()))
            .collect();
        let (early, last) = (score(instrument, &part), score(instrument, &full));
        prop_assert!(last.means.is_some());
        prop_assert!(early.means.is_none() || early.means == last.means);
        prop_assert!(early.lowest <= last.lowest && last.highest <= early.highest);
    }
}
