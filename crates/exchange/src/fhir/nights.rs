//! The nights: outcomes as observations, check-ins and questionnaires as responses.

use diary::entry::Answer as Told;
use diary::{Night, Outcome};
use insight::intake::counted;
use knowledge::Learned;

use super::measured::amount;
use super::resource::{
    Annotation, Answer, Concept, Item, Observation, Quantity, QuestionnaireResponse, Resource, UCUM,
};
use super::{Addressed, Ids, Record};

/// Scores of a night: our code, text, and the public code's name.
type Score = (&'static str, &'static str, Option<u8>);

/// Observations and check-ins of every night of the period.
pub(super) fn all(record: &Record<'_>, ids: &Ids) -> Vec<Addressed> {
    let mut all = Vec::new();
    for night in &record.summary.nights {
        let put = |what: &str, observation| {
            let urn = ids.urn(&format!("night {} {what}", night.id));
            (urn, Resource::Observation(Box::new(observation)))
        };
        all.push(put("cramps", cramps(night, ids)));
        if let Some(minutes) = night.minutes {
            let value = quantity(f64::from(minutes.get()), "min", "min");
            all.push(put(
                "minutes",
                outcome(night, ids, "minutes", "Minutes of cramp", value),
            ));
        }
        for (code, text, score) in scores(night) {
            if let Some(score) = score {
                let value = quantity(f64::from(score), "of 10", "{score}");
                all.push(put(code, outcome(night, ids, code, text, value)));
            }
        }
        for code in knowledge::codes() {
            let is_asked = counted::nutrient(code.factor).is_none();
            if let Some(day) = night.exposures.get(code.factor).filter(|_| is_asked) {
                let value = quantity(day.answer.value(), "drinks/day", "{drinks}/d");
                let mut observation = outcome(night, ids, code.factor, code.used_for, value);
                observation.code = Concept::ours("factor", code.factor, code.used_for, Some(code));
                observation.note.push(Annotation {
                    text: code.caveat.to_owned(),
                });
                all.push(put(code.factor, observation));
            }
        }
        for (id, day) in night.exposures.iter() {
            if let Some(nutrient) = counted::nutrient(id.as_str()) {
                let value = amount(nutrient, day.answer.value());
                let text = counted::words(nutrient);
                let mut observation = outcome(night, ids, id.as_str(), &text, value);
                observation.code = Concept::ours(
                    "intake-of-day",
                    nutrient.id(),
                    &text,
                    knowledge::codes()
                        .iter()
                        .find(|code| code.factor == id.as_str()),
                );
                observation.note.push(Annotation {
                    text: "Counted by another program, from a file.".to_owned(),
                });
                all.push(put(id.as_str(), observation));
            }
        }
        let item = check_in(night);
        if !item.is_empty() {
            let response = response(ids, "check-in", night.id.to_string(), item);
            all.push((
                ids.urn(&format!("check-in {}", night.id)),
                Resource::QuestionnaireResponse(response),
            ));
        }
    }
    all
}

fn scores(night: &Night) -> [Score; 4] {
    let score = |score: Option<diary::Score>| score.map(diary::Score::get);
    [
        ("pain", "Worst pain of the night", score(night.pain)),
        (
            "sleep-lost",
            "Sleep disturbed by cramps",
            score(night.sleep_lost),
        ),
        (
            "soreness",
            "Soreness on the next day",
            score(night.soreness),
        ),
        (
            "tiredness",
            "Tiredness on the next day",
            score(night.tiredness),
        ),
    ]
}

fn quantity(value: f64, unit: &str, code: &'static str) -> Quantity {
    Quantity {
        value,
        comparator: None,
        unit: unit.to_owned(),
        system: Some(UCUM),
        code: Some(code),
    }
}

fn outcome(night: &Night, ids: &Ids, code: &str, text: &str, value: Quantity) -> Observation {
    let code = Concept::ours("outcome", code, text, knowledge::code(code));
    Observation {
        value_quantity: Some(value),
        ..Observation::of("survey", code, ids, night.id.to_string())
    }
}

/// An unanswered night has no number; taps without a morning's answer are a lower bound.
fn cramps(night: &Night, ids: &Ids) -> Observation {
    let count = |count: u32| quantity(f64::from(count), "cramps", "{cramps}");
    let value = match night.outcome {
        Outcome::Missing => None,
        Outcome::Exactly(number) => Some(count(number)),
        Outcome::AtLeast(number) => Some(Quantity {
            comparator: Some(">="),
            ..count(number)
        }),
    };
    Observation {
        data_absent_reason: value
            .is_none()
            .then(|| Concept::fhir("data-absent-reason", "unknown")),
        value_quantity: value,
        ..outcome(night, ids, "cramps", "Leg cramps in the night", count(0))
    }
}

/// The answers to the check-in. What another program counted of food was no answer.
fn check_in(night: &Night) -> Vec<Item> {
    night
        .exposures
        .iter()
        .filter(|(id, _)| counted::nutrient(id.as_str()).is_none())
        .map(|(id, day)| {
            let text = match knowledge::factor(id.as_str()).map(|factor| factor.learned) {
                Some(Learned::Asked(question)) => question.text,
                _ => id.as_str(),
            };
            let answer = match day.answer {
                Told::YesNo(yes) => Answer::ValueBoolean(yes),
                Told::Amount(amount) => Answer::ValueDecimal(amount.get()),
            };
            item(id.as_str(), text, answer)
        })
        .collect()
}

/// The latest answers to each questionnaire and to the warning signs.
pub(super) fn questionnaires(record: &Record<'_>, ids: &Ids) -> Vec<Addressed> {
    let mut all = Vec::new();
    for (id, answers) in &record.person.questionnaires {
        let items: Vec<Item> = answers
            .chosen
            .iter()
            .map(|(question, chosen)| {
                let chosen = Answer::ValueString(chosen.as_str().to_owned());
                item(question.as_str(), question.as_str(), chosen)
            })
            .collect();
        if !items.is_empty() {
            let response = response(ids, id.as_str(), answers.answered.to_string(), items);
            all.push((
                ids.urn(&format!("questionnaire {id}")),
                Resource::QuestionnaireResponse(response),
            ));
        }
    }
    let signs: Vec<Item> = record
        .person
        .flags
        .iter()
        .map(|(id, answer)| {
            let text = knowledge::flag(id.as_str()).map_or(id.as_str(), |flag| flag.ask);
            item(id.as_str(), text, Answer::ValueBoolean(answer.present))
        })
        .collect();
    if let Some(latest) = record
        .person
        .flags
        .values()
        .map(|answer| answer.answered)
        .max()
    {
        let response = response(ids, "warning-signs", latest.to_string(), signs);
        all.push((
            ids.urn("warning-signs"),
            Resource::QuestionnaireResponse(response),
        ));
    }
    all
}

fn item(link_id: &str, text: &str, answer: Answer) -> Item {
    Item {
        link_id: link_id.to_owned(),
        text: text.to_owned(),
        answer: vec![answer],
    }
}

fn response(ids: &Ids, name: &str, authored: String, item: Vec<Item>) -> QuestionnaireResponse {
    QuestionnaireResponse {
        questionnaire: format!("urn:soleus:questionnaire:{name}"),
        status: "completed",
        subject: ids.patient(),
        authored,
        source: ids.patient(),
        item,
    }
}
