//! `GET /evidence/remedies/{id}`: what is known about a remedy. How it is done stands on the plan alone, which knows the person.

use axum::extract::Path;
use axum::response::Response;
use insight::plan::wishes;
use knowledge::{Factor, Remedy, Rule};

use crate::evidence::source::{self, Source};
use crate::evidence::{frame, verdict};
use crate::page::{Frame, Look, render};
use crate::problem::Problem;
use crate::words;

#[derive(askama::Template)]
#[template(path = "evidence/remedy.html")]
struct Page {
    frame: Frame,
    remedy: &'static Remedy,
    /// Whether one can ask about it for oneself; relief of a cramp has its own page.
    can_be_asked_about: bool,
    verdict: &'static str,
    grade: &'static str,
    targets: Vec<&'static Factor>,
    /// Rules that hold it back or warn about it for some people.
    rules: Vec<&'static Rule>,
    sources: Vec<Source>,
}

/// `GET /evidence/remedies/{id}`
pub(crate) async fn get(Path(id): Path<String>, look: Look) -> Result<Response, Problem> {
    let remedy = knowledge::remedy(&id).ok_or(Problem::NotFound)?;
    let rules = knowledge::rules().iter();
    Ok(render(&Page {
        frame: frame(&look, remedy.name),
        can_be_asked_about: wishes().any(|one| one.id == remedy.id),
        verdict: verdict(remedy.verdict),
        grade: words::grade(remedy.grade),
        targets: remedy
            .targets
            .iter()
            .filter_map(|id| knowledge::factor(id))
            .collect(),
        rules: rules
            .filter(|rule| rule.blocks.contains(&remedy.id) || rule.warns.contains(&remedy.id))
            .collect(),
        sources: source::about(remedy.id),
        remedy,
    }))
}
