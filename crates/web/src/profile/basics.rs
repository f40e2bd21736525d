//! `GET` and `POST /profile`: year of birth, sex, height, weight, hemisphere, usual hours of sleep, pregnancy.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use diary::entry::{Fact, Hemisphere, Sex};
use diary::{Amount, Entry, Log, Moment, Person};
use jiff::civil::Time;

use crate::form::{Fields, Mistakes};
use crate::page::{Frame, Look, Tab, render};
use crate::preferences::Units;
use crate::problem::Problem;
use crate::profile::{doubted, refused, sure, telling, unknown_again, write};
use crate::say::Said;
use crate::site::{App, Shared, off_thread};
use crate::words;

/// Heights and weights outside these are typing mistakes (our judgement: adults and children who can use this).
const HEIGHT_CM: (f64, f64) = (80.0, 250.0);
const WEIGHT_KG: (f64, f64) = (15.0, 350.0);

/// Centimetres in an inch and kilograms in a pound: both exact, by the international yard and pound agreement of 1959.
const CM_IN_INCH: f64 = 2.54;
const KG_IN_POUND: f64 = 0.453_592_37;

/// What stands in the fields.
#[derive(PartialEq)]
struct Form {
    birth_year: String,
    sex: String,
    height: String,
    weight: String,
    hemisphere: String,
    bedtime: String,
    rising: String,
    pregnant: String,
    due: String,
}

#[derive(askama::Template)]
#[template(path = "profile/basics.html")]
struct Page {
    frame: Frame,
    form: Form,
    conditions_known: usize,
    medicines: usize,
    labs: usize,
    mistakes: Mistakes,
    /// A doubt was told: the box “I am sure” is shown.
    asked: bool,
    us: bool,
}

impl Form {
    fn of(person: &Person, units: Units) -> Self {
        let number = |value: Option<f64>, us: f64| match units {
            Units::Metric => value.map(words::number).unwrap_or_default(),
            // A tenth of an inch or a pound is all that a person measures.
            Units::Us => value
                .map(|value| words::number((value / us * 10.0).round() / 10.0))
                .unwrap_or_default(),
        };
        Self {
            birth_year: person
                .birth_year
                .map(|year| year.to_string())
                .unwrap_or_default(),
            sex: match person.sex {
                Some(Sex::Female) => "female".to_owned(),
                Some(Sex::Male) => "male".to_owned(),
                None => String::new(),
            },
            height: number(person.height_cm, CM_IN_INCH),
            weight: number(person.weight_kg, KG_IN_POUND),
            hemisphere: match person.hemisphere {
                Some(Hemisphere::North) => "north".to_owned(),
                Some(Hemisphere::South) => "south".to_owned(),
                None => String::new(),
            },
            bedtime: person.bedtime.map(clock).unwrap_or_default(),
            rising: person.rising.map(clock).unwrap_or_default(),
            pregnant: person
                .pregnancy
                .as_ref()
                .map(|p| if p.pregnant { "yes" } else { "no" }.to_owned())
                .unwrap_or_default(),
            due: person
                .pregnancy
                .as_ref()
                .and_then(|p| p.due)
                .map(|due| due.to_string())
                .unwrap_or_default(),
        }
    }

    fn sent(fields: &Fields) -> Self {
        let typed = |name: &str| fields.get(name).to_owned();
        Self {
            birth_year: typed("birth-year"),
            sex: typed("sex"),
            height: typed("height"),
            weight: typed("weight"),
            hemisphere: typed("hemisphere"),
            bedtime: typed("bedtime"),
            rising: typed("rising"),
            pregnant: typed("pregnant"),
            due: typed("due"),
        }
    }
}

/// The units that a form was filled in with, whatever is preferred since.
fn units_of(fields: &Fields) -> Units {
    match fields.get("units") {
        "us" => Units::Us,
        _ => Units::Metric,
    }
}

fn page(app: &App, look: &Look, form: Form, mistakes: Mistakes) -> Result<Page, Problem> {
    let person = app.desk().person()?;
    Ok(Page {
        frame: look.frame(crate::word("profile-title"), Tab::Profile),
        form,
        conditions_known: person.conditions.len(),
        medicines: person.taking().count(),
        labs: person.labs.len(),
        mistakes,
        asked: false,
        us: look.prefers.units == Units::Us,
    })
}

/// `GET /profile`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| {
        page(
            app,
            &look,
            Form::of(&*app.desk().person()?, look.prefers.units),
            Mistakes::default(),
        )
    })
    .await?;
    Ok(render(&page))
}

/// `POST /profile`
pub(crate) async fn post(
    State(app): State<Shared>,
    look: Look,
    fields: Fields,
) -> Result<Response, Problem> {
    off_thread(&app, move |app| save(app, &look, &fields)).await
}

fn save(app: &App, look: &Look, fields: &Fields) -> Result<Response, Problem> {
    let _turn = app.writing();
    let mut mistakes = Mistakes::default();
    let moment = app.moment(fields.get("zone"));
    let log = app.desk().log()?;
    let person = app.desk().person()?;
    let entries = read(app, fields, &log, &person, &moment, &mut mistakes);
    if mistakes.is_empty()
        && let Some(bad) = refused(&entries, &moment)
    {
        mistakes.add("birth-year", crate::spoken(bad.sentence()).plain());
    }
    let mut asked = false;
    if mistakes.is_empty()
        && let Some(doubt) = doubted(app, &entries, &moment, sure(fields))?
    {
        asked = doubt.is_question();
        mistakes.add(
            if asked { "sure" } else { "due" },
            crate::spoken(doubt.sentence()).plain(),
        );
    }
    if !mistakes.is_empty() {
        let page = Page {
            asked,
            us: units_of(fields) == Units::Us,
            ..page(app, look, Form::sent(fields), mistakes)?
        };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)).into_response());
    }
    let written = write(app, &entries, &moment)?;
    Ok(Redirect::to(&format!("/profile?done={}", written.word())).into_response())
}

/// The entries for what differs from the profile as it is.
fn read(
    app: &App,
    fields: &Fields,
    log: &Log,
    person: &Person,
    moment: &Moment,
    mistakes: &mut Mistakes,
) -> Vec<Entry> {
    let units = units_of(fields);
    let (before, after) = (Form::of(person, units), Form::sent(fields));
    let mut entries = Vec::new();
    let mut tell = |fact: Option<Fact>, is_kind: fn(&Fact) -> bool| match fact {
        Some(fact) => entries.push(telling(app, moment, fact)),
        None => entries.extend(unknown_again(app, log, moment, is_kind)),
    };
    if before.birth_year != after.birth_year {
        let year = fields.whole("birth-year").and_then(|year| {
            year.map(|year| {
                i16::try_from(year).map_err(|_| crate::word("profile-year-wrong").to_owned())
            })
            .transpose()
        });
        tell(
            mistakes
                .take("birth-year", year)
                .map(|year| Fact::BirthYear { year }),
            |fact| matches!(fact, Fact::BirthYear { .. }),
        );
    }
    if before.sex != after.sex {
        let sex = match after.sex.as_str() {
            "female" => Some(Sex::Female),
            "male" => Some(Sex::Male),
            _ => None,
        };
        tell(sex.map(|sex| Fact::Sex { sex }), |fact| {
            matches!(fact, Fact::Sex { .. })
        });
    }
    if before.height != after.height {
        let height = fields.number("height").and_then(|typed| {
            let height = typed.map(|typed| metric(typed, units, CM_IN_INCH));
            within(height, HEIGHT_CM, |height| {
                crate::say("profile-height-wrong")
                    .with("height", height)
                    .with("low", words::number(HEIGHT_CM.0))
                    .with("high", words::number(HEIGHT_CM.1))
            })
        });
        let height = mistakes.take("height", height);
        tell(
            height.map(|centimetres| Fact::Height { centimetres }),
            |fact| matches!(fact, Fact::Height { .. }),
        );
    }
    if before.weight != after.weight {
        let weight = fields.number("weight").and_then(|typed| {
            let weight = typed.map(|typed| metric(typed, units, KG_IN_POUND));
            within(weight, WEIGHT_KG, |weight| {
                crate::say("profile-weight-wrong")
                    .with("weight", weight)
                    .with("low", words::number(WEIGHT_KG.0))
                    .with("high", words::number(WEIGHT_KG.1))
            })
        });
        let weight = mistakes.take("weight", weight);
        tell(weight.map(|kilograms| Fact::Weight { kilograms }), |fact| {
            matches!(fact, Fact::Weight { .. })
        });
    }
    if before.hemisphere != after.hemisphere {
        let hemisphere = match after.hemisphere.as_str() {
            "north" => Some(Hemisphere::North),
            "south" => Some(Hemisphere::South),
            _ => None,
        };
        tell(
            hemisphere.map(|hemisphere| Fact::Hemisphere { hemisphere }),
            |fact| matches!(fact, Fact::Hemisphere { .. }),
        );
    }
    if before.bedtime != after.bedtime {
        let at = mistakes.take("bedtime", fields.time("bedtime"));
        tell(at.map(|at| Fact::Bedtime { at }), |fact| {
            matches!(fact, Fact::Bedtime { .. })
        });
    }
    if before.rising != after.rising {
        let at = mistakes.take("rising", fields.time("rising"));
        tell(at.map(|at| Fact::Rising { at }), |fact| {
            matches!(fact, Fact::Rising { .. })
        });
    }
    if (&before.pregnant, &before.due) != (&after.pregnant, &after.due) {
        let due = mistakes.take("due", fields.date("due"));
        let pregnancy = match after.pregnant.as_str() {
            "yes" => Some(Fact::Pregnancy {
                pregnant: true,
                due,
            }),
            "no" => Some(Fact::Pregnancy {
                pregnant: false,
                due: None,
            }),
            _ => None,
        };
        if due.is_some() && after.pregnant != "yes" {
            mistakes.add("due", crate::word("profile-due-without"));
        }
        tell(pregnancy, |fact| matches!(fact, Fact::Pregnancy { .. }));
    }
    entries
}

fn clock(time: Time) -> String {
    time.strftime("%H:%M").to_string()
}

/// What was typed, in metric units, to the hundredth that was meant.
fn metric(typed: f64, units: Units, us: f64) -> f64 {
    match units {
        Units::Us => (typed * us * 100.0).round() / 100.0,
        Units::Metric => typed,
    }
}

fn within(
    measure: Option<f64>,
    (low, high): (f64, f64),
    wrong: impl FnOnce(String) -> Said,
) -> Result<Option<Amount>, String> {
    let Some(measure) = measure else {
        return Ok(None);
    };
    let possible = Amount::new(measure).ok();
    possible
        .filter(|amount| (low..=high).contains(&amount.get()))
        .map(Some)
        .ok_or_else(|| wrong(words::number(measure)).plain())
}
