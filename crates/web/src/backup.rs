//! `/backup`: the backups there are, and one more at the press of a button.

use axum::extract::State;
use axum::response::{Redirect, Response};
use backup::name::Readable;
use backup::{BackupError, Kept};
use diary::Moment;

use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{App, Backups, Shared, off_thread};
use crate::words;

struct Row {
    made: String,
    size: String,
    sealed: bool,
    file: String,
}

/// What the page says of the shelf.
struct Shown {
    folder: String,
    rows: Vec<Row>,
    sealed: bool,
    by_itself: bool,
}

#[derive(askama::Template)]
#[template(path = "backup.html")]
struct Page {
    frame: Frame,
    /// Nothing for a demo, whose diary is thrown away.
    shown: Option<Shown>,
}

/// `GET /backup`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| {
        let shown = match &app.site.backups {
            Some(backups) => Some(shown(app, backups)?),
            None => None,
        };
        Ok(Page {
            frame: look.frame(crate::word("backup-title"), Tab::Profile),
            shown,
        })
    })
    .await?;
    Ok(render(&page))
}

/// `POST /backup`
pub(crate) async fn post(State(app): State<Shared>) -> Result<Redirect, Problem> {
    off_thread(&app, |app| {
        let backups = app.site.backups.as_ref().ok_or(Problem::NotFound)?;
        backups.shelf.make(app.now()).map_err(refused)?;
        Ok(())
    })
    .await?;
    Ok(Redirect::to("/backup?done=backed-up"))
}

fn shown(app: &App, backups: &Backups) -> Result<Shown, Problem> {
    let shelf = &backups.shelf;
    let rows = shelf.list().map_err(refused)?;
    Ok(Shown {
        folder: shelf.folder.display().to_string(),
        rows: rows.iter().map(|kept| row(app, kept)).collect(),
        sealed: shelf.seal.readable() == Readable::WithKey,
        by_itself: backups.by_itself,
    })
}

fn row(app: &App, kept: &Kept) -> Row {
    let made = Moment::new(kept.name.at, app.moment("").zone);
    Row {
        made: format!(
            "{}, {}",
            words::date(made.local().date()),
            words::clock(&made)
        ),
        size: format!("{} kB", kept.bytes.div_ceil(1000)),
        sealed: kept.name.readable == Readable::WithKey,
        file: kept.name.to_string(),
    }
}

fn refused(error: BackupError) -> Problem {
    Problem::Unclear(error.to_string())
}
