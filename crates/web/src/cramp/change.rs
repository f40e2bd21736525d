//! `POST /cramp/{id}`: one button changes one thing: when it began, that it is over, or one of its details.

use axum::extract::State;
use axum::response::Redirect;
use diary::entry::Body;
use diary::{EntryId, Minutes, Moment};
use jiff::SignedDuration;

use crate::address::EntryAt;
use crate::cramp::{details, find, over, relief};
use crate::form::{Fields, Mistakes};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};

/// Most minutes ago that a button of this page can say.
const LONGEST_AGO: u64 = 60;

/// `POST /cramp/{id}`
pub(crate) async fn post(
    State(app): State<Shared>,
    EntryAt(id): EntryAt,
    fields: Fields,
) -> Result<Redirect, Problem> {
    let step = fields
        .whole("step")
        .ok()
        .flatten()
        .filter(|_| !fields.has("muscle"));
    let at = relief::PLACES
        .iter()
        .find(|(value, _, _)| *value == fields.get("place"));
    let at = at.map_or_else(String::new, |(value, _, _)| format!("&place={value}"));
    let next = off_thread(&app, move |app| change(app, id, &fields)).await?;
    if next == Next::Length {
        return Ok(Redirect::to(&format!("/cramp/{id}/over")));
    }
    let step = step.map_or_else(String::new, |step| format!("?step={step}{at}"));
    let question = match next {
        // Another muscle has other instructions: back to the first, above the details.
        Next::Cramp | Next::Length => String::new(),
        Next::Detail(name) => format!("#d-{name}"),
    };
    Ok(Redirect::to(&format!("/cramp/{id}{step}{question}")))
}

/// What is shown after a change.
#[derive(PartialEq, Eq)]
enum Next {
    /// The cramp.
    Cramp,
    /// How long it lasted, which the clock does not know.
    Length,
    /// The cramp, at the question that was answered.
    Detail(&'static str),
}

fn change(app: &App, id: EntryId, fields: &Fields) -> Result<Next, Problem> {
    let _turn = app.writing();
    let (told, mut cramp) = find(app, id)?;
    let now = app.now();
    if fields.has("over") && over::is_to_be_asked(told.moment.at, &cramp, now) {
        return Ok(Next::Length);
    }
    let mut began = told.moment.at;
    let before = cramp.clone();
    if let Some(minutes) = read(fields.whole("ago"))? {
        let ago = SignedDuration::from_mins(i64::try_from(minutes.min(LONGEST_AGO)).unwrap_or(0));
        began = now.checked_sub(ago).unwrap_or(now);
        // A cramp that is over began before it ended, whatever the button says.
        began = cramp.ended.map_or(began, |ended| began.min(ended));
    }
    if fields.has("over") && cramp.ended.is_none() {
        cramp.ended = Some(now.max(began));
    }
    if let Some(minutes) = read(fields.whole("lasted"))? {
        let minutes = Minutes::new(minutes)
            .map_err(|bad| Problem::Unclear(crate::spoken(bad.sentence()).plain()))?;
        let lasted = SignedDuration::from_mins(i64::from(minutes.get()));
        // It cannot have lasted longer than until now.
        let ended = began.saturating_add(lasted).unwrap_or(now);
        cramp.ended = Some(ended.min(now).max(began));
    }
    if fields.has("not-over") {
        cramp.ended = None;
    }
    let mut mistakes = Mistakes::default();
    let detail = details::press(&mut cramp, fields, &mut mistakes);
    if !mistakes.is_empty() {
        return Err(Problem::Unclear(mistakes.in_words()));
    }
    let lasts = cramp.ended.is_none();
    if cramp != before || began != told.moment.at {
        let moment = Moment::new(began, told.moment.zone.clone());
        app.desk()
            .replace(id, moment, Body::Cramp(cramp), now, app.random())?;
    }
    Ok(match detail {
        Some("muscle") if lasts => Next::Cramp,
        Some(name) => Next::Detail(name),
        None if fields.has("ago") => Next::Detail("ago"),
        None => Next::Cramp,
    })
}

fn read<T>(value: Result<T, String>) -> Result<T, Problem> {
    value.map_err(Problem::Unclear)
}
