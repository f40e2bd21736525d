//! Every remedy worth testing has a template that a person could carry out.

use knowledge::{Blinding, Comparison, RemedyKind, factor, findings, remedy, template, templates};

#[test]
fn the_remedies_worth_testing_are_there() {
    for (id, tested) in [
        ("bedtime-stretch", "bedtime-stretch"),
        ("evening-walk", "evening-walk"),
        ("sleep-position", "sleep-position"),
        ("loose-bedding", "loose-bedding"),
        ("magnesium", "magnesium-supplement"),
        ("evening-fluid", "hydration"),
        ("electrolyte-drink", "sodium-electrolyte-drink"),
        ("massage", "massage-preventive"),
        ("heat", "warmth"),
        ("breathing", "stress-reduction"),
        ("footwear", "supportive-footwear"),
        ("caffeine-cut-off", "limit-evening-caffeine"),
        ("alcohol", "limit-alcohol"),
        ("vitamin-k2", "vitamin-k2"),
    ] {
        let template = template(id).unwrap_or_else(|| panic!("no template {id}"));
        assert_eq!(template.remedy, Some(tested));
        let remedy = remedy(tested).expect("a remedy");
        assert_ne!(
            remedy.kind,
            RemedyKind::Prescription,
            "{id}: nobody tests a prescription alone"
        );
    }
    let free = templates().last().expect("templates");
    assert_eq!((free.id, free.remedy), ("free", None));
}

#[test]
fn a_factor_of_a_template_is_what_its_remedy_changes() {
    for template in templates() {
        if let Some(id) = template.factor {
            let remedy = template.remedy.and_then(remedy).expect("a remedy");
            assert_eq!(factor(id).map(|f| f.unit), Some("yes/no"), "{id}");
            assert_eq!(remedy.targets.first(), Some(&id), "{}", template.id);
        }
        assert!(
            template.timing_finding.is_empty()
                || findings().iter().any(|f| f.id == template.timing_finding)
        );
    }
}

#[test]
fn words_are_plain_and_calm() {
    for template in templates() {
        let all = [
            template.name,
            template.question,
            template.a,
            template.b,
            template.timing_reason,
            template.adherence,
            template.blinding_note,
        ];
        for text in all.iter().chain(template.stop) {
            assert!(!text.contains('!'), "{}: {text}", template.id);
            assert!(
                !text.to_lowercase().contains("stop your medicine"),
                "{}: {text}",
                template.id
            );
        }
        assert!(template.question.ends_with('?') && template.adherence.ends_with('?'));
        assert!(template.a_label.len() <= 20 && template.b_label.len() <= 20);
    }
    let blinded: Vec<&str> = templates()
        .iter()
        .filter(|t| t.blinding == Blinding::WithHelp)
        .map(|t| t.id)
        .collect();
    assert!(blinded.contains(&"magnesium") && !blinded.contains(&"bedtime-stretch"));
    assert_eq!(
        template("electrolyte-drink").map(|t| t.comparison),
        Some(Comparison::AB)
    );
}
