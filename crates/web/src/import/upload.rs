//! `GET` and `POST /import`: choose a file and send it. It is written to the disk while it arrives, never held in memory.

use std::fs::File;
use std::sync::Arc;
use std::time::Duration;

use axum::Extension;
use axum::extract::State;
use axum::extract::multipart::{Field, Multipart, MultipartError, MultipartRejection};
use axum::response::{IntoResponse, Redirect, Response};
use tokio::io::AsyncWriteExt;
use tokio::time::timeout;

use super::read;
use super::sent::Upload;
use crate::form::Mistakes;
use crate::lock::{self, Owed};
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::Shared;

/// Largest file that is taken, in bytes: twice the size of many years of Apple Health.
pub(crate) const MOST_BYTES: u64 = 4 << 30;
/// How long a browser may pause while it sends.
const SLOWEST: Duration = Duration::from_secs(30);
/// Characters of a file's name that are shown.
const LONGEST_NAME: usize = 80;
/// Most bytes of a field that is no file.
const LONGEST_FIELD: usize = 200;
/// How long the answer waits for a small file to be read.
const AT_ONCE: Duration = Duration::from_millis(900);

#[derive(askama::Template)]
#[template(path = "import/start.html")]
struct Page {
    frame: Frame,
    mistakes: Mistakes,
    most_gigabytes: u64,
}

fn page(look: &Look, mistakes: Mistakes) -> Page {
    Page {
        frame: look.frame(crate::word("import-title"), Tab::Profile),
        mistakes,
        most_gigabytes: MOST_BYTES >> 30,
    }
}

/// `GET /import`
pub(crate) async fn get(look: Look) -> Response {
    render(&page(&look, Mistakes::default()))
}

/// What a form with a file brought.
#[derive(Default)]
struct Form {
    zone: String,
    name: String,
    file: Option<(File, u64)>,
}

/// `POST /import`
pub(crate) async fn post(
    State(app): State<Shared>,
    look: Look,
    owed: Option<Extension<Owed>>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    let owed = owed.map(|Extension(owed)| owed);
    // Files wait for each other: many at once would fill the disk.
    let Ok(_turn) = app.receiving.try_lock() else {
        return Err(Problem::Unclear(crate::word("import-busy").to_owned()));
    };
    let form = receive(form.map_err(|_| not_whole())?, owed).await?;
    let Some((file, 1..)) = form.file else {
        let mut mistakes = Mistakes::default();
        mistakes.add("file", crate::word("import-empty"));
        let page = page(&look, mistakes);
        return Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, render(&page)).into_response());
    };
    let moment = app.moment(&form.zone);
    let id = app.fresh_id();
    let upload = Arc::new(Upload::new(id, moment.at, form.name, file, moment.zone));
    app.sent.push(Arc::clone(&upload));
    let reading = read::begin(&app, &upload, exchange::import::Mapping::default());
    // A small file is read before anybody can blink; of a large one the next page shows how far it is.
    let _ = timeout(AT_ONCE, reading).await;
    Ok(Redirect::to(&upload.address()).into_response())
}

/// Reads the form. Where a token is owed, nothing of a file is kept before it.
async fn receive(mut sent: Multipart, mut owed: Option<Owed>) -> Result<Form, Problem> {
    let mut form = Form::default();
    while let Some(field) = in_time(sent.next_field()).await? {
        match field.name() {
            Some(lock::FIELD) => match owed.take() {
                Some(owed) if owed.is_paid_by(&short(field).await?) => {}
                _ => return Err(Problem::Expired),
            },
            Some("file") if owed.is_some() => return Err(Problem::Expired),
            Some("file") if form.file.is_none() => {
                form.name = report::clean::one_line(field.file_name().unwrap_or(""), LONGEST_NAME);
                form.file = Some(store(field).await?);
            }
            Some("zone") => form.zone = short(field).await?,
            _ => return Err(not_whole()),
        }
    }
    if owed.is_some() {
        return Err(Problem::Expired);
    }
    Ok(form)
}

/// Writes a file to the disk, chunk by chunk. Gives its length in bytes.
async fn store(mut field: Field<'_>) -> Result<(File, u64), Problem> {
    let mut file = tokio::fs::File::from_std(tempfile::tempfile().map_err(|_| no_room())?);
    let mut bytes = 0;
    while let Some(chunk) = in_time(field.chunk()).await? {
        bytes += chunk.len() as u64;
        if bytes > MOST_BYTES {
            return Err(Problem::FileTooLarge);
        }
        file.write_all(&chunk).await.map_err(|_| no_room())?;
    }
    file.flush().await.map_err(|_| no_room())?;
    Ok((file.into_std().await, bytes))
}

async fn short(mut field: Field<'_>) -> Result<String, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = in_time(field.chunk()).await? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > LONGEST_FIELD {
            return Err(not_whole());
        }
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

async fn in_time<T>(part: impl Future<Output = Result<T, MultipartError>>) -> Result<T, Problem> {
    let part = timeout(SLOWEST, part).await.map_err(|_| Problem::TooSlow)?;
    part.map_err(|_| not_whole())
}

fn not_whole() -> Problem {
    Problem::Unclear(crate::word("import-not-whole").to_owned())
}

fn no_room() -> Problem {
    Problem::Unclear(crate::word("import-disk").to_owned())
}
