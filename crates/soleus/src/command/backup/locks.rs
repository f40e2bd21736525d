//! How a backup is sealed and opened, as options: passphrases and keys never stand on the command line itself.

use std::io::{IsTerminal, stderr, stdin};
use std::path::{Path, PathBuf};

use backup::seal::{self, passphrase};
use backup::{Key, Seal};

use crate::fault::{Refusal, refuse};

/// How to seal.
#[derive(Clone, Debug, Default, clap::Args)]
#[group(multiple = false)]
pub(crate) struct SealArgs {
    /// Seal to a public key (`age1…`, from `soleus backup key`): only its secret key opens the backup.
    #[arg(long, value_name = "AGE1..", env = "SOLEUS_BACKUP_KEY")]
    to_key: Option<String>,
    /// Seal to a passphrase that you type.
    #[arg(long)]
    passphrase: bool,
    /// Seal to the passphrase in the first line of a file.
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

impl SealArgs {
    pub(crate) fn seal(&self) -> anyhow::Result<Seal> {
        if let Some(key) = &self.to_key {
            return Ok(Seal::to_public_key(key)?);
        }
        if let Some(file) = &self.passphrase_file {
            return seal_with_file(file);
        }
        if self.passphrase {
            let first = passphrase(&typed("A passphrase for the backup: ")?)?;
            if seal::shown(&first) != typed("The same passphrase again: ")? {
                return refuse("The two passphrases differ. Nothing was written; try again.");
            }
            return Ok(Seal::Passphrase(first));
        }
        Ok(Seal::Open)
    }
}

/// Seals to the passphrase in the first line of a file.
pub(crate) fn seal_with_file(file: &Path) -> anyhow::Result<Seal> {
    Ok(Seal::Passphrase(passphrase(&first_line(file)?)?))
}

/// How to open.
#[derive(Debug, clap::Args)]
#[group(multiple = false)]
pub(crate) struct KeyArgs {
    /// Open with the secret key in a file (`AGE-SECRET-KEY-1…`, from your recovery sheet).
    #[arg(long, value_name = "FILE")]
    key_file: Option<PathBuf>,
    /// Open with a passphrase that you type.
    #[arg(long)]
    passphrase: bool,
    /// Open with the passphrase in the first line of a file.
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

impl KeyArgs {
    pub(crate) fn key(&self) -> anyhow::Result<Option<Key>> {
        if let Some(file) = &self.key_file {
            return Ok(Some(Key::secret(&content(file)?)?));
        }
        let typed = match (&self.passphrase_file, self.passphrase) {
            (Some(file), _) => first_line(file)?,
            (None, true) => typed("The passphrase of the backup: ")?,
            (None, false) => return Ok(None),
        };
        Ok(Some(Key::Passphrase(typed.into())))
    }
}

/// What the person types, unseen; from a pipe, the next line.
pub(crate) fn typed(question: &str) -> anyhow::Result<String> {
    if stdin().is_terminal() && stderr().is_terminal() {
        return Ok(rpassword::prompt_password(question)?);
    }
    let mut line = String::new();
    stdin().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// The first line of a file.
pub(crate) fn first_line(file: &Path) -> anyhow::Result<String> {
    Ok(content(file)?.lines().next().unwrap_or_default().to_owned())
}

fn content(file: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(file)
        .map_err(|error| Refusal(format!("{} cannot be read: {error}.", file.display())).into())
}
