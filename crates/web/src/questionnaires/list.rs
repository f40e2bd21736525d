//! `GET /questionnaires`: all of them, and what the last answers mean.

use axum::extract::State;
use axum::response::Response;
use insight::questionnaire::{LOOK_ALIKES, score};

use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::say::Markup;
use crate::site::{Shared, off_thread};
use crate::words;

struct Row {
    id: &'static str,
    name: &'static str,
    purpose: &'static str,
    /// “Answered on 3 May 2026: …”
    last: Option<Markup>,
}

#[derive(askama::Template)]
#[template(path = "questionnaires/list.html")]
struct Page {
    frame: Frame,
    rows: Vec<Row>,
    look_alikes: Option<String>,
}

/// `GET /questionnaires`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| {
        let person = app.desk().person()?;
        let rows = knowledge::instruments()
            .iter()
            .map(|one| Row {
                id: one.id,
                name: one.name,
                purpose: one.purpose,
                last: person.questionnaires.get(one.id).map(|answers| {
                    let meaning: Markup = match score(one, &answers.chosen).means {
                        Some(means) => crate::english(means.meaning).into(),
                        None => Markup::of(crate::word("questionnaires-unfinished")),
                    };
                    crate::say("questionnaires-answered-means")
                        .with("date", words::date(answers.answered))
                        .with("meaning", meaning)
                        .into()
                }),
            })
            .collect();
        Ok(Page {
            frame: look.frame(crate::word("questionnaires-title"), Tab::Profile),
            rows,
            look_alikes: person.questionnaires.get(LOOK_ALIKES).map(|answers| {
                crate::say("questionnaires-answered")
                    .with("date", words::date(answers.answered))
                    .plain()
            }),
        })
    })
    .await?;
    Ok(render(&page))
}
