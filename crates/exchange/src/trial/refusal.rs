//! Why a table is no trial that can be analysed, with the line and the column.

use infer::trial::TrialError;

use crate::analyze::SheetError;
use crate::dates::DateError;

/// A table that cannot be analysed as a trial.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum TrialTableError {
    #[error("There is no column ‘{wanted}’. The columns are: {found}. Name it with {option}.")]
    NoColumn {
        wanted: String,
        option: &'static str,
        found: String,
    },
    #[error(transparent)]
    Date(#[from] DateError),
    #[error(
        "Line {line}: the column ‘{column}’ is empty, and the dates around it do not tell which day it was. Write the date in, {instead}."
    )]
    NoDate {
        line: u64,
        column: String,
        instead: String,
    },
    #[error(transparent)]
    Sheet(#[from] SheetError),
    #[error("The column ‘{column}’ is empty: without the treatments there is nothing to compare.")]
    NoTreatment { column: String },
    #[error("Every night has the same treatment (‘{label}’): there is nothing to compare it with.")]
    OneTreatment { label: String },
    #[error(
        "The column ‘{column}’ names more than two treatments: {labels}. Compare two at a time: leave the other rows out."
    )]
    ManyTreatments { column: String, labels: String },
    #[error("No night has the treatment ‘{wanted}’. The treatments are: {found}.")]
    NoSuchTreatment { wanted: String, found: String },
    #[error(
        "Line {line}: ‘{cell}’ in the column ‘{column}’ is no adherence. Write yes or no, or the share that was followed, from 0 to 1."
    )]
    Adherence {
        line: u64,
        column: String,
        cell: String,
    },
    #[error(
        "Line {line}: block ‘{block}’ has both treatments, other blocks have one each. If the treatment was switched, keep the one that was drawn in its column and write what was followed into a column ‘adherence’."
    )]
    Switched { line: u64, block: String },
    #[error(
        "Line {line}: block ‘{block}’ comes back after other blocks. A block is one stretch of nights."
    )]
    BlockAgain { line: u64, block: String },
    #[error("Line {line}: the column ‘{column}’ is empty. Every night needs its block.")]
    NoBlock { line: u64, column: String },
    #[error(
        "Line {line}: the treatments are not in pairs from here on: two periods of equal length, one of each treatment. If they were drawn in another way, say so with --design."
    )]
    NotPairs { line: u64 },
    #[error(transparent)]
    Trial(#[from] TrialError),
}
