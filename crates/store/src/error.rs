//! Why a diary could not be read or written, in sentences that say what to do.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// Why the log could not be read or written. Each message says what to do. Nothing acknowledged is lost by any of them.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum StoreError {
    #[error(
        "The diary {path} was written by a newer version of this program (format {found}; this program knows up to \
         {known}). Install the newer version. Nothing was changed."
    )]
    NewerVersion {
        path: PathBuf,
        found: i64,
        known: i64,
    },
    #[error(
        "{path} is not a diary of this program, or its beginning is damaged. Move it elsewhere, or choose another folder \
         with --data. Nothing was changed."
    )]
    NotADiary { path: PathBuf },
    #[error(
        "The diary {path} may be read but not written. Make the file and its folder writable for you, or choose another \
         folder with --data. Nothing was written."
    )]
    ReadOnly { path: PathBuf },
    #[error(
        "The disk with the diary {path} is full. Free some space and try again. Nothing of this was written."
    )]
    Full { path: PathBuf },
    #[error(
        "Another program has been writing to the diary {path} for longer than {seconds} seconds. Close it, or wait and \
         try again. Nothing of this was written."
    )]
    Busy { path: PathBuf, seconds: u64 },
    #[error(
        "The diary {path} is damaged ({what}). `soleus backup list` shows your backups, and `soleus restore FILE` brings \
         one back; the damaged file is kept beside it, since much of it can often be saved. Nothing was changed."
    )]
    Corrupt { path: PathBuf, what: String },
    #[error(
        "{path} cannot be used: {cause}. Check that the folder exists, is yours and is on a disk that works."
    )]
    Io {
        path: PathBuf,
        cause: std::io::Error,
    },
    #[error(
        "The diary {path} answered with an error: {cause}. Try again; nothing of this was written."
    )]
    Database {
        path: PathBuf,
        cause: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl StoreError {
    /// The sentence for an error of the operating system.
    pub(crate) fn from_io(path: &Path, cause: std::io::Error) -> Self {
        let path = path.to_owned();
        match cause.kind() {
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                Self::ReadOnly { path }
            }
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
                Self::Full { path }
            }
            _ => Self::Io { path, cause },
        }
    }

    /// The sentence for an error of the database.
    pub(crate) fn from_sqlite(path: &Path, cause: rusqlite::Error) -> Self {
        let path = path.to_owned();
        // The file through which processes share the write-ahead log finds no room: the disk is full.
        if cause.sqlite_extended_error_code() == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) {
            return Self::Full { path };
        }
        // Tables or cells that our migrations never made: somebody else's, or damaged.
        let foreign = match &cause {
            rusqlite::Error::QueryReturnedNoRows => Some("a row that is always there is missing"),
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => {
                Some("a cell does not hold what it should")
            }
            rusqlite::Error::SqlInputError { .. } => Some("its tables are not a diary's"),
            _ => None,
        };
        if let Some(what) = foreign {
            return Self::Corrupt {
                path,
                what: what.to_owned(),
            };
        }
        match cause.sqlite_error_code() {
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly { path },
            Some(ErrorCode::DiskFull) => Self::Full { path },
            Some(
                ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseLocked
                | ErrorCode::FileLockingProtocolFailed,
            ) => Self::Busy {
                path,
                seconds: crate::open::PATIENCE.as_secs(),
            },
            Some(ErrorCode::DatabaseCorrupt) => Self::Corrupt {
                path,
                what: cause.to_string(),
            },
            Some(ErrorCode::NotADatabase) => Self::NotADiary { path },
            _ => Self::Database {
                path,
                cause: Box::new(cause),
            },
        }
    }
}
