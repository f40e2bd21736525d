//! `GET /cramp/{id}/over`: how long a cramp lasted that was ended long after it began: people fall asleep in between.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use diary::{Cramp, EntryId};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use crate::address::{EntryAt, Wishes};
use crate::cramp::find;
use crate::page::{Frame, Look, render};
use crate::problem::Problem;
use crate::site::{Shared, off_thread};
use crate::words;

/// So long after its beginning nobody knows when a cramp ended just because a button was pressed (our judgement).
const MEASURED: SignedDuration = SignedDuration::from_mins(20);

/// Minutes on the buttons, and on those behind “Longer”.
const SHORT: [u16; 5] = [1, 2, 5, 10, 20];
const LONG: [u16; 4] = [30, 45, 60, 120];

/// Whether the length of a cramp that is over must be asked, because the time since its beginning is no measure of it.
pub(crate) fn is_to_be_asked(began: Timestamp, cramp: &Cramp, now: Timestamp) -> bool {
    cramp.ended.is_none() && now.duration_since(began) > MEASURED
}

/// Which buttons are shown.
#[derive(Default, Deserialize)]
pub(crate) struct Which {
    longer: Option<u8>,
}

#[derive(askama::Template)]
#[template(path = "cramp/over.html")]
struct Page {
    frame: Frame,
    id: EntryId,
    began: String,
    minutes: Vec<u16>,
    longer: bool,
}

/// `GET /cramp/{id}/over`
pub(crate) async fn get(
    State(app): State<Shared>,
    EntryAt(id): EntryAt,
    Wishes(which): Wishes<Which>,
    look: Look,
) -> Result<Response, Problem> {
    off_thread(&app, move |app| {
        let (told, cramp) = find(app, id)?;
        let since = app.now().duration_since(told.moment.at);
        if !is_to_be_asked(told.moment.at, &cramp, app.now()) {
            return Ok(Redirect::to(&format!("/cramp/{id}")).into_response());
        }
        let longer = which.longer.is_some();
        let choices: &[u16] = if longer { &LONG } else { &SHORT };
        Ok(render(&Page {
            frame: look
                .night_frame(crate::word("cramp-how-long"))
                .with_alarms(look.alarms.clone()),
            id,
            began: words::clock(&told.moment),
            minutes: choices
                .iter()
                .copied()
                .filter(|minutes| i64::from(*minutes) <= since.as_mins())
                .collect(),
            longer,
        }))
    })
    .await
}
