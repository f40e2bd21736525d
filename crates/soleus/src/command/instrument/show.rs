//! Questionnaires as text and JSON: items with what each answer counts, cut-offs, the latest result.

use diary::Person;
use insight::Raised;
use insight::questionnaire::{LOOK_ALIKES, Score, score};
use knowledge::Instrument;
use serde::Serialize;

use crate::output;
use crate::warning::{self, RaisedJson};
use crate::world::World;

#[derive(Serialize)]
struct ListedJson {
    id: &'static str,
    name: &'static str,
    purpose: &'static str,
    answered: Option<String>,
    means: Option<&'static str>,
}

#[derive(Serialize)]
struct InstrumentJson {
    id: &'static str,
    name: &'static str,
    purpose: &'static str,
    items: Vec<ItemJson>,
    scoring: &'static str,
    cut_offs: Vec<CutOffJson>,
    source: &'static str,
    latest: Option<ResultJson>,
}

#[derive(Serialize)]
struct ItemJson {
    id: &'static str,
    text: &'static str,
    choices: Vec<ChoiceJson>,
}

#[derive(Serialize)]
struct ChoiceJson {
    id: &'static str,
    label: &'static str,
    points: i8,
}

#[derive(Serialize)]
struct CutOffJson {
    rule: &'static str,
    meaning: &'static str,
}

#[derive(Serialize)]
struct ResultJson {
    /// Points, when all that counts was answered; else the lowest and highest they can be.
    lowest: i32,
    highest: i32,
    answered: usize,
    of: usize,
    /// Null while open items could change it.
    rule: Option<&'static str>,
    meaning: Option<&'static str>,
    /// The warning sign that the result raises.
    raises: Option<&'static str>,
}

#[derive(Serialize)]
pub(super) struct ToldJson {
    id: String,
    instrument: &'static str,
    result: ResultJson,
    raised: Vec<RaisedJson>,
}

/// Lists all.
pub(super) fn all(world: &World) -> anyhow::Result<()> {
    let person = world.desk()?.person()?;
    let listed: Vec<ListedJson> = knowledge::instruments()
        .iter()
        .map(|one| {
            let answers = latest(&person, one.id);
            ListedJson {
                id: one.id,
                name: one.name,
                purpose: one.purpose,
                answered: answers.map(|answers| answers.answered.to_string()),
                means: answers
                    .and_then(|answers| score(one, &answers.chosen).means)
                    .map(|means| means.meaning),
            }
        })
        .collect();
    if world.json() {
        return output::json(&listed);
    }
    for one in &listed {
        output::line(one.id)?;
        output::paragraph("  ", one.name)?;
        output::paragraph("  ", one.purpose)?;
        if let Some(answered) = &one.answered {
            let means = one.means.unwrap_or("not finished");
            output::paragraph("  ", &format!("Answered on {answered}: {means}."))?;
        }
    }
    output::line(LOOK_ALIKES)?;
    output::paragraph("  ", "What is mistaken for a night cramp.")
}

/// Shows one.
pub(super) fn one(world: &World, instrument: &'static Instrument) -> anyhow::Result<()> {
    let person = world.desk()?.person()?;
    let result = latest(&person, instrument.id).map(|answers| score(instrument, &answers.chosen));
    if world.json() {
        return output::json(&InstrumentJson {
            id: instrument.id,
            name: instrument.name,
            purpose: instrument.purpose,
            items: instrument.items.iter().map(item).collect(),
            scoring: instrument.scoring,
            cut_offs: instrument
                .interpretation
                .iter()
                .map(|one| CutOffJson {
                    rule: one.rule,
                    meaning: one.meaning,
                })
                .collect(),
            source: instrument.source_url,
            latest: result.map(|result| json(instrument, &result)),
        });
    }
    output::paragraph("", instrument.name)?;
    output::paragraph("", instrument.purpose)?;
    for item in instrument.items {
        output::paragraph("  ", &format!("{}. {}", item.id, item.text))?;
        let choices: Vec<String> = item
            .choices
            .iter()
            .map(|choice| {
                format!(
                    "{}={} ({}, counts {})",
                    item.id, choice.id, choice.label, choice.points
                )
            })
            .collect();
        output::paragraph("     ", &choices.join("; "))?;
    }
    output::paragraph("", &format!("Scoring: {}", instrument.scoring))?;
    for one in instrument.interpretation {
        output::point("  ", &format!("{}: {}.", one.rule, one.meaning))?;
    }
    if let Some(result) = &result {
        self::result(instrument, result)?;
    }
    output::paragraph("", &format!("Source: {}", instrument.source_url))
}

/// Shows a result as text.
pub(super) fn result(instrument: &Instrument, result: &Score) -> anyhow::Result<()> {
    let points = if result.lowest == result.highest {
        result.lowest.to_string()
    } else {
        format!("{} to {}", result.lowest, result.highest)
    };
    let means = match result.means {
        Some(means) => format!("{}: {}.", means.rule, means.meaning),
        None => "open: answer the rest to know.".to_owned(),
    };
    output::paragraph(
        "",
        &format!(
            "Your answers: {points} points, {} of {} items answered; {means} This is not a diagnosis.",
            result.answered,
            instrument.items.len()
        ),
    )
}

/// What `--json` answers to answers.
pub(super) fn told(
    instrument: &'static Instrument,
    result: &Score,
    (id, raised): &(String, Vec<Raised>),
) -> ToldJson {
    ToldJson {
        id: id.clone(),
        instrument: instrument.id,
        result: json(instrument, result),
        raised: warning::json(raised),
    }
}

fn latest<'p>(person: &'p Person, id: &str) -> Option<&'p diary::person::Answers> {
    person.questionnaires.get(id)
}

fn item(item: &knowledge::Item) -> ItemJson {
    ItemJson {
        id: item.id,
        text: item.text,
        choices: item
            .choices
            .iter()
            .map(|choice| ChoiceJson {
                id: choice.id,
                label: choice.label,
                points: choice.points,
            })
            .collect(),
    }
}

fn json(instrument: &Instrument, result: &Score) -> ResultJson {
    ResultJson {
        lowest: result.lowest,
        highest: result.highest,
        answered: result.answered,
        of: instrument.items.len(),
        rule: result.means.map(|means| means.rule),
        meaning: result.means.map(|means| means.meaning),
        raises: result
            .means
            .map(|means| means.raises)
            .filter(|flag| !flag.is_empty()),
    }
}
