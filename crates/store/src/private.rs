//! A folder and files that only their owner can read, whatever the umask is.

use std::fs::File;
use std::io;
use std::path::Path;

#[cfg(unix)]
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};

/// Makes the folder (and those above it) with access for its owner alone. An existing folder is closed to others only
/// when it holds nothing but the files `ours`: somebody's shared folder stays as it is.
pub(crate) fn folder(dir: &Path, ours: &[&str]) -> io::Result<()> {
    let holds_others = match std::fs::read_dir(dir) {
        Ok(mut inside) => inside
            .any(|one| !one.is_ok_and(|file| ours.iter().any(|name| file.file_name() == *name))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            create_folder(dir)?;
            false
        }
        Err(error) => return Err(error),
    };
    if holds_others {
        Ok(())
    } else {
        close(dir, 0o700)
    }
}

/// Makes an empty file with access for its owner alone; leaves an existing one alone.
pub(crate) fn file(path: &Path) -> io::Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    options.mode(0o600);
    match options.open(path) {
        Ok(made) => {
            close(path, 0o600)?;
            made.sync_all()?;
            sync_folder(path)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    }
}

/// Takes the access of others away, when they have any. A missing file is fine.
#[cfg(unix)]
pub(crate) fn close(path: &Path, mode: u32) -> io::Result<()> {
    match std::fs::metadata(path) {
        Ok(found) if found.permissions().mode() & 0o777 == mode => Ok(()),
        Ok(_) => std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

#[cfg(not(unix))]
pub(crate) fn close(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn create_folder(dir: &Path) -> io::Result<()> {
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(dir)
}

#[cfg(not(unix))]
fn create_folder(dir: &Path) -> io::Result<()> {
    std::fs::create_dir_all(dir)
}

/// Makes the new file's name survive a power loss.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    path.parent()
        .map_or(Ok(()), |dir| File::open(dir)?.sync_all())
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
