//! `/settings/erase`: everything in the diary gone for good, after a page that says what goes and what stays.

use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use desk::Proof;

use crate::form::{Fields, Mistakes};
use crate::login::From;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};

/// What is known of the backups.
struct Kept {
    folder: String,
    files: Vec<String>,
}

#[derive(askama::Template)]
#[template(path = "erase.html")]
struct Page {
    frame: Frame,
    entries: usize,
    /// None for a demo, which has none.
    backups: Option<Kept>,
    /// A passphrase is set: it is asked for again.
    locked: Option<()>,
    mistakes: Mistakes,
}

/// `GET /settings/erase`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| page(app, &look, Mistakes::default())).await?;
    Ok(render(&page))
}

fn page(app: &App, look: &Look, mistakes: Mistakes) -> Result<Page, Problem> {
    let backups = match &app.site.backups {
        None => None,
        Some(backups) => {
            let kept = backups
                .shelf
                .list()
                .map_err(|error| Problem::Unclear(error.to_string()))?;
            Some(Kept {
                folder: backups.shelf.folder.display().to_string(),
                files: kept.iter().map(|one| one.name.to_string()).collect(),
            })
        }
    };
    Ok(Page {
        frame: look.frame(crate::word("erase-title"), Tab::Settings),
        entries: app.desk().entries()?.len(),
        backups,
        locked: app.site.login.as_ref().map(|_| ()),
        mistakes,
    })
}

/// `POST /settings/erase`
pub(crate) async fn post(
    State(app): State<Shared>,
    from: Option<Extension<From>>,
    look: Look,
    fields: Fields,
) -> Result<Response, Problem> {
    let from = from.map(|Extension(From(address))| address);
    off_thread(&app, move |app| {
        let mut mistakes = Mistakes::default();
        // Capitals do not matter.
        let word = crate::word("erase-the-word");
        if fields.get("word").to_lowercase() != word {
            let sentence = crate::say("erase-word-missing").with("word", word);
            mistakes.add("word", sentence.plain());
        }
        let wait = app.doorkeeper.wait(from, app.now());
        if let Some(login) = app.site.login.as_ref().filter(|_| mistakes.is_empty()) {
            let proof = if wait > 0 {
                Proof::Busy
            } else {
                login.prove(fields.exact("passphrase"))?
            };
            match proof {
                Proof::Right => app.doorkeeper.right(from),
                Proof::Wrong => {
                    app.wrong_passphrase(from);
                    mistakes.add("passphrase", crate::word("erase-passphrase-wrong"));
                }
                Proof::Busy => {
                    let sentence = crate::say("erase-wait").with("seconds", wait.max(1));
                    mistakes.add("passphrase", sentence.plain());
                }
            }
        }
        if !mistakes.is_empty() {
            let page = page(app, &look, mistakes)?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)).into_response());
        }
        let _turn = app.writing();
        app.desk().erase_everything()?;
        app.forget();
        tracing::warn!("the whole diary was erased");
        Ok(Redirect::to("/?done=erased").into_response())
    })
    .await
}
