//! `GET /evidence/articles`: what popular articles say, and what was found.

use axum::extract::State;
use axum::response::Response;
use knowledge::{Factor, Remedy};

use crate::evidence::frame;
use crate::page::{Frame, Look, render};
use crate::problem::Problem;
use crate::site::Shared;

#[derive(askama::Template)]
#[template(path = "evidence/articles.html")]
struct Page {
    frame: Frame,
    factors: Vec<&'static Factor>,
    remedies: Vec<&'static Remedy>,
}

/// `GET /evidence/articles`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let factors = knowledge::factors().iter();
    let remedies = knowledge::remedies().iter();
    Ok(render(&Page {
        frame: frame(&app, &look, crate::word("evidence-articles-title")).await?,
        factors: factors
            .filter(|factor| !factor.believed.is_empty())
            .collect(),
        remedies: remedies.filter(|remedy| remedy.popular_claim).collect(),
    }))
}
