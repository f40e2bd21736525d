//! `GET` and `POST /cramp`: one tap logs it.

use axum::extract::State;
use axum::response::{Redirect, Response};
use diary::EntryId;

use crate::cramp;
use crate::form::Fields;
use crate::page::{Frame, Look, render};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};

#[derive(askama::Template)]
#[template(path = "cramp/start.html")]
struct Page {
    frame: Frame,
    id: EntryId,
    clock: String,
}

/// `GET /cramp`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Response {
    let clock = crate::words::clock(&app.moment(""));
    render(&Page {
        frame: look.night_frame("Cramp now"),
        id: app.fresh_id(),
        clock,
    })
}

/// `POST /cramp`: logs a cramp that strikes now, under the id that the form carries.
pub(crate) async fn post(State(app): State<Shared>, fields: Fields) -> Result<Redirect, Problem> {
    let id = match fields.get("id") {
        "" => app.fresh_id(),
        typed => typed.parse().map_err(|_| {
            Problem::Unclear("This form has no valid number of its own.".to_owned())
        })?,
    };
    let zone = fields.get("zone").to_owned();
    let id = off_thread(&app, move |app| log(app, id, &zone)).await?;
    Ok(Redirect::to(&format!("/cramp/{id}")))
}

/// Logs the cramp unless the same form did so just now. Gives the id under which it is in the diary.
fn log(app: &App, form: EntryId, zone: &str) -> Result<EntryId, Problem> {
    let _turn = app.writing();
    let moment = app.moment(zone);
    let now = moment.at;
    Ok(cramp::tell(app, form, moment, now)?)
}
