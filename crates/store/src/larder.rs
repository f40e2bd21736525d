//! Foods that were imported: a file of its own beside the diary. It holds nothing about the person, and losing it loses
//! nothing that cannot be downloaded again: so no backup copies it.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::StoreError;
use crate::private;

/// The file's name in the folder of the diary.
pub const LARDER_NAME: &str = "imported-foods.json";

/// Which content the file had: another one is likely another content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    bytes: u64,
    written: Option<SystemTime>,
}

/// The place of the file.
#[derive(Clone, Debug)]
pub struct LarderFile(PathBuf);

impl LarderFile {
    /// Beside the diary in this folder.
    #[must_use]
    pub fn beside(folder: &Path) -> Self {
        Self(folder.join(LARDER_NAME))
    }

    /// What the file looks like now; `None` when there is none.
    ///
    /// # Errors
    /// [`StoreError`] when the folder cannot be read.
    pub fn stamp(&self) -> Result<Option<Stamp>, StoreError> {
        match std::fs::metadata(&self.0) {
            Ok(found) => Ok(Some(Stamp {
                bytes: found.len(),
                written: found.modified().ok(),
            })),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(StoreError::from_io(&self.0, error)),
        }
    }

    /// The content; `None` when there is none.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be read.
    pub fn read(&self) -> Result<Option<String>, StoreError> {
        match std::fs::read_to_string(&self.0) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(StoreError::from_io(&self.0, error)),
        }
    }

    /// Puts this content in the place of the old one, whole or not at all.
    ///
    /// # Errors
    /// [`StoreError`]; then the old content is still there.
    pub fn write(&self, text: &str) -> Result<(), StoreError> {
        let unfinished = self.0.with_extension("json.unfinished");
        let failed = |error| StoreError::from_io(&self.0, error);
        match std::fs::remove_file(&unfinished) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed(error)),
            _ => {}
        }
        let mut file = private::new_file(&unfinished).map_err(failed)?;
        file.write_all(text.as_bytes())
            .and_then(|()| file.sync_all())
            .and_then(|()| std::fs::rename(&unfinished, &self.0))
            .and_then(|()| private::sync_folder(&self.0))
            .map_err(|error| {
                // What is left of it is of no use; failing to remove it harms nothing.
                let _ = std::fs::remove_file(&unfinished);
                failed(error)
            })
    }
}
