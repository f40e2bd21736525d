//! The page as HTML: an article to stand in a page of the site, or a file of its own.

use askama::Template;

use crate::document::{Block, Document};
use crate::strip::Mark;

/// Width of the strip in points: the column of text of an A4 page.
const STRIP_WIDTH: f32 = 430.0;
/// Width of a row of it on a phone, in the same points.
const ROW_WIDTH: f32 = 215.0;

/// How the report looks, on paper and on a screen. The selectors begin with `.report`.
pub const STYLESHEET: &str = include_str!("../assets/report.css");

#[derive(Template)]
#[template(path = "article.html")]
struct Article<'a> {
    document: &'a Document,
    /// Of the title's heading; the sections' are one lower.
    level: u8,
}

#[derive(Template)]
#[template(path = "file.html")]
struct File<'a> {
    document: &'a Document,
    article: String,
    style: &'static str,
}

/// The article alone, to stand under a page's own heading.
///
/// # Errors
/// When the template library cannot write a value: never with our types.
pub fn article(document: &Document) -> Result<String, askama::Error> {
    Article { document, level: 2 }.render()
}

/// A whole file that needs nothing else.
///
/// # Errors
/// When the template library cannot write a value: never with our types.
pub fn file(document: &Document) -> Result<String, askama::Error> {
    File {
        document,
        article: Article { document, level: 1 }.render()?,
        style: STYLESHEET,
    }
    .render()
}
