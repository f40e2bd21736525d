//! Errors to sentences and exit codes: 2 when what was given cannot be used, 1 for everything else.

use std::io;
use std::process::ExitCode;

use backup::BackupError;
use desk::DeskError;
use exchange::{ImportError, LogFileError, SheetError, TableError, TrialTableError, UsdaError};
use store::StoreError;

use crate::output;

/// Something the person gave that cannot be used; the sentence says why.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Refusal(pub(crate) String);

/// Refuses with a sentence.
pub(crate) fn refuse<T>(sentence: impl Into<String>) -> anyhow::Result<T> {
    Err(Refusal(sentence.into()).into())
}

/// Prints the error as one chain of causes and gives the exit code. A reader that went away is no error.
pub(crate) fn report(error: &anyhow::Error) -> ExitCode {
    let broken_pipe = |cause: &(dyn std::error::Error + 'static)| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|io| io.kind() == io::ErrorKind::BrokenPipe)
    };
    if error.chain().any(broken_pipe) {
        return ExitCode::SUCCESS;
    }
    output_error(&format!("{error:#}"));
    if error.chain().any(is_refusal) {
        ExitCode::from(2)
    } else {
        ExitCode::FAILURE
    }
}

fn output_error(sentence: &str) {
    use io::Write;
    // When even standard error is gone, the exit code alone has to say it.
    let _ = writeln!(io::stderr(), "soleus: {}", output::harmless(sentence));
}

fn is_refusal(cause: &(dyn std::error::Error + 'static)) -> bool {
    if let Some(desk) = cause.downcast_ref::<DeskError>() {
        return match desk {
            DeskError::Store(store) => is_about_the_file(store),
            other => other.is_bad_input(),
        };
    }
    cause
        .downcast_ref::<StoreError>()
        .is_some_and(is_about_the_file)
        || cause
            .downcast_ref::<TableError>()
            .is_some_and(|table| !table.is_io())
        || cause.is::<Refusal>()
        || cause.is::<SheetError>()
        || cause
            .downcast_ref::<ImportError>()
            .is_some_and(|import| !import.is_io())
        || cause
            .downcast_ref::<UsdaError>()
            .is_some_and(|usda| !usda.is_io())
        || cause.is::<TrialTableError>()
        || cause.is::<LogFileError>()
        || cause
            .downcast_ref::<BackupError>()
            .is_some_and(BackupError::is_bad_input)
}

/// A diary or a disk that was given and cannot be used as it is, which the person can change.
fn is_about_the_file(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::NewerVersion { .. }
            | StoreError::NotADiary { .. }
            | StoreError::ReadOnly { .. }
            | StoreError::Full { .. }
            | StoreError::Busy { .. }
    )
}
