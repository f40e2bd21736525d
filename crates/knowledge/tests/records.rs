//! Every record is whole: references resolve, numbers have sources, unverified records show none.

use std::collections::BTreeSet;

use knowledge::{
    ActsOn, AnswerKind, Derivation, Fires, Grade, Learned, Trigger, Verified, Who, classes,
    condition, conditions, factor, factors, findings, findings_about, flag, flags, intakes,
    medicine, medicines, remedies, remedy, rules, takes,
};

fn is_medicine(id: &str) -> bool {
    classes().binary_search(&id).is_ok() || medicines().iter().any(|m| m.ingredients.contains(&id))
}

fn members(id: &str) -> usize {
    medicines().iter().filter(|m| takes(m, id)).count()
}

fn check_trigger(owner: &str, trigger: &Trigger) {
    match trigger {
        Trigger::Condition(id) => assert!(condition(id).is_some(), "{owner}: no condition {id}"),
        Trigger::Medicine(id) => {
            assert!(
                is_medicine(id) && members(id) > 0,
                "{owner}: nobody can take {id}"
            );
        }
        Trigger::Symptom(id) => assert!(flag(id).is_some(), "{owner}: no flag {id}"),
        Trigger::Pregnant => {}
        Trigger::AgeAtLeast(age) | Trigger::AgeAtMost(age) => {
            assert!((1..=110).contains(age), "{owner}: age {age}")
        }
    }
}

#[test]
fn every_look_up_finds_each_record_and_no_other() {
    assert!(factors().iter().all(|f| factor(f.id) == Some(f)));
    assert!(remedies().iter().all(|r| remedy(r.id) == Some(r)));
    assert!(flags().iter().all(|r| flag(r.id) == Some(r)));
    assert!(conditions().iter().all(|r| condition(r.id) == Some(r)));
    assert!(medicines().iter().all(|r| medicine(r.id) == Some(r)));
    assert_eq!(factor("moon-phase"), None);
    assert_eq!(medicine(""), None);
    let about: usize = factors()
        .iter()
        .map(|f| f.id)
        .chain(remedies().iter().map(|r| r.id))
        .map(|id| findings_about(id).len())
        .sum();
    assert_eq!(
        about,
        findings().len(),
        "a finding about nothing we have, or found twice"
    );
    assert!(findings_about("moon-phase").is_empty());
}

#[test]
fn every_rule_can_fire_and_names_known_things() {
    for rule in rules() {
        match rule.fires {
            Fires::Always => {}
            Fires::Any(triggers) => {
                assert!(!triggers.is_empty(), "{}", rule.id);
                triggers
                    .iter()
                    .for_each(|trigger| check_trigger(rule.id, trigger));
            }
            Fires::All(groups) => {
                assert!(
                    groups.len() > 1 && groups.iter().all(|group| !group.is_empty()),
                    "{}",
                    rule.id
                );
                groups
                    .iter()
                    .copied()
                    .flatten()
                    .for_each(|trigger| check_trigger(rule.id, trigger));
            }
        }
        assert!(
            rule.blocks
                .iter()
                .chain(rule.warns)
                .all(|id| remedy(id).is_some()),
            "{}",
            rule.id
        );
        assert!(
            !rule.blocks.is_empty() || !rule.warns.is_empty(),
            "{} does nothing",
            rule.id
        );
        assert!(!rule.message.is_empty());
    }
}

#[test]
fn flags_for_some_people_say_for_whom() {
    let addressed = ["If you take", "If you have", "If you are on dialysis"];
    for flag in flags() {
        flag.only_with
            .iter()
            .for_each(|trigger| check_trigger(flag.id, trigger));
        if addressed.iter().any(|start| flag.ask.starts_with(start)) {
            assert!(!flag.only_with.is_empty(), "{}: with whom?", flag.id);
        }
    }
    let quinine = flag("quinine-reaction").unwrap();
    assert!(
        quinine
            .only_with
            .contains(&Trigger::Medicine("quinine-derivative"))
    );
    assert!(
        flag("one-leg-swollen-warm-red")
            .unwrap()
            .only_with
            .is_empty()
    );
}

#[test]
fn every_factor_can_be_learned() {
    for f in factors() {
        let nightly = f.acts_on != ActsOn::Chronic;
        match f.learned {
            Learned::Asked(question) => {
                assert!(nightly, "{} is asked every day", f.id);
                assert!(question.text.ends_with('?'), "{}: {}", f.id, question.text);
                assert!(
                    question.text.chars().count() <= 80,
                    "{}: too long to answer at a glance",
                    f.id
                );
                if let Who::With(id) = question.who {
                    assert!(condition(id).is_some(), "{}: no condition {id}", f.id);
                }
                match question.answer {
                    AnswerKind::YesNo => assert_eq!(
                        (f.unit, f.per, f.reference),
                        ("yes/no", 1.0, 0.0),
                        "{}",
                        f.id
                    ),
                    AnswerKind::Score => assert_eq!(
                        (f.unit, f.per, f.reference),
                        ("score", 5.0, 0.0),
                        "{}",
                        f.id
                    ),
                    AnswerKind::Amount(choices) => {
                        let labels: BTreeSet<&str> =
                            choices.iter().map(|(label, _)| *label).collect();
                        assert!(
                            labels.len() == choices.len() && (2..=6).contains(&choices.len()),
                            "{}",
                            f.id
                        );
                        assert!(
                            choices
                                .iter()
                                .all(|(_, value)| value.is_finite() && *value >= 0.0),
                            "{}",
                            f.id
                        );
                        let values: Vec<f64> = choices.iter().map(|(_, value)| *value).collect();
                        let span = values[values.len() - 1] - values[0];
                        assert!(
                            span >= f.per * 0.7,
                            "{}: the choices span {span}, the prior is per {}",
                            f.id,
                            f.per
                        );
                        assert!(f.reference >= values[0], "{}: below every choice", f.id);
                    }
                }
            }
            Learned::Condition(id) => {
                assert!(!nightly && condition(id).is_some(), "{}", f.id);
                assert_eq!(id, f.id, "a factor and its condition share their id");
            }
            Learned::Medicines(ids) => {
                assert!(!nightly && !ids.is_empty(), "{}", f.id);
                assert!(
                    ids.iter().all(|id| is_medicine(id) && members(id) > 0),
                    "{}: {ids:?}",
                    f.id
                );
            }
            Learned::Derived(derivation) => {
                let by_day = matches!(derivation, Derivation::Season | Derivation::Cycle);
                assert_eq!(nightly, by_day, "{}", f.id)
            }
        }
    }
}

#[test]
fn priors_are_usable_and_weights_follow_the_grade_unless_a_reason_says_why() {
    for f in factors() {
        assert!(
            f.prior.log_rr_mean.is_finite()
                && f.prior.log_rr_sd.is_finite()
                && f.prior.log_rr_sd > 0.0,
            "{}",
            f.id
        );
        assert!(!f.prior.reason.is_empty(), "{}", f.id);
        let by_grade = match f.grade {
            Grade::None | Grade::ExpertOpinion => 0.08,
            Grade::VeryLow => 0.15,
            Grade::Low => 0.35,
            Grade::Moderate | Grade::High => 0.6,
        };
        assert_eq!(
            f.weight_reason.is_empty(),
            (f.weight - by_grade).abs() < 1e-9,
            "{}: {}",
            f.id,
            f.weight
        );
        assert_eq!(
            f.half_life_reason.is_empty(),
            f.half_life_hours == 0.0,
            "{}",
            f.id
        );
        if matches!(f.learned, Learned::Asked(_)) {
            // Between half and about three times as many cramps.
            let if_real = f.prior.log_rr_mean / f.weight;
            assert!(
                (-0.7..=1.2).contains(&if_real),
                "{}: a log rate ratio of {if_real} if real",
                f.id
            );
        }
    }
    for r in remedies() {
        assert!(
            r.prior.log_rr_mean.is_finite()
                && r.prior.log_rr_sd > 0.0
                && !r.prior.reason.is_empty(),
            "{}",
            r.id
        );
        assert!(
            (1..=5).contains(&r.burden) && !r.how_to.is_empty(),
            "{}",
            r.id
        );
        assert!(r.targets.iter().all(|id| factor(id).is_some()), "{}", r.id);
    }
}

/// A word that begins with a digit; `B6` and `K2` are names.
fn quantity(text: &str) -> Option<&str> {
    text.split_whitespace().find(|word| {
        word.trim_start_matches(['(', '-', '~', '<', '>'])
            .starts_with(|c: char| c.is_ascii_digit())
    })
}

#[test]
fn every_number_has_a_source_and_nothing_unverified_shows_one() {
    for f in findings() {
        let numbers = f.estimate.is_some() || f.ci.is_some();
        assert!(
            !numbers || (!f.source_url.is_empty() && f.verified > Verified::Unverified),
            "{}",
            f.id
        );
        assert!(f.ci.is_none_or(|(low, high)| low <= high), "{}", f.id);
        if f.verified == Verified::Unverified {
            assert_eq!(
                (f.n, quantity(f.claim), quantity(f.comparison)),
                (None, None, None),
                "{}",
                f.id
            );
        }
    }
    for r in rules()
        .iter()
        .filter(|r| r.verified == Verified::Unverified)
    {
        assert_eq!(quantity(r.message), None, "{}", r.id);
    }
    for r in flags()
        .iter()
        .filter(|r| r.verified == Verified::Unverified)
    {
        assert_eq!(
            (quantity(r.ask), quantity(r.advice)),
            (None, None),
            "{}",
            r.id
        );
    }
    assert!(
        rules()
            .iter()
            .all(|r| r.verified == Verified::Unverified || !r.source_url.is_empty())
    );
    assert!(
        flags()
            .iter()
            .all(|r| r.verified == Verified::Unverified || !r.source_url.is_empty())
    );
    assert!(
        intakes()
            .iter()
            .all(|r| !r.source_url.is_empty() && (r.amount > 0.0 || r.kind == "LIMIT"))
    );
    for d in knowledge::epidemiology()
        .iter()
        .filter(|d| d.value.is_some())
    {
        assert!(
            !d.source_url.is_empty() && d.verified > Verified::Unverified,
            "{}",
            d.id
        );
    }
}

#[test]
fn a_narrow_condition_reaches_every_wider_one() {
    let mut reached = vec!["haemodialysis"];
    let mut next = 0;
    while let Some(id) = reached.get(next).copied() {
        next += 1;
        reached.extend(condition(id).unwrap().implies);
    }
    assert_eq!(
        reached,
        [
            "haemodialysis",
            "dialysis",
            "kidney-failure",
            "kidney-disease-stage-4-5",
            "kidney-disease"
        ]
    );
    assert_eq!(
        condition("diabetes-with-numb-feet").unwrap().implies,
        ["diabetes", "peripheral-neuropathy"]
    );
    for c in conditions() {
        assert!(
            c.implies
                .iter()
                .all(|id| condition(id).is_some() && *id != c.id),
            "{}",
            c.id
        );
        assert!(!c.name.is_empty());
    }
    let groups: BTreeSet<&str> = conditions().iter().map(|c| c.group).collect();
    assert_eq!(groups.len(), 10);
}

#[test]
fn the_version_is_a_hash() {
    assert_eq!(knowledge::VERSION.len(), 16);
    assert!(knowledge::VERSION.bytes().all(|b| b.is_ascii_hexdigit()));
}

#[test]
fn acute_steps_begin_in_bed_and_warn_of_falls_before_anybody_stands() {
    let place = |remedy: &str, words: &str| {
        knowledge::remedy(remedy)
            .unwrap()
            .how_to
            .iter()
            .position(|step| step.contains(words))
            .unwrap_or_else(|| panic!("{remedy} does not say “{words}”"))
    };
    assert_eq!(place("active-stretch", "In bed or sitting"), 0);
    for (remedy, light, standing) in [
        (
            "active-stretch",
            "turn on a light",
            ["If the calf cramps and you can stand", "hold a chair"],
        ),
        (
            "walk-it-off",
            "Turn on a light",
            ["stand with support", "Walk slowly"],
        ),
    ] {
        for step in standing {
            assert!(
                place(remedy, light) < place(remedy, step),
                "{remedy}: {step}"
            );
        }
    }
    assert!(
        place("active-stretch", "falls at night") < place("active-stretch", "you can stand safely")
    );
}

#[test]
fn a_message_for_a_pregnant_woman_does_not_give_her_a_condition() {
    for rule in knowledge::rules() {
        let pregnant = match rule.fires {
            knowledge::Fires::Always => false,
            knowledge::Fires::Any(triggers) => triggers.contains(&knowledge::Trigger::Pregnant),
            knowledge::Fires::All(groups) => groups
                .iter()
                .any(|group| group.contains(&knowledge::Trigger::Pregnant)),
        };
        if pregnant {
            for words in ["your condition", "this condition", "these conditions"] {
                assert!(
                    !rule.message.contains(words),
                    "{}: {}",
                    rule.id,
                    rule.message
                );
            }
        }
    }
}

/// The engine's prior of columns nobody has heard of leans towards raising for this reason (`infer::Model::nightly`).
#[test]
fn the_factors_that_are_expected_to_matter_all_raise() {
    let raise = factors().iter().filter(|f| f.prior.log_rr_mean > 0.0);
    let lower = factors().iter().filter(|f| f.prior.log_rr_mean < 0.0);
    assert_eq!((raise.count(), lower.count()), (67, 0));
}
