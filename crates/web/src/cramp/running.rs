//! `GET /cramp/{id}`: a cramp that was logged: what to do, one instruction at a time, and its details.

use axum::extract::State;
use axum::response::Response;
use diary::{EntryId, NightId, Person};
use insight::{Applies, Raised, Warning, triage};
use jiff::SignedDuration;
use knowledge::Flag;
use serde::Deserialize;
use texts::Sentence;

use crate::address::{EntryAt, Wishes};
use crate::alarm;
use crate::cramp::details::{self, Choice, Detail, choice};
use crate::cramp::relief::{Help, Step};
use crate::cramp::{find, relief, signs};
use crate::page::{Frame, Look, render};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};
use crate::words;

/// From here on it is longer than the ordinary cramp of the red flag `cramp-over-10-minutes`.
const LONG: SignedDuration = SignedDuration::from_mins(10);

/// Which instruction is shown, and where the person is.
#[derive(Default, Deserialize)]
pub(crate) struct At {
    step: Option<usize>,
    place: Option<String>,
}

/// The instruction that is shown, of how many.
struct Now {
    number: usize,
    of: usize,
    /// The one after it; after the last one the first again.
    next: usize,
    step: Step,
}

/// Something for afterwards.
pub(super) struct After {
    pub(super) name: &'static str,
    pub(super) instructions: &'static [&'static str],
    pub(super) warnings: Vec<Sentence>,
}

#[derive(askama::Template)]
#[template(path = "cramp/running.html")]
struct Page {
    frame: Frame,
    id: EntryId,
    began: String,
    lasted: Option<String>,
    alarms: Vec<Raised>,
    /// It has lasted longer than an ordinary cramp.
    long: bool,
    now: Option<Now>,
    /// Warnings that may apply: nobody knows yet.
    cautions: Vec<Sentence>,
    caution: &'static str,
    after: Vec<After>,
    /// Questions that this cramp raises, once it is over, and what was just said to one that can wait.
    signs: Vec<&'static Flag>,
    said: Vec<Raised>,
    /// Where the person is, as it stands in an address.
    place: String,
    places: Vec<Choice>,
    /// The questions about it that fit now.
    details: Vec<Detail>,
}

/// `GET /cramp/{id}`
pub(crate) async fn get(
    State(app): State<Shared>,
    EntryAt(id): EntryAt,
    Wishes(at): Wishes<At>,
    look: Look,
) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| page(app, id, &at, &look)).await?;
    Ok(render(&page))
}

fn page(app: &App, id: EntryId, at: &At, look: &Look) -> Result<Page, Problem> {
    let (told, cramp) = find(app, id)?;
    let person = app.desk().person()?;
    let today = app.today();
    let help = Help::of(&person, today);
    let place = relief::place_named(at.place.as_deref().unwrap_or_default());
    let night = NightId::of_evening(today);
    let alarms = match cramp.ended {
        Some(_) => look.alarms.clone(),
        None => alarm::before_relief(&look.alarms),
    };
    let helped = alarms.is_empty() && cramp.ended.is_none();
    let now = if helped {
        let steps = help.steps(relief::stretched(cramp.muscle), place);
        instruction(&steps, at.step.unwrap_or(1))
    } else {
        None
    };
    let (signs, said) = match cramp.ended {
        Some(_) => (
            triage::after_cramp(&person, &told.moment, &cramp, night),
            signs::just_said(&app.desk().raised(today)?, night),
        ),
        None => (Vec::new(), Vec::new()),
    };
    let after = if cramp.ended.is_some() && alarms.is_empty() {
        after(&person, today)
    } else {
        Vec::new()
    };
    Ok(Page {
        frame: look.night_frame(if cramp.ended.is_some() {
            crate::word("cramp-over")
        } else {
            crate::word("cramp-now")
        }),
        id,
        began: words::clock(&told.moment),
        lasted: cramp
            .ended
            .map(|ended| words::lasted(told.moment.at, ended)),
        alarms,
        long: cramp.ended.is_none() && app.now().duration_since(told.moment.at) > LONG,
        now,
        cautions: if helped { undecided(&help) } else { Vec::new() },
        caution: crate::word(relief::CAUTION),
        after,
        signs,
        said,
        place: relief::PLACES
            .iter()
            .find(|(_, _, other)| *other == place)
            .map(|(value, _, _)| (*value).to_owned())
            .unwrap_or_default(),
        places: places(place),
        details: if cramp.ended.is_some() {
            details::all(&cramp)
        } else {
            details::of_the_muscle(&cramp)
        },
    })
}

/// The instruction with this number.
fn instruction(steps: &[Step], number: usize) -> Option<Now> {
    let number = number.clamp(1, steps.len().max(1));
    Some(Now {
        number,
        of: steps.len(),
        next: number % steps.len().max(1) + 1,
        step: *steps.get(number - 1)?,
    })
}

/// The warnings of which nobody knows yet whether they apply.
pub(super) fn undecided(help: &Help) -> Vec<Sentence> {
    let warnings = help.warnings().into_iter();
    warnings
        .filter(|w| w.applies != Applies::Yes)
        .map(Warning::sentence)
        .collect()
}

/// The places as buttons.
pub(super) fn places(place: knowledge::Place) -> Vec<Choice> {
    let all = relief::PLACES.iter();
    all.map(|(value, key, other)| choice(value, crate::word(key), *other == place))
        .collect()
}

pub(super) fn after(person: &Person, today: jiff::civil::Date) -> Vec<After> {
    let soothing = relief::after(person, today).into_iter();
    soothing
        .map(|relief| After {
            name: relief.name,
            warnings: relief.warnings.iter().map(Warning::sentence).collect(),
            instructions: relief.instructions,
        })
        .collect()
}
