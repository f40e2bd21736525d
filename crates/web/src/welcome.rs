//! `/welcome`: the first run. Tonight comes first, with its button; then two short screens, each of which can be skipped, and
//! which are never shown again.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use diary::entry::Fact;
use diary::{Entry, Id};

use crate::country::{self, Country};
use crate::form::{Fields, Mistakes};
use crate::page::{Frame, Look, Tab, render};
use crate::preferences::{self, LabUnits, Preferences, Units};
use crate::problem::Problem;
use crate::profile::{doubted, sure, telling, write};
use crate::site::{App, Shared, off_thread};

/// Most conditions on the screen about safety.
const MOST: usize = 8;
/// Field of a condition that was ticked, followed by its id.
const TICKED: &str = "t-";
/// Field of a condition that stood on the screen, followed by its id.
const SHOWN: &str = "a-";

#[derive(askama::Template)]
#[template(path = "welcome/place.html")]
struct Place {
    frame: Frame,
    countries: Vec<&'static Country>,
    country: String,
    us: bool,
    zone: String,
    mistakes: Mistakes,
}

#[derive(askama::Template)]
#[template(path = "welcome/you.html")]
struct You {
    frame: Frame,
    /// Those that most remedies wait for.
    conditions: Vec<&'static knowledge::Condition>,
    year: String,
    mistakes: Mistakes,
    /// A doubt was told: the box “I am sure” is shown.
    asked: bool,
}

/// Whether this is the first time: nothing was told yet, and nobody skipped.
pub(crate) fn is_first(app: &App, look: &Look) -> Result<bool, Problem> {
    Ok(!look.prefers.welcomed && app.desk().log()?.newest().is_none())
}

/// `GET /welcome`
pub(crate) async fn place(look: Look) -> Response {
    render(&of_place(&look, Mistakes::default()))
}

fn of_place(look: &Look, mistakes: Mistakes) -> Place {
    Place {
        frame: look.frame(crate::word("welcome-place"), Tab::None),
        countries: country::in_order(),
        country: look.prefers.country.map_or("", |one| one.code).to_owned(),
        us: look.prefers.units == Units::Us,
        zone: look.prefers.zone_name().to_owned(),
        mistakes,
    }
}

/// `POST /welcome`
pub(crate) async fn save_place(look: Look, fields: Fields) -> Response {
    let mut mistakes = Mistakes::default();
    let zone = preferences::zone(&fields, &mut mistakes);
    if !mistakes.is_empty() {
        let again = Place {
            country: fields.get("country").to_owned(),
            us: fields.get("units") == "us",
            zone: fields.get("my-zone").to_owned(),
            ..of_place(&look, mistakes)
        };
        return (StatusCode::UNPROCESSABLE_ENTITY, render(&again)).into_response();
    }
    let (units, labs) = match fields.get("units") {
        "us" => (Units::Us, LabUnits::Mass),
        _ => (Units::Metric, LabUnits::Molar),
    };
    let chosen = Preferences {
        country: country::of(fields.get("country")),
        zone,
        units,
        labs,
        ..look.prefers.clone()
    };
    chosen.kept("/welcome/you")
}

/// The end of the first run, for this device.
fn done(look: &Look, next: &str) -> Response {
    let chosen = Preferences {
        welcomed: true,
        ..look.prefers.clone()
    };
    chosen.kept(next)
}

/// `POST /welcome/skip`
pub(crate) async fn skip(look: Look) -> Response {
    done(&look, "/")
}

/// `GET /welcome/you`
pub(crate) async fn you(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| of_you(app, &look, Mistakes::default())).await?;
    Ok(render(&page))
}

fn of_you(app: &App, look: &Look, mistakes: Mistakes) -> Result<You, Problem> {
    let reading = app.desk().suspects_meanwhile(app.today())?;
    let mut waiting: Vec<(&'static knowledge::Condition, usize)> = Vec::new();
    for missing in &reading.plan.missing {
        let asked = missing
            .asks
            .iter()
            .filter_map(|id| knowledge::condition(id));
        for condition in asked {
            match waiting.iter_mut().find(|(one, _)| one.id == condition.id) {
                Some((_, remedies)) => *remedies += missing.waiting.len(),
                None => waiting.push((condition, missing.waiting.len())),
            }
        }
    }
    // A stable sort keeps the order of the knowledge among equals.
    waiting.sort_by_key(|(_, remedies)| std::cmp::Reverse(*remedies));
    Ok(You {
        frame: look.frame(crate::word("welcome-you"), Tab::None),
        conditions: waiting.into_iter().map(|(one, _)| one).take(MOST).collect(),
        year: String::new(),
        mistakes,
        asked: false,
    })
}

/// `POST /welcome/you`
pub(crate) async fn save_you(
    State(app): State<Shared>,
    look: Look,
    fields: Fields,
) -> Result<Response, Problem> {
    off_thread(&app, move |app| {
        let _turn = app.writing();
        let moment = app.moment(fields.get("zone"));
        let mut mistakes = Mistakes::default();
        let facts = facts(&fields, &mut mistakes)?;
        let told = facts.into_iter().map(|fact| telling(app, &moment, fact));
        let entries: Vec<Entry> = told.collect();
        let mut asked = false;
        if let Some(bad) = entries.iter().find_map(|one| one.check(moment.at).err()) {
            mistakes.add("birth-year", crate::spoken(bad.sentence()).plain());
        } else if let Some(doubt) = doubted(app, &entries, &moment, sure(&fields))? {
            asked = doubt.is_question();
            mistakes.add("birth-year", crate::spoken(doubt.sentence()).plain());
        }
        if !mistakes.is_empty() {
            let again = You {
                year: fields.get("birth-year").to_owned(),
                asked,
                ..of_you(app, &look, mistakes)?
            };
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&again)).into_response());
        }
        let saved = write(app, &entries, &moment)?.word();
        Ok(done(&look, &format!("/?done={saved}")))
    })
    .await
}

/// What the screen tells; a condition that was not ticked is a no only when the person says that the list is read.
fn facts(fields: &Fields, mistakes: &mut Mistakes) -> Result<Vec<Fact>, Problem> {
    let mut facts = Vec::new();
    let year = mistakes.take("birth-year", fields.whole("birth-year"));
    if let Some(year) = year {
        match i16::try_from(year) {
            Ok(year) => facts.push(Fact::BirthYear { year }),
            Err(_) => mistakes.add("birth-year", crate::word("profile-year-wrong")),
        }
    }
    if let answer @ ("yes" | "no") = fields.get("pregnant") {
        facts.push(Fact::Pregnancy {
            pregnant: answer == "yes",
            due: None,
        });
    }
    for (id, _) in fields.with_prefix(SHOWN) {
        let ticked = fields.has(&format!("{TICKED}{id}"));
        let Some(condition) = knowledge::condition(id).filter(|_| ticked || fields.has("read"))
        else {
            continue;
        };
        facts.push(Fact::Condition {
            condition: Id::new(condition.id).map_err(|_| Problem::Ours)?,
            present: ticked,
            since: None,
        });
    }
    Ok(facts)
}
