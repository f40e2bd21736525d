//! `GET /export` and the files behind its buttons: what leaves the diary, said before it does.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use exchange::export::calendar::Wording;
use exchange::export::{cramps, log_file, nights};

use crate::address::Wishes;
use crate::calendar;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};

#[derive(askama::Template)]
#[template(path = "export.html")]
struct Page {
    frame: Frame,
    entries: String,
    nights: String,
}

/// `GET /export`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| {
        Ok(Page {
            frame: look.frame(crate::word("export-title"), Tab::Profile),
            entries: crate::say("export-entries")
                .with("count", app.desk().entries()?.len())
                .plain(),
            nights: crate::say("export-night-count")
                .with("count", app.desk().nights(app.today())?.len())
                .plain(),
        })
    })
    .await?;
    Ok(render(&page))
}

/// `GET /export/log`
pub(crate) async fn log(State(app): State<Shared>) -> Result<Response, Problem> {
    file(&app, "application/jsonl", "jsonl", |app| {
        let text = log_file::write(&app.desk().entries()?).map_err(|_| Problem::Ours)?;
        Ok(text.into_bytes())
    })
    .await
}

/// `GET /export/nights`
pub(crate) async fn night_table(State(app): State<Shared>) -> Result<Response, Problem> {
    file(&app, "text/csv; charset=utf-8", "csv", |app| {
        let table = nights::table(&app.desk().nights(app.today())?);
        nights::csv(&table).map_err(|_| Problem::Ours)
    })
    .await
}

/// `GET /export/cramps`
pub(crate) async fn cramp_table(State(app): State<Shared>) -> Result<Response, Problem> {
    file(&app, "text/csv; charset=utf-8", "csv", |app| {
        let (table, _) = cramps::csv(&*app.desk().log()?).map_err(|_| Problem::Ours)?;
        Ok(table)
    })
    .await
}

/// `GET /export/calendar`, with the same wishes after the question mark as the feed.
pub(crate) async fn reminders(
    State(app): State<Shared>,
    Wishes(wanted): Wishes<calendar::Wanted>,
) -> Result<Response, Problem> {
    file(&app, "text/calendar; charset=utf-8", "ics", |app| {
        Ok(calendar::written(app, wanted, Wording::Neutral)?.into_bytes())
    })
    .await
}

/// A file to keep. Its name says the day and nothing about health.
async fn file(
    app: &Shared,
    kind: &'static str,
    ending: &'static str,
    content: impl FnOnce(&App) -> Result<Vec<u8>, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    let name = format!("attachment; filename=\"soleus-{}.{ending}\"", app.today());
    let content = off_thread(app, content).await?;
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, content).into_response())
}
