//! Access from outside the pages: a secret is made, shown once, known afterwards by its hash only, and taken back.

use std::fmt::{self, Write};

use diary::Text;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use sha2::{Digest, Sha256};
use store::{Access, Scope, SecretHash};
use subtle::ConstantTimeEq;

use crate::desk::Desk;
use crate::error::DeskError;

/// Beginning of every secret, so that people and programs that look for leaked secrets know it.
const PREFIX: &str = "soleus_";
/// Most access that is kept at once: more is a program that runs wild.
const MOST: usize = 100;
/// Longest name of a device, in characters.
const LONGEST_NAME: usize = 60;

/// What a device proves itself with: 256 random bits, written as `soleus_` and 64 hexadecimal digits.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Makes a secret of random bytes from the operating system.
    #[must_use]
    pub fn new(random: [u8; 32]) -> Self {
        Self(format!("{PREFIX}{}", hex(&random)))
    }

    /// The secret a device sent; `None` for what cannot be one.
    #[must_use]
    pub fn sent(text: &str) -> Option<Self> {
        let digits = text.strip_prefix(PREFIX)?;
        let is_one = digits.len() == 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_one.then(|| Self(text.to_owned()))
    }

    /// The secret itself, to be shown once.
    #[must_use]
    pub fn show(&self) -> &str {
        &self.0
    }

    /// Whether it is this one; takes as long for a nearly right one.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }

    /// A plain hash is enough: nobody guesses 256 random bits, however fast.
    pub(crate) fn hash(&self) -> SecretHash {
        SecretHash(Sha256::digest(self.0.as_bytes()).into())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(not shown)")
    }
}

impl Desk {
    /// Gives a device access and makes its secret. `random` is 32 fresh random bytes.
    ///
    /// # Errors
    /// [`DeskError::AccessName`], [`DeskError::TooMuchAccess`], [`DeskError::Store`]; then none was given.
    pub fn give_access(
        &self,
        name: &str,
        scope: Scope,
        now: Timestamp,
        random: [u8; 32],
    ) -> Result<(Access, Secret), DeskError> {
        let name = name.trim();
        let is_plain = !name.is_empty() && !name.contains(char::is_control);
        if !is_plain || name.chars().count() > LONGEST_NAME || Text::new(name).is_err() {
            return Err(DeskError::AccessName { most: LONGEST_NAME });
        }
        if self.accesses()?.len() >= MOST {
            return Err(DeskError::TooMuchAccess { most: MOST });
        }
        let secret = Secret::new(random);
        let access = self.store().give_access(name, scope, secret.hash(), now)?;
        Ok((access, secret))
    }

    /// All access that holds, in the order in which it was given.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn accesses(&self) -> Result<Vec<Access>, DeskError> {
        Ok(self.store().accesses()?)
    }

    /// What the sender of a secret may do; `None` when it gives no access (any more). Notes the day of use.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn admit(&self, secret: &Secret, now: Timestamp) -> Result<Option<Access>, DeskError> {
        let Some(access) = self.store().access_of(secret.hash())? else {
            return Ok(None);
        };
        let today = midnight(now);
        if access.last_used != Some(today) {
            self.store().note_use(access.number, today)?;
        }
        Ok(Some(access))
    }

    /// Takes access back at once and for good. Says whether there was any.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn take_access_back(&self, number: i64) -> Result<bool, DeskError> {
        Ok(self.store().take_access_back(number)?)
    }
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a String never fails.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The midnight in UTC that began the day of an instant.
pub(crate) fn midnight(now: Timestamp) -> Timestamp {
    now.to_zoned(TimeZone::UTC)
        .start_of_day()
        .map_or(now, |day: Zoned| day.timestamp())
}
