//! Import and export: any spreadsheet in, an analysis out; our own tidy diary in; the log and its nights out.
//!
//! Invariants: no storage, no clock; a file is read wholly and checked before anything is handed on; every refusal
//! names the line and the column.
//!
//! Reading order: [`text`] (bytes to text), [`quotes`] (quotes that swallow rows), [`table`] (text to cells), [`cell`]
//! and [`dates`] (cells to values), [`analyze`] (a table to a design), [`report`] (an answer to JSON, CSV and sentences), [`trial`] (a table to a trial's
//! result), [`import`] (a table to
//! entries), [`export`] (the log and its nights to files), [`usda`] (a downloaded table of foods).

// What a server runs must not fall over, whatever it is given.
#![cfg_attr(
    not(test),
    warn(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::unreachable
    )
)]

pub mod analyze;
pub mod cell;
pub mod dates;
pub mod export;
pub mod fhir;
pub mod import;
pub mod quotes;
pub mod report;
pub mod table;
pub mod text;
pub mod trial;
pub mod usda;

pub use analyze::{Options, Outcomes, Prepared, SheetError};
pub use export::log_file::LogFileError;
pub use import::{Import, ImportError};
pub use report::{Analysis, FactorRow};
pub use table::{Table, TableError};
pub use trial::TrialTableError;
pub use usda::UsdaError;
