//! What was tested: randomised trials of the person on themselves, and the points of questionnaires.

use insight::summary::Questionnaire;
use insight::trial::Summary as Trial;
use report::clean::one_line;

use super::resource::{Annotation, Concept, Observation, Quantity, Resource, UCUM};
use super::{Addressed, Ids, Record};

/// Longest name of a test, in characters.
const LONGEST: usize = 200;

/// The trials: the ratio of cramps with and without, or that there is no result.
pub(super) fn trials(record: &Record<'_>, ids: &Ids) -> Vec<Addressed> {
    let all = record.summary.trials.iter();
    all.map(|trial| {
        (
            ids.urn(&format!("trial {}", trial.hash)),
            Resource::Observation(Box::new(observation(trial, ids))),
        )
    })
    .collect()
}

fn observation(trial: &Trial, ids: &Ids) -> Observation {
    let code = trial.remedy.as_deref().unwrap_or("own");
    let text = format!(
        "Randomised self-test: {}",
        one_line(&trial.name.to_string(), LONGEST)
    );
    let (a, b) = &trial.arms;
    let result = match trial.ratio {
        Some(ratio) => format!(
            "Cramps with “{}” for each with “{}”: 5-95 % {:.2} to {:.2}, {} nights. ",
            one_line(a, LONGEST),
            one_line(b, LONGEST),
            ratio.low,
            ratio.high,
            trial.nights
        ),
        None => format!("No result: {}. ", trial.standing),
    };
    let evidence = match (trial.e_value, trial.p_randomisation) {
        (Some(e), Some(p)) => format!("E-value {e:.1}, p of the randomisation {p:.4}. "),
        (Some(e), None) => format!("E-value {e:.1}. "),
        _ => String::new(),
    };
    let note = format!(
        "{result}{evidence}Registered {}, seed {}, SHA-256 {}.",
        trial.registered, trial.seed, trial.hash
    );
    let day = trial.last_night.unwrap_or(trial.first_night);
    Observation {
        status: if trial.ratio.is_some() {
            "final"
        } else {
            "registered"
        },
        value_quantity: trial.ratio.map(|ratio| Quantity {
            value: ratio.estimate,
            comparator: None,
            unit: "1".to_owned(),
            system: Some(UCUM),
            code: Some("1"),
        }),
        note: vec![Annotation { text: note }],
        ..Observation::of(
            "survey",
            Concept::ours("trial", code, &text, None),
            ids,
            day.to_string(),
        )
    }
}

/// The points of each questionnaire; its answers stand in a response of their own.
pub(super) fn scores(record: &Record<'_>, ids: &Ids) -> Vec<Addressed> {
    let all = record.summary.questionnaires.iter();
    all.map(|one| {
        (
            ids.urn(&format!("score {}", one.instrument.id)),
            Resource::Observation(Box::new(score(one, ids))),
        )
    })
    .collect()
}

fn score(one: &Questionnaire, ids: &Ids) -> Observation {
    let (low, high) = (one.score.lowest, one.score.highest);
    let open = one.instrument.items.len() - one.score.answered;
    let mut note = format!("Of {} at most.", one.most);
    if open > 0 {
        note.push_str(&format!(" {open} items are open: at most {high} so far."));
    }
    if let Some(means) = one.score.means {
        note.push_str(&format!(" {}.", means.meaning));
    }
    Observation {
        value_quantity: Some(Quantity {
            value: f64::from(low),
            comparator: (low < high).then_some(">="),
            unit: "points".to_owned(),
            system: Some(UCUM),
            code: Some("{score}"),
        }),
        note: vec![Annotation { text: note }],
        ..Observation::of(
            "survey",
            Concept::ours("score", one.instrument.id, one.instrument.name, None),
            ids,
            one.answered.to_string(),
        )
    }
}
