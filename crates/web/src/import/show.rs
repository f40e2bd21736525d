//! `GET /import/{id}`: how far a file is, what was understood, what became of it.
//!
//! The part of the columns that is shown stands in the address as a number; no word of a file ever does.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use diary::Log;
use exchange::import::reading::{Column, Reject, Usage};
use exchange::import::{self, Reading};
use jiff::Timestamp;
use serde::Deserialize;

use super::dialogue::Dialogue;
use super::sent::{Stage, Taken, Upload};
use crate::address::Wishes;
use crate::form::{Fields, Mistakes};
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};
use crate::waiting::Waiting;

/// Rejected lines that are shown.
const MOST_REJECTS: usize = 100;

#[derive(askama::Template)]
#[template(path = "import/one.html")]
struct Page {
    frame: Frame,
    mistakes: Mistakes,
    address: String,
    name: String,
    view: View,
}

/// What the page shows, by how far the file is.
enum View {
    Reading(Waiting),
    Refused {
        sentence: String,
        dialogue: Option<Box<Dialogue>>,
    },
    Preview(Box<Preview>),
    Log {
        entries: usize,
        new: usize,
    },
    Taken(Taken),
    TakenBack,
}

/// What was understood.
struct Preview {
    summary: String,
    new: usize,
    corrected: usize,
    unchanged: usize,
    kept: usize,
    columns: Vec<(String, u64, String)>,
    unknown: usize,
    rejected: u64,
    rejects: Vec<String>,
    notes: Vec<String>,
    dialogue: Option<Dialogue>,
}

/// Which part of the columns is wished for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Columns {
    part: usize,
}

/// What is shown again: which part of the columns, and what was typed there with a mistake in it.
#[derive(Clone, Default)]
pub(super) struct Again {
    pub(super) part: usize,
    pub(super) typed: Option<(Fields, Mistakes)>,
}

impl Again {
    fn fill(&self, dialogue: Dialogue) -> Dialogue {
        match &self.typed {
            Some((fields, mistakes)) => dialogue.with_typed(fields, mistakes),
            None => dialogue,
        }
    }
}

/// `GET /import/{id}`
pub(crate) async fn get(
    State(app): State<Shared>,
    Path(id): Path<String>,
    Wishes(columns): Wishes<Columns>,
    look: Look,
) -> Result<Response, Problem> {
    let upload = app.sent.get(&id, app.now())?;
    let again = Again {
        part: columns.part,
        typed: None,
    };
    page(&app, &upload, &look, Mistakes::default(), again).await
}

/// The page of a file.
pub(super) async fn page(
    app: &Shared,
    upload: &Arc<Upload>,
    look: &Look,
    mistakes: Mistakes,
    again: Again,
) -> Result<Response, Problem> {
    let held = Arc::clone(upload);
    let view = off_thread(app, move |app| view(app, &held, &again)).await?;
    Ok(render(&Page {
        frame: look.frame(crate::word("import-title"), Tab::Profile),
        mistakes,
        address: upload.address(),
        name: upload.name.clone(),
        view,
    }))
}

fn view(app: &App, upload: &Upload, again: &Again) -> Result<View, Problem> {
    let log = app.desk().log()?;
    Ok(match &*upload.stage() {
        Stage::Reading(share) => {
            let share = share.clamp(0.0, 1.0);
            let what = crate::say("import-percent")
                .with("file", crate::typed(&upload.name))
                .with("percent", (share * 100.0) as u8);
            View::Reading(Waiting::of(what, Some(share), ""))
        }
        Stage::Refused(refused) => View::Refused {
            sentence: refused.sentence.clone(),
            dialogue: refused.columns.as_ref().map(|names| {
                let columns: Vec<(String, String)> = names
                    .iter()
                    .map(|name| (name.clone(), String::new()))
                    .collect();
                let dialogue = Dialogue::of(&refused.said, &columns, names, again.part);
                Box::new(again.fill(dialogue))
            }),
        },
        Stage::Read { reading, said } => {
            let dialogue = reading.format.is_table().then(|| {
                let mut columns: Vec<&Column> = reading
                    .columns
                    .iter()
                    .filter(|column| {
                        !matches!(column.usage, Usage::NotUsed(_))
                            || said.columns.contains_key(&column.name)
                    })
                    .collect();
                // What nobody knows yet is asked first.
                columns.sort_by_key(|column| column.usage != Usage::Unknown);
                let columns: Vec<(String, String)> = columns
                    .into_iter()
                    .map(|column| (column.name.clone(), becomes(&column.usage)))
                    .collect();
                again.fill(Dialogue::of(said, &columns, &[], again.part))
            });
            match preview(reading, upload, &log, app.now(), dialogue) {
                Ok(preview) => View::Preview(Box::new(preview)),
                Err(error) => View::Refused {
                    sentence: error.to_string(),
                    dialogue: None,
                },
            }
        }
        Stage::Log(entries) => View::Log {
            entries: entries.len(),
            new: entries
                .iter()
                .filter(|one| log.find(one.id).is_none())
                .count(),
        },
        Stage::Taken(taken) => View::Taken(taken.clone()),
        Stage::TakenBack => View::TakenBack,
    })
}

fn preview(
    reading: &Reading,
    upload: &Upload,
    log: &Log,
    now: Timestamp,
    dialogue: Option<Dialogue>,
) -> Result<Preview, import::ImportError> {
    let settled = import::settle(reading, &upload.zone, log, now)?;
    Ok(Preview {
        summary: reading.summary(),
        new: settled.entries.len() - settled.corrected,
        corrected: settled.corrected,
        unchanged: settled.unchanged,
        kept: settled.kept,
        columns: reading
            .columns
            .iter()
            .map(|column| (column.name.clone(), column.values, becomes(&column.usage)))
            .collect(),
        unknown: reading.unknown().count(),
        rejected: settled.rejects.total(),
        rejects: settled
            .rejects
            .listed()
            .iter()
            .take(MOST_REJECTS)
            .map(Reject::sentence)
            .collect(),
        notes: settled.notes,
        dialogue,
    })
}

fn becomes(usage: &Usage) -> String {
    match usage {
        Usage::Used(what) => what.clone(),
        Usage::NotUsed(why) => crate::say("import-unused")
            .with("why", why.to_string())
            .plain(),
        Usage::Unknown => crate::word("import-unknown-column").to_owned(),
    }
}
