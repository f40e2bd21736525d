//! `GET` and `POST /cramp`: one tap logs it. The page carries the help for every muscle, so that a phone that keeps it
//! needs no network at night.

use axum::extract::State;
use axum::response::{Redirect, Response};
use diary::{Cramp, EntryId, NightId};
use insight::Raised;
use jiff::SignedDuration;
use texts::Sentence;

use crate::alarm;
use crate::assets;
use crate::cramp;
use crate::cramp::details::{self, Choice, Detail, choice};
use crate::cramp::relief::{self, Help, Step};
use crate::cramp::running::{After, after, places, undecided};
use crate::cramp::signs::{self, Sign};
use crate::form::Fields;
use crate::page::{Frame, Look, render};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};
use crate::words;

/// Minutes on the buttons for a cramp that began a while ago.
const AGO: [u16; 2] = [5, 15];
/// Minutes on the buttons for how long it lasted, when the clock cannot know.
const LASTED: [u16; 9] = [1, 2, 5, 10, 20, 30, 45, 60, 120];

/// The stretch of one muscle in one place.
struct Guide {
    /// Muscle and place, as the script asks for it.
    name: String,
    steps: Vec<Step>,
}

#[derive(askama::Template)]
#[template(path = "cramp/start.html")]
struct Page {
    frame: Frame,
    id: EntryId,
    clock: String,
    ago: [u16; 2],
    lasted: [u16; 9],
    /// A flag that comes before relief: then there are no guides.
    alarms: Vec<Raised>,
    care: Vec<Step>,
    guides: Vec<Guide>,
    then: Vec<Step>,
    pictures: Vec<(&'static str, String)>,
    cautions: Vec<Sentence>,
    caution: &'static str,
    after: Vec<After>,
    places: Vec<Choice>,
    muscles: Vec<Choice>,
    /// Questions that a cramp may raise, and how many of them are asked.
    signs: Vec<Sign>,
    most: usize,
    /// What can be told once it is over.
    details: Vec<Detail>,
    script: String,
}

/// `GET /cramp`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| page(app, &look)).await?;
    Ok(render(&page))
}

fn page(app: &App, look: &Look) -> Result<Page, Problem> {
    let person = app.desk().person()?;
    let today = app.today();
    let alarms = alarm::before_relief(&look.alarms);
    let help = Help::of(&person, today);
    let helped = alarms.is_empty();
    let guides: Vec<Guide> = if helped { guides(&help) } else { Vec::new() };
    Ok(Page {
        frame: look.night_frame(crate::word("cramp-now")),
        id: app.fresh_id(),
        clock: words::clock(&app.moment("")),
        ago: AGO,
        lasted: LASTED,
        care: help.care(),
        pictures: crate::picture::ALL
            .into_iter()
            .filter(|(name, _)| {
                let mut steps = guides.iter().flat_map(|guide| &guide.steps);
                steps.any(|step| step.picture == *name)
            })
            .map(|(name, _)| (name, crate::picture::svg(name)))
            .collect(),
        guides,
        then: help.then(),
        cautions: undecided(&help),
        caution: crate::word(relief::CAUTION),
        after: if helped {
            after(&person, today)
        } else {
            Vec::new()
        },
        alarms,
        places: places(knowledge::Place::Bed),
        muscles: words::MUSCLES
            .iter()
            .map(|(value, key, _)| choice(value, crate::word(key), *value == "calf"))
            .collect(),
        signs: signs::any(&person, NightId::of_evening(today)),
        most: signs::MOST,
        details: details::all(&Cramp::default()),
        script: assets::address("cramp.js"),
    })
}

/// The stretches of every muscle in every place.
fn guides(help: &Help) -> Vec<Guide> {
    let muscles = words::MUSCLES.iter().map(|(muscle, _, _)| *muscle);
    let all = muscles.flat_map(|muscle| {
        let places = relief::PLACES.iter();
        places.map(move |(name, _, place)| Guide {
            name: format!("{muscle}-{name}"),
            steps: help.stretch(muscle, *place),
        })
    });
    all.collect()
}

/// `POST /cramp`: logs a cramp that strikes now, under the id that the form carries.
pub(crate) async fn post(State(app): State<Shared>, fields: Fields) -> Result<Redirect, Problem> {
    let id = match fields.get("id") {
        "" => app.fresh_id(),
        typed => typed
            .parse()
            .map_err(|_| Problem::Unclear(crate::word("cramp-no-number").to_owned()))?,
    };
    let zone = fields.get("zone").to_owned();
    let ago = fields.whole("ago").ok().flatten().unwrap_or(0);
    let ago = AGO.into_iter().find(|minutes| u64::from(*minutes) == ago);
    let id = off_thread(&app, move |app| log(app, id, ago.unwrap_or(0), &zone)).await?;
    Ok(Redirect::to(&format!("/cramp/{id}")))
}

/// Logs the cramp unless the same form did so just now. Gives the id under which it is in the diary.
fn log(app: &App, form: EntryId, minutes_ago: u16, zone: &str) -> Result<EntryId, Problem> {
    let _turn = app.writing();
    let mut moment = app.moment(zone);
    let now = moment.at;
    let ago = SignedDuration::from_mins(i64::from(minutes_ago));
    moment.at = now.checked_sub(ago).unwrap_or(now);
    Ok(cramp::tell(app, form, moment, now)?)
}
