//! `GET /nights`: a month as a calendar, and all nights, the newest first, thirty on a page.

use axum::extract::State;
use axum::response::Response;
use diary::{Night, NightId};
use insight::intake::counted;
use serde::Deserialize;

use crate::address::Wishes;
use crate::nights::month::{self, Month};
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{Shared, off_thread};
use crate::words;

const ON_A_PAGE: usize = 30;

/// Which page.
#[derive(Default, Deserialize)]
pub(crate) struct Before {
    before: Option<String>,
    month: Option<String>,
}

struct Row {
    id: NightId,
    night: String,
    outcome: String,
    answers: String,
}

#[derive(askama::Template)]
#[template(path = "nights/list.html")]
struct Page {
    frame: Frame,
    rows: Vec<Row>,
    tonight: NightId,
    earlier: Option<NightId>,
    newest: bool,
    month: Month,
}

/// `GET /nights`
pub(crate) async fn get(
    State(app): State<Shared>,
    Wishes(before): Wishes<Before>,
    look: Look,
) -> Result<Response, Problem> {
    let (nights, log) = off_thread(&app, |app| {
        let nights = app.desk().nights(app.today())?;
        Ok((nights, app.desk().log()?))
    })
    .await?;
    let tonight = app.moment("").night();
    let first = month::first_day(before.month.as_deref(), tonight);
    let limit: Option<NightId> = before.before.as_deref().and_then(|date| date.parse().ok());
    let mut shown = nights
        .iter()
        .rev()
        .filter(|night| limit.is_none_or(|limit| night.id < limit))
        .peekable();
    let rows: Vec<Row> = shown.by_ref().take(ON_A_PAGE).map(row).collect();
    let earlier = shown.peek().and_then(|_| rows.last()).map(|row| row.id);
    Ok(render(&Page {
        frame: look.frame(crate::word("nights-title"), Tab::Nights),
        rows,
        month: Month::of(first, &nights, &log, tonight),
        tonight,
        earlier,
        newest: limit.is_none(),
    }))
}

fn row(night: &Night) -> Row {
    Row {
        id: night.id,
        night: words::night(night.id),
        outcome: words::outcome(night.outcome),
        answers: match asked(night) {
            0 => crate::word("nights-no-answers").to_owned(),
            count => crate::say("nights-answers").with("count", count).plain(),
        },
    }
}

/// Answers about the day before; what another program counted of food was none.
fn asked(night: &Night) -> usize {
    let is_asked = |id: &&diary::Id| counted::nutrient(id.as_str()).is_none();
    night.exposures.keys().filter(is_asked).count()
}
