//! `GET /suspects`: the three lists.

use axum::extract::State;
use axum::response::Response;

use insight::{Basis, List, Suspect};

use crate::alarm;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{Shared, off_thread};
use crate::suspects::{dots, limit, tag};
use crate::words;

/// How many rows a list shows before “show all”.
const SHOWN: usize = 6;

struct Row {
    id: &'static str,
    name: &'static str,
    sentence: String,
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
    notes: Vec<String>,
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
        frame: look
            .frame("Suspects", Tab::Suspects)
            .with_alarms(alarm::urgent(&reading.plan.raised)),
        rests_on: rests_on(reading.suspects.basis),
        limit: limit(reading.suspects.basis),
        notes: reading.suspects.notes.clone(),
        medicines: reading.person.taking().count(),
        sections: vec![
            section(
                List::Likely,
                "Likely matters for you",
                "Nothing stands out yet.",
            ),
            section(List::Unclear, "Not clear yet", "Nothing is left open."),
            section(
                List::Unlikely,
                "Probably does not matter for you",
                "Nothing can be ruled out yet.",
            ),
        ],
    }))
}

/// On how many nights it rests.
fn rests_on(basis: Basis) -> Option<String> {
    match basis {
        Basis::EvidenceOnly => None,
        Basis::Nights { answered, all } if answered == all => Some(format!(
            "This rests on {}.",
            words::counted(answered, "answered night")
        )),
        Basis::Nights { answered, all } => Some(format!(
            "This rests on {} of {all}.",
            words::counted(answered, "answered night")
        )),
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
