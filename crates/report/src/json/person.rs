//! The person and the medicines.

use insight::Summary;
use insight::medicines::{Change, Row};
use insight::summary::State;
use knowledge::CrampLabel;
use serde::Serialize;

use super::nights::{CountedJson, counted};
use crate::words;

#[derive(Serialize)]
pub(super) struct PersonJson {
    birth_year: Option<i16>,
    age: Option<u32>,
    may_be_minor: bool,
    sex: Option<String>,
    height_cm: Option<f64>,
    weight_kg: Option<f64>,
    body_mass_index: Option<f64>,
    pregnant: Option<bool>,
    due: Option<String>,
    conditions: Vec<ConditionJson>,
    conditions_unasked: usize,
}

#[derive(Serialize)]
pub(super) struct ConditionJson {
    condition: String,
    name: String,
    since: Option<String>,
}

#[derive(Serialize)]
pub(super) struct MedicineJson {
    medicine: String,
    name: String,
    dose: Option<String>,
    taking: bool,
    since: Option<String>,
    /// `listed`, `not-listed`, or null when no label was read.
    cramps_on_label: Option<&'static str>,
    factors: Vec<&'static str>,
    before_start: Option<CountedJson>,
    after_start: Option<CountedJson>,
}

/// What a medicine review goes through beside the list.
#[derive(Serialize)]
pub(super) struct ReviewJson {
    changes: Vec<ChangeJson>,
    /// Ids of the rules about several medicines at once.
    together: Vec<&'static str>,
    questions: Vec<String>,
}

/// Cramps after a medicine was started beside those before.
#[derive(Serialize)]
struct ChangeJson {
    medicine: &'static str,
    started: String,
    rate_ratio: f64,
    rate_ratio_low: f64,
    rate_ratio_high: f64,
    p_raises: f64,
}

pub(super) fn person(summary: &Summary) -> PersonJson {
    let who = &summary.who;
    PersonJson {
        birth_year: who.birth_year,
        age: who.age,
        may_be_minor: who.may_be_minor,
        sex: who.sex.map(|sex| words::sex(Some(sex)).to_string()),
        height_cm: who.height_cm,
        weight_kg: who.weight_kg,
        body_mass_index: who.body_mass_index,
        pregnant: who.pregnant,
        due: who.due.map(|due| due.to_string()),
        conditions: who
            .conditions
            .iter()
            .map(|one| ConditionJson {
                condition: one.id.clone(),
                name: one.name.clone(),
                since: one.since.map(|since| since.to_string()),
            })
            .collect(),
        conditions_unasked: who.conditions_unasked,
    }
}

pub(super) fn medicines(summary: &Summary) -> Vec<MedicineJson> {
    summary
        .medicines
        .all
        .iter()
        .map(|one| {
            let (taking, since) = match one.state {
                State::Taking(since) => (true, since),
                State::Stopped(since) => (false, since),
            };
            MedicineJson {
                medicine: one.id.clone(),
                name: one.name.clone(),
                dose: one.dose.as_ref().map(ToString::to_string),
                taking,
                since: since.map(|since| since.to_string()),
                cramps_on_label: match one.label() {
                    CrampLabel::Listed => Some("listed"),
                    CrampLabel::NotListed => Some("not-listed"),
                    CrampLabel::Unknown => None,
                },
                factors: one.factors.iter().map(|factor| factor.id).collect(),
                before_start: one.around_start.map(|(before, _)| counted(before)),
                after_start: one.around_start.map(|(_, after)| counted(after)),
            }
        })
        .collect()
}

pub(super) fn review(summary: &Summary) -> ReviewJson {
    let change = |row: &Row| {
        row.change.as_ref().map(|change: &Change| ChangeJson {
            medicine: change.start.medicine.id,
            started: change.start.on.to_string(),
            rate_ratio: change.rate_ratio,
            rate_ratio_low: change.low,
            rate_ratio_high: change.high,
            p_raises: change.p_raises,
        })
    };
    ReviewJson {
        changes: summary.review.rows.iter().filter_map(change).collect(),
        together: summary.review.together.iter().map(|rule| rule.id).collect(),
        questions: summary
            .review
            .questions
            .iter()
            .map(ToString::to_string)
            .collect(),
    }
}
