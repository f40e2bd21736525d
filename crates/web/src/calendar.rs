//! `GET /calendar/{secret}.ics`: reminders for a calendar program, which can send nothing but an address.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use desk::{Scope, Secret};
use exchange::export::calendar::{self, BEFORE_BED, CHECK_IN, Glasses, Times, Wording};
use insight::trial::day_of;
use jiff::civil::Time;
use serde::Deserialize;

use crate::address::Wishes;
use crate::api::admit;
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};

/// Days before today that stay in the feed, so that nothing vanishes on the day itself.
const BEFORE: i32 = 7;
/// Days in the feed: calendars look again every few hours.
const DAYS: u16 = 7 + 60;

/// Times of day other than the usual ones, and whether glasses are wanted.
#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Wanted {
    check_in: Option<Time>,
    routine: Option<Time>,
    glasses: Option<u8>,
}

/// `GET /calendar/{secret}.ics`
pub(crate) async fn feed(
    State(app): State<Shared>,
    Path(name): Path<String>,
    Wishes(wanted): Wishes<Wanted>,
) -> Result<Response, Problem> {
    let secret = name.strip_suffix(".ics").and_then(Secret::sent);
    // A wrong secret looks like no page at all.
    let access = admit(&app, secret.ok_or(Problem::NotFound)?)
        .await?
        .ok_or(Problem::NotFound)?;
    let wording = match access.scope {
        Scope::Calendar => Wording::Neutral,
        Scope::CalendarInWords => Wording::Plain,
        Scope::AddCramps | Scope::AddEntries | Scope::ReadAll => return Err(Problem::NotFound),
    };
    let text = off_thread(&app, move |app| written(app, wanted, wording)).await?;
    Ok((
        [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")],
        text,
    )
        .into_response())
}

/// The reminders as a file.
pub(crate) fn written(app: &App, wanted: Wanted, wording: Wording) -> Result<String, Problem> {
    let now = app.moment("");
    let today = day_of(&now);
    let reading = app.desk().suspects(now.local().date())?;
    let from = today.plus_days(-BEFORE);
    let asked = calendar::asked(&app.desk().agenda(today)?, from, today);
    let times = Times {
        check_in: wanted.check_in.unwrap_or(CHECK_IN),
        routine: wanted.routine.unwrap_or(BEFORE_BED),
        glasses: match wanted.glasses {
            Some(1) => Glasses::Each,
            _ => Glasses::None,
        },
        from,
        days: DAYS,
        zone: now.zone,
    };
    Ok(calendar::ics(&times, &reading.plan, &asked, wording))
}
