//! New files that only their owner can read: whole under their name, or not there at all.

use std::io::{ErrorKind, IsTerminal, Write, stdout};
use std::path::Path;

use anyhow::Context;

use crate::fault::refuse;
use crate::output;

/// Writes a new file; never over another one.
pub(crate) fn write_new(path: &Path, content: &[u8]) -> anyhow::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let written = tempfile::Builder::new()
        .prefix(".soleus-unfinished-")
        .tempfile_in(folder)
        .and_then(|mut file| {
            file.write_all(content)?;
            file.as_file().sync_all()?;
            Ok(file)
        })
        .and_then(|file| file.persist_noclobber(path).map_err(|failed| failed.error));
    match written {
        Ok(_) => Ok(()),
        Err(error) => match error.kind() {
            ErrorKind::AlreadyExists => refuse(format!(
                "{} exists already. Choose another name; nothing was written.",
                path.display()
            )),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => refuse(format!(
                "The disk with {} is full. Free some space and try again; nothing was written.",
                path.display()
            )),
            ErrorKind::NotFound | ErrorKind::PermissionDenied => refuse(format!(
                "{} cannot be written: {error}. Choose a folder that is there and is yours; nothing was written.",
                path.display()
            )),
            _ => Err(error).with_context(|| format!("{} cannot be written", path.display())),
        },
    }
}

/// Hands a file's content to standard output: byte for byte to a program, harmless to a terminal.
pub(crate) fn print(content: &[u8]) -> anyhow::Result<()> {
    if stdout().is_terminal() {
        output::text(&String::from_utf8_lossy(content))
    } else {
        Ok(stdout().write_all(content)?)
    }
}
