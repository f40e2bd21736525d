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
    let relief = knowledge::remedies()
        .iter()
        .filter(|remedy| remedy.kind == knowledge::RemedyKind::Acute);
    let texts = relief.flat_map(|one| one.how_to.iter().copied().chain([one.name, one.summary]));
    assert_eq!(missing(texts), [""; 0]);
}

#[test]
fn every_warning_sign_is_there() {
    let signs = knowledge::flags();
    assert_eq!(
        missing(signs.iter().flat_map(|one| [one.ask, one.advice])),
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
        texts.push(factor.unit);
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
