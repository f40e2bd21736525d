//! `POST /nights/{date}/bring-back`: what was just taken back holds again, as a new entry with the same content.

use axum::extract::{Path, State};
use axum::response::Redirect;
use diary::EntryId;

use crate::form::Fields;
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};

/// `POST /nights/{date}/bring-back`
pub(crate) async fn post(
    State(app): State<Shared>,
    Path(date): Path<String>,
    fields: Fields,
) -> Result<Redirect, Problem> {
    let id: EntryId = fields.get("id").parse().map_err(|_| Problem::NotFound)?;
    let night: diary::NightId = date.parse().map_err(|_| Problem::NotFound)?;
    off_thread(&app, move |app| tell_again(app, id)).await?;
    Ok(Redirect::to(&format!("/nights/{night}?done=brought-back")))
}

fn tell_again(app: &App, id: EntryId) -> Result<(), Problem> {
    let _turn = app.writing();
    // Pressed twice: it is back already.
    if let Some(told) = app.taken_back(id) {
        app.desk()
            .tell(told.moment, told.body, app.now(), app.random())?;
        app.forget_taken_back(id);
    }
    Ok(())
}
