//! Sealing a backup with age (age-encryption.org/v1): to a passphrase or to a key, and opening it again.

use std::fmt;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, Decryptor, Encryptor, scrypt, x25519};
use store::private;

use crate::error::BackupError;
use crate::name::Readable;

/// Work of guessing a passphrase, as the power of two that scrypt takes: that of age's own tool. About a second and
/// 256 MiB.
const WORK: u8 = 18;
/// Most work that a foreign file may ask of us: 16 times as much.
const MOST_WORK: u8 = 22;

/// How a backup is closed.
pub enum Seal {
    /// Not at all.
    Open,
    /// To whoever knows the passphrase.
    Passphrase(SecretString),
    /// To whoever holds the key that belongs to this public one.
    PublicKey(x25519::Recipient),
}

/// What opens a sealed backup.
pub enum Key {
    /// The passphrase it was sealed with.
    Passphrase(SecretString),
    /// The secret key that belongs to the public one it was sealed to.
    Secret(x25519::Identity),
}

impl Seal {
    /// Reads a public key (`age1…`).
    ///
    /// # Errors
    /// [`BackupError::NotAPublicKey`].
    pub fn to_public_key(text: &str) -> Result<Self, BackupError> {
        let key = text.trim().parse();
        key.map(Self::PublicKey)
            .map_err(|_| BackupError::NotAPublicKey)
    }

    /// Who can read what was sealed like this.
    #[must_use]
    pub fn readable(&self) -> Readable {
        match self {
            Self::Open => Readable::ByAnyone,
            Self::Passphrase(_) | Self::PublicKey(_) => Readable::WithKey,
        }
    }

    /// Copies a file through the seal.
    pub(crate) fn close(&self, plain: &mut File, sealed: &mut File) -> io::Result<()> {
        let encryptor = match self {
            Self::Open => return io::copy(plain, sealed).map(drop),
            Self::Passphrase(passphrase) => {
                let mut recipient = scrypt::Recipient::new(passphrase.clone());
                recipient.set_work_factor(WORK);
                Encryptor::with_recipients(std::iter::once(&recipient as _))
            }
            Self::PublicKey(recipient) => {
                Encryptor::with_recipients(std::iter::once(recipient as _))
            }
        };
        let encryptor = encryptor.map_err(io::Error::other)?;
        let mut out = encryptor.wrap_output(BufWriter::new(sealed))?;
        io::copy(plain, &mut out)?;
        out.finish()?.flush()
    }
}

impl Key {
    /// A new secret key.
    #[must_use]
    pub fn generate() -> Self {
        Self::Secret(x25519::Identity::generate())
    }

    /// Reads a secret key (`AGE-SECRET-KEY-1…`), alone or in a file with comments, as age's own tool writes it.
    ///
    /// # Errors
    /// [`BackupError::NotASecretKey`].
    pub fn secret(text: &str) -> Result<Self, BackupError> {
        let mut lines = text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with('#'));
        let key = lines.next().and_then(|line| line.parse().ok());
        match (key, lines.next()) {
            (Some(key), None) => Ok(Self::Secret(key)),
            _ => Err(BackupError::NotASecretKey),
        }
    }

    /// The public key to seal to and the secret key to keep, as texts; `None` for a passphrase.
    #[must_use]
    pub fn texts(&self) -> Option<(String, SecretString)> {
        match self {
            Self::Passphrase(_) => None,
            Self::Secret(key) => Some((key.to_public().to_string(), key.to_string())),
        }
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(not shown)")
    }
}

/// The secret text of a key, for the one place that prints it.
#[must_use]
pub fn shown(secret: &SecretString) -> &str {
    secret.expose_secret()
}

/// A passphrase as it was typed.
///
/// # Errors
/// [`BackupError::ShortPassphrase`] below twelve characters, and [`BackupError::GuessablePassphrase`]: a backup may be tried
/// offline for ever.
pub fn passphrase(typed: &str) -> Result<SecretString, BackupError> {
    if typed.chars().count() < 12 {
        return Err(BackupError::ShortPassphrase);
    }
    // The best of its marks: out of reach also for who has the file and many computers.
    if zxcvbn::zxcvbn(typed, &["soleus"]).score() < zxcvbn::Score::Four {
        return Err(BackupError::GuessablePassphrase);
    }
    Ok(SecretString::from(typed.to_owned()))
}

/// Copies a backup to the new file `into`, opening its seal if it has one.
pub(crate) fn open(backup: &Path, key: Option<&Key>, into: &Path) -> Result<Readable, BackupError> {
    let about = |error| BackupError::from_io(backup, error);
    let mut input = BufReader::new(File::open(backup).map_err(about)?);
    let is_sealed = io::BufRead::fill_buf(&mut input)
        .map_err(about)?
        .starts_with(b"age-encryption.org/");
    let wrote = |error| BackupError::from_io(into, error);
    let mut plain = private::new_file(into).map_err(wrote)?;
    if !is_sealed {
        io::copy(&mut input, &mut plain).map_err(wrote)?;
        return Ok(Readable::ByAnyone);
    }
    let decryptor = Decryptor::new_buffered(input).map_err(|e| refusal(backup, key, e))?;
    let by_passphrase = decryptor.is_scrypt();
    let opened = match (key, by_passphrase) {
        (Some(Key::Passphrase(passphrase)), true) => {
            let mut identity = scrypt::Identity::new(passphrase.clone());
            identity.set_max_work_factor(MOST_WORK);
            decryptor.decrypt(std::iter::once(&identity as _))
        }
        (Some(Key::Secret(identity)), false) => decryptor.decrypt(std::iter::once(identity as _)),
        (_, true) => return Err(BackupError::NeedsPassphrase(backup.to_owned())),
        (_, false) => return Err(BackupError::NeedsKey(backup.to_owned())),
    };
    let mut opened = opened.map_err(|e| refusal(backup, key, e))?;
    let mut part = vec![0; 64 * 1024];
    loop {
        // An error here is about the backup (cut short, changed), one of writing about the disk.
        let length = opened
            .read(&mut part)
            .map_err(|error| BackupError::Damaged {
                path: backup.to_owned(),
                what: error.to_string(),
            })?;
        if length == 0 {
            return Ok(Readable::WithKey);
        }
        let read = part.get(..length).unwrap_or(&part);
        plain.write_all(read).map_err(wrote)?;
    }
}

fn refusal(backup: &Path, key: Option<&Key>, error: DecryptError) -> BackupError {
    let path = backup.to_owned();
    match (error, key) {
        (DecryptError::Io(error), _) if error.kind() != io::ErrorKind::UnexpectedEof => {
            BackupError::from_io(backup, error)
        }
        (
            DecryptError::DecryptionFailed
            | DecryptError::KeyDecryptionFailed
            | DecryptError::NoMatchingKeys,
            Some(Key::Passphrase(_)),
        ) => BackupError::WrongPassphrase(path),
        (DecryptError::DecryptionFailed | DecryptError::NoMatchingKeys, _) => {
            BackupError::WrongKey(path)
        }
        (DecryptError::ExcessiveWork { .. }, _) => BackupError::TooMuchWork(path),
        (other, _) => BackupError::Damaged {
            path,
            what: other.to_string(),
        },
    }
}
