//! What the person decides about a file: take it in, take it back, leave it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Redirect;
use desk::Receipt;
use diary::{Act, Entry};
use exchange::import;

use super::sent::{Stage, Taken, Upload};
use crate::form::Fields;
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};

/// `POST /import/{id}/take`: one short write, all or nothing.
pub(crate) async fn post(
    State(app): State<Shared>,
    Path(id): Path<String>,
) -> Result<Redirect, Problem> {
    let upload = app.sent.get(&id, app.now())?;
    let address = upload.address();
    off_thread(&app, move |app| take(app, &upload)).await?;
    Ok(Redirect::to(&address))
}

fn take(app: &App, upload: &Arc<Upload>) -> Result<(), Problem> {
    let _turn = app.writing();
    let now = app.now();
    let mut stage = upload.stage();
    let taken = match &*stage {
        Stage::Read { reading, .. } => {
            let log = app.desk().log()?;
            let settled = import::settle(reading, &upload.zone, &log, now)
                .map_err(|error| Problem::Unclear(error.to_string()))?;
            let receipts = app.desk().tell_each(&settled.entries, now)?;
            if let Some(kept) = &reading.kept {
                let mapping = serde_json::to_string(&kept.mapping).map_err(|_| Problem::Ours)?;
                app.desk().keep_mapping(&kept.shape, &mapping)?;
            }
            Taken {
                unchanged: settled.unchanged,
                kept: settled.kept,
                rejected: settled.rejects.total(),
                ..Taken::default()
            }
            .with(&settled.entries, &receipts)
        }
        Stage::Log(entries) => {
            let receipts = app.desk().tell_all(entries, now)?;
            Taken::default().with(entries, &receipts)
        }
        // A doubled tap: it is in the diary, or was taken back.
        _ => return Ok(()),
    };
    *stage = Stage::Taken(taken);
    Ok(())
}

impl Taken {
    /// Counts what was written, by the receipts.
    fn with(mut self, entries: &[Entry], receipts: &[Receipt]) -> Self {
        for (entry, receipt) in entries.iter().zip(receipts) {
            match (receipt, &entry.act) {
                (Receipt::Stored, Act::Replace { .. }) => self.corrected += 1,
                (Receipt::Stored, _) => self.new += 1,
                (Receipt::AlreadyThere, _) => self.unchanged += 1,
                (Receipt::KeptAside | Receipt::Erased, _) => self.kept += 1,
            }
            if *receipt == Receipt::Stored {
                self.ids.insert(entry.id);
            }
        }
        self
    }
}

/// `POST /import/{id}/take-back`
pub(crate) async fn back(
    State(app): State<Shared>,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Redirect, Problem> {
    let upload = app.sent.get(&id, app.now())?;
    let address = upload.address();
    let zone = fields.get("zone").to_owned();
    off_thread(&app, move |app| take_back(app, &upload, &zone)).await?;
    Ok(Redirect::to(&address))
}

fn take_back(app: &App, upload: &Arc<Upload>, zone: &str) -> Result<(), Problem> {
    let _turn = app.writing();
    let mut stage = upload.stage();
    let Stage::Taken(taken) = &*stage else {
        return Ok(());
    };
    let last = app.desk().told_last()?;
    if !last.iter().all(|told| taken.ids.contains(&told.version)) {
        return Err(Problem::Unclear(
            crate::word("import-told-since").to_owned(),
        ));
    }
    app.desk().undo(app.moment(zone), app.random())?;
    *stage = Stage::TakenBack;
    Ok(())
}

/// `POST /import/{id}/leave`: the file is forgotten.
pub(crate) async fn leave(
    State(app): State<Shared>,
    Path(id): Path<String>,
) -> Result<Redirect, Problem> {
    let upload = app.sent.get(&id, app.now())?;
    app.sent.forget(upload.id);
    Ok(Redirect::to("/export?done=nothing"))
}
