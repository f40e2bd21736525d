//! `GET /evidence/factors/{id}`: what is known about a factor, whoever reads.

use axum::extract::Path;
use axum::response::Response;
use knowledge::Factor;

use crate::evidence::frame;
use crate::evidence::source::{self, Source};
use crate::page::{Frame, Look, render};
use crate::problem::Problem;
use crate::words;

#[derive(askama::Template)]
#[template(path = "evidence/factor.html")]
struct Page {
    frame: Frame,
    factor: &'static Factor,
    grade: &'static str,
    sources: Vec<Source>,
}

/// `GET /evidence/factors/{id}`
pub(crate) async fn get(Path(id): Path<String>, look: Look) -> Result<Response, Problem> {
    let factor = knowledge::factor(&id).ok_or(Problem::NotFound)?;
    Ok(render(&Page {
        frame: frame(&look, factor.name),
        grade: words::grade(factor.grade),
        sources: source::about(factor.id),
        factor,
    }))
}
