//! `GET` and `POST /cramp/{id}/edit`: all about one cramp in one form.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use diary::entry::{BadEntry, Body};
use diary::{Cramp, Entry, EntryId, Minutes, Moment, NightId};
use jiff::{SignedDuration, Timestamp};

use crate::address::EntryAt;
use crate::cramp::details::{self, Detail};
use crate::cramp::find;
use crate::form::{Fields, Mistakes};
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};

/// Most minutes that [`Minutes`] holds: a day.
const MOST_MINUTES: i64 = 1440;

/// What stands in the fields.
struct Form {
    date: String,
    time: String,
    minutes: String,
    /// What is chosen.
    details: Vec<Detail>,
    note: String,
}

#[derive(askama::Template)]
#[template(path = "cramp/edit.html")]
struct Page {
    frame: Frame,
    id: EntryId,
    night: NightId,
    form: Form,
    mistakes: Mistakes,
}

impl Page {
    fn new(look: &Look, id: EntryId, night: NightId, form: Form, mistakes: Mistakes) -> Self {
        Self {
            frame: look.frame(crate::word("cramp-change"), Tab::Nights),
            id,
            night,
            form,
            mistakes,
        }
    }
}

impl Form {
    fn of(moment: &Moment, cramp: &Cramp) -> Self {
        let local = moment.local();
        let minutes = cramp.ended.map(|ended| minutes_between(moment.at, ended));
        Self {
            date: local.date().to_string(),
            time: local.strftime("%H:%M").to_string(),
            minutes: minutes
                .map(|minutes| minutes.to_string())
                .unwrap_or_default(),
            details: details::all(cramp),
            note: cramp
                .note
                .as_ref()
                .map(|note| note.as_str().to_owned())
                .unwrap_or_default(),
        }
    }

    fn sent(fields: &Fields) -> Self {
        let typed = |name: &str| fields.get(name).to_owned();
        let mut chosen = Cramp::default();
        details::set(&mut chosen, fields, &mut Mistakes::default());
        Self {
            date: typed("date"),
            time: typed("time"),
            minutes: typed("minutes"),
            details: details::all(&chosen),
            note: typed("note"),
        }
    }
}

/// `GET /cramp/{id}/edit`
pub(crate) async fn get(
    State(app): State<Shared>,
    EntryAt(id): EntryAt,
    look: Look,
) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| {
        let (told, cramp) = find(app, id)?;
        let form = Form::of(&told.moment, &cramp);
        Ok(Page::new(
            &look,
            id,
            told.moment.night(),
            form,
            Mistakes::default(),
        ))
    })
    .await?;
    Ok(render(&page))
}

/// `POST /cramp/{id}/edit`
pub(crate) async fn post(
    State(app): State<Shared>,
    EntryAt(id): EntryAt,
    look: Look,
    fields: Fields,
) -> Result<Response, Problem> {
    off_thread(&app, move |app| save(app, id, &look, &fields)).await
}

fn save(app: &App, id: EntryId, look: &Look, fields: &Fields) -> Result<Response, Problem> {
    let _turn = app.writing();
    let (told, before) = find(app, id)?;
    let mut mistakes = Mistakes::default();
    let (moment, cramp) = read(fields, &told.moment, &before, &mut mistakes);
    let now = app.now();
    let body = Body::Cramp(cramp);
    let night = moment.night();
    // Before any check: what the form showed may always be sent back.
    if mistakes.is_empty() && moment == told.moment && body == told.body {
        return Ok(Redirect::to(&format!("/nights/{night}?done=nothing")).into_response());
    }
    // The diary's own check, before anything is written, so that its sentence stands beside the field.
    let trial = Entry {
        id,
        moment: moment.clone(),
        act: diary::Act::Replace {
            target: id,
            body: body.clone(),
        },
    };
    if mistakes.is_empty()
        && let Err(bad) = trial.check(now)
    {
        let field = match bad {
            BadEntry::EndsBeforeItBegins { .. } => "minutes",
            BadEntry::HelpedAndDidNot => "helped",
            _ => "time",
        };
        mistakes.add(field, sentence(&bad));
    }
    if !mistakes.is_empty() {
        let page = Page::new(look, id, told.moment.night(), Form::sent(fields), mistakes);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)).into_response());
    }
    app.desk().replace(id, moment, body, now, app.random())?;
    Ok(Redirect::to(&format!("/nights/{night}?done=changed")).into_response())
}

fn sentence(bad: &BadEntry) -> String {
    match bad {
        BadEntry::InTheFuture { .. } => crate::word("cramp-future").to_owned(),
        other => other.to_string(),
    }
}

fn read(fields: &Fields, was: &Moment, before: &Cramp, mistakes: &mut Mistakes) -> (Moment, Cramp) {
    let date = mistakes.take(
        "date",
        fields
            .date("date")
            .and_then(|date| date.ok_or(crate::word("cramp-which-day").to_owned()))
            .map(Some),
    );
    let time = mistakes.take(
        "time",
        fields
            .time("time")
            .and_then(|time| time.ok_or(crate::word("cramp-what-time").to_owned()))
            .map(Some),
    );
    let moment = match (date, time) {
        (Some(date), Some(time)) => began(date.to_datetime(time), was, mistakes),
        _ => was.clone(),
    };
    let minutes = fields.whole("minutes");
    let minutes = minutes.and_then(|count| {
        count
            .map(Minutes::new)
            .transpose()
            .map_err(|bad| crate::spoken(bad.sentence()).plain())
    });
    let minutes = mistakes.take("minutes", minutes);
    let mut cramp = Cramp {
        ended: minutes.and_then(|minutes| ended(&moment, minutes, was, before)),
        note: mistakes.take("note", fields.text("note")),
        ..Cramp::default()
    };
    details::set(&mut cramp, fields, mistakes);
    (moment, cramp)
}

/// The minutes that stand in the form: never more than it takes, so that what it shows can be sent back.
fn minutes_between(began: Timestamp, ended: Timestamp) -> i64 {
    let minutes = (ended.duration_since(began).as_secs() + 30) / 60;
    minutes.min(MOST_MINUTES)
}

/// The instant of the typed wall-clock time. Unchanged to the minute, it is the instant that was there: seconds stay, and
/// so does the second of two equal hours when the clocks go back.
fn began(typed: jiff::civil::DateTime, was: &Moment, mistakes: &mut Mistakes) -> Moment {
    let before = was.local().datetime();
    if (typed.date(), typed.hour(), typed.minute())
        == (before.date(), before.hour(), before.minute())
    {
        return was.clone();
    }
    match typed.to_zoned(was.zone.tz().clone()) {
        Ok(zoned) => Moment::new(zoned.timestamp(), was.zone.clone()),
        Err(_) => {
            mistakes.add("time", crate::word("nights-no-such-time"));
            was.clone()
        }
    }
}

/// When it was over: what was known to the second stays when neither the beginning nor the minutes changed.
fn ended(moment: &Moment, minutes: Minutes, was: &Moment, before: &Cramp) -> Option<Timestamp> {
    let known = before.ended.filter(|_| moment == was);
    let typed_before = known.map(|ended| minutes_between(was.at, ended));
    if typed_before == Some(i64::from(minutes.get())) {
        return known;
    }
    moment
        .at
        .checked_add(SignedDuration::from_mins(i64::from(minutes.get())))
        .ok()
}
