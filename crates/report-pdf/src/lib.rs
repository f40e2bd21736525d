//! The doctor's page as a PDF, without a browser: tagged, its text selectable, its fonts embedded, the same bytes for the
//! same page and time.
//!
//! Invariants: pure (no clock, no file, no font of this computer); what PDF/UA-1 forbids fails instead of being written.
//!
//! Reading order: [`Paper`], `fonts`, `text` (words to lines), `sheet` (what stands where), `layout` (the page to sheets and
//! tags), `draw` (sheets to PDF).

mod draw;
mod fonts;
mod layout;
mod sheet;
mod text;

use jiff::Timestamp;
use report::Document;

/// Size of the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl Paper {
    /// Width and height in points.
    pub(crate) fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

/// A page that could not be written: a fault of ours.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A font inside the program cannot be read.
    #[error(
        "The PDF could not be made: the font inside Soleus cannot be read. This is a fault in Soleus."
    )]
    Font,
    /// A page without an area.
    #[error("The PDF could not be made: the paper has no size. This is a fault in Soleus.")]
    Paper,
    /// The writer refused, for example what PDF/UA-1 forbids.
    #[error("The PDF could not be made: {0}. This is a fault in Soleus.")]
    Writer(String),
}

/// Writes the page as a PDF. `now` becomes the date of creation.
///
/// # Errors
/// [`PdfError`], always a fault of ours: no words of a person can cause one.
pub fn pdf(document: &Document, paper: Paper, now: Timestamp) -> Result<Vec<u8>, PdfError> {
    let sheets = layout::sheets(document, paper)?;
    draw::pdf(&sheets, document, paper, now)
}
