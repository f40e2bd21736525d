//! Who says sentences: in which language, and how what the catalogue does not hold is shown.

use crate::Language;

/// Says sentences in a language.
#[derive(Clone, Copy, Debug)]
pub struct Voice {
    /// The language.
    pub language: Language,
    /// A text of the knowledge records, which are in English, in that language.
    pub translated: fn(&str) -> Option<&'static str>,
    /// In which measure amounts of drink are told.
    pub measures: Measures,
    /// Shows what is put into the catalogue's own words: as it is, or escaped and with its language marked.
    pub put_in: fn(&str, Origin) -> String,
}

/// Where a text that is put into a sentence is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A name that a person wrote, a unit.
    OfNoLanguage,
    /// A text of the records, in the language that is spoken.
    InTheLanguage,
    /// A text of the records that nobody has translated into the language that is spoken.
    English,
}

/// Measures that a reader is used to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measures {
    /// Millilitres and litres.
    #[default]
    Metric,
    /// US fluid ounces.
    Us,
}
