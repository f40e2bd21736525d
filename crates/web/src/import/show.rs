//! `GET /import/{id}`: how far a file is, what was understood, what became of it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use diary::Log;
use exchange::import::reading::{Reject, Usage};
use exchange::import::{self, Format, Reading};
use jiff::Timestamp;

use super::mapping::Dialogue;
use super::sent::{Stage, Taken, Upload};
use crate::form::Mistakes;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};

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
    Reading {
        percent: u8,
    },
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

/// `GET /import/{id}`
pub(crate) async fn get(
    State(app): State<Shared>,
    Path(id): Path<String>,
    look: Look,
) -> Result<Response, Problem> {
    let upload = app.sent.get(&id, app.now())?;
    page(&app, &upload, &look, Mistakes::default()).await
}

/// The page of a file.
pub(super) async fn page(
    app: &Shared,
    upload: &Arc<Upload>,
    look: &Look,
    mistakes: Mistakes,
) -> Result<Response, Problem> {
    let frame = look.frame("Bring data in", Tab::Profile);
    let held = Arc::clone(upload);
    let view = off_thread(app, move |app| view(app, &held)).await?;
    Ok(render(&Page {
        frame,
        mistakes,
        address: upload.address(),
        name: upload.name.clone(),
        view,
    }))
}

fn view(app: &App, upload: &Upload) -> Result<View, Problem> {
    let log = app.desk().log()?;
    Ok(match &*upload.stage() {
        Stage::Reading(share) => View::Reading {
            percent: (share.clamp(0.0, 1.0) * 100.0) as u8,
        },
        Stage::Refused(refused) => View::Refused {
            sentence: refused.sentence.clone(),
            dialogue: (!refused.columns.is_empty()).then(|| {
                let columns: Vec<(String, String)> = refused
                    .columns
                    .iter()
                    .map(|name| (name.clone(), String::new()))
                    .collect();
                Box::new(Dialogue::of(&refused.said, &columns, &refused.columns))
            }),
        },
        Stage::Read { reading, said } => {
            let dialogue = is_table(reading.format).then(|| {
                let columns: Vec<(String, String)> = reading
                    .columns
                    .iter()
                    .filter(|column| {
                        !matches!(column.usage, Usage::NotUsed(_))
                            || said.columns.contains_key(&column.name)
                    })
                    .map(|column| (column.name.clone(), becomes(&column.usage)))
                    .collect();
                Dialogue::of(said, &columns, &[])
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

fn is_table(format: Format) -> bool {
    !matches!(format, Format::AppleHealth | Format::GoogleTakeout)
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
        Usage::NotUsed(why) => format!("not used: {why}"),
        Usage::Unknown => "not known: left out".to_owned(),
    }
}
