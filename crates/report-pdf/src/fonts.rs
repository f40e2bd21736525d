//! The two fonts inside the program, and the letters they have.

use std::sync::Arc;

use parley::FontContext;
use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use skrifa::{FontRef, MetadataProvider};

use crate::PdfError;

/// Roboto Regular.
pub(crate) const REGULAR: &[u8] = include_bytes!("../fonts/Roboto-Regular.ttf");
/// Roboto Bold.
pub(crate) const BOLD: &[u8] = include_bytes!("../fonts/Roboto-Bold.ttf");
/// Their family.
pub(crate) const FAMILY: &str = "Roboto";

/// Stands for letters that the fonts do not have.
pub(crate) const REPLACEMENT: char = '\u{fffd}';

/// A font context that knows our two fonts and none of this computer.
pub(crate) fn context() -> FontContext {
    let mut collection = Collection::new(CollectionOptions {
        shared: false,
        system_fonts: false,
    });
    for font in [REGULAR, BOLD] {
        collection.register_fonts(Blob::new(Arc::new(font)), None);
    }
    FontContext {
        collection,
        source_cache: SourceCache::default(),
    }
}

/// The letters that both fonts have.
pub(crate) struct Letters {
    fonts: [FontRef<'static>; 2],
}

impl Letters {
    pub(crate) fn new() -> Result<Self, PdfError> {
        let font = |data| FontRef::new(data).map_err(|_| PdfError::Font);
        Ok(Self {
            fonts: [font(REGULAR)?, font(BOLD)?],
        })
    }

    fn has(&self, letter: char) -> bool {
        self.fonts.iter().all(|font| {
            font.charmap()
                .map(letter)
                .is_some_and(|glyph| glyph.to_u32() != 0)
        })
    }

    /// The text with every run of letters that the fonts lack as one [`REPLACEMENT`], and whether there was any. Invisible
    /// joiners and variation marks go with the letters around them.
    pub(crate) fn printable(&self, text: &str) -> (String, bool) {
        let mut printable = String::with_capacity(text.len());
        let mut replaced = false;
        for letter in text.chars() {
            if matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
            {
                continue;
            }
            if self.has(letter) {
                printable.push(letter);
            } else {
                replaced = true;
                if !printable.ends_with(REPLACEMENT) {
                    printable.push(REPLACEMENT);
                }
            }
        }
        (printable, replaced)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_the_fonts_lack_are_replaced_and_said() {
        let letters = Letters::new().unwrap();
        assert_eq!(
            letters.printable("Ärzte, Žižek, Αθήνα, Київ × 2"),
            ("Ärzte, Žižek, Αθήνα, Київ × 2".to_owned(), false)
        );
        assert_eq!(
            letters.printable("leg 🦵🏽 שרה\u{200f} a"),
            ("leg \u{fffd} \u{fffd} a".to_owned(), true)
        );
    }
}
