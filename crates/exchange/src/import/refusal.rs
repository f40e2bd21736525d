//! Why a file cannot be imported, with the line and the column.

use diary::measure::BadValue;

use super::MOST_NIGHTS;
use crate::cell::Ambiguous;
use crate::dates::DateError;

impl ImportError {
    /// Whether the disk, not the file's content, is at fault.
    #[must_use]
    pub fn is_io(&self) -> bool {
        match self {
            Self::Read(_) => true,
            Self::Table(table) => table.is_io(),
            _ => false,
        }
    }
}

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
    #[error(
        "This is not {wanted}: it has no columns {missing}. The columns are: {found}. Say that it is any table, or nothing, and look at it again. Nothing was changed."
    )]
    NotThat {
        wanted: &'static str,
        missing: &'static str,
        found: String,
    },
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
    #[error("The file could not be read: {0}. Nothing was changed.")]
    Read(std::io::Error),
    #[error(transparent)]
    Table(#[from] crate::TableError),
    #[error(
        "The zip is damaged or was cut short ({why}). Copy or export it once more. Nothing was changed."
    )]
    ZipDamaged { why: String },
    #[error("The zip holds {files} files: at most {most} can be read. Nothing was changed.")]
    ZipFiles { files: usize, most: usize },
    #[error(
        "Nothing in the zip is known: {found}. Soleus reads exports of Apple Health, Fitbit and Google (Takeout) and Loop Habit Tracker as zips. Unpack it and import the table you want. Nothing was changed."
    )]
    ZipUnknown { found: String },
    #[error(
        "This XML file is no Apple Health export (it begins with ‘{found}’). Nothing was changed."
    )]
    NotHealthData { found: String },
    #[error(
        "The export ends in the middle, at line {line}: it was cut short. Export or copy it once more. Nothing was changed."
    )]
    XmlCutShort { line: u64 },
    #[error("Line {line}: the file is damaged ({why}). Export it once more. Nothing was changed.")]
    XmlDamaged { line: u64, why: String },
    #[error(
        "Line {line}: the file is not text in UTF-8. Export it once more, and do not open it in another program before. Nothing was changed."
    )]
    XmlEncoding { line: u64 },
    #[error(
        "Line {line}: the file defines entities, which no export of Apple Health does and which can harm. It was not read further. Nothing was changed."
    )]
    XmlEntities { line: u64 },
    #[error(
        "Line {line}: tags are nested deeper than in any export of Apple Health. It was not read further. Nothing was changed."
    )]
    XmlTooDeep { line: u64 },
    #[error(
        "Line {line}: one tag is larger than 1 MB, as in no export of Apple Health. It was not read further. Nothing was changed."
    )]
    XmlTooLong { line: u64 },
    #[error("The file could not be read beyond line {line}: {why}. Nothing was changed.")]
    Unreadable { line: u64, why: String },
    #[error(
        "This JSON file is neither a log of Soleus nor a list of steps or sleep from Google Takeout. Nothing was changed."
    )]
    UnknownJson,
    #[error(
        "{file} is damaged at line {line}: it is no whole JSON list. Export it once more. Nothing was changed."
    )]
    JsonDamaged { file: String, line: u64 },
    #[error(
        "The files hold more than {most} records. Ask Takeout for fewer years and try again. Nothing was changed."
    )]
    TooManyRecords { most: u64 },
    #[error(transparent)]
    Unwritable(#[from] diary::written::NotAnEntry),
}
