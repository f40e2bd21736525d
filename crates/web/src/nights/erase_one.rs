//! `/entries/{id}/erase`: one entry gone for good, after a page that says what goes and what stays.

use axum::extract::State;
use axum::response::{Redirect, Response};
use diary::{EntryId, NightId};

use crate::address::EntryAt;
use crate::nights::{one, page_of};
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::say::Markup;
use crate::site::{App, Shared, off_thread};

#[derive(askama::Template)]
#[template(path = "nights/erase.html")]
struct Page {
    frame: Frame,
    id: EntryId,
    night: NightId,
    what: Markup,
    note: Option<String>,
}

/// `GET /entries/{id}/erase`
pub(crate) async fn get(
    State(app): State<Shared>,
    EntryAt(id): EntryAt,
    look: Look,
) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| page(app, &look, id)).await?;
    Ok(render(&page))
}

fn page(app: &App, look: &Look, id: EntryId) -> Result<Page, Problem> {
    let log = app.desk().log()?;
    let told = log.find(id).ok_or(Problem::NotFound)?;
    let night = page_of(told);
    let item = one::item(told, night).ok_or(Problem::NotFound)?;
    Ok(Page {
        frame: look.frame(crate::word("erase-one-title"), Tab::Nights),
        id,
        night,
        what: item.what,
        note: item.note,
    })
}

/// `POST /entries/{id}/erase`
pub(crate) async fn post(
    State(app): State<Shared>,
    EntryAt(id): EntryAt,
) -> Result<Redirect, Problem> {
    off_thread(&app, move |app| {
        let _turn = app.writing();
        let night = match app.desk().log()?.find(id) {
            Some(told) => page_of(told),
            // Pressed twice: it is gone already.
            None => return Ok(Redirect::to("/nights?done=erased-one")),
        };
        let moment = app.moment("");
        let now = moment.at;
        app.desk().erase(id, moment, now, app.random())?;
        app.forget_taken_back(id);
        Ok(Redirect::to(&format!("/nights/{night}?done=erased-one")))
    })
    .await
}
