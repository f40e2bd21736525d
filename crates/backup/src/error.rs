//! Why a backup could not be made, proved or brought back, in sentences that say what to do.

use std::io;
use std::path::{Path, PathBuf};

use store::StoreError;

/// Why a backup could not be made, proved or brought back. Nothing was changed by any of them.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum BackupError {
    #[error(
        "{0} is not a backup of Soleus, or its beginning is damaged. Choose a file that `soleus backup` made. Nothing was changed."
    )]
    NotABackup(PathBuf),
    #[error(
        "The backup {path} is damaged or was cut short ({what}). Copy it once more, or take an older one. Nothing was changed."
    )]
    Damaged { path: PathBuf, what: String },
    #[error(
        "The backup {path} was made by a newer version of Soleus (format {found}; this one knows up to {known}). Install the newer version. Nothing was changed."
    )]
    NewerVersion {
        path: PathBuf,
        found: i64,
        known: i64,
    },
    #[error(
        "The backup {0} is sealed with a passphrase. Give it with --passphrase or --passphrase-file. Nothing was changed."
    )]
    NeedsPassphrase(PathBuf),
    #[error(
        "The backup {0} is sealed to a key. Give the secret key from your recovery sheet with --key-file. Nothing was changed."
    )]
    NeedsKey(PathBuf),
    #[error(
        "The passphrase does not open {0}. Check capital letters and spaces, and try again. Nothing was changed."
    )]
    WrongPassphrase(PathBuf),
    #[error("This key does not open {0}: it belongs to another backup. Nothing was changed.")]
    WrongKey(PathBuf),
    #[error(
        "The backup {0} asks for far more work than Soleus ever does to try a passphrase. It was not made by Soleus. Nothing was changed."
    )]
    TooMuchWork(PathBuf),
    #[error(
        "A passphrase needs at least 12 characters: whoever finds a backup can try for as long as they like. Four or five unrelated words are good."
    )]
    ShortPassphrase,
    #[error(
        "This passphrase is too easily guessed for a backup: whoever finds one can try for as long as they like. Take four or five words that do not belong together."
    )]
    GuessablePassphrase,
    #[error(
        "This is not a public key of age. It begins with `age1`; `soleus backup key` makes one."
    )]
    NotAPublicKey,
    #[error("This is not a secret key of age. It is one line that begins with `AGE-SECRET-KEY-1`.")]
    NotASecretKey,
    #[error(
        "A program has the diary {0} open, most likely Soleus itself. Stop it (Ctrl-C), then restore again. Nothing was changed."
    )]
    InUse(PathBuf),
    #[error("The disk with {0} is full. Free some space and try again. Nothing was changed.")]
    Full(PathBuf),
    #[error("{path} cannot be used: {cause}. Nothing was changed.")]
    Io { path: PathBuf, cause: io::Error },
    #[error(transparent)]
    Diary(StoreError),
}

impl BackupError {
    pub(crate) fn from_io(path: &Path, cause: io::Error) -> Self {
        let path = path.to_owned();
        match cause.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full(path),
            _ => Self::Io { path, cause },
        }
    }

    /// What the diary's own sentence is when it is said of a backup.
    pub(crate) fn about_backup(backup: &Path, error: StoreError) -> Self {
        let path = backup.to_owned();
        match error {
            StoreError::NotADiary { .. } => Self::NotABackup(path),
            StoreError::Corrupt { what, .. } => Self::Damaged { path, what },
            StoreError::NewerVersion { found, known, .. } => {
                Self::NewerVersion { path, found, known }
            }
            other => Self::from(other),
        }
    }

    /// Whether the file, the passphrase or the folder that was given is at fault, and not Soleus or the machine.
    #[must_use]
    pub fn is_bad_input(&self) -> bool {
        !matches!(
            self,
            Self::Diary(
                StoreError::Io { .. } | StoreError::Database { .. } | StoreError::Corrupt { .. }
            )
        )
    }
}

impl From<StoreError> for BackupError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full { path } => Self::Full(path),
            other => Self::Diary(other),
        }
    }
}
