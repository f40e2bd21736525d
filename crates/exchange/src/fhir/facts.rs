//! The person, conditions, medicines and blood tests.

use diary::entry::Sex;
use insight::summary::State;
use report::clean::one_line;

use super::resource::{
    Annotation, Coding, Concept, Condition, HumanName, MedicationStatement, Observation, Patient,
    Period, Quantity, Resource, UCUM,
};
use super::{Addressed, Ids, Record};

/// Longest text of the person in a field, in characters.
const LONGEST: usize = 1000;
/// Where RxNorm numbers belong.
const RXNORM: &str = "http://www.nlm.nih.gov/research/umls/rxnorm";

/// Sex at birth goes where record systems look for it, though the field means the administrative gender.
pub(super) fn patient(record: &Record<'_>, ids: &Ids) -> Addressed {
    let patient = Patient {
        name: record
            .name
            .map(|name| HumanName {
                text: name.to_owned(),
            })
            .into_iter()
            .collect(),
        gender: record.person.sex.map(|sex| match sex {
            Sex::Female => "female",
            Sex::Male => "male",
        }),
        birth_date: record.person.birth_year.map(|year| format!("{year:04}")),
    };
    (ids.urn("patient"), Resource::Patient(patient))
}

/// What the diary is about, when there was a cramp; every condition that was told, and every one denied.
pub(super) fn conditions(record: &Record<'_>, ids: &Ids) -> Vec<Addressed> {
    let mut all = Vec::new();
    let cramps = record
        .summary
        .burden
        .as_ref()
        .map_or(0, |burden| burden.cramps);
    if let Some(code) = knowledge::code("sleep-related-leg-cramps").filter(|_| cramps > 0) {
        let concept = Concept::ours("condition", code.id, "Night leg cramps", Some(code));
        let mut condition = condition(ids, concept, true, None);
        condition.note.push(Annotation {
            text: code.caveat.to_owned(),
        });
        all.push((
            ids.urn("condition night-leg-cramps"),
            Resource::Condition(condition),
        ));
    }
    for (id, steps) in &record.person.conditions {
        let Some(last) = steps.last() else {
            continue;
        };
        let id = id.as_str();
        let name = knowledge::condition(id).map_or(id, |condition| condition.name);
        let public = knowledge::codes().iter().find(|code| code.condition == id);
        let concept = Concept::ours("condition", id, name, public);
        let since = last
            .since
            .filter(|_| last.present)
            .map(|day| day.to_string());
        all.push((
            ids.urn(&format!("condition {id}")),
            Resource::Condition(condition(ids, concept, last.present, since)),
        ));
    }
    all
}

fn condition(ids: &Ids, code: Concept, present: bool, onset: Option<String>) -> Condition {
    let (clinical, verification) = if present {
        ("active", "unconfirmed")
    } else {
        ("inactive", "refuted")
    };
    Condition {
        clinical_status: Concept::fhir("condition-clinical", clinical),
        verification_status: Concept::fhir("condition-ver-status", verification),
        code,
        subject: ids.patient(),
        onset_date_time: onset,
        note: Vec::new(),
    }
}

pub(super) fn medicines(record: &Record<'_>, ids: &Ids) -> Vec<Addressed> {
    let statement = |one: &insight::summary::MedicineUse| {
        let (status, start, end) = match one.state {
            State::Taking(since) => ("active", since, None),
            State::Stopped(on) => ("stopped", None, on),
        };
        let rxnorm = one.known.and_then(|known| known.rxcui);
        let mut medicine = Concept::ours("medicine", &one.id, &one.name, None);
        medicine.coding.extend(rxnorm.map(|number| Coding {
            system: RXNORM.to_owned(),
            code: number.to_string(),
            display: None,
        }));
        let dose = one.dose.as_deref().map(|dose| one_line(dose, LONGEST));
        let statement = MedicationStatement {
            status,
            medication_codeable_concept: medicine,
            subject: ids.patient(),
            effective_period: (start.is_some() || end.is_some()).then(|| Period {
                start: start.map(|day| day.to_string()),
                end: end.map(|day| day.to_string()),
            }),
            dosage: dose
                .filter(|text| !text.is_empty())
                .map(|text| Annotation { text })
                .into_iter()
                .collect(),
        };
        (
            ids.urn(&format!("medicine {}", one.id)),
            Resource::MedicationStatement(statement),
        )
    };
    record.summary.medicines.all.iter().map(statement).collect()
}

/// All blood values as printed, and the body weight.
pub(super) fn labs(record: &Record<'_>, ids: &Ids) -> Vec<Addressed> {
    let mut all = Vec::new();
    for (place, lab) in record.person.labs.iter().enumerate() {
        let id = lab.test.as_str();
        let name = knowledge::lab(id).map_or(id, |known| known.name);
        let unit = one_line(&lab.unit, LONGEST);
        let quantity = Quantity {
            value: lab.value.get(),
            comparator: None,
            unit: if unit.is_empty() {
                "1".to_owned()
            } else {
                unit
            },
            system: None,
            code: None,
        };
        let observation = Observation {
            status: "final",
            category: vec![Concept::fhir("observation-category", "laboratory")],
            code: Concept::ours("lab", id, name, None),
            subject: ids.patient(),
            effective_date_time: lab.taken.to_string(),
            value_quantity: Some(quantity),
            data_absent_reason: None,
            note: Vec::new(),
        };
        let urn = ids.urn(&format!("lab {id} {} {place}", lab.taken));
        all.push((urn, Resource::Observation(Box::new(observation))));
    }
    if let Some(kilograms) = record.person.weight_kg {
        let code = knowledge::code("body-weight");
        let observation = Observation {
            status: "final",
            category: vec![Concept::fhir("observation-category", "vital-signs")],
            code: Concept::ours("profile", "weight", "Body weight, as told", code),
            subject: ids.patient(),
            effective_date_time: record.summary.today.to_string(),
            value_quantity: Some(Quantity {
                value: kilograms,
                comparator: None,
                unit: "kg".to_owned(),
                system: Some(UCUM),
                code: Some("kg"),
            }),
            data_absent_reason: None,
            note: Vec::new(),
        };
        all.push((
            ids.urn("weight"),
            Resource::Observation(Box::new(observation)),
        ));
    }
    all
}
