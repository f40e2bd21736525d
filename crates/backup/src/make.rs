//! Making a backup of a diary that is in use, and keeping a folder of them.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use store::{FILE_NAME, SqliteStore, copy, private};

use crate::error::BackupError;
use crate::name::{BackupName, Readable};
use crate::retention::Retention;
use crate::seal::Seal;

/// Beginning of the names of what is not finished yet.
const UNFINISHED: &str = ".soleus-unfinished-";
/// After this time, whoever left something unfinished will not come back.
const ABANDONED: Duration = Duration::from_secs(3600);

/// A backup that was made, whole and durable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Where it is.
    pub path: PathBuf,
    /// Entries in it.
    pub entries: usize,
    /// Who can read it.
    pub readable: Readable,
}

/// A backup in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Where it is.
    pub path: PathBuf,
    /// When it was made, and who can read it.
    pub name: BackupName,
    /// Size in bytes.
    pub bytes: u64,
}

/// Backs the diary up into a folder, which is made if there is none. The copy is proved whole before it is sealed; in
/// plain it exists only beside the diary itself.
///
/// # Errors
/// [`BackupError`]; then no backup has appeared, and the diary is as it was.
pub fn make(
    store: &SqliteStore,
    folder: &Path,
    seal: &Seal,
    now: Timestamp,
) -> Result<Made, BackupError> {
    let beside = store.path().parent().unwrap_or(Path::new("."));
    private::folder(folder, &[]).map_err(|e| BackupError::from_io(folder, e))?;
    for place in [beside, folder] {
        forget_abandoned(place).map_err(|e| BackupError::from_io(place, e))?;
    }
    let staging = unfinished()
        .tempdir_in(beside)
        .map_err(|e| BackupError::from_io(beside, e))?;
    let plain = staging.path().join(FILE_NAME);
    store.copy_to(&plain)?;
    let contents = copy::inspect(&plain)?;
    let path = seal_into(&plain, folder, seal, now).map_err(|e| BackupError::from_io(folder, e))?;
    Ok(Made {
        path,
        entries: contents.entries.len(),
        readable: seal.readable(),
    })
}

/// Seals the plain copy under the name of this second, or of the next one that is free.
fn seal_into(plain: &Path, folder: &Path, seal: &Seal, now: Timestamp) -> io::Result<PathBuf> {
    let mut sealed = unfinished().tempfile_in(folder)?;
    seal.close(&mut File::open(plain)?, sealed.as_file_mut())?;
    sealed.as_file().sync_all()?;
    let mut at = now;
    loop {
        let path = folder.join(BackupName::new(at, seal.readable()).to_string());
        match sealed.persist_noclobber(&path) {
            Ok(_) => {
                private::sync_folder(&path)?;
                return Ok(path);
            }
            Err(taken) if taken.error.kind() == io::ErrorKind::AlreadyExists => {
                sealed = taken.file;
                at = at
                    .checked_add(SignedDuration::from_secs(1))
                    .map_err(io::Error::other)?;
            }
            Err(failed) => return Err(failed.error),
        }
    }
}

fn unfinished<'a>() -> tempfile::Builder<'a, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED);
    builder
}

/// Removes what a process that was killed has left: a copy in plain, a seal half done.
fn forget_abandoned(folder: &Path) -> io::Result<()> {
    for file in std::fs::read_dir(folder)? {
        let file = file?;
        let is_ours = file
            .file_name()
            .to_str()
            .is_some_and(|name| name.starts_with(UNFINISHED));
        if !is_ours {
            continue;
        }
        // A clock that was set back makes it younger than now: then it waits for another time.
        let age = file.metadata()?.modified()?.elapsed().unwrap_or_default();
        if age > ABANDONED {
            let path = file.path();
            if file.file_type()?.is_dir() {
                std::fs::remove_dir_all(path)?;
            } else {
                std::fs::remove_file(path)?;
            }
        }
    }
    Ok(())
}

/// The backups in a folder, the newest first; none where there is no folder.
///
/// # Errors
/// [`BackupError`] when the folder cannot be read.
pub fn list(folder: &Path) -> Result<Vec<Kept>, BackupError> {
    let about = |e| BackupError::from_io(folder, e);
    let files = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        files => files.map_err(about)?,
    };
    let mut kept = Vec::new();
    for file in files {
        let file = file.map_err(about)?;
        let name = file.file_name().to_str().and_then(BackupName::parse);
        if let Some(name) = name {
            kept.push(Kept {
                path: file.path(),
                name,
                bytes: file.metadata().map_err(about)?.len(),
            });
        }
    }
    kept.sort_by_key(|kept| std::cmp::Reverse(kept.name));
    Ok(kept)
}

/// Removes the backups of a folder that need not be kept, and gives them. Files of others stay.
///
/// # Errors
/// [`BackupError`] when one cannot be removed; the others may be gone already.
pub fn prune(folder: &Path, retention: &Retention) -> Result<Vec<Kept>, BackupError> {
    let all = list(folder)?;
    let made: Vec<Timestamp> = all.iter().map(|kept| kept.name.at).collect();
    let keep = retention.kept(&made);
    let (_, gone): (Vec<Kept>, Vec<Kept>) = all
        .into_iter()
        .partition(|kept| keep.contains(&kept.name.at));
    for one in &gone {
        std::fs::remove_file(&one.path).map_err(|e| BackupError::from_io(&one.path, e))?;
    }
    Ok(gone)
}
