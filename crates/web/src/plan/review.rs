//! `GET /plan/medicines`: the review of medicines, to print and take along: what points at each, what changed after its start,
//! what to ask. Never to stop one.

use axum::extract::State;
use axum::response::Response;
use desk::Meanwhile;
use insight::medicines::{Change, Review, Row, never_stop};
use texts::Sentence;

use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{Shared, off_thread};
use crate::waiting::{self, Waiting};
use crate::words;

/// One medicine.
struct Sheet {
    name: String,
    dose: Option<Sentence>,
    history: String,
    classes: Vec<&'static str>,
    label: Sentence,
    /// The page on which that label stands.
    label_address: Option<String>,
    /// Name and summary of what studies looked at.
    studies: Vec<(String, &'static str)>,
    change: Option<Sentence>,
    /// Why nothing is said about the nights.
    no_change: &'static str,
    rules: Vec<&'static str>,
    worth_asking: bool,
}

#[derive(askama::Template)]
#[template(path = "plan/medicines.html")]
struct Page {
    frame: Frame,
    never_stop: Sentence,
    caveat: Sentence,
    made: String,
    sheets: Vec<Sheet>,
    together: Vec<&'static str>,
    questions: Vec<Sentence>,
    complete: bool,
}

/// `GET /plan/medicines`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    off_thread(&app, move |app| {
        let today = app.today();
        let frame = look.frame(crate::word("review-title"), Tab::Plan);
        if let Meanwhile::Working { share } = app.desk().worked_out(today)? {
            let what = crate::say("waiting-nights");
            return Ok(waiting::page(frame, Waiting::of(what, share, "")));
        }
        let review = app.desk().medicine_review(today)?;
        Ok(render(&page(&review, frame, words::date(today))))
    })
    .await
}

fn page(review: &Review, frame: Frame, made: String) -> Page {
    Page {
        frame,
        never_stop: never_stop(),
        caveat: Change::caveat(),
        made,
        sheets: review.rows.iter().map(sheet).collect(),
        together: review.together.iter().map(|rule| rule.message).collect(),
        questions: review.questions.clone(),
        complete: review.complete == Some(true),
    }
}

fn sheet(row: &Row) -> Sheet {
    let history = match (row.started, row.stopped) {
        (_, Some(stopped)) => crate::say("review-stopped")
            .with("date", words::date(stopped))
            .plain(),
        (Some(started), None) if row.taking => crate::say("review-since")
            .with("date", words::date(started))
            .plain(),
        _ if row.taking => crate::word("review-taken").to_owned(),
        _ => crate::word("review-not-taken").to_owned(),
    };
    Sheet {
        name: words::capital(&row.name),
        dose: row.dose.clone(),
        history,
        classes: row.classes.clone(),
        label: row.label(),
        label_address: row.label_address(),
        studies: row
            .factors
            .iter()
            .map(|factor| (insight::lower_first(factor.name), factor.summary))
            .collect(),
        change: row.change.as_ref().map(Change::sentence),
        no_change: if row.started.is_none() {
            crate::word("review-no-start")
        } else {
            crate::word("review-too-few")
        },
        rules: row.rules.iter().map(|rule| rule.message).collect(),
        worth_asking: row.is_worth_asking_about(),
    }
}
