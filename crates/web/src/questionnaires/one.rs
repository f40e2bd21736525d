//! `GET` and `POST /questionnaires/{id}`: one questionnaire, what each answer counts, the cut-offs and the result.

use axum::extract::{Path, State};
use axum::response::{Redirect, Response};
use insight::Raised;
use insight::questionnaire::score;
use knowledge::{Instrument, Interpretation};

use crate::form::Fields;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::questionnaires::{chosen, raised, save};
use crate::say::Markup;
use crate::site::{App, Shared, off_thread};

struct Choice {
    id: &'static str,
    /// “Yes (counts 1)”.
    label: Markup,
    checked: bool,
}

struct Item {
    id: &'static str,
    text: &'static str,
    choices: Vec<Choice>,
    open: bool,
}

/// The result of the last answers.
struct Outcome {
    points: String,
    answered: usize,
    of: usize,
    means: Option<&'static Interpretation>,
}

#[derive(askama::Template)]
#[template(path = "questionnaires/one.html")]
struct Page {
    frame: Frame,
    instrument: &'static Instrument,
    items: Vec<Item>,
    outcome: Option<Outcome>,
    raised: Vec<Raised>,
}

/// `GET /questionnaires/{id}`
pub(crate) async fn get(
    State(app): State<Shared>,
    Path(id): Path<String>,
    look: Look,
) -> Result<Response, Problem> {
    let instrument = knowledge::instrument(&id).ok_or(Problem::NotFound)?;
    let page = off_thread(&app, move |app| page(app, &look, instrument)).await?;
    Ok(render(&page))
}

fn page(app: &App, look: &Look, instrument: &'static Instrument) -> Result<Page, Problem> {
    let person = app.desk().person()?;
    let answers = person.questionnaires.get(instrument.id);
    let picked = |item: &str| {
        answers
            .and_then(|answers| answers.chosen.get(item))
            .map(|id| id.as_str())
    };
    let items = instrument
        .items
        .iter()
        .map(|item| Item {
            id: item.id,
            text: item.text,
            choices: item
                .choices
                .iter()
                .map(|choice| Choice {
                    id: choice.id,
                    label: counted(choice),
                    checked: picked(item.id) == Some(choice.id),
                })
                .collect(),
            open: picked(item.id).is_none(),
        })
        .collect();
    let outcome = answers.map(|answers| {
        let result = score(instrument, &answers.chosen);
        Outcome {
            points: if result.lowest == result.highest {
                result.lowest.to_string()
            } else {
                crate::say("questionnaires-range")
                    .with("low", result.lowest.to_string())
                    .with("high", result.highest.to_string())
                    .plain()
            },
            answered: result.answered,
            of: instrument.items.len(),
            means: result.means,
        }
    });
    Ok(Page {
        frame: look.frame(crate::word("questionnaires-one"), Tab::Profile),
        instrument,
        items,
        outcome,
        raised: crate::alarm::can_wait(&raised(app)?),
    })
}

/// An answer with what it counts. Yes and no have their words in the catalogue.
fn counted(choice: &knowledge::Choice) -> Markup {
    let answer: Markup = match choice.id {
        "yes" => Markup::of(crate::word("choice-yes")),
        "no" => Markup::of(crate::word("choice-no")),
        _ => crate::english(choice.label).into(),
    };
    crate::say("questionnaires-counts")
        .with("answer", answer)
        .with("points", choice.points.to_string())
        .into()
}

/// `POST /questionnaires/{id}`
pub(crate) async fn post(
    State(app): State<Shared>,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Redirect, Problem> {
    let instrument = knowledge::instrument(&id).ok_or(Problem::NotFound)?;
    let written = off_thread(&app, move |app| {
        let answers = chosen(&fields, |item, choice| {
            instrument
                .items
                .iter()
                .any(|one| one.id == item && one.choices.iter().any(|known| known.id == choice))
        });
        save(app, &fields, instrument.id, answers)
    })
    .await?;
    Ok(Redirect::to(&format!(
        "/questionnaires/{}?done={}#result",
        instrument.id,
        written.word()
    )))
}
