//! The PDF as other programs read it: poppler's pdfinfo, pdffonts, pdftotext and pdftoppm.
#![expect(clippy::unwrap_used, reason = "tests may fail loudly")]

mod common;
mod file;
mod full;
