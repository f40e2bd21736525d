//! The checks of trial templates: what they refer to is there, and a person could carry them out.

use crate::check::{Known, OUTCOMES, refer};
use crate::records::{File, Trial};

/// Days above which a remedy works or wears off too slowly for periods that take turns.
const SLOWEST: u16 = 28;

/// Adds a sentence for every mistake of a template.
pub(crate) fn trial(
    trial: &Trial,
    file: &File,
    known: &Known<'_>,
    mistake: &mut impl FnMut(String),
) {
    match &trial.remedy {
        Some(remedy) => refer(
            std::slice::from_ref(remedy),
            &known.remedies,
            "remedy",
            mistake,
        ),
        None if trial.id != "free" => {
            mistake("no remedy: only the template `free` may go without".into());
        }
        None => {}
    }
    if let Some(id) = &trial.factor {
        match file.factor.iter().find(|factor| factor.id == *id) {
            None => mistake(format!("there is no factor {id}")),
            Some(factor) if factor.unit != "yes/no" || factor.ask.is_none() => {
                mistake(format!("factor {id} is no question of yes or no"));
            }
            Some(_) => {}
        }
    }
    if !trial.timing_finding.is_empty()
        && !file
            .finding
            .iter()
            .any(|finding| finding.id == trial.timing_finding)
    {
        mistake(format!("there is no finding {}", trial.timing_finding));
    }
    refer(
        &trial.record,
        &OUTCOMES.iter().copied().collect(),
        "outcome",
        mistake,
    );
    if trial.record.first().map(String::as_str) != Some("cramps") {
        mistake("cramps must be recorded, and first: they are what is counted".into());
    }
    for (what, days) in [
        ("days_until_effect", trial.days_until_effect),
        ("washout_days", trial.washout_days),
    ] {
        if days > SLOWEST {
            mistake(format!("{what} is {days}: at most {SLOWEST} fit a trial"));
        }
    }
    if !(1..=5).contains(&trial.burden) {
        mistake(format!("burden {} is not from 1 to 5", trial.burden));
    }
    if trial.stop.is_empty() {
        mistake("no stop rule".into());
    }
    for (what, text) in [
        ("name", &trial.name),
        ("question", &trial.question),
        ("a", &trial.a),
        ("a_label", &trial.a_label),
        ("b", &trial.b),
        ("b_label", &trial.b_label),
        ("timing_reason", &trial.timing_reason),
        ("adherence", &trial.adherence),
        ("blinding_note", &trial.blinding_note),
    ] {
        if text.trim().is_empty() {
            mistake(format!("{what} is empty"));
        }
    }
    if trial.a_label == trial.b_label {
        mistake("both arms have the same label".into());
    }
}
