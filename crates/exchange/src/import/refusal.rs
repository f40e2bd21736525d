//! Why a file cannot be imported, with the line and the column.

use diary::measure::BadValue;

use super::MOST_NIGHTS;
use crate::cell::Ambiguous;
use crate::dates::DateError;

/// A file that cannot be imported; nothing of it is.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum ImportError {
    #[error(
        "There is no column ‘{wanted}’. The columns are: {found}. Say which one holds the dates with --date COLUMN."
    )]
    NoDate { wanted: String, found: String },
    #[error(
        "These columns are neither answers of the morning nor factors of the check-in: {unknown}. Leave them out with --ignore {option}, say what they are with --map COLUMN=NAME, or rename them. `soleus checkin --list` shows the factors."
    )]
    Unknown { unknown: String, option: String },
    #[error("There is no column ‘{wanted}’ to read or to ignore. The columns are: {found}.")]
    NoSuchColumn { wanted: String, found: String },
    #[error(
        "‘{wanted}’ is neither an answer of the morning nor a factor of the check-in. `soleus checkin --list` shows the factors."
    )]
    NoSuchAnswer { wanted: String },
    #[error("Besides the dates there is no column to import.")]
    NothingToImport,
    #[error("Two columns both stand for ‘{0}’.")]
    TwoAlike(String),
    #[error(transparent)]
    Date(#[from] DateError),
    #[error(transparent)]
    Ambiguous(#[from] Ambiguous),
    #[error("The dates are whole numbers: a diary needs dates such as 2026-05-03.")]
    NotDates,
    #[error("The file has {nights} nights: at most {MOST_NIGHTS} can be imported.")]
    TooMany { nights: usize },
    #[error("Line {line}: ‘{cell}’ in the column ‘{column}’ is not {expected}.")]
    BadCell {
        line: u64,
        column: String,
        cell: String,
        expected: &'static str,
    },
    #[error("Line {line}, column ‘{column}’: {why}")]
    BadValue {
        line: u64,
        column: String,
        why: BadValue,
    },
    #[error("Line {line}: {why}")]
    BadEntry {
        line: u64,
        why: diary::entry::BadEntry,
    },
    #[error("Line {line}: the date is outside the calendar.")]
    OutsideCalendar { line: u64 },
    #[error(transparent)]
    Unwritable(#[from] diary::written::NotAnEntry),
}
