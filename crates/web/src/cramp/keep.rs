//! `POST /cramp/{id}/keep`: a cramp as a phone's queue has it, under the id that the phone made; sent until it is taken.
//!
//! The phone sends the whole state each time, so that the same form sent twice changes nothing. A field it does not send
//! keeps what the diary has. The phone's clock may be wrong: it says what it thinks is now, and the instants are moved by
//! the difference.

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderName};
use axum::response::{IntoResponse, Response};
use desk::DeskError;
use diary::entry::{Act, BadEntry, Body};
use diary::{Cramp, Entry, EntryId, Moment, NightId, Zone};
use jiff::{SignedDuration, Timestamp};

use crate::address::EntryAt;
use crate::cramp::details;
use crate::form::{Fields, Mistakes};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};

/// Difference of two clocks up to which the phone's is believed as it is: then the same form is the same to the second.
const SAME_CLOCK: SignedDuration = SignedDuration::from_mins(2);

/// Difference of two clocks from which on the person is told, in minutes.
const WRONG: i64 = 60;
/// By how many minutes the phone's clock is ahead, for a phone whose clock is wrong.
const AHEAD: HeaderName = HeaderName::from_static("x-clock-ahead");

/// The answer to a queue: taken. A phone whose clock is wrong is told so.
pub(crate) fn taken(fields: &Fields, now: Timestamp) -> Response {
    let sent = instant(fields, "sent").ok().flatten();
    let minutes = ahead(sent, now).as_mins();
    let mut response = StatusCode::NO_CONTENT.into_response();
    if minutes.abs() >= WRONG {
        response.headers_mut().insert(AHEAD, minutes.into());
    }
    response
}

/// How many days the phone's date was ahead of ours when something was told by it alone, with no page of ours.
pub(crate) fn days_ahead(fields: &Fields, here: &Moment) -> Result<i32, Problem> {
    let Some(told) = instant(fields, "told")? else {
        return Ok(0);
    };
    let ahead = ahead(instant(fields, "sent")?, here.at);
    let date = |at| NightId::of_evening(Moment::new(at, here.zone.clone()).local().date());
    Ok(date(told).days_since(date(moved(told, ahead))))
}

/// The answer to a queue: this can never be taken, and why.
pub(crate) fn refused(sentence: String) -> Response {
    let kind = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    (StatusCode::UNPROCESSABLE_ENTITY, kind, sentence).into_response()
}

/// `POST /cramp/{id}/keep`
pub(crate) async fn post(
    State(app): State<Shared>,
    EntryAt(id): EntryAt,
    fields: Fields,
) -> Result<Response, Problem> {
    let kept = off_thread(&app, move |app| {
        keep(app, id, &fields)?;
        Ok(taken(&fields, app.now()))
    })
    .await;
    match kept {
        Ok(answer) => Ok(answer),
        Err(problem) if problem.status().is_client_error() => Ok(refused(problem.sentence())),
        Err(problem) => Err(problem),
    }
}

fn keep(app: &App, id: EntryId, fields: &Fields) -> Result<(), Problem> {
    let _turn = app.writing();
    let now = app.now();
    let ahead = ahead(instant(fields, "sent")?, now);
    let told = app.desk().log()?.find(id).cloned();
    let (mut moment, before) = match told {
        Some(told) => match told.body {
            Body::Cramp(cramp) => (told.moment, Some(cramp)),
            _ => return Err(Problem::NotFound),
        },
        None => (began(fields, ahead, now)?, None),
    };
    if fields.has("gone") {
        if before.is_some() {
            let here = Moment::new(now, moment.zone);
            app.desk().retract(id, here, now, app.random())?;
        }
        return Ok(());
    }
    let known = before.is_some();
    let cramp = changed(before.unwrap_or_default(), fields, ahead, moment.at, now)?;
    if known {
        return replace(app, id, moment, cramp, now);
    }
    // A cramp that would end before it began was told by a clock that jumped in between.
    moment.at = cramp.ended.map_or(moment.at, |ended| moment.at.min(ended));
    let act = Act::Tell {
        body: Body::Cramp(cramp),
    };
    match app.desk().tell_with_id(Entry { id, moment, act }, now) {
        Ok(_) => Ok(()),
        // It arrived before and was taken back or erased elsewhere since: that holds.
        Err(DeskError::Taken(_) | DeskError::Erased(_)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

fn replace(
    app: &App,
    id: EntryId,
    moment: Moment,
    cramp: Cramp,
    now: Timestamp,
) -> Result<(), Problem> {
    let body = Body::Cramp(cramp);
    let log = app.desk().log()?;
    if log.find(id).is_some_and(|told| told.body == body) {
        return Ok(());
    }
    app.desk().replace(id, moment, body, now, app.random())?;
    Ok(())
}

/// When it began, for a cramp that the diary does not know yet.
fn began(fields: &Fields, ahead: SignedDuration, now: Timestamp) -> Result<Moment, Problem> {
    let began = instant(fields, "began")?.unwrap_or(now);
    let at = moved(began, ahead);
    let zone = Zone::named(fields.get("zone")).unwrap_or_else(|_| Zone::utc());
    let moment = Moment::new(at.min(now), zone);
    if at > now.saturating_add(SAME_CLOCK).unwrap_or(now) {
        let sentence = BadEntry::InTheFuture {
            at: Moment::new(at, moment.zone),
        }
        .to_string();
        return Err(Problem::Unclear(sentence));
    }
    Ok(moment)
}

/// The cramp with what the phone says about it.
fn changed(
    mut cramp: Cramp,
    fields: &Fields,
    ahead: SignedDuration,
    began: Timestamp,
    now: Timestamp,
) -> Result<Cramp, Problem> {
    let mut mistakes = Mistakes::default();
    details::set(&mut cramp, fields, &mut mistakes);
    if !mistakes.is_empty() {
        return Err(Problem::Unclear(mistakes.in_words()));
    }
    if fields.has("ended") {
        let ended = instant(fields, "ended")?.map(|ended| moved(ended, ahead).min(now).max(began));
        // Moved by a difference that varies by what the network took, it is the same end.
        let same = match (ended, cramp.ended) {
            (Some(new), Some(old)) => new.duration_since(old).abs() < SignedDuration::from_mins(1),
            _ => false,
        };
        if !same {
            cramp.ended = ended;
        }
    }
    Ok(cramp)
}

fn instant(fields: &Fields, name: &str) -> Result<Option<Timestamp>, Problem> {
    match fields.get(name) {
        "" => Ok(None),
        typed => typed
            .parse()
            .map(Some)
            .map_err(|_| Problem::Unclear(crate::word("cramp-time-unread").to_owned())),
    }
}

/// When something else was told that a phone kept, by our clock and never later than now.
pub(crate) fn told_at(fields: &Fields, now: Timestamp) -> Result<Timestamp, Problem> {
    let ahead = ahead(instant(fields, "sent")?, now);
    let told = instant(fields, "told")?.map(|told| moved(told, ahead));
    Ok(told.unwrap_or(now).min(now))
}

/// How far the phone's clock is ahead of ours; nothing when it says nothing, or when the clocks agree.
fn ahead(sent: Option<Timestamp>, now: Timestamp) -> SignedDuration {
    let ahead = sent.map_or(SignedDuration::ZERO, |sent| sent.duration_since(now));
    if ahead.abs() <= SAME_CLOCK {
        SignedDuration::ZERO
    } else {
        ahead
    }
}

fn moved(at: Timestamp, ahead: SignedDuration) -> Timestamp {
    at.checked_sub(ahead).unwrap_or(at)
}
