//! `POST /nights/{date}/cramp`: a cramp that is remembered later.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use desk::DeskError;
use diary::{EntryId, NightId};

use crate::cramp;
use crate::form::{Fields, Mistakes};
use crate::nights::{instant_in, one};
use crate::page::{Look, render};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};

/// `GET /nights/{date}/cramp`: where a form that came back with a mistake is, when it is opened again.
pub(crate) async fn get(Path(date): Path<String>) -> Result<Redirect, Problem> {
    let night: NightId = date.parse().map_err(|_| Problem::NotFound)?;
    Ok(Redirect::to(&format!("/nights/{night}")))
}

/// `POST /nights/{date}/cramp`
pub(crate) async fn post(
    State(app): State<Shared>,
    Path(date): Path<String>,
    look: Look,
    fields: Fields,
) -> Result<Response, Problem> {
    off_thread(&app, move |app| add(app, &date, &look, &fields)).await
}

fn add(app: &App, date: &str, look: &Look, fields: &Fields) -> Result<Response, Problem> {
    let night: NightId = date.parse().map_err(|_| Problem::NotFound)?;
    let form: EntryId = fields.get("id").parse().unwrap_or_else(|_| app.fresh_id());
    match told(app, night, form, fields) {
        Ok(id) => Ok(Redirect::to(&format!("/cramp/{id}/edit")).into_response()),
        Err(Refusal::Mistake(sentence)) => {
            let mut mistakes = Mistakes::default();
            mistakes.add("time", sentence);
            let page = one::page(app, look, night, fields.get("time").to_owned(), mistakes)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)).into_response())
        }
        Err(Refusal::Problem(problem)) => Err(problem),
    }
}

enum Refusal {
    Mistake(String),
    Problem(Problem),
}

fn told(app: &App, night: NightId, form: EntryId, fields: &Fields) -> Result<EntryId, Refusal> {
    let time = fields.time("time").map_err(Refusal::Mistake)?;
    let time = time.ok_or_else(|| Refusal::Mistake(crate::word("nights-what-time").to_owned()))?;
    let _turn = app.writing();
    let moment =
        instant_in(night, time, &app.moment(fields.get("zone")).zone).map_err(Refusal::Mistake)?;
    cramp::tell(app, form, moment, app.now()).map_err(|error| match error {
        DeskError::Bad(bad) => Refusal::Mistake(crate::spoken(bad.sentence()).plain()),
        other => Refusal::Problem(other.into()),
    })
}
