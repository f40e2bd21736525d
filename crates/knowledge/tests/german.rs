//! What must not be missing in German: what somebody reads in pain at night, and what keeps them safe.

use knowledge::in_german;

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
