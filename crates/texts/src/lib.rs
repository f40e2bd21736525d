//! Every sentence of the pages, in one catalogue a language: a folder of Fluent files that is compiled in.
//!
//! A further language is a folder beside `catalogue/en` and one line in [`Language`]. The tests hold every catalogue to the
//! English one: the same messages, with the same arguments and the same links and emphasis in them.
//!
//! A page asks for a message where it shows it ([`word`], [`say`]). Whoever finds something out and does not show it makes
//! a [`Sentence`], which is in no language until a face says it.

mod arguments;
mod catalogue;
mod files;
mod language;
mod names;
mod sentence;
mod voice;
mod volume;

pub use catalogue::{Value, arguments, keys, say, word};
pub use language::Language;
pub use names::lower_first;
pub use sentence::Sentence;
pub use voice::{Measures, Origin, Voice};
