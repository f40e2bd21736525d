//! The screen for someone who has a cramp: log it with one tap, be told what to do, say when it is over.

pub(crate) mod change;
pub(crate) mod details;
pub(crate) mod edit;
pub(crate) mod keep;
pub(crate) mod over;
pub(crate) mod relief;
pub(crate) mod running;
pub(crate) mod signs;
pub(crate) mod start;

use desk::DeskError;
use diary::entry::{Act, Body};
use diary::log::Told;
use diary::{Cramp, Entry, EntryId, Log, Moment};
use jiff::{SignedDuration, Timestamp};

use crate::problem::Problem;
use crate::site::{Accepted, App};

/// The cramp with this id, if it still holds.
fn find(app: &App, id: EntryId) -> Result<(Told, Cramp), Problem> {
    let told = app
        .desk()
        .log()?
        .find(id)
        .cloned()
        .ok_or(Problem::NotFound)?;
    match &told.body {
        Body::Cramp(cramp) => {
            let cramp = cramp.clone();
            Ok((told, cramp))
        }
        _ => Err(Problem::NotFound),
    }
}

/// Within this time the same form sent again is a doubled tap. Later it is a page that stayed open, and another cramp.
const DOUBLED_TAP: SignedDuration = SignedDuration::from_mins(2);

/// The entry that a form became when it was sent just now; `None` when what it tells is new.
fn doubled(app: &App, log: &Log, form: EntryId, now: Timestamp) -> Option<EntryId> {
    // After a restart only the diary remembers it, by the instant it was told for.
    let told = || log.find(form).map(|told| (form, told.moment.at));
    let known = app.accepted(form).map(|one| (one.entry, one.at));
    let (entry, at) = known.or_else(told)?;
    (now.duration_since(at).abs() <= DOUBLED_TAP).then_some(entry)
}

/// Tells a cramp that began at a moment, unless the same form did so just now. Gives its id in the diary.
pub(crate) fn tell(
    app: &App,
    form: EntryId,
    moment: Moment,
    now: Timestamp,
) -> Result<EntryId, DeskError> {
    let log = app.desk().log()?;
    if let Some(entry) = doubled(app, &log, form, now) {
        return Ok(entry);
    }
    let known = app.accepted(form).is_some() || log.find(form).is_some();
    let entry = |id| Entry {
        id,
        moment: moment.clone(),
        act: Act::Tell {
            body: Body::Cramp(Cramp::default()),
        },
    };
    let mut id = if known { app.fresh_id() } else { form };
    match app.desk().tell_with_id(entry(id), now) {
        Ok(_) => {}
        // The form was accepted before the server last started, and taken back since: this is another cramp.
        Err(DeskError::Taken(_) | DeskError::Erased(_)) => {
            id = app.fresh_id();
            app.desk().tell_with_id(entry(id), now)?;
        }
        Err(error) => return Err(error),
    }
    app.remember_accepted(Accepted {
        form,
        entry: id,
        at: now,
    });
    Ok(id)
}
