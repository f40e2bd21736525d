//! The person, conditions, allergies and medicines.

use diary::entry::Sex;
use insight::summary::State;
use report::clean::one_line;

use super::resource::{
    AllergyIntolerance, Annotation, Coding, Concept, Condition, HumanName, MedicationStatement,
    Observation, Patient, Period, Resource,
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
        let dose = one
            .dose
            .as_ref()
            .map(|dose| one_line(&dose.to_string(), LONGEST));
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

/// What the person must not eat; “nothing” is an answer, too.
pub(super) fn allergies(record: &Record<'_>, ids: &Ids) -> Vec<Addressed> {
    let Some(told) = &record.person.allergies else {
        return Vec::new();
    };
    let allergy = |id: &str, text: &str| {
        let allergy = AllergyIntolerance {
            clinical_status: Concept::fhir("allergyintolerance-clinical", "active"),
            verification_status: Concept::fhir("allergyintolerance-verification", "unconfirmed"),
            category: vec!["food"],
            code: Concept::ours("allergy", id, text, None),
            patient: ids.patient(),
        };
        (
            ids.urn(&format!("allergy {id}")),
            Resource::AllergyIntolerance(allergy),
        )
    };
    if told.is_empty() {
        return vec![allergy("none", "No allergy to food, as answered")];
    }
    told.iter()
        .map(|one| allergy(one.as_str(), one.as_str()))
        .collect()
}

/// Pregnancy and diet, in words.
pub(super) fn profile(record: &Record<'_>, ids: &Ids) -> Vec<Addressed> {
    let told = |id: &str, text: &str, day: String, answer: String| {
        let code = Concept::ours("profile", id, text, None);
        let observation = Observation {
            value_codeable_concept: Some(Concept {
                coding: Vec::new(),
                text: Some(answer),
            }),
            ..Observation::of("social-history", code, ids, day)
        };
        (
            ids.urn(&format!("profile {id}")),
            Resource::Observation(Box::new(observation)),
        )
    };
    let mut all = Vec::new();
    if let Some(pregnancy) = &record.person.pregnancy {
        let answer = match (pregnancy.pregnant, pregnancy.due) {
            (true, Some(due)) => format!("yes, due {due}"),
            (true, None) => "yes".to_owned(),
            (false, _) => "no".to_owned(),
        };
        let day = pregnancy.answered.to_string();
        all.push(told("pregnant", "Pregnant, as told", day, answer));
    }
    if let Some(diet) = &record.person.diet {
        let day = record.summary.today.to_string();
        all.push(told("diet", "Diet, as told", day, diet.as_str().to_owned()));
    }
    all
}
