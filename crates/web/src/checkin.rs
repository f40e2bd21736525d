//! The check-in: in the morning about the night, in the evening about the day; everything may be skipped.

pub(crate) mod evening;
pub(crate) mod morning;
pub(crate) mod question;
pub(crate) mod start;

use std::sync::Arc;

use diary::entry::{Act, Body, Morning};
use diary::log::Told;
use diary::{Entry, EntryId, Log, Moment, Night, NightId};

use crate::cramp::keep;
use crate::form::Fields;
use crate::problem::Problem;
use crate::site::App;

/// Before this hour the person is still in last night's bed.
const NIGHT_ENDS: i8 = 4;

/// The last night one can look back on.
pub(crate) fn last_night(moment: &Moment) -> NightId {
    let hour = moment.local().hour();
    if (NIGHT_ENDS..12).contains(&hour) {
        moment.night()
    } else {
        moment.night().previous()
    }
}

/// The day an evening's questions are about: the day before the night that has begun.
pub(crate) fn evening_day(moment: &Moment) -> NightId {
    moment.night()
}

/// Whether the morning after a night was answered.
pub(crate) fn morning_told(app: &App, night: NightId) -> Result<bool, Problem> {
    Ok(!mornings(&*app.desk().log()?, night).is_empty())
}

/// Whether anything was answered about a day.
pub(crate) fn evening_told(app: &App, day: NightId) -> Result<bool, Problem> {
    let nights = nights(app)?;
    let at = nights.binary_search_by_key(&day, |night| night.id).ok();
    Ok(at
        .and_then(|at| nights.get(at))
        .is_some_and(|night| !night.exposures.is_empty()))
}

/// The night named in an address, if it is not after `latest`, the one that has begun.
fn begun(date: &str, latest: NightId) -> Result<NightId, Problem> {
    not_after(latest, date.parse().map_err(|_| Problem::NotFound)?)
}

fn not_after(latest: NightId, night: NightId) -> Result<NightId, Problem> {
    if night > latest {
        return Err(Problem::Unclear(crate::word("checkin-not-over").to_owned()));
    }
    Ok(night)
}

/// The night that a form is about, in the zone of `here`. A page that opened without network names it by the phone's clock:
/// where that is wrong, the night is moved as far as the date is.
fn meant(date: &str, fields: &Fields, here: &Moment) -> Result<NightId, Problem> {
    let night: NightId = date.parse().map_err(|_| Problem::NotFound)?;
    let meant = night.plus_days(-keep::days_ahead(fields, here)?);
    not_after(here.night(), meant)
}

/// The nights that matter for choosing questions: those up to now, whatever was told about the one asked about.
fn nights(app: &App) -> Result<Arc<Vec<Night>>, Problem> {
    Ok(app.desk().nights(app.today())?)
}

/// Every morning's answer about a night that holds, the one that counts last.
fn mornings(log: &Log, night: NightId) -> Vec<(Arc<Told>, Morning)> {
    let all = log.told().iter();
    all.filter_map(|told| match &told.body {
        Body::Morning(morning) if morning.night == night => {
            Some((Arc::clone(told), morning.clone()))
        }
        _ => None,
    })
    .collect()
}

/// The entries that make `body` hold instead of what was told before (nothing, if `body` is `None`).
fn instead(app: &App, before: &[Arc<Told>], moment: &Moment, body: Option<Body>) -> Vec<Entry> {
    // A correction must sort after what it corrects, also when the clock was set back since: or it would lose.
    let change = |told: &Told, act| Entry {
        id: EntryId::after(told.version, app.now(), app.random()),
        moment: moment.clone(),
        act,
    };
    let mut entries = Vec::new();
    let (last, older) = match before.split_last() {
        Some((last, older)) => (Some(last), older),
        None => (None, before),
    };
    match (last, body) {
        (Some(last), Some(body)) if last.body == body => {}
        (Some(last), Some(body)) => entries.push(change(
            last,
            Act::Replace {
                target: last.id,
                body,
            },
        )),
        (Some(last), None) => entries.push(change(last, Act::Retract { target: last.id })),
        (None, Some(body)) => entries.push(Entry {
            id: app.fresh_id(),
            moment: moment.clone(),
            act: Act::Tell { body },
        }),
        (None, None) => {}
    }
    // An older answer must not show through where the new one was left open.
    entries.extend(
        older
            .iter()
            .map(|told| change(told, Act::Retract { target: told.id })),
    );
    entries
}
