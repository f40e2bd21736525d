//! `GET /nights/{date}`: one night and the day before it, with everything that was told.

use axum::extract::{Path, State};
use axum::response::Response;
use diary::entry::Body;
use diary::log::Told;
use diary::{Cramp, EntryId, Log, Morning, NightId};
use insight::intake::counted;
use serde::Deserialize;

use crate::address::Wishes;
use crate::cramp::details;
use crate::form::Mistakes;
use crate::nights::page_of;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::say::Markup;
use crate::site::{App, Shared, off_thread};
use crate::words;

/// The entry that was just taken back, so that it can be brought back.
#[derive(Default, Deserialize)]
pub(crate) struct Undo {
    undo: Option<EntryId>,
}

/// One thing that was told.
pub(super) struct Item {
    id: EntryId,
    pub(super) what: Markup,
    pub(super) note: Option<String>,
    /// Where it can be changed.
    edit: String,
}

#[derive(askama::Template)]
#[template(path = "nights/one.html")]
pub(super) struct Page {
    frame: Frame,
    night: NightId,
    name: String,
    outcome: String,
    items: Vec<Item>,
    undo: Option<EntryId>,
    /// Id of the form that adds a cramp.
    id: EntryId,
    time: String,
    mistakes: Mistakes,
    earlier: NightId,
    later: Option<NightId>,
}

/// `GET /nights/{date}`
pub(crate) async fn get(
    State(app): State<Shared>,
    Path(date): Path<String>,
    Wishes(undo): Wishes<Undo>,
    look: Look,
) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| {
        let night = date.parse().map_err(|_| Problem::NotFound)?;
        let undo = undo.undo.filter(|id| app.taken_back(*id).is_some());
        Ok(Page {
            undo,
            ..page(app, &look, night, String::new(), Mistakes::default())?
        })
    })
    .await?;
    Ok(render(&page))
}

pub(super) fn page(
    app: &App,
    look: &Look,
    night: NightId,
    time: String,
    mistakes: Mistakes,
) -> Result<Page, Problem> {
    let tonight = app.moment("").night();
    if night > app.night_anywhere() {
        return Err(Problem::Unclear(crate::word("nights-not-begun").to_owned()));
    }
    let log = app.desk().log()?;
    let nights = app.desk().nights(app.today())?;
    let outcome = nights
        .iter()
        .find(|other| other.id == night)
        .map(|night| night.outcome);
    Ok(Page {
        frame: look.frame(crate::word("nights-one-title"), Tab::Nights),
        night,
        name: words::night(night),
        outcome: words::capital(&words::outcome(outcome.unwrap_or(diary::Outcome::Missing))),
        items: items(&log, night),
        undo: None,
        id: app.fresh_id(),
        time,
        mistakes,
        earlier: night.previous(),
        later: (night < tonight).then(|| night.next()),
    })
}

/// The cramps, then the morning's answer, then the day before with its food, then what was told about trials.
fn items(log: &Log, night: NightId) -> Vec<Item> {
    let mut told: Vec<&Told> = log
        .told()
        .iter()
        .map(AsRef::as_ref)
        .filter(|told| page_of(told) == night)
        .collect();
    told.sort_by_key(|told| match told.body {
        Body::Cramp(_) => 0,
        Body::Morning(_) => 1,
        Body::Exposure(_) | Body::Fact(_) => 2,
        Body::Food(_) => 3,
        Body::Trial(_) => 4,
    });
    told.into_iter()
        .filter_map(|told| item(told, night))
        .collect()
}

/// One thing that was told, in words; nothing for what has a page of its own.
pub(super) fn item(told: &Told, night: NightId) -> Option<Item> {
    let note = |text: &Option<diary::Text>| text.as_ref().map(|text| text.as_str().to_owned());
    let (what, note, edit) = match &told.body {
        Body::Cramp(cramp) => (
            Markup::of(describe_cramp(told, cramp)),
            note(&cramp.note),
            format!("/cramp/{}/edit", told.id),
        ),
        Body::Morning(morning) => (
            Markup::of(describe_morning(morning)),
            note(&morning.note),
            format!("/check-in/{night}/morning"),
        ),
        Body::Exposure(exposure) => {
            let id = exposure.factor.as_str();
            let amount = words::number(exposure.answer.value());
            match (knowledge::factor(id), counted::nutrient(id)) {
                (Some(factor), _) => {
                    let answer = words::answer(factor, exposure.answer);
                    let what = Markup::pair(crate::english(factor.name), answer);
                    (what, None, format!("/check-in/{night}/evening"))
                }
                (None, Some(nutrient)) => {
                    let name = crate::english(counted::words(nutrient));
                    let what = Markup::pair(name, Markup::of(amount));
                    (what, None, "/food".to_owned())
                }
                // From a newer Soleus.
                (None, None) => {
                    let what = Markup::of(format!("{id}: {amount}"));
                    (what, None, format!("/check-in/{night}/evening"))
                }
            }
        }
        Body::Trial(event) => (
            crate::spoken(insight::trial::words::told(event)).into(),
            None,
            format!("/trials/{}", event.of().unwrap_or(told.id)),
        ),
        Body::Food(food) => {
            let what = words::food(food);
            (what, None, "/food".to_owned())
        }
        Body::Fact(_) => return None,
    };
    Some(Item {
        id: told.id,
        what,
        note,
        edit,
    })
}

fn describe_cramp(told: &Told, cramp: &Cramp) -> String {
    let mut parts = vec![
        crate::say("nights-cramp-at")
            .with("time", words::clock(&told.moment))
            .plain(),
    ];
    let place = words::place(cramp.side, cramp.muscle);
    if !place.is_empty() {
        parts.push(place);
    }
    if let Some(ended) = cramp.ended {
        parts.push(words::lasted(told.moment.at, ended));
    }
    if let Some(pain) = cramp.pain {
        parts.push(
            crate::say("nights-pain")
                .with("score", pain.to_string())
                .plain(),
        );
    }
    parts.extend(details::in_words(cramp));
    parts.join(" · ")
}

fn describe_morning(morning: &Morning) -> String {
    let mut parts = Vec::new();
    if let Some(cramps) = morning.cramps {
        parts.push(words::outcome(diary::Outcome::Exactly(cramps.get())));
    }
    if let Some(minutes) = morning.minutes {
        parts.push(
            crate::say("nights-minutes")
                .with("count", minutes.get())
                .plain(),
        );
    }
    let scores = [
        ("nights-pain", morning.pain),
        ("nights-sleep", morning.sleep_lost),
        ("nights-soreness", morning.soreness),
        ("nights-tiredness", morning.tiredness),
    ];
    parts.extend(scores.into_iter().filter_map(|(key, score)| {
        score.map(|score| crate::say(key).with("score", score.to_string()).plain())
    }));
    crate::say("nights-morning")
        .with("answers", parts.join(" · "))
        .plain()
}
