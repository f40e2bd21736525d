//! `GET` and `POST /profile/medicines`: what is taken, since when, what was stopped, and whether the list is complete.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use diary::entry::{Body, Fact};
use diary::{EntryId, Id, Log, Person};
use knowledge::Medicine;
use serde::Deserialize;
use texts::Sentence;

use crate::address::Wishes;
use crate::form::{Fields, Mistakes};
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::profile::{dose, doubted, sure, telling, unknown_again, write};
use crate::site::{App, Shared, off_thread};
use crate::words;

struct Row {
    id: String,
    name: String,
    dose: Option<Sentence>,
    history: String,
    taking: bool,
    form: dose::Form,
}

#[derive(askama::Template)]
#[template(path = "profile/medicines.html")]
pub(super) struct Page {
    frame: Frame,
    rows: Vec<Row>,
    complete: bool,
    /// What was searched for, and what was found.
    searched: String,
    found: Vec<&'static Medicine>,
    mistakes: Mistakes,
    today: String,
    /// The entry that stopped a medicine just now, and the medicine's name.
    undo: Option<(EntryId, String)>,
    /// What looked like a slip, kept so that nothing need be typed again.
    asked: Option<Asked>,
    /// The medicine whose dose cannot be as it was sent.
    wrong_dose: String,
}

/// A medicine as it was sent, to be confirmed.
pub(super) struct Asked {
    medicine: String,
    since: String,
    dose: String,
}

impl Page {
    /// Whether the dose of this medicine is what was sent and is to be confirmed.
    fn doubts_dose_of(&self, row: &Row) -> bool {
        self.asked
            .as_ref()
            .is_some_and(|asked| asked.medicine == row.id)
    }

    /// What was sent about this medicine and is to be confirmed.
    fn asked_about(&self, medicine: &Medicine) -> Option<&Asked> {
        self.asked
            .as_ref()
            .filter(|asked| asked.medicine == medicine.id)
    }
}

/// The entry that stopped a medicine just now, so that it can be undone.
#[derive(Default, Deserialize)]
pub(crate) struct Undo {
    undo: Option<EntryId>,
}

pub(super) fn page(
    app: &App,
    look: &Look,
    searched: &str,
    mistakes: Mistakes,
) -> Result<Page, Problem> {
    let person = app.desk().person()?;
    Ok(Page {
        frame: look.frame(crate::word("profile-medicines"), Tab::Profile),
        rows: rows(&person),
        complete: person.medicines_complete == Some(true),
        searched: searched.to_owned(),
        found: knowledge::find_medicine(searched),
        mistakes,
        today: app.today().to_string(),
        undo: None,
        asked: None,
        wrong_dose: String::new(),
    })
}

fn rows(person: &Person) -> Vec<Row> {
    let mut rows: Vec<Row> = person
        .medicines
        .iter()
        .map(|(id, course)| {
            let told = |step: &diary::person::Step| {
                let (always, since) = if step.present {
                    ("medicines-taken", "medicines-taken-since")
                } else {
                    ("medicines-stopped", "medicines-stopped-since")
                };
                step.since.map_or_else(
                    || crate::word(always).to_owned(),
                    |day| crate::say(since).with("date", words::date(day)).plain(),
                )
            };
            Row {
                id: id.to_string(),
                name: name_of(id),
                dose: person.dose_in_words(id.as_str()),
                history: words::capital(
                    &course
                        .steps
                        .iter()
                        .map(told)
                        .collect::<Vec<_>>()
                        .join(&format!("{} ", crate::word("medicines-then"))),
                ),
                taking: course.steps.last().is_some_and(|step| step.present),
                form: dose::Form::of(person, id.as_str()),
            }
        })
        .collect();
    rows.sort_by_key(|row| (!row.taking, row.name.to_lowercase()));
    rows
}

fn name_of(id: &Id) -> String {
    knowledge::medicine(id.as_str()).map_or_else(
        || id.to_string(),
        |medicine| {
            crate::english(words::capital(medicine.name))
                .bare()
                .to_owned()
        },
    )
}

/// `GET /profile/medicines`
pub(crate) async fn get(
    State(app): State<Shared>,
    Wishes(undo): Wishes<Undo>,
    look: Look,
) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| {
        let log = app.desk().log()?;
        let undo = undo.undo.and_then(|id| Some((id, stopped(&log, id)?)));
        Ok(Page {
            undo,
            ..page(app, &look, "", Mistakes::default())?
        })
    })
    .await?;
    Ok(render(&page))
}

/// The name of the medicine that an entry says was stopped.
fn stopped(log: &Log, id: EntryId) -> Option<String> {
    match &log.find(id)?.body {
        Body::Fact(Fact::Medicine {
            medicine,
            taking: false,
            ..
        }) => Some(name_of(medicine)),
        _ => None,
    }
}

/// Takes back the entry that stopped a medicine. Pressed twice, it is gone already.
fn take_again(app: &App, fields: &Fields) -> Result<Response, Problem> {
    let id: EntryId = fields.get("entry").parse().map_err(|_| Problem::NotFound)?;
    let moment = app.moment(fields.get("zone"));
    if stopped(&*app.desk().log()?, id).is_some() {
        let now = moment.at;
        app.desk().retract(id, moment, now, app.random())?;
    }
    Ok(Redirect::to("/profile/medicines?done=taken-back").into_response())
}

/// `POST /profile/medicines`: `do` says what: add, stop, dose, undo, remove, complete, incomplete.
pub(crate) async fn post(
    State(app): State<Shared>,
    look: Look,
    fields: Fields,
) -> Result<Response, Problem> {
    off_thread(&app, move |app| save(app, &look, &fields)).await
}

fn save(app: &App, look: &Look, fields: &Fields) -> Result<Response, Problem> {
    let _turn = app.writing();
    if fields.get("do") == "undo" {
        return take_again(app, fields);
    }
    let moment = app.moment(fields.get("zone"));
    let today = moment.local().date();
    let mut mistakes = Mistakes::default();
    let entries = match fields.get("do") {
        "complete" => vec![telling(
            app,
            &moment,
            Fact::MedicinesComplete { complete: true },
        )],
        "incomplete" => vec![telling(
            app,
            &moment,
            Fact::MedicinesComplete { complete: false },
        )],
        action => {
            let medicine = Id::new(fields.get("medicine")).map_err(|_| Problem::NotFound)?;
            let since = mistakes.take("since", fields.date("since"));
            if since.is_some_and(|since| since > today) {
                mistakes.add("since", crate::word("medicines-future"));
            }
            match action {
                "add" if knowledge::medicine(medicine.as_str()).is_none() => {
                    return Err(Problem::NotFound);
                }
                "add" => {
                    let dose = mistakes.take("dose", fields.text("dose"));
                    vec![telling(
                        app,
                        &moment,
                        Fact::Medicine {
                            medicine,
                            taking: true,
                            since,
                            dose,
                        },
                    )]
                }
                "stop" => {
                    // Without a day it ends today: an undated stop would say that it was never taken.
                    let since = since.or(Some(today));
                    vec![telling(
                        app,
                        &moment,
                        Fact::Medicine {
                            medicine,
                            taking: false,
                            since,
                            dose: None,
                        },
                    )]
                }
                "dose" => dose::read(fields, medicine, &mut mistakes)
                    .map(|fact| telling(app, &moment, fact))
                    .into_iter()
                    .collect(),
                "remove" => unknown_again(
                    app,
                    &*app.desk().log()?,
                    &moment,
                    |fact| matches!(fact, Fact::Medicine { medicine: other, .. } | Fact::Dose { medicine: other, .. } if *other == medicine),
                ),
                _ => return Err(Problem::NotFound),
            }
        }
    };
    let mut asked = None;
    if mistakes.is_empty()
        && let Some(doubt) = doubted(app, &entries, &moment, sure(fields))?
    {
        asked = doubt.is_question().then(|| Asked {
            medicine: fields.get("medicine").to_owned(),
            since: fields.get("since").to_owned(),
            dose: fields.get("dose").to_owned(),
        });
        mistakes.add(
            match (&asked, fields.get("do")) {
                (Some(_), _) => "sure",
                (None, "dose") => "dose",
                (None, _) => "since",
            },
            crate::spoken(doubt.sentence()).plain(),
        );
    }
    if !mistakes.is_empty() {
        let wrong_dose = match fields.get("do") {
            "dose" => fields.get("medicine").to_owned(),
            _ => String::new(),
        };
        let page = page(app, look, fields.get("searched"), mistakes)?;
        let rows = page
            .rows
            .into_iter()
            .map(|row| {
                if row.id == wrong_dose {
                    let form = row.form.sent(fields);
                    Row { form, ..row }
                } else {
                    row
                }
            })
            .collect();
        let page = Page {
            asked,
            wrong_dose,
            rows,
            ..page
        };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)).into_response());
    }
    // A doubled tap tells nothing new.
    let log = app.desk().log()?;
    let news: Vec<_> = entries
        .into_iter()
        .filter(|entry| match &entry.act {
            diary::Act::Tell { body } => !last_of_its_kind(&log, body),
            _ => true,
        })
        .collect();
    let written = write(app, &news, &moment)?;
    let undo = match (fields.get("do"), news.as_slice()) {
        ("stop", [entry]) => format!("&undo={}", entry.id),
        _ => String::new(),
    };
    let done = written.word();
    Ok(Redirect::to(&format!("/profile/medicines?done={done}{undo}")).into_response())
}

/// Whether the log's last word about the same medicine (or about completeness) is this very fact.
fn last_of_its_kind(log: &Log, body: &Body) -> bool {
    let same_kind = |other: &Body| match (body, other) {
        (
            Body::Fact(Fact::Medicine { medicine: a, .. }),
            Body::Fact(Fact::Medicine { medicine: b, .. }),
        ) => a == b,
        (
            Body::Fact(Fact::Dose { medicine: a, .. }),
            Body::Fact(Fact::Dose { medicine: b, .. }),
        ) => a == b,
        (
            Body::Fact(Fact::MedicinesComplete { .. }),
            Body::Fact(Fact::MedicinesComplete { .. }),
        ) => true,
        _ => false,
    };
    log.told()
        .iter()
        .rev()
        .find(|told| same_kind(&told.body))
        .is_some_and(|told| told.body == *body)
}

/// The first few other names of a medicine; empty when it has none beside the one that the page shows.
pub(crate) fn others(medicine: &Medicine) -> String {
    const SHOWN: usize = 5;
    let own = crate::english(medicine.name).bare().to_lowercase();
    let synonyms = medicine.synonyms.iter();
    let mut names: Vec<String> = synonyms
        .map(|name| crate::english(name).bare().to_owned())
        .filter(|name| name.to_lowercase() != own)
        .collect();
    let more = names.len() > SHOWN;
    names.truncate(SHOWN);
    let shown = names.join(", ");
    if more {
        crate::say("medicines-others").with("names", shown).plain()
    } else {
        shown
    }
}
