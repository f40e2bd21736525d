//! `GET` and `POST /check-in/{date}/evening`: the questions about a day.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use diary::NightId;
use knowledge::When;
use serde::Deserialize;

use crate::address::Wishes;
use crate::assets;
use crate::checkin::question::{self, Asked, Typed};
use crate::checkin::{begun, meant, nights};
use crate::cramp::keep;
use crate::food::quick::{self, Quick};
use crate::form::{Fields, Mistakes};
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::profile::write;
use crate::site::{App, Shared, off_thread};
use crate::words;

/// Whether “same as usual” was asked for.
#[derive(Default, Deserialize)]
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
    night_before: String,
    questions: Vec<Asked>,
    proposed: usize,
    asked_for_usual: bool,
    /// There is something that “same as usual” could propose.
    usual_known: bool,
    mistakes: Mistakes,
    script: String,
    /// Portions one tap away; only for the day that it is.
    quick: Option<Quick>,
}

impl Page {
    fn new(frame: Frame, day: NightId, questions: Vec<Asked>, mistakes: Mistakes) -> Self {
        Self {
            frame,
            day,
            day_name: words::day(day.evening()),
            before: day.previous(),
            night_before: words::night_short(day.previous()),
            proposed: questions
                .iter()
                .filter(|asked| asked.proposed.is_some())
                .count(),
            asked_for_usual: false,
            usual_known: false,
            questions,
            mistakes,
            script: assets::address("checkin.js"),
            quick: None,
        }
    }

    /// Nothing is left that could be proposed.
    fn is_answered(&self) -> bool {
        self.questions.iter().all(|asked| !asked.unanswered())
    }
}

fn frame(look: &Look) -> Frame {
    look.frame(crate::word("checkin-evening"), Tab::CheckIn)
}

/// `GET /check-in/{date}/evening`
pub(crate) async fn get(
    State(app): State<Shared>,
    Path(date): Path<String>,
    Wishes(wish): Wishes<Wish>,
    look: Look,
) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| {
        let day = begun(&date, app.night_anywhere())?;
        let proposals = questions(app, day, Fill::Usual)?;
        let usual_known = proposals.iter().any(|asked| asked.proposed.is_some());
        let asked_for_usual = wish.usual.is_some();
        let shown = if asked_for_usual {
            proposals
        } else {
            questions(app, day, Fill::Answers)?
        };
        let page = Page::new(frame(&look), day, shown, Mistakes::default());
        let quick = if day.evening() == app.today() {
            Some(quick::of(app, "check-in")?)
        } else {
            None
        };
        Ok(Page {
            quick,
            asked_for_usual,
            usual_known,
            ..page
        })
    })
    .await?;
    Ok(render(&page))
}

/// What the questions are filled in with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fill {
    /// What was answered before.
    Answers,
    /// That, and proposals where nothing was.
    Usual,
}

fn questions(app: &App, day: NightId, fill: Fill) -> Result<Vec<Asked>, Problem> {
    let nights = nights(app)?;
    let person = app.desk().person()?;
    let (before, since) = nights.split_at(nights.partition_point(|night| night.id < day));
    let tonight = since.first().filter(|night| night.id == day);
    let factors = insight::checkin::questions(&person, &nights, day, When::Evening);
    let asked = factors.into_iter().filter_map(|factor| {
        let answered = tonight
            .and_then(|night| night.exposures.get(factor.id))
            .map(|value| value.answer);
        let proposed = match fill {
            Fill::Usual if answered.is_none() => insight::checkin::usual(before, factor),
            _ => None,
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
    let moment = app.moment(fields.get("zone"));
    let queued = fields.has("queued");
    let day = match meant(date, fields, &moment) {
        Err(problem) if queued => return Ok(keep::refused(problem.sentence())),
        other => other?,
    };
    let mut mistakes = Mistakes::default();
    let mut answers = question::read_all(fields, &mut mistakes);
    if quick::is_pressed(fields) {
        answers.retain(|answer| !answer.confirms_usual());
    }
    if queued && !mistakes.is_empty() {
        return Ok(keep::refused(mistakes.in_words()));
    }
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
    let now = moment.at;
    let entries = question::entries(app, &*app.desk().log()?, day, &moment, answers)?;
    if queued {
        app.desk().tell_all(&entries, now)?;
        return Ok(keep::taken(fields, now));
    }
    if quick::is_pressed(fields) {
        // A portion is told in between: what was proposed is not confirmed by it, and the questions go on.
        let portion = quick::pressed(app, fields, &moment)?;
        let all: Vec<_> = entries.into_iter().chain(portion).collect();
        let done = write(app, &all, &moment)?.word();
        let address = format!("/check-in/{day}/evening?done={done}#quick");
        return Ok(Redirect::to(&address).into_response());
    }
    if entries.is_empty() {
        return Ok(Redirect::to("/?done=nothing").into_response());
    }
    app.desk().tell_all(&entries, now)?;
    Ok(Redirect::to("/?done=saved").into_response())
}
