//! Reads a file that was sent, away from the threads that answer, and writes down how far it is.

use std::fs::File;
use std::io::{Read, Seek};
use std::sync::Arc;

use exchange::dates::DateError;
use exchange::export::log_file;
use exchange::import::{self, ImportError, Mapping};
use exchange::table;
use tokio::task::JoinHandle;

use super::sent::{Refused, Stage, Upload};
use crate::site::{App, Shared};

/// How much of a file is looked at to see what it is.
const HEAD: u64 = 4096;

/// Begins to read the file as the person says.
pub(super) fn begin(app: &Shared, upload: &Arc<Upload>, said: Mapping) -> JoinHandle<()> {
    *upload.stage() = Stage::Reading(0.0);
    let (app, upload) = (Arc::clone(app), Arc::clone(upload));
    tokio::task::spawn_blocking(move || {
        let stage = read(&app, &upload, said);
        *upload.stage() = stage;
    })
}

fn read(app: &App, upload: &Upload, said: Mapping) -> Stage {
    match log(app, &upload.file) {
        Ok(None) => {}
        Ok(Some(stage)) => return stage,
        Err(error) => return unreadable(ImportError::Read(error).to_string()),
    }
    let kept = |shape: &str| {
        let text = app.desk().mapping(shape).ok()??;
        serde_json::from_str(&text).ok()
    };
    let mut watch = |share: f64| *upload.stage() = Stage::Reading(share);
    match import::open(&upload.file, &said, &kept, &upload.zone, &mut watch) {
        Ok(reading) => {
            // What was kept of an earlier file of the same shape holds here, too, and is shown.
            let said = reading
                .kept
                .as_ref()
                .map_or(said, |kept| kept.mapping.clone());
            Stage::Read {
                reading: Box::new(reading),
                said,
            }
        }
        Err(error) => Stage::Refused(Refused {
            sentence: sentence(&error),
            columns: columns(&upload.file, &error),
            said,
        }),
    }
}

/// The file as a log of Soleus; `None` when it is none.
fn log(app: &App, file: &File) -> std::io::Result<Option<Stage>> {
    let mut file = file;
    let mut bytes = Vec::new();
    file.rewind()?;
    file.take(HEAD).read_to_end(&mut bytes)?;
    if !log_file::is_log(&bytes) {
        return Ok(None);
    }
    file.read_to_end(&mut bytes)?;
    let entries = log_file::read(&bytes)
        .and_then(|entries| log_file::check(&entries, app.now()).map(|()| entries));
    Ok(Some(match entries {
        Ok(entries) => Stage::Log(entries),
        Err(error) => unreadable(error.to_string()),
    }))
}

fn unreadable(sentence: String) -> Stage {
    Stage::Refused(Refused {
        sentence,
        columns: None,
        said: Mapping::default(),
    })
}

/// The columns of a file about which something can be said; none where that would not help.
fn columns(mut file: &File, error: &ImportError) -> Option<Vec<String>> {
    match error {
        ImportError::NoDate { .. }
        | ImportError::Date(_)
        | ImportError::NotDates
        | ImportError::TwoAlike(_)
        | ImportError::Ambiguous(_)
        | ImportError::BadCell { .. }
        | ImportError::BadValue { .. }
        | ImportError::NoSuchColumn { .. }
        | ImportError::NoSuchAnswer { .. }
        | ImportError::NotThat { .. } => {
            file.rewind().ok()?;
            Some(table::read(file).map_or_else(|_| Vec::new(), |table| table.header))
        }
        // It was taken for the file of a program that did not write it.
        ImportError::UnknownJson | ImportError::NotHealthData { .. } => Some(Vec::new()),
        _ => None,
    }
}

/// Why the file is refused, in the words of a page instead of the command line.
fn sentence(error: &ImportError) -> String {
    match error {
        ImportError::NoDate { wanted, .. } => {
            format!("There is no column ‘{wanted}’. Say below which one holds the dates.")
        }
        ImportError::Date(DateError::Ambiguous { line, column, cell }) => format!(
            "Dates like ‘{cell}’ (line {line}, column ‘{column}’) may mean day/month or month/day. Say below which stands first."
        ),
        ImportError::Date(DateError::Twice {
            day,
            column,
            first,
            second,
        }) => format!(
            "{day} stands twice in the column ‘{column}’: in line {first} and in line {second}. A row is one day of one person. Leave one out and send the file again."
        ),
        ImportError::NoSuchAnswer { wanted } => {
            format!(
                "‘{wanted}’ is neither an answer of the morning nor a question of the check-in."
            )
        }
        other => other.to_string(),
    }
}
