//! The doctor's page: what [`insight::summary()`] found, in the words of a page, as HTML and as JSON.
//!
//! One [`Document`] is the source of every rendering, so that screen, paper, PDF and record say the same. Pure: no clock,
//! no file; the same summary gives the same bytes.
//!
//! Reading order: [`mod@document`] (what a page is made of), `page` (its words, a file a part), [`strip`] (the picture of the
//! nights), [`html`], [`json`].

pub mod clean;
pub mod document;
pub mod html;
pub mod json;
mod page;
pub mod strip;
mod tongue;
mod words;

pub use document::{Block, Depth, Document, Line, Options, Room, Section, Span, Table};
pub use page::document;
pub use strip::Strip;
pub use texts::Language;
