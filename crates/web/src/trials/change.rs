//! `POST /trials/{id}/...`: pause, go on, stop, answer about an instruction, look at the result.

use axum::extract::State;
use axum::response::Redirect;
use diary::trial::{Look, PauseReason, StopReason};
use diary::{EntryId, Moment, NightId, Text, Trial};
use insight::trial::{Access, ChangeError, Course, access, change, day_of, look};
use texts::Sentence;

use crate::address::EntryAt;
use crate::form::Fields;
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};
use crate::trials::course;
use crate::trials::one::FOLLOWED;

/// `POST /trials/{id}/pause`
pub(crate) async fn pause(
    State(app): State<Shared>,
    EntryAt(id): EntryAt,
    fields: Fields,
) -> Result<Redirect, Problem> {
    let why = match fields.get("why") {
        "illness" => PauseReason::Illness,
        "travel" => PauseReason::Travel,
        _ => PauseReason::Other,
    };
    off_thread(&app, move |app| {
        tell(app, id, &fields, |course, today| {
            change::pause(course, today, why, today)
        })
    })
    .await
}

/// `POST /trials/{id}/resume`
pub(crate) async fn resume(
    State(app): State<Shared>,
    EntryAt(id): EntryAt,
    fields: Fields,
) -> Result<Redirect, Problem> {
    off_thread(&app, move |app| {
        let today = day_of(&app.moment(fields.get("zone")));
        let held = app
            .desk()
            .agenda(today)?
            .into_iter()
            .find(|agenda| agenda.course.id == id)
            .and_then(|agenda| agenda.hold);
        if let Some(hold) = held {
            return Err(Problem::Unclear(
                crate::say("trial-must-wait")
                    .with("reason", crate::spoken(hold.reason()).plain())
                    .plain(),
            ));
        }
        tell(app, id, &fields, |course, today| {
            change::resume(course, today, today)
        })
    })
    .await
}

/// `POST /trials/{id}/stop`
pub(crate) async fn stop(
    State(app): State<Shared>,
    EntryAt(id): EntryAt,
    fields: Fields,
) -> Result<Redirect, Problem> {
    let why = match fields.get("why") {
        "stop-rule" => StopReason::StopRule,
        "burden" => StopReason::Burden,
        _ => StopReason::Other,
    };
    let note: Option<Text> = fields.text("note").map_err(Problem::Unclear)?;
    off_thread(&app, move |app| {
        tell(app, id, &fields, |course, today| {
            change::stop(course, today, why, note, today)
        })
    })
    .await
}

/// `POST /trials/{id}/adherence`
pub(crate) async fn adherence(
    State(app): State<Shared>,
    EntryAt(id): EntryAt,
    fields: Fields,
) -> Result<Redirect, Problem> {
    let day: NightId = fields.get("day").parse().map_err(|_| Problem::NotFound)?;
    let followed = FOLLOWED
        .iter()
        .find(|(value, _, _)| *value == fields.get("followed"))
        .map(|(_, _, followed)| *followed)
        .ok_or(Problem::NotFound)?;
    off_thread(&app, move |app| {
        tell(app, id, &fields, |course, _| {
            change::adherence(course, day, followed)
        })
    })
    .await
}

/// `POST /trials/{id}/look`
pub(crate) async fn look(
    State(app): State<Shared>,
    EntryAt(id): EntryAt,
    fields: Fields,
) -> Result<Redirect, Problem> {
    off_thread(&app, move |app| {
        write_down(
            app,
            id,
            &fields,
            Look::Planned,
            |course, today| match access(course, today) {
                Access::Open { through } => Some(through),
                Access::Hidden { .. } => None,
            },
        )
    })
    .await
}

/// `POST /trials/{id}/peek`
pub(crate) async fn peek(
    State(app): State<Shared>,
    EntryAt(id): EntryAt,
    fields: Fields,
) -> Result<Redirect, Problem> {
    off_thread(&app, move |app| {
        write_down(app, id, &fields, Look::Peek, look::peek)
    })
    .await
}

/// Writes a look at the result down, so that it is shown from now on.
fn write_down(
    app: &App,
    id: EntryId,
    fields: &Fields,
    kind: Look,
    through: impl FnOnce(&Course, NightId) -> Option<NightId>,
) -> Result<Redirect, Problem> {
    let moment = app.moment(fields.get("zone"));
    let _turn = app.writing();
    let course = course(app, id)?;
    let through = through(&course, day_of(&moment)).ok_or(Problem::NotFound)?;
    // Where there is nothing to see, nobody has looked.
    if let Err(none) = app.desk().result(&course, through)? {
        return Err(unclear(none.sentence()));
    }
    if let Some(event) = look::looked(&course, through, kind) {
        app.desk().tell_trial(event, moment, app.random())?;
    }
    Ok(Redirect::to(&format!("/trials/{id}#result")))
}

/// What makes no sense, said in the language of the page.
pub(super) fn unclear(why: impl AsRef<Sentence>) -> Problem {
    Problem::Unclear(crate::spoken(why).plain())
}

fn tell(
    app: &App,
    id: EntryId,
    fields: &Fields,
    change: impl FnOnce(&Course, NightId) -> Result<Trial, ChangeError>,
) -> Result<Redirect, Problem> {
    let moment: Moment = app.moment(fields.get("zone"));
    let _turn = app.writing();
    let course = course(app, id)?;
    let done = match change(&course, day_of(&moment)) {
        Ok(event) => {
            app.desk().tell_trial(event, moment, app.random())?;
            "saved"
        }
        // Pressed twice: the first press did it.
        Err(
            ChangeError::PausedAlready { .. }
            | ChangeError::NotPaused { .. }
            | ChangeError::Over { .. },
        ) => "nothing",
        Err(error) => return Err(unclear(error.sentence())),
    };
    Ok(Redirect::to(&format!("/trials/{id}?done={done}")))
}
