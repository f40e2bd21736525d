//! `POST /nights/{date}/take-back` and `POST /cramp/{id}/take-back`: an entry no longer holds.

use axum::extract::{Path, State};
use axum::response::Redirect;
use diary::EntryId;

use crate::address::EntryAt;
use crate::form::Fields;
use crate::nights::page_of;
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};

/// `POST /nights/{date}/take-back`
pub(crate) async fn post(
    State(app): State<Shared>,
    Path(_date): Path<String>,
    fields: Fields,
) -> Result<Redirect, Problem> {
    let id = fields.get("id").parse().map_err(|_| Problem::NotFound)?;
    take_back(&app, id).await
}

/// `POST /cramp/{id}/take-back`
pub(crate) async fn post_cramp(
    State(app): State<Shared>,
    EntryAt(id): EntryAt,
) -> Result<Redirect, Problem> {
    take_back(&app, id).await
}

async fn take_back(app: &Shared, id: EntryId) -> Result<Redirect, Problem> {
    off_thread(app, move |app| retract(app, id)).await
}

fn retract(app: &App, id: EntryId) -> Result<Redirect, Problem> {
    let _turn = app.writing();
    let night = match app.desk().log()?.find(id).cloned() {
        Some(told) => {
            let moment = app.moment("");
            let now = moment.at;
            app.desk().retract(id, moment, now, app.random())?;
            let night = page_of(&told);
            app.remember_taken_back(told);
            night
        }
        // Pressed twice: it is gone already.
        None => page_of(&app.taken_back(id).ok_or(Problem::NotFound)?),
    };
    Ok(Redirect::to(&format!(
        "/nights/{night}?done=taken-back&undo={id}"
    )))
}
