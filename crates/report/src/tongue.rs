//! In which language the page speaks.

use texts::{Language, Sentence};

/// Says the words of the page in its language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tongue(pub(crate) Language);

impl Tongue {
    /// A word of the catalogue that takes no argument.
    pub(crate) fn word(self, key: &str) -> &'static str {
        texts::word(self.0, key)
    }

    /// The columns of a table by the keys of their headings, with their widths.
    pub(crate) fn columns(self, keys: &[(&str, u8)]) -> Vec<(&'static str, u8)> {
        let columns = keys.iter();
        columns
            .map(|(key, width)| (self.word(key), *width))
            .collect()
    }

    /// A sentence in the language. A text of the records that nobody has translated stays English.
    pub(crate) fn say(self, sentence: impl AsRef<Sentence>) -> String {
        sentence.as_ref().within(self.0, knowledge::in_german)
    }

    /// A text of the records in the language.
    pub(crate) fn known(self, english: &str) -> String {
        self.say(Sentence::known(english.to_owned()))
    }
}
