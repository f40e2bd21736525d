//! `GET` and `POST /check-in/{date}/evening`: the questions about a day.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use diary::NightId;
use knowledge::When;
use serde::Deserialize;

use crate::checkin::question::{self, Asked, Typed};
use crate::checkin::{begun, nights};
use crate::form::{Fields, Mistakes};
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};
use crate::words;

/// Whether “same as usual” was asked for.
#[derive(Deserialize)]
pub(crate) struct Wish {
    usual: Option<u8>,
}

#[derive(askama::Template)]
#[template(path = "checkin/evening.html")]
struct Page {
    frame: Frame,
    day: NightId,
    day_name: String,
    before: NightId,
    questions: Vec<Asked>,
    proposed: usize,
    asked_for_usual: bool,
    mistakes: Mistakes,
}

impl Page {
    fn new(frame: Frame, day: NightId, questions: Vec<Asked>, mistakes: Mistakes) -> Self {
        Self {
            frame,
            day,
            day_name: words::day(day.evening()),
            before: day.previous(),
            proposed: questions
                .iter()
                .filter(|asked| asked.proposed.is_some())
                .count(),
            asked_for_usual: false,
            questions,
            mistakes,
        }
    }
}

fn frame(look: &Look) -> Frame {
    look.frame("Evening check-in", Tab::CheckIn)
}

/// `GET /check-in/{date}/evening`
pub(crate) async fn get(
    State(app): State<Shared>,
    Path(date): Path<String>,
    Query(wish): Query<Wish>,
    look: Look,
) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| {
        let day = begun(app, &date)?;
        let usual = wish.usual.is_some();
        let page = Page::new(
            frame(&look),
            day,
            questions(app, day, usual)?,
            Mistakes::default(),
        );
        Ok(Page {
            asked_for_usual: usual,
            ..page
        })
    })
    .await?;
    Ok(render(&page))
}

fn questions(app: &App, day: NightId, usual: bool) -> Result<Vec<Asked>, Problem> {
    let nights = nights(app)?;
    let person = app.desk().person()?;
    let tonight = nights.iter().find(|night| night.id == day);
    let past: Vec<_> = nights
        .iter()
        .filter(|night| night.id < day)
        .cloned()
        .collect();
    let factors = insight::checkin::questions(&person, &nights, day, When::Evening);
    let asked = factors.into_iter().filter_map(|factor| {
        let answered = tonight
            .and_then(|night| night.exposures.get(factor.id))
            .map(|value| value.answer);
        let proposed = if usual && answered.is_none() {
            insight::checkin::usual(&past, factor)
        } else {
            None
        };
        let typed = answered
            .or(proposed)
            .map(|answer| Typed::answer(factor, answer))
            .unwrap_or_default();
        question::asked(factor, typed, proposed, &Mistakes::default())
    });
    Ok(asked.collect())
}

/// `POST /check-in/{date}/evening`
pub(crate) async fn post(
    State(app): State<Shared>,
    Path(date): Path<String>,
    look: Look,
    fields: Fields,
) -> Result<Response, Problem> {
    off_thread(&app, move |app| save(app, &date, &look, &fields)).await
}

fn save(app: &App, date: &str, look: &Look, fields: &Fields) -> Result<Response, Problem> {
    let day = begun(app, date)?;
    let mut mistakes = Mistakes::default();
    let answers = question::read_all(fields, &mut mistakes);
    if !mistakes.is_empty() {
        let again = question::in_form(fields).into_iter();
        let again = again
            .filter_map(|factor| {
                question::asked(factor, Typed::sent(factor, fields), None, &mistakes)
            })
            .collect();
        let page = Page::new(frame(look), day, again, mistakes);
        return Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, render(&page)).into_response());
    }
    let _turn = app.writing();
    let moment = app.moment(fields.get("zone"));
    let now = moment.at;
    let entries = question::entries(app, &*app.desk().log()?, day, &moment, answers)?;
    if entries.is_empty() {
        return Ok(Redirect::to("/?done=nothing").into_response());
    }
    app.desk().tell_all(&entries, now)?;
    Ok(Redirect::to("/?done=saved").into_response())
}
