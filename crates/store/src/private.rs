//! A folder and files that only their owner can read, whatever the umask is.

use std::fs::File;
use std::io;
use std::path::Path;

#[cfg(unix)]
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};

/// Makes the folder (and those above it) with access for its owner alone. An existing folder is closed to others only
/// when it holds nothing but the files `ours`: somebody's shared folder stays as it is.
///
/// # Errors
/// Those of the operating system.
pub fn folder(dir: &Path, ours: &[&str]) -> io::Result<()> {
    match std::fs::read_dir(dir) {
        Ok(mut inside) => {
            let holds_others = inside.any(|one| {
                !one.is_ok_and(|file| ours.iter().any(|name| file.file_name() == *name))
            });
            if holds_others { Ok(()) } else { close(dir) }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => create_folder(dir),
        Err(error) => Err(error),
    }
}

/// Makes an empty file with access for its owner alone; leaves an existing one alone.
pub(crate) fn file(path: &Path) -> io::Result<()> {
    match new_file(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made.map(drop),
    }
}

/// Makes an empty file with access for its owner alone, and gives it for writing.
///
/// # Errors
/// Those of the operating system; `AlreadyExists` when there is one.
pub fn new_file(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    options.mode(0o600);
    let made = options.open(path)?;
    set_mode(path, 0o600)?;
    made.sync_all()?;
    sync_folder(path)?;
    Ok(made)
}

/// Takes the access of others away, when they have any. A missing file is fine.
#[cfg(unix)]
pub(crate) fn close(path: &Path) -> io::Result<()> {
    match std::fs::metadata(path) {
        Ok(found) => match found.permissions().mode() {
            mode if mode & 0o077 == 0 => Ok(()),
            mode => set_mode(path, mode & 0o700),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

#[cfg(not(unix))]
pub(crate) fn close(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) -> io::Result<()> {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn set_mode(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn create_folder(dir: &Path) -> io::Result<()> {
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(dir)?;
    set_mode(dir, 0o700)
}

#[cfg(not(unix))]
fn create_folder(dir: &Path) -> io::Result<()> {
    std::fs::create_dir_all(dir)
}

/// Makes the name of a file that was made or renamed survive a power loss.
///
/// # Errors
/// Those of the operating system.
#[cfg(unix)]
pub fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        None => Ok(()),
        Some(dir) if dir.as_os_str().is_empty() => File::open(".")?.sync_all(),
        Some(dir) => File::open(dir)?.sync_all(),
    }
}

/// Nothing to do where folders cannot be synchronised.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
