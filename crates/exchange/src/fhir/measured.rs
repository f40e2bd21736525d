//! What was measured: blood values, body weight and height, what food and drink bring.

use insight::labs::{measured, range};
use insight::{capital, lower_first};
use knowledge::Nutrient;
use report::clean::one_line;

use super::resource::{Annotation, Concept, Observation, Quantity, ReferenceRange, Resource, UCUM};
use super::{Addressed, Ids, Record};

/// Longest unit that somebody typed, in characters.
const LONGEST: usize = 100;

fn put(urn: String, observation: Observation) -> Addressed {
    (urn, Resource::Observation(Box::new(observation)))
}

/// All blood values as printed; where the unit is the one of our range, with the range.
pub(super) fn labs(record: &Record<'_>, ids: &Ids) -> Vec<Addressed> {
    let lab = |(place, lab): (usize, &diary::person::Lab)| {
        let id = lab.test.as_str();
        let known = knowledge::lab(id);
        let unit = one_line(&lab.unit, LONGEST);
        let quantity = |value: f64| Quantity {
            value,
            comparator: None,
            unit: if unit.is_empty() {
                "1".to_owned()
            } else {
                unit.clone()
            },
            system: None,
            code: None,
        };
        let measured = measured(lab).filter(|one| one.lab.unit == unit);
        let sex = record.person.sex;
        let standing = measured.map(|one| one.standing(sex));
        let code = Concept::ours("lab", id, known.map_or(id, |known| known.name), None);
        let observation = Observation {
            value_quantity: Some(quantity(lab.value.get())),
            interpretation: standing
                .map(|standing| Concept {
                    coding: Vec::new(),
                    text: Some(standing.word().to_owned()),
                })
                .into_iter()
                .collect(),
            reference_range: measured
                .map(|one| {
                    let (low, high) = range(one.lab, sex);
                    ReferenceRange {
                        low: quantity(low),
                        high: quantity(high),
                        text: "Usual in adults, from published tables; not the laboratory’s own range.",
                    }
                })
                .into_iter()
                .collect(),
            ..Observation::of("laboratory", code, ids, lab.taken.to_string())
        };
        put(
            ids.urn(&format!("lab {id} {} {place}", lab.taken)),
            observation,
        )
    };
    record.person.labs.iter().enumerate().map(lab).collect()
}

/// Weight and height as told.
pub(super) fn body(record: &Record<'_>, ids: &Ids) -> Vec<Addressed> {
    let told = |id: &str, text: &str, value: f64, unit: &'static str, public| {
        let code = Concept::ours("profile", id, text, public);
        let observation = Observation {
            value_quantity: Some(quantity(value, unit)),
            ..Observation::of("vital-signs", code, ids, record.summary.today.to_string())
        };
        put(ids.urn(id), observation)
    };
    let person = record.person;
    let weight = person.weight_kg.map(|kilograms| {
        let public = knowledge::code("body-weight");
        told("weight", "Body weight, as told", kilograms, "kg", public)
    });
    let height = person
        .height_cm
        .map(|centimetres| told("height", "Body height, as told", centimetres, "cm", None));
    weight.into_iter().chain(height).collect()
}

fn quantity(value: f64, unit: &'static str) -> Quantity {
    Quantity {
        value,
        comparator: None,
        unit: unit.to_owned(),
        system: Some(UCUM),
        code: Some(unit),
    }
}

/// What a day of food and drink brings, as an estimate with its interval; nothing while too few days were told.
pub(super) fn eaten(record: &Record<'_>, ids: &Ids) -> Vec<Addressed> {
    let intake = &record.summary.intake;
    if !intake.is_usual() {
        return Vec::new();
    }
    intake
        .lines
        .iter()
        .filter(|line| !line.at_least || line.amount.estimate.mean > 0.0)
        .map(|line| {
            let nutrient = line.amount.nutrient;
            let (low, high) = line.amount.estimate.interval();
            let note = format!(
                "Estimated from portions told on {} whole days of the last two weeks{}; 90 % interval {low:.1} to {high:.1}.",
                intake.whole_days,
                match intake.counted_days {
                    0 => String::new(),
                    days => format!(", {days} of them counted by another program"),
                }
            );
            let text = capital(&format!("{} in food and drink a day", lower_first(nutrient.name())));
            let observation = Observation {
                value_quantity: Some(Quantity {
                    comparator: line.at_least.then_some(">="),
                    ..amount(nutrient, line.amount.estimate.mean)
                }),
                note: vec![Annotation { text: note }],
                ..Observation::of(
                    "survey",
                    Concept::ours("intake", nutrient.id(), &text, None),
                    ids,
                    record.summary.today.to_string(),
                )
            };
            put(ids.urn(&format!("intake {}", nutrient.id())), observation)
        })
        .collect()
}

/// An amount of a nutrient in a day, in UCUM's spelling of its unit.
pub(super) fn amount(nutrient: Nutrient, value: f64) -> Quantity {
    let code = match nutrient.unit() {
        "mg" => "mg/d",
        "µg" => "ug/d",
        "kcal" => "kcal/d",
        _ => "g/d",
    };
    Quantity {
        value,
        comparator: None,
        unit: format!("{} a day", nutrient.unit()),
        system: Some(UCUM),
        code: Some(code),
    }
}
