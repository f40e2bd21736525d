//! `GET /evidence/body`: how the body does it, with drawings.

use axum::extract::State;
use axum::response::Response;

use crate::evidence::frame;
use crate::page::{Frame, Look, render};
use crate::picture;
use crate::problem::Problem;
use crate::site::Shared;

struct Lesson {
    id: &'static str,
    title: &'static str,
    svg: &'static str,
    paragraphs: &'static [&'static str],
    basis: &'static str,
}

#[derive(askama::Template)]
#[template(path = "evidence/body.html")]
struct Page {
    frame: Frame,
    lessons: Vec<Lesson>,
}

/// `GET /evidence/body`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let lessons = knowledge::lessons().iter().map(|lesson| Lesson {
        id: lesson.id,
        title: lesson.title,
        svg: picture::svg(lesson.picture),
        paragraphs: lesson.paragraphs,
        basis: lesson.basis,
    });
    Ok(render(&Page {
        frame: frame(&app, &look, crate::word("evidence-body")).await?,
        lessons: lessons.collect(),
    }))
}
