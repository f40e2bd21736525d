//! Published questionnaires: their records, the checks they must pass, and how they are written.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::check::{Known, refer};
use crate::check_source;
use crate::code::{Code, fields};
use crate::records::Verified;

/// A questionnaire.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Instrument {
    pub(crate) id: String,
    name: String,
    purpose: String,
    items: Vec<Item>,
    scoring: String,
    interpretation: Vec<Interpretation>,
    source_url: String,
    verified: Verified,
    #[serde(default)]
    note: String,
}

/// An item with the points of a yes, or with answers of its own.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    id: String,
    text: String,
    /// What a yes counts; a no counts 0.
    yes: Option<i8>,
    /// What a no counts; a yes counts 0.
    no: Option<i8>,
    /// Id, label and points of each answer, where they are not yes and no.
    #[serde(default)]
    answers: Vec<(String, String, i8)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Interpretation {
    rule: String,
    meaning: String,
    at_least: Option<i8>,
    #[serde(default)]
    with: BTreeMap<String, String>,
    #[serde(default)]
    raises: String,
}

impl Item {
    fn choices(&self) -> Vec<(String, String, i8)> {
        if self.answers.is_empty() {
            vec![
                ("yes".into(), "Yes".into(), self.yes.unwrap_or(0)),
                ("no".into(), "No".into(), self.no.unwrap_or(0)),
            ]
        } else {
            self.answers.clone()
        }
    }
}

/// Adds a sentence for every mistake.
pub(crate) fn check(
    instruments: &[Instrument],
    known: &Known<'_>,
    mistake: &mut impl FnMut(String, String),
) {
    for instrument in instruments {
        let mut here = |what| {
            mistake(
                format!("instruments.toml: instrument {}", instrument.id),
                what,
            )
        };
        check_source::source(instrument.verified, &instrument.source_url, "", &mut here);
        let mut ids = BTreeSet::new();
        for item in &instrument.items {
            let forms = [
                item.yes.is_some(),
                item.no.is_some(),
                !item.answers.is_empty(),
            ];
            if forms.iter().filter(|form| **form).count() != 1 {
                here(format!("item {}: give yes, no or answers", item.id));
            }
            if !ids.insert(item.id.as_str()) {
                here(format!("item {} is there twice", item.id));
            }
        }
        match instrument.interpretation.split_last() {
            Some((last, others))
                if last.at_least.is_none()
                    && last.with.is_empty()
                    && others.iter().all(|one| one.at_least.is_some()) => {}
            _ => here("the last interpretation, and only that, is for every other result".into()),
        }
        for one in &instrument.interpretation {
            for (item, choice) in &one.with {
                let fits = instrument.items.iter().any(|other| {
                    other.id == *item && other.choices().iter().any(|(id, _, _)| id == choice)
                });
                if !fits {
                    here(format!("there is no answer {choice} to item {item}"));
                }
            }
            if !one.raises.is_empty() {
                refer(
                    std::slice::from_ref(&one.raises),
                    &known.flags,
                    "flag",
                    &mut here,
                );
            }
        }
    }
}

impl Code for Item {
    fn code(&self) -> String {
        let choices: Vec<String> = self
            .choices()
            .iter()
            .map(|(id, label, points)| {
                format!("Choice {{ id: {id:?}, label: {label:?}, points: {points} }}")
            })
            .collect();
        format!(
            "Item {{ {}, choices: &[{}] }}",
            fields!(self; id, text),
            choices.join(", ")
        )
    }
}

impl Code for Interpretation {
    fn code(&self) -> String {
        let with: Vec<(&str, &str)> = self
            .with
            .iter()
            .map(|(item, choice)| (item.as_str(), choice.as_str()))
            .collect();
        format!(
            "Interpretation {{ {}, with: {} }}",
            fields!(self; rule, meaning, at_least, raises),
            with.code()
        )
    }
}

impl Code for Instrument {
    fn code(&self) -> String {
        let fields = fields!(self; id, name, purpose, items, scoring, interpretation, source_url, verified, note);
        format!("Instrument {{ {fields} }}")
    }
}
