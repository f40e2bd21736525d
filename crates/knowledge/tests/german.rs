//! What must not be missing in German: what somebody reads in pain at night, and what keeps them safe.

use knowledge::{AnswerKind, Factor, Learned, in_german};

fn missing<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<&'t str> {
    let texts = texts.into_iter();
    texts
        .filter(|text| !text.is_empty() && in_german(text).is_none())
        .collect()
}

#[test]
fn every_step_for_a_knotted_muscle_is_there() {
    let steps = knowledge::stretches().iter().flat_map(|one| one.steps);
    assert_eq!(missing(steps.map(|step| step.say)), [""; 0]);
}

#[test]
fn every_warning_sign_is_there() {
    let signs = knowledge::flags();
    assert_eq!(
        missing(
            signs
                .iter()
                .flat_map(|one| [one.ask, one.advice, one.suggests])
        ),
        [""; 0]
    );
}

#[test]
fn every_safety_rule_is_there() {
    let rules = knowledge::rules();
    assert_eq!(missing(rules.iter().map(|one| one.message)), [""; 0]);
}

#[test]
fn every_condition_and_medicine_class_is_there() {
    let conditions = knowledge::conditions();
    let names = conditions.iter().flat_map(|one| [one.name, one.group]);
    assert_eq!(missing(names), [""; 0]);
    let classes = knowledge::classes();
    let plain = classes.iter().filter_map(|id| knowledge::class_name(id));
    assert_eq!(missing(plain), [""; 0]);
}

#[test]
fn every_blood_test_and_examination_is_there() {
    let labs = knowledge::labs();
    let texts = labs
        .iter()
        .flat_map(|one| [one.name, one.meaning, one.low, one.high]);
    assert_eq!(missing(texts), [""; 0]);
    assert_eq!(
        missing(knowledge::checks().iter().map(|one| one.name)),
        [""; 0]
    );
}

#[test]
fn every_look_alike_is_there() {
    let texts = knowledge::look_alikes().iter().flat_map(|one| {
        let shown = one.distinguishing.iter().chain(one.questions);
        shown.copied().chain([one.name])
    });
    assert_eq!(missing(texts), [""; 0]);
}

#[test]
fn every_questionnaire_is_there() {
    for one in knowledge::instruments() {
        let items = one.items.iter().flat_map(|item| {
            // Yes and no have their words in the catalogue.
            let labels = item.choices.iter().map(|choice| choice.label);
            let worded = labels.filter(|label| !["Yes", "No"].contains(label));
            worded.chain([item.text])
        });
        let means = one.interpretation.iter();
        let texts = [one.name, one.purpose, one.scoring, one.note]
            .into_iter()
            .chain(items)
            .chain(means.flat_map(|one| [one.rule, one.meaning]));
        assert_eq!(missing(texts), [""; 0], "{}", one.id);
    }
    let visits = knowledge::workups().iter();
    let covered = visits.flat_map(|one| one.items.iter().copied().chain([one.name]));
    assert_eq!(missing(covered), [""; 0]);
}

#[test]
fn every_lesson_and_every_reason_to_drink_more_is_there() {
    let lessons = knowledge::lessons().iter().flat_map(|one| {
        let paragraphs = one.paragraphs.iter().copied();
        paragraphs.chain([one.title, one.basis])
    });
    assert_eq!(missing(lessons), [""; 0]);
    let fluids = knowledge::fluids().iter();
    assert_eq!(
        missing(fluids.flat_map(|one| [one.name, one.reason])),
        [""; 0]
    );
}

/// What the check-in shows of a factor: the question, and the words of its quick choices.
fn asked(factor: &Factor) -> Vec<&'static str> {
    let Learned::Asked(question) = factor.learned else {
        return Vec::new();
    };
    let mut texts = vec![question.text];
    if let AnswerKind::Amount(choices) = question.answer {
        let labels = choices.iter().map(|(label, _)| *label);
        texts.extend(labels.filter(|label| label.contains(char::is_alphabetic)));
    }
    texts
}

#[test]
fn every_suspect_and_its_question_is_there() {
    let factors = knowledge::factors();
    let known = factors
        .iter()
        .flat_map(|one| [one.name, one.summary, one.believed, one.found]);
    assert_eq!(missing(known), [""; 0]);
    assert_eq!(missing(factors.iter().flat_map(asked)), [""; 0]);
}

#[test]
fn every_remedy_is_there() {
    let remedies = knowledge::remedies();
    let texts = remedies.iter().flat_map(|one| {
        one.how_to
            .iter()
            .copied()
            .chain([one.name, one.summary, one.schedule])
    });
    assert_eq!(missing(texts), [""; 0]);
}

#[test]
fn every_guided_routine_is_there() {
    for one in knowledge::routines() {
        let own = [
            one.name,
            one.shows,
            one.when,
            one.finding_says,
            one.unless_says,
        ];
        let texts = own
            .into_iter()
            .chain(one.steps.iter().map(|step| step.text))
            .chain(one.care.iter().copied())
            .chain(one.weeks.iter().map(|week| week.text))
            .chain(one.done.iter().map(|done| done.label));
        assert_eq!(missing(texts), [""; 0], "{}", one.id);
    }
}

#[test]
fn every_trial_is_there() {
    for one in knowledge::templates() {
        let own = [
            one.name,
            one.question,
            one.a_label,
            one.a,
            one.b_label,
            one.b,
        ];
        let told = [one.timing_reason, one.adherence, one.blinding_note];
        let texts = own.into_iter().chain(told).chain(one.stop.iter().copied());
        assert_eq!(missing(texts), [""; 0], "{}", one.id);
    }
}

#[test]
fn every_claim_of_a_finding_is_there() {
    let findings = knowledge::findings().iter();
    let shown = findings.flat_map(|finding| [finding.claim, finding.warning]);
    assert_eq!(missing(shown), [""; 0]);
}

#[test]
fn every_detail_of_a_finding_is_there() {
    let findings = knowledge::findings().iter();
    let shown = findings.flat_map(|finding| [finding.design, finding.population, finding.note]);
    assert_eq!(missing(shown), [""; 0]);
}

#[test]
fn every_food_and_every_portion_is_there() {
    for one in knowledge::foods() {
        let portions = one.portions.iter().map(|portion| portion.name);
        assert_eq!(missing(portions.chain([one.name])), [""; 0], "{}", one.id);
    }
    assert_eq!(in_german("wholemeal bread"), Some("Vollkornbrot"));
    assert_eq!(in_german("Dried figs"), Some("Getrocknete Feigen"));
}

#[test]
fn every_medicine_is_there() {
    let medicines = knowledge::medicines();
    assert_eq!(missing(medicines.iter().map(|one| one.name)), [""; 0]);
    for (english, german) in [
        ("furosemide", "Furosemid"),
        ("acetylsalicylic acid", "Acetylsalicylsäure"),
        ("ferrous sulfate", "Eisen(II)-sulfat"),
        ("insulin glargine", "Insulin glargin"),
        ("adalimumab", "Adalimumab"),
    ] {
        assert_eq!(in_german(english), Some(german));
    }
    // On its own line a name has a capital.
    assert_eq!(in_german("Furosemide"), Some("Furosemid"));
}

#[test]
fn the_name_of_a_combination_is_made_of_its_ingredients() {
    let combinations = knowledge::medicines()
        .iter()
        .filter(|one| one.ingredients.len() > 1);
    let mut seen = 0;
    for one in combinations {
        let parts = one.name.split(" + ").filter_map(in_german);
        let made = parts.collect::<Vec<_>>().join(" + ");
        assert_eq!(in_german(one.name), Some(made.as_str()), "{}", one.id);
        seen += 1;
    }
    assert!(seen > 150, "{seen}");
    assert_eq!(
        in_german("Ramipril + hydrochlorothiazide"),
        Some("Ramipril + Hydrochlorothiazid")
    );
}

#[test]
fn a_german_name_of_a_medicine_begins_with_a_capital() {
    for one in knowledge::medicines() {
        let german = in_german(one.name).unwrap();
        let nouns = german.split(' ').filter(|word| word.len() > 2);
        let capital = nouns
            .clone()
            .any(|word| word.starts_with(char::is_uppercase));
        assert!(capital, "{german}");
    }
}
