//! Why a table cannot be analysed, with the line and the column.

use super::LARGEST_COUNT;
use crate::cell::Ambiguous;
use crate::dates::DateError;

/// A table that cannot be analysed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum SheetError {
    #[error(
        "There is no column ‘{wanted}’ ({what}). The columns are: {found}. Name it with {option}."
    )]
    NoColumn {
        wanted: String,
        what: &'static str,
        option: &'static str,
        found: String,
    },
    #[error("There is no column ‘{wanted}’ to ignore. The columns are: {found}.")]
    NothingToIgnore { wanted: String, found: String },
    #[error("No row has ‘{id}’ in the column ‘{column}’. It holds, for example: {examples}.")]
    NoSuchPerson {
        column: String,
        id: String,
        examples: String,
    },
    #[error(
        "There is no column for factors: besides the date and the outcome ‘{outcome}’ nothing is left."
    )]
    NoFactors { outcome: String },
    #[error(transparent)]
    Date(#[from] DateError),
    #[error(transparent)]
    Ambiguous(#[from] Ambiguous),
    #[error(
        "{nights} nights and {columns} columns of factors are too many to compare: it would take many minutes. Leave columns out with --ignore, or give a shorter stretch of time."
    )]
    TooMuch { nights: usize, columns: usize },
    #[error(
        "Column ‘{column}’ holds text (‘{cell}’, line {line}): ignore it with --ignore {column}, or write yes and no, or a number for each level."
    )]
    TextColumn {
        column: String,
        cell: String,
        line: u64,
    },
    #[error("Line {line}: ‘{cell}’ in the column ‘{column}’ is not a number.")]
    NotANumber {
        column: String,
        cell: String,
        line: u64,
    },
    #[error(
        "Line {line}: ‘{cell}’ in the column ‘{column}’ is not a number that can be used. Leave the cell empty if the value is missing."
    )]
    NotFinite {
        column: String,
        cell: String,
        line: u64,
    },
    #[error("Line {line}: {column} is {value}. A count cannot be negative.")]
    Negative {
        column: String,
        value: f64,
        line: u64,
    },
    #[error("Line {line}: {column} is {value}. A count must be a whole number.")]
    NotWhole {
        column: String,
        value: f64,
        line: u64,
    },
    #[error("Line {line}: {column} is {value}. The largest count is {LARGEST_COUNT}.")]
    TooMany {
        column: String,
        value: f64,
        line: u64,
    },
    #[error(
        "Line {line}: {column} is {value}. A yes/no outcome must be 0 or 1, or yes or no; for counts leave out --family binary."
    )]
    NotBinary {
        column: String,
        value: f64,
        line: u64,
    },
    #[error(
        "Line {line}: {column} is answered with yes or no. For a yes/no outcome say --family binary."
    )]
    WordCount { column: String, line: u64 },
    #[error("All {rows} nights are missing: the column ‘{column}’ is empty.")]
    AllMissing { column: String, rows: usize },
    #[error(
        "Line {line}: {column} is {value}, but it is a factor with the answers yes and no (1 and 0). If the column means something else, rename it."
    )]
    NotYesNo {
        column: String,
        value: f64,
        line: u64,
    },
    #[error("Line {line}: the column ‘{column}’ mixes yes and no with the number {value}.")]
    MixedWords {
        column: String,
        value: f64,
        line: u64,
    },
}
