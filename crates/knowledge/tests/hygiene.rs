//! The hygiene of the evidence: the list to sign is true, warnings stand, stale records are found.

use knowledge::{
    Seen, Status, Verified, factors, findings, flags, hygiene, left_out, rules, sources,
};

#[test]
fn the_list_to_sign_is_what_the_command_prints() {
    let written = include_str!("../../../docs/clinical-review.md");
    assert!(
        written == hygiene::clinical_review(),
        "docs/clinical-review.md is out of date: soleus evidence review > docs/clinical-review.md"
    );
    for id in rules()
        .iter()
        .filter(|rule| rule.verified == Verified::Unverified)
        .map(|rule| rule.id)
        .chain(
            flags()
                .iter()
                .filter(|flag| flag.verified == Verified::Unverified)
                .map(|flag| flag.id),
        )
    {
        assert!(written.contains(&format!("`{id}` (unverified)")), "{id}");
    }
}

#[test]
fn the_vitamin_k2_trial_carries_its_warning() {
    let warned: Vec<&str> = hygiene::warned().map(|finding| finding.id).collect();
    assert_eq!(warned, ["k2-tan-2024-frequency", "k2-tan-2024-severity"]);
    for finding in hygiene::warned() {
        assert_eq!(finding.status, Status::RetractedAndReplaced);
        assert!(finding.warning.contains("a person must compare"));
    }
}

#[test]
fn never_checked_is_stale_and_checked_since_is_not() {
    assert_eq!(
        hygiene::stale("9999-12-31").len(),
        findings().len(),
        "everything is older than the end of time"
    );
    let never = findings()
        .iter()
        .filter(|one| {
            one.compared
                .is_none_or(|compared| compared.seen == Seen::Nothing)
        })
        .count();
    assert_eq!(hygiene::stale("0000-00-01").len(), never);
}

#[test]
fn belief_and_evidence_are_told_together_in_one_sentence_each() {
    let both = factors()
        .iter()
        .filter(|one| !one.believed.is_empty())
        .count();
    assert!(both >= 10, "{both}");
    for factor in factors() {
        assert_eq!(
            factor.believed.is_empty(),
            factor.found.is_empty(),
            "{}",
            factor.id
        );
        for sentence in [factor.believed, factor.found] {
            assert!(
                sentence.is_empty() || sentence.ends_with('.'),
                "{}",
                factor.id
            );
        }
    }
}

#[test]
fn every_weak_source_stands_in_the_list_to_sign() {
    let written = hygiene::clinical_review();
    let weak = sources::weak();
    assert!(!weak.is_empty());
    for source in weak {
        assert!(!sources::is_own(source.address));
        assert!(
            written.contains(&format!("<{}>: ", source.address)),
            "{}",
            source.address
        );
        assert!(!source.records.is_empty());
    }
}

#[test]
fn the_foods_that_rules_leave_out_stand_in_the_list_to_sign() {
    let written = hygiene::clinical_review();
    for rule in left_out() {
        for food in rule.foods {
            let line = format!("- [ ] `{food}` (unverified): {}", rule.rule);
            assert!(written.contains(&line), "{line}");
        }
    }
}
