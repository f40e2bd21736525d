//! `GET` and `POST /questionnaires/look-alikes`: what is mistaken for a night cramp, and how far it fits.

use axum::extract::State;
use axum::response::{Redirect, Response};
use insight::Raised;
use insight::questionnaire::{LOOK_ALIKES, likenesses, look_alike_item};

use crate::form::Fields;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::questionnaires::{chosen, raised, save};
use crate::site::{App, Shared, off_thread};

struct Question {
    item: String,
    text: &'static str,
    answer: &'static str,
}

struct Row {
    id: &'static str,
    name: &'static str,
    urgency: &'static str,
    distinguishing: &'static [&'static str],
    questions: Vec<Question>,
    fits: bool,
}

#[derive(askama::Template)]
#[template(path = "questionnaires/look_alikes.html")]
struct Page {
    frame: Frame,
    rows: Vec<Row>,
    /// The names of those that fit in full; none before anything was answered.
    fitting: Vec<&'static str>,
    answered: bool,
    raised: Vec<Raised>,
}

/// `GET /questionnaires/look-alikes`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| page(app, &look)).await?;
    Ok(render(&page))
}

fn page(app: &App, look: &Look) -> Result<Page, Problem> {
    let person = app.desk().person()?;
    let answers = person.questionnaires.get(LOOK_ALIKES);
    let picked = answers
        .map(|answers| answers.chosen.clone())
        .unwrap_or_default();
    let rows: Vec<Row> = likenesses(&picked)
        .into_iter()
        .map(|one| Row {
            id: one.look_alike.id,
            name: one.look_alike.name,
            urgency: crate::plan::urgency(&one.look_alike.urgency),
            distinguishing: one.look_alike.distinguishing,
            questions: (1..)
                .zip(one.look_alike.questions)
                .map(|(number, &text)| {
                    let item = look_alike_item(one.look_alike, number);
                    let answer = match picked.get(item.as_str()).map(|id| id.as_str()) {
                        Some("yes") => "yes",
                        Some(_) => "no",
                        None => "",
                    };
                    Question { item, text, answer }
                })
                .collect(),
            fits: one.fits(),
        })
        .collect();
    Ok(Page {
        frame: look.frame(crate::word("look-alikes-title"), Tab::Profile),
        fitting: rows
            .iter()
            .filter(|row| row.fits)
            .map(|row| row.name)
            .collect(),
        answered: !picked.is_empty(),
        rows,
        raised: crate::alarm::can_wait(&raised(app)?),
    })
}

/// `POST /questionnaires/look-alikes`
pub(crate) async fn post(State(app): State<Shared>, fields: Fields) -> Result<Redirect, Problem> {
    let written = off_thread(&app, move |app| {
        let answers = chosen(&fields, |item, choice| {
            ["yes", "no"].contains(&choice)
                && knowledge::look_alikes().iter().any(|one| {
                    (1..=one.questions.len()).any(|number| look_alike_item(one, number) == item)
                })
        });
        save(app, &fields, LOOK_ALIKES, answers)
    })
    .await?;
    Ok(Redirect::to(&format!(
        "/questionnaires/look-alikes?done={}#result",
        written.word()
    )))
}
