//! `GET /suspects`: the three lists.

use axum::extract::State;
use axum::response::Response;
use insight::{Basis, List, Suspect};
use texts::Sentence;

use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{Shared, off_thread};
use crate::suspects::{dots, limit, tag};

/// How many rows a list shows before “show all”.
const SHOWN: usize = 6;

struct Row {
    id: &'static str,
    name: &'static str,
    sentence: Sentence,
    dots: String,
    reading: String,
    tag: &'static str,
}

struct Section {
    title: &'static str,
    empty: &'static str,
    first: Vec<Row>,
    rest: Vec<Row>,
}

#[derive(askama::Template)]
#[template(path = "suspects/list.html")]
struct Page {
    frame: Frame,
    rests_on: Option<String>,
    limit: Option<&'static str>,
    notes: Vec<Sentence>,
    /// Causes that wait for the profile.
    unknown: usize,
    sections: Vec<Section>,
    /// Medicines that are taken: there is a review of them.
    medicines: usize,
}

/// `GET /suspects`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let reading = off_thread(&app, |app| {
        Ok(app.desk().suspects_meanwhile(app.today())?)
    })
    .await?;
    let section = |list, title, empty| {
        let mut first: Vec<Row> = reading
            .suspects
            .all
            .iter()
            .filter(|suspect| suspect.list == list)
            .map(row)
            .collect();
        let rest = if first.len() > SHOWN {
            first.split_off(SHOWN)
        } else {
            Vec::new()
        };
        Section {
            title,
            empty,
            first,
            rest,
        }
    };
    Ok(render(&Page {
        frame: look.frame(crate::word("suspects-title"), Tab::Suspects),
        rests_on: rests_on(reading.suspects.basis),
        limit: limit(reading.suspects.basis),
        notes: reading.suspects.notes.clone(),
        unknown: reading.suspects.unknown,
        medicines: reading.person.taking().count(),
        sections: vec![
            section(
                List::Likely,
                crate::word("suspects-likely"),
                crate::word("suspects-likely-none"),
            ),
            section(
                List::Unclear,
                crate::word("suspects-unclear"),
                crate::word("suspects-unclear-none"),
            ),
            section(
                List::Unlikely,
                crate::word("suspects-unlikely"),
                crate::word("suspects-unlikely-none"),
            ),
        ],
    }))
}

/// On how many nights it rests.
fn rests_on(basis: Basis) -> Option<String> {
    match basis {
        Basis::EvidenceOnly => None,
        Basis::Nights { answered, all } if answered == all => Some(
            crate::say("suspects-rests-all")
                .with("count", answered)
                .plain(),
        ),
        Basis::Nights { answered, all } => Some(
            crate::say("suspects-rests")
                .with("count", answered)
                .with("all", all)
                .plain(),
        ),
    }
}

fn row(suspect: &Suspect) -> Row {
    Row {
        id: suspect.factor.id,
        name: suspect.factor.name,
        sentence: suspect.sentence.clone(),
        dots: dots::row(&suspect.now, suspect.factor.id),
        reading: dots::Split::of(&suspect.now).sentence(),
        tag: tag(suspect.tag),
    }
}
