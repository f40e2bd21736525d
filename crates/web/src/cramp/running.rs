//! `GET /cramp/{id}`: a cramp that was logged: what to do, one instruction at a time, and its details.

use axum::extract::State;
use axum::response::Response;
use diary::entry::Muscle;
use diary::{EntryId, Person};
use insight::{Applies, Raised, Warning};
use jiff::SignedDuration;
use serde::Deserialize;

use crate::address::{EntryAt, Wishes};
use crate::alarm;
use crate::cramp::relief::Relief;
use crate::cramp::{find, relief};
use crate::page::{Frame, Look, render};
use crate::plan::warning;
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};
use crate::words;

/// From here on it is longer than the ordinary cramp of the red flag `cramp-over-10-minutes`.
const LONG: SignedDuration = SignedDuration::from_mins(10);

/// Which instruction is shown.
#[derive(Default, Deserialize)]
pub(crate) struct At {
    step: Option<usize>,
}

/// A button that says whether it is chosen.
struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

/// The instruction that is shown, of how many.
struct Now {
    number: usize,
    of: usize,
    /// The one after it; after the last one the first again.
    next: usize,
    text: String,
    /// It is a warning that applies to this person.
    care: bool,
}

impl Now {
    /// Longer than fits the upper half of a small phone in the largest type.
    fn is_long(&self) -> bool {
        self.text.chars().count() > 120
    }
}

/// Something for afterwards.
struct After {
    name: &'static str,
    instructions: Vec<String>,
    warnings: Vec<String>,
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
    cautions: Vec<String>,
    caution: &'static str,
    after: Vec<After>,
    sides: Vec<Choice>,
    muscles: Vec<Choice>,
    pains: Vec<Choice>,
}

/// `GET /cramp/{id}`
pub(crate) async fn get(
    State(app): State<Shared>,
    EntryAt(id): EntryAt,
    Wishes(at): Wishes<At>,
    look: Look,
) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| page(app, id, at.step.unwrap_or(1), &look)).await?;
    Ok(render(&page))
}

fn page(app: &App, id: EntryId, step: usize, look: &Look) -> Result<Page, Problem> {
    let (told, cramp) = find(app, id)?;
    let person = app.desk().person()?;
    let today = app.today();
    let relief = relief::during(&person, today, cramp.muscle);
    let mut alarms = alarm::now(app)?;
    if cramp.ended.is_none() {
        // What the log shows by itself never stands between a person in pain and a stretch.
        alarms.retain(Raised::comes_before_relief);
    }
    let helped = alarms.is_empty() && cramp.ended.is_none();
    let now = if helped {
        instruction(&relief, step)
    } else {
        None
    };
    let after = if cramp.ended.is_some() && alarms.is_empty() {
        after(&person, today, cramp.muscle)
    } else {
        Vec::new()
    };
    Ok(Page {
        frame: look.night_frame(if cramp.ended.is_some() {
            "The cramp is over"
        } else {
            "Cramp now"
        }),
        id,
        began: words::clock(&told.moment),
        lasted: cramp
            .ended
            .map(|ended| words::lasted(told.moment.at, ended)),
        alarms,
        long: cramp.ended.is_none() && app.now().duration_since(told.moment.at) > LONG,
        now,
        cautions: if helped {
            undecided(&relief)
        } else {
            Vec::new()
        },
        caution: relief::CAUTION,
        after,
        sides: words::SIDES
            .iter()
            .map(|(value, label, side)| choice(value, label, cramp.side == Some(*side)))
            .collect(),
        muscles: words::MUSCLES
            .iter()
            .map(|(value, label, muscle)| choice(value, label, cramp.muscle == Some(*muscle)))
            .collect(),
        pains: (0..=10_u8)
            .map(|score| {
                choice(
                    &score.to_string(),
                    &score.to_string(),
                    cramp.pain.is_some_and(|pain| pain.get() == score),
                )
            })
            .collect(),
    })
}

/// Each warning of the remedies once.
fn warnings(relief: &[Relief]) -> Vec<&Warning> {
    let mut once: Vec<&Warning> = Vec::new();
    for warning in relief.iter().flat_map(|relief| &relief.warnings) {
        if once.iter().all(|other| other.rule.id != warning.rule.id) {
            once.push(warning);
        }
    }
    once
}

/// The instruction with this number; warnings that apply to this person are the first ones.
fn instruction(relief: &[Relief], number: usize) -> Option<Now> {
    let care = warnings(relief)
        .into_iter()
        .filter(|warning| warning.applies == Applies::Yes);
    let care = care.map(|warning| (warning.message, true));
    let steps = relief.iter().flat_map(|relief| &relief.instructions);
    let all: Vec<(&str, bool)> = care
        .chain(steps.map(|step| (step.as_str(), false)))
        .collect();
    let number = number.clamp(1, all.len().max(1));
    let (text, care) = all.get(number - 1)?;
    Some(Now {
        number,
        of: all.len(),
        next: number % all.len() + 1,
        text: (*text).to_owned(),
        care: *care,
    })
}

/// The warnings of which nobody knows yet whether they apply.
fn undecided(relief: &[Relief]) -> Vec<String> {
    warnings(relief)
        .into_iter()
        .filter(|w| w.applies != Applies::Yes)
        .map(warning)
        .collect()
}

fn choice(value: &str, label: &str, chosen: bool) -> Choice {
    Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        chosen,
    }
}

fn after(person: &Person, today: jiff::civil::Date, muscle: Option<Muscle>) -> Vec<After> {
    let soothing = relief::after(person, today, muscle).into_iter();
    soothing
        .map(|relief| After {
            name: relief.name,
            warnings: relief.warnings.iter().map(warning).collect(),
            instructions: relief.instructions,
        })
        .collect()
}
