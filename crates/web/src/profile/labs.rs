//! `GET` and `POST /profile/labs`: blood tests with their units, what the newest mean, and every value told.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use diary::entry::{Body, Fact};
use diary::{Amount, EntryId, Id, Person, person};
use insight::labs::{self, Measured, Standing, Sure};
use knowledge::Lab;
use texts::Sentence;

use crate::form::{Fields, Mistakes};
use crate::page::{Frame, Look, Tab, render};
use crate::preferences::LabUnits;
use crate::problem::Problem;
use crate::profile::{doubted, refused, sure, telling, write};
use crate::site::{App, Shared, off_thread};
use crate::words;

/// What stands in the fields.
#[derive(Default)]
struct Form {
    test: String,
    value: String,
    unit: String,
    taken: String,
    /// A doubt was told: the box “I am sure” is shown.
    asked: bool,
}

/// The newest value of a test.
struct Newest {
    name: &'static str,
    words: Sentence,
    /// “low”, “usual” or “high”.
    standing: &'static str,
    range: String,
    says: &'static str,
    meaning: &'static str,
    source: &'static str,
    address: &'static str,
}

/// One value as it was told.
struct Told {
    id: EntryId,
    day: String,
    words: String,
    /// We know the test, the unit, and the value can be.
    understood: bool,
}

#[derive(askama::Template)]
#[template(path = "profile/labs.html")]
struct Page {
    frame: Frame,
    form: Form,
    tests: &'static [Lab],
    units: Vec<&'static str>,
    newest: Vec<Newest>,
    assumed: Vec<Sentence>,
    told: Vec<Told>,
    mistakes: Mistakes,
    today: String,
}

/// `GET /profile/labs`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| {
        page(app, &look, Form::default(), Mistakes::default())
    })
    .await?;
    Ok(render(&page))
}

fn page(app: &App, look: &Look, form: Form, mistakes: Mistakes) -> Result<Page, Problem> {
    let log = app.desk().log()?;
    let person = Person::from_log(&log);
    let mut units: Vec<&'static str> = knowledge::labs().iter().flat_map(Lab::unit_names).collect();
    let first = |unit: &str| match look.prefers.labs {
        LabUnits::Molar => unit.contains("mol"),
        LabUnits::Mass => unit.contains("g/"),
    };
    units.sort_unstable_by_key(|unit| (!first(unit), *unit));
    units.dedup();
    let mut assumed: Vec<Sentence> = labs::assumed(&person)
        .into_iter()
        .map(|one| one.because)
        .collect();
    assumed.dedup();
    Ok(Page {
        frame: look.frame(crate::word("profile-labs"), Tab::Profile),
        form,
        tests: knowledge::labs(),
        units,
        newest: labs::newest(&person)
            .iter()
            .map(|one| newest(one, &person))
            .collect(),
        assumed,
        told: labs::told(&log).into_iter().map(told).collect(),
        mistakes,
        today: app.today().to_string(),
    })
}

fn newest(one: &Measured, person: &Person) -> Newest {
    let (low, high) = labs::range(one.lab, person.sex);
    Newest {
        name: one.lab.name,
        words: one.words().capital(),
        standing: crate::word(match one.standing(person.sex) {
            Standing::Low => "labs-low",
            Standing::Usual => "labs-within",
            Standing::High => "labs-high",
        }),
        range: crate::say("labs-range")
            .with("low", words::exactly(low))
            .with("high", words::exactly(high))
            .with("unit", one.lab.unit)
            .plain(),
        says: one.says(person.sex),
        meaning: one.lab.meaning,
        source: one.lab.source,
        address: one.lab.source_url,
    }
}

fn told((id, lab): (EntryId, person::Lab)) -> Told {
    let name = knowledge::lab(lab.test.as_str()).map_or(lab.test.as_str(), |known| known.name);
    let value = lab.value.get();
    Told {
        id,
        day: words::date(lab.taken),
        words: format!("{name} {} {}", words::exactly(value), lab.unit),
        understood: labs::measured(&lab).is_some(),
    }
}

/// `POST /profile/labs`: `do` says what: add, take-back.
pub(crate) async fn post(
    State(app): State<Shared>,
    look: Look,
    fields: Fields,
) -> Result<Response, Problem> {
    off_thread(&app, move |app| match fields.get("do") {
        "take-back" => take_back(app, &fields),
        _ => add(app, &look, &fields),
    })
    .await
}

/// Takes a value back. Pressed twice, it is gone already.
fn take_back(app: &App, fields: &Fields) -> Result<Response, Problem> {
    let _turn = app.writing();
    let id: EntryId = fields.get("entry").parse().map_err(|_| Problem::NotFound)?;
    let moment = app.moment(fields.get("zone"));
    let log = app.desk().log()?;
    if log
        .find(id)
        .is_some_and(|told| matches!(told.body, Body::Fact(Fact::Lab { .. })))
    {
        let now = moment.at;
        app.desk().retract(id, moment, now, app.random())?;
    }
    Ok(Redirect::to("/profile/labs?done=taken-back").into_response())
}

/// Why a number can be no value of this test.
fn never(lab: Option<&Lab>, number: f64, fields: &Fields) -> Option<Sentence> {
    let unit = fields.get("unit");
    let problem = labs::check(lab?.id, number, unit, None, Sure::NotAsked).err()?;
    Some(problem.sentence())
}

fn add(app: &App, look: &Look, fields: &Fields) -> Result<Response, Problem> {
    let _turn = app.writing();
    let moment = app.moment(fields.get("zone"));
    let mut mistakes = Mistakes::default();
    let lab = knowledge::lab(fields.get("test"));
    if lab.is_none() {
        mistakes.add("test", crate::word("labs-test-missing"));
    }
    let value = fields.number("value").and_then(|number| {
        let value = number.map(|number| {
            Amount::new(number).map_err(|bad| {
                let sentence = never(lab, number, fields).unwrap_or(bad.sentence());
                crate::spoken(sentence).plain()
            })
        });
        value.transpose()
    });
    let value = mistakes.take("value", value);
    if value.is_none() && mistakes.of("value").is_none() {
        mistakes.add("value", crate::word("labs-value-missing"));
    }
    if fields.get("unit").is_empty() {
        mistakes.add("unit", crate::word("labs-unit-missing"));
    }
    let taken = mistakes.take("taken", fields.date("taken"));
    if taken.is_none() && mistakes.of("taken").is_none() {
        mistakes.add("taken", crate::word("labs-taken-missing"));
    }
    let mut asked = false;
    let mut entries = Vec::new();
    if let (Some(lab), Some(value), Some(taken)) = (lab, value, taken)
        && mistakes.is_empty()
    {
        let typed = fields.get("unit");
        let fact = Fact::Lab {
            test: Id::new(lab.id).map_err(|_| Problem::Ours)?,
            value,
            unit: lab.unit(typed).map_or(typed, |unit| unit.unit).to_owned(),
            taken,
        };
        entries.push(telling(app, &moment, fact));
        if let Some(doubt) = doubted(app, &entries, &moment, sure(fields))? {
            asked = doubt.is_question();
            mistakes.add(
                if asked { "sure" } else { "value" },
                crate::spoken(doubt.sentence()).plain(),
            );
        }
        if let Some(bad) = refused(&entries, &moment)
            && mistakes.is_empty()
        {
            mistakes.add("taken", crate::spoken(bad.sentence()).plain());
        }
    }
    if !mistakes.is_empty() {
        let typed = |name: &str| fields.get(name).to_owned();
        let form = Form {
            test: typed("test"),
            value: typed("value"),
            unit: typed("unit"),
            taken: typed("taken"),
            asked,
        };
        let page = page(app, look, form, mistakes)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)).into_response());
    }
    // A doubled tap tells nothing new.
    let log = app.desk().log()?;
    entries.retain(|entry| match &entry.act {
        diary::Act::Tell { body } => log.told().iter().all(|told| told.body != *body),
        _ => true,
    });
    let written = write(app, &entries, &moment)?;
    Ok(Redirect::to(&format!("/profile/labs?done={}", written.word())).into_response())
}
