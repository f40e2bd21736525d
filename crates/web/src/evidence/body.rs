//! `GET /evidence/body`: how the body does it, with drawings.

use axum::response::Response;

use crate::evidence::frame;
use crate::page::{Frame, Look, render};
use crate::picture;

struct Lesson {
    id: &'static str,
    title: &'static str,
    svg: String,
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
pub(crate) async fn get(look: Look) -> Response {
    let lessons = knowledge::lessons().iter().map(|lesson| Lesson {
        id: lesson.id,
        title: lesson.title,
        svg: picture::svg(lesson.picture),
        paragraphs: lesson.paragraphs,
        basis: lesson.basis,
    });
    render(&Page {
        frame: frame(&look, crate::word("evidence-body")),
        lessons: lessons.collect(),
    })
}
