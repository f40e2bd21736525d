//! `GET` and `POST /plan/ask`: what must be known before more can be advised, one short group a screen; “none of these” is one tap.

mod screen;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use diary::entry::{Fact, Sex};
use diary::{Entry, Id};
use serde::Deserialize;

use self::screen::{Kind, Screen};
use crate::address::Wishes;
use crate::form::{Fields, Mistakes};
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::profile::{doubted, sure, telling, write};
use crate::site::{App, Shared, off_thread};

/// Field of something that was ticked, followed by its id.
const TICKED: &str = "t-";
/// Field of something that stood on the screen, followed by its id.
const SHOWN: &str = "a-";

/// For what is asked, and what was skipped.
#[derive(Clone, Default, Deserialize)]
pub(crate) struct Wish {
    /// `food` for the menu, `water` for the drinks; else the plan.
    #[serde(default, rename = "for")]
    about: String,
    /// Screens to leave for later, with dots between them.
    #[serde(default)]
    skip: String,
}

#[derive(askama::Template)]
#[template(path = "plan/ask.html")]
struct Page {
    frame: Frame,
    screen: Screen,
    /// Screens after this one, as far as it is known now.
    left: usize,
    about: String,
    skip: String,
    /// The address that leaves this screen for later.
    later: String,
    mistakes: Mistakes,
    asked: bool,
    year: String,
}

/// `GET /plan/ask`
pub(crate) async fn get(
    State(app): State<Shared>,
    Wishes(wish): Wishes<Wish>,
    look: Look,
) -> Result<Response, Problem> {
    off_thread(&app, move |app| match page(app, &look, &wish)? {
        Some(page) => Ok(render(&page)),
        None => Ok(Redirect::to(home(&wish.about)).into_response()),
    })
    .await
}

/// Where the questions lead to.
fn home(about: &str) -> &'static str {
    match about {
        "food" => "/food#gap",
        "water" => "/plan#water",
        _ => "/plan",
    }
}

/// The first screen that was not skipped; `None` when nothing is left to ask.
fn page(app: &App, look: &Look, wish: &Wish) -> Result<Option<Page>, Problem> {
    let reading = app.desk().suspects_meanwhile(app.today())?;
    let skipped: Vec<&str> = wish.skip.split('.').collect();
    let mut screens = screen::all(app, &reading, &wish.about)?
        .into_iter()
        .filter(|screen| !skipped.contains(&screen.id));
    let Some(screen) = screens.next() else {
        return Ok(None);
    };
    let skip = if wish.skip.is_empty() {
        screen.id.to_owned()
    } else {
        format!("{}.{}", wish.skip, screen.id)
    };
    Ok(Some(Page {
        frame: look.frame(crate::word("ask-title"), Tab::Plan),
        left: screens.count(),
        later: address(&wish.about, &skip, ""),
        about: wish.about.clone(),
        skip: wish.skip.clone(),
        screen,
        mistakes: Mistakes::default(),
        asked: false,
        year: String::new(),
    }))
}

/// Only ids of screens go back into an address.
fn address(about: &str, skip: &str, done: &str) -> String {
    let plain = |text: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte))
    };
    let about = ["food", "water"]
        .into_iter()
        .find(|one| *one == about)
        .unwrap_or("plan");
    let skip = if plain(skip) { skip } else { "" };
    format!("/plan/ask?for={about}&skip={skip}{done}")
}

/// `POST /plan/ask`: the answers of one screen.
pub(crate) async fn post(
    State(app): State<Shared>,
    look: Look,
    fields: Fields,
) -> Result<Response, Problem> {
    off_thread(&app, move |app| save(app, &look, &fields)).await
}

fn save(app: &App, look: &Look, fields: &Fields) -> Result<Response, Problem> {
    let _turn = app.writing();
    let moment = app.moment(fields.get("zone"));
    let wish = Wish {
        about: fields.get("for").to_owned(),
        skip: fields.get("skip").to_owned(),
    };
    let mut mistakes = Mistakes::default();
    let facts = read(fields, &mut mistakes)?;
    let entries: Vec<Entry> = facts
        .into_iter()
        .map(|fact| telling(app, &moment, fact))
        .collect();
    let mut asked = false;
    if mistakes.is_empty()
        && let Some(bad) = entries
            .iter()
            .find_map(|entry| entry.check(moment.at).err())
    {
        mistakes.add("birth-year", crate::spoken(bad.sentence()).plain());
    }
    if mistakes.is_empty()
        && let Some(doubt) = doubted(app, &entries, &moment, sure(fields))?
    {
        asked = doubt.is_question();
        mistakes.add("sure", crate::spoken(doubt.sentence()).plain());
    }
    if !mistakes.is_empty() {
        return Ok(match page(app, look, &wish)? {
            Some(page) => {
                let page = Page {
                    mistakes,
                    asked,
                    year: fields.get("birth-year").to_owned(),
                    ..page
                };
                (StatusCode::UNPROCESSABLE_ENTITY, render(&page)).into_response()
            }
            None => Redirect::to(home(&wish.about)).into_response(),
        });
    }
    let done = write(app, &entries, &moment)?.word();
    let next = address(&wish.about, &wish.skip, &format!("&done={done}"));
    Ok(Redirect::to(&next).into_response())
}

/// The facts that a screen tells.
fn read(fields: &Fields, mistakes: &mut Mistakes) -> Result<Vec<Fact>, Problem> {
    match fields.get("screen") {
        screen::BIRTH => born(fields, mistakes),
        screen::PREGNANCY => Ok(match fields.get("pregnant") {
            "yes" => vec![Fact::Pregnancy {
                pregnant: true,
                due: None,
            }],
            "no" => vec![Fact::Pregnancy {
                pregnant: false,
                due: None,
            }],
            _ => Vec::new(),
        }),
        screen::MEDICINES => Ok(vec![Fact::MedicinesComplete { complete: true }]),
        _ => ticked(fields, mistakes),
    }
}

fn born(fields: &Fields, mistakes: &mut Mistakes) -> Result<Vec<Fact>, Problem> {
    let mut facts = Vec::new();
    match fields.whole("birth-year") {
        Ok(Some(year)) => match i16::try_from(year) {
            Ok(year) => facts.push(Fact::BirthYear { year }),
            Err(_) => mistakes.add("birth-year", crate::word("ask-year-wrong")),
        },
        Ok(None) => mistakes.add("birth-year", crate::word("ask-year-missing")),
        Err(sentence) => mistakes.add("birth-year", sentence),
    }
    match fields.get("sex") {
        "female" => facts.push(Fact::Sex { sex: Sex::Female }),
        "male" => facts.push(Fact::Sex { sex: Sex::Male }),
        _ => {}
    }
    Ok(facts)
}

/// What was ticked is so, the rest of the screen is not. Nothing ticked must be said with its own button.
fn ticked(fields: &Fields, mistakes: &mut Mistakes) -> Result<Vec<Fact>, Problem> {
    let any = fields.with_prefix(TICKED).next().is_some();
    let none = fields.has("none");
    if none && any {
        mistakes.add("ticked", crate::word("ask-ticked-and-none"));
    } else if !none && !any {
        mistakes.add("ticked", crate::word("ask-nothing-ticked"));
    }
    let mut facts = Vec::new();
    for (id, _) in fields.with_prefix(SHOWN) {
        let present = fields.has(&format!("{TICKED}{id}"));
        if let Some(condition) = knowledge::condition(id) {
            facts.push(Fact::Condition {
                condition: Id::new(condition.id).map_err(|_| Problem::Ours)?,
                present,
                since: None,
            });
        } else if let Some(flag) = knowledge::flag(id) {
            facts.push(Fact::Flag {
                flag: Id::new(flag.id).map_err(|_| Problem::Ours)?,
                present,
                seen: false,
            });
        }
    }
    Ok(facts)
}
