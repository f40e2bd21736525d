//! Every sentence of the pages, in one catalogue a language: a folder of Fluent files that is compiled in.
//!
//! A further language is a folder beside `catalogue/en` and one line in [`Language`]. The tests hold every catalogue to the
//! English one: the same messages, with the same arguments and the same links and emphasis in them.

mod arguments;
mod catalogue;
mod files;
mod language;

pub use catalogue::{Value, arguments, keys, say, word};
pub use language::Language;
