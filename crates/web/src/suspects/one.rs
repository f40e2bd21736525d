//! `GET /suspects/{id}`: one suspect: before the diary and now, the nights with and without it, what the studies say, what to do.

use axum::extract::{Path, State};
use axum::response::Response;
use diary::Night;
use insight::{Plan, Suspect};
use knowledge::{Factor, Finding, Learned, Verified};
use texts::Sentence;

use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{Shared, off_thread};
use crate::suspects::{dots, tag};
use crate::words;

/// The person's nights on one side of the question.
struct Side {
    label: &'static str,
    nights: usize,
    with_cramps: usize,
    cramps: u32,
}

struct Source {
    /// What must be known before the number is believed; empty when nothing special.
    warning: &'static str,
    claim: &'static str,
    about: String,
    title: &'static str,
    address: String,
    note: &'static str,
}

struct Todo {
    name: &'static str,
    why: Sentence,
}

#[derive(askama::Template)]
#[template(path = "suspects/one.html")]
struct Page {
    frame: Frame,
    factor: &'static Factor,
    grade: &'static str,
    tag: &'static str,
    sentence: Sentence,
    before: String,
    before_reading: String,
    now: String,
    now_reading: String,
    same_as_before: bool,
    /// How much longer it takes until the nights can tell.
    to_clear: Option<Sentence>,
    travels_with: Vec<String>,
    sides: Vec<Side>,
    sources: Vec<Source>,
    todo: Vec<Todo>,
    silenced: bool,
}

impl Page {
    fn is_medicine(&self) -> bool {
        matches!(self.factor.learned, Learned::Medicines(_))
    }
}

/// `GET /suspects/{id}`
pub(crate) async fn get(
    State(app): State<Shared>,
    Path(id): Path<String>,
    look: Look,
) -> Result<Response, Problem> {
    let reading = off_thread(&app, |app| {
        Ok(app.desk().suspects_meanwhile(app.today())?)
    })
    .await?;
    let suspect = reading
        .suspects
        .all
        .iter()
        .find(|suspect| suspect.factor.id == id)
        .ok_or(Problem::NotFound)?;
    Ok(render(&page(
        suspect,
        &reading.nights,
        &reading.plan,
        &look,
    )))
}

fn page(suspect: &Suspect, nights: &[Night], plan: &Plan, look: &Look) -> Page {
    let factor = suspect.factor;
    let silenced = insight::triage::silences_advice(&plan.raised);
    Page {
        frame: look.frame(factor.name, Tab::Suspects),
        factor,
        grade: words::grade(factor.grade),
        tag: tag(suspect.tag),
        sentence: suspect.sentence.clone(),
        before: dots::plot(&suspect.before, "before", crate::word("suspects-before")),
        before_reading: dots::Split::of(&suspect.before).sentence(),
        now: dots::plot(&suspect.now, "now", crate::word("suspects-now")),
        now_reading: dots::Split::of(&suspect.now).sentence(),
        same_as_before: suspect.before == suspect.now,
        to_clear: suspect
            .nights_to_clear
            .filter(|nights| *nights > 0)
            .map(insight::suspects::to_clear),
        travels_with: suspect.travels_with.clone(),
        sides: sides(factor, nights),
        sources: knowledge::findings_about(factor.id)
            .iter()
            .map(source)
            .collect(),
        todo: if silenced {
            Vec::new()
        } else {
            todo(factor, plan)
        },
        silenced,
    }
}

/// The answered nights with the factor above its reference, and those without.
fn sides(factor: &Factor, nights: &[Night]) -> Vec<Side> {
    let mut with = Side {
        label: crate::word("suspects-with"),
        nights: 0,
        with_cramps: 0,
        cramps: 0,
    };
    let mut without = Side {
        label: crate::word("suspects-without"),
        nights: 0,
        with_cramps: 0,
        cramps: 0,
    };
    for night in nights {
        let (Some(cramps), Some(value)) = (night.outcome.seen(), night.exposures.get(factor.id))
        else {
            continue;
        };
        let side = if value.answer.value() > factor.reference {
            &mut with
        } else {
            &mut without
        };
        side.nights += 1;
        side.with_cramps += usize::from(cramps > 0);
        side.cramps += cramps;
    }
    if with.nights + without.nights == 0 {
        Vec::new()
    } else {
        vec![with, without]
    }
}

fn source(finding: &'static Finding) -> Source {
    let year = finding
        .year
        .map(|year| year.to_string())
        .unwrap_or_default();
    let parts = [finding.authors, finding.journal, &year];
    let about: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let address = if finding.doi.is_empty() {
        finding.source_url.to_owned()
    } else {
        format!("https://doi.org/{}", finding.doi)
    };
    Source {
        warning: finding.warning,
        claim: finding.claim,
        about: about.join(", "),
        title: if finding.title.is_empty() {
            crate::word("source-source")
        } else {
            finding.title
        },
        address,
        note: match finding.verified {
            Verified::Primary => crate::word("source-primary"),
            Verified::Secondary => crate::word("source-secondary"),
            Verified::Unverified => crate::word("source-unverified"),
        },
    }
}

/// What the plan, which has passed the safety rules, offers against this factor.
fn todo(factor: &Factor, plan: &Plan) -> Vec<Todo> {
    let steps = plan.now.iter().chain(&plan.later);
    steps
        .filter(|step| step.aims_at.iter().any(|other| other.id == factor.id))
        .map(|step| Todo {
            name: step.remedy.name,
            why: step.why.clone(),
        })
        .collect()
}
