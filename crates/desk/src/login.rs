//! Who may open the pages where others can reach them: a passphrase stretched with argon2id, and sessions known by a hash.

use std::sync::{Arc, Mutex, TryLockError};

use argon2::{Algorithm, Argon2, Params, Version};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use store::{May, Session, SqliteStore, Stretched};
use subtle::ConstantTimeEq;

use crate::access::{Secret, hex, midnight};
use crate::error::DeskError;

/// Fewest characters of a passphrase, as for backups (our judgement).
pub const SHORTEST: usize = 12;
/// Most characters: more only keeps the computer busy.
pub const LONGEST: usize = 128;
/// Most characters of one that was set before [`LONGEST`] went down: it still opens the pages.
const LONGEST_BEFORE: usize = 200;
/// A browser that was not used for so long is signed out (our judgement).
const UNUSED: SignedDuration = SignedDuration::from_hours(90 * 24);
/// Most browsers at once; the one that was used least recently goes first.
const MOST: u32 = 50;

/// What stretching a passphrase costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
}

impl Cost {
    /// The least: 64 MiB and 3 passes, the second recommended choice of RFC 9106 (with one lane, not four).
    pub const LEAST: Self = Self {
        memory_kib: 64 * 1024,
        passes: 3,
    };
    /// Most passes that tuning asks for.
    pub const MOST_PASSES: u32 = 24;

    /// Stretches a passphrase.
    ///
    /// # Errors
    /// [`DeskError::Stretching`] when there is not enough memory.
    pub fn stretch(self, words: &str, salt: [u8; 16]) -> Result<Stretched, DeskError> {
        let params = Params::new(self.memory_kib, self.passes, 1, Some(32))
            .map_err(|_| DeskError::Stretching)?;
        let mut hash = [0; 32];
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(words.as_bytes(), &salt, &mut hash)
            .map_err(|_| DeskError::Stretching)?;
        Ok(Stretched {
            salt,
            hash,
            memory_kib: self.memory_kib,
            passes: self.passes,
        })
    }
}

/// What became of an attempt to log in.
pub enum Attempt {
    /// The words were right: the token that the browser keeps.
    In(Secret),
    /// They were wrong.
    Wrong,
    /// Somebody else is being looked at: one at a time, so that guessing never takes the computer's memory.
    Busy,
}

/// Whether somebody knows the passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The words are right.
    Right,
    /// They are wrong.
    Wrong,
    /// Somebody else is being looked at: one at a time, so that guessing never takes the computer's memory.
    Busy,
}

/// The lock of the pages.
pub struct Login {
    store: Arc<SqliteStore>,
    stretching: Mutex<()>,
}

impl Login {
    /// The lock of the pages over this diary.
    #[must_use]
    pub fn new(store: Arc<SqliteStore>) -> Self {
        Self {
            store,
            stretching: Mutex::new(()),
        }
    }

    /// Whether a passphrase was set.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn is_set(&self) -> Result<bool, DeskError> {
        Ok(self.store.passphrase()?.is_some())
    }

    /// Sets the passphrase, or changes it; every browser is signed out. `salt` is 16 fresh random bytes.
    ///
    /// # Errors
    /// [`DeskError::Passphrase`] when it is too short or too long, [`DeskError::Guessable`], [`DeskError::Stretching`],
    /// [`DeskError::Store`].
    pub fn set(&self, words: &str, cost: Cost, salt: [u8; 16]) -> Result<(), DeskError> {
        is_fit(words)?;
        let stretched = cost.stretch(words, salt)?;
        Ok(self.store.set_passphrase(Some(&stretched))?)
    }

    /// Takes the passphrase away; every browser is signed out.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn unset(&self) -> Result<(), DeskError> {
        Ok(self.store.set_passphrase(None)?)
    }

    /// Lets a browser in that knows the passphrase. `random` is 32 fresh random bytes.
    ///
    /// # Errors
    /// [`DeskError::Stretching`], [`DeskError::Store`].
    pub fn attempt(
        &self,
        words: &str,
        browser: &str,
        now: Timestamp,
        random: [u8; 32],
    ) -> Result<Attempt, DeskError> {
        match self.prove(words)? {
            Proof::Right => self
                .admit(browser, May::Everything, now, random)
                .map(Attempt::In),
            Proof::Wrong => Ok(Attempt::Wrong),
            Proof::Busy => Ok(Attempt::Busy),
        }
    }

    /// Whether these words are the passphrase; nobody is let in by it.
    ///
    /// # Errors
    /// [`DeskError::Stretching`], [`DeskError::Store`].
    pub fn prove(&self, words: &str) -> Result<Proof, DeskError> {
        let _turn = match self.stretching.try_lock() {
            Ok(turn) => turn,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return Ok(Proof::Busy),
        };
        let Some(kept) = self.store.passphrase()? else {
            return Ok(Proof::Wrong);
        };
        let cost = Cost {
            memory_kib: kept.memory_kib,
            passes: kept.passes,
        };
        let words: String = words.chars().take(LONGEST_BEFORE + 1).collect();
        let tried = cost.stretch(&words, kept.salt)?;
        if !bool::from(tried.hash.ct_eq(&kept.hash)) {
            return Ok(Proof::Wrong);
        }
        Ok(Proof::Right)
    }

    /// Lets a browser in without the passphrase: one that somebody who is in has paired. `random` is 32 fresh random bytes.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn admit(
        &self,
        browser: &str,
        may: May,
        now: Timestamp,
        random: [u8; 32],
    ) -> Result<Secret, DeskError> {
        let token = Secret::new(random);
        let times = (now, midnight(now));
        self.store
            .open_session(browser, may, token.hash(), times, MOST)?;
        Ok(token)
    }

    /// The browser that holds this token, if it is logged in. Notes the day of use.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn session(&self, token: &Secret, now: Timestamp) -> Result<Option<Session>, DeskError> {
        let Some(session) = self.store.session_of(token.hash())? else {
            return Ok(None);
        };
        // A phone beside the bed may wait for a cramp for months, and opens next to nothing.
        let idle = now.duration_since(session.last_used);
        if session.may == May::Everything && idle > UNUSED {
            self.store.close_session(session.number)?;
            return Ok(None);
        }
        let today = midnight(now);
        if session.last_used != today {
            self.store.note_session(session.number, today)?;
        }
        Ok(Some(session))
    }

    /// All browsers that are logged in, in the order in which they came.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn sessions(&self) -> Result<Vec<Session>, DeskError> {
        Ok(self.store.sessions()?)
    }

    /// Signs a browser out for good. Says whether there was one.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn sign_out(&self, number: i64) -> Result<bool, DeskError> {
        Ok(self.store.close_session(number)?)
    }
}

/// Whether these words may become a passphrase. A run of spaces counts as one character.
fn is_fit(words: &str) -> Result<(), DeskError> {
    let spaces = words.chars().zip(words.chars().skip(1));
    let doubled = spaces.filter(|&pair| pair == (' ', ' ')).count();
    let length = words.chars().count();
    if length - doubled < SHORTEST || length > LONGEST {
        return Err(DeskError::Passphrase {
            least: SHORTEST,
            most: LONGEST,
        });
    }
    // Three of four: safely unguessable where guessing is slow, says the library.
    if zxcvbn::zxcvbn(words, &["soleus"]).score() < zxcvbn::Score::Three {
        return Err(DeskError::Guessable);
    }
    Ok(())
}

/// What every form of a browser that is logged in carries: another site cannot know it.
///
/// Each answer hides it under random bytes of its own, which stand before it: the length of a compressed page then says
/// nothing about it.
#[must_use]
pub fn form_token(token: &Secret, random: [u8; 32]) -> String {
    let own = own_of(token);
    hex(&random) + &hex(&hidden(own, random))
}

/// Whether a form carries what it should; takes as long for a wrong one as for a nearly right one.
#[must_use]
pub fn is_form_token(sent: &str, token: &Secret) -> bool {
    let Some((random, under)) = sent.split_at_checked(64) else {
        return false;
    };
    let (Some(random), Some(under)) = (unhex(random), unhex(under)) else {
        return false;
    };
    hidden(under, random).ct_eq(&own_of(token)).into()
}

fn own_of(token: &Secret) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"form ");
    hash.update(token.show().as_bytes());
    hash.finalize().into()
}

fn hidden(mut own: [u8; 32], random: [u8; 32]) -> [u8; 32] {
    for (byte, cover) in own.iter_mut().zip(random) {
        *byte ^= cover;
    }
    own
}

/// 32 bytes from 64 digits.
fn unhex(digits: &str) -> Option<[u8; 32]> {
    let (pairs, []) = digits.as_bytes().as_chunks::<2>() else {
        return None;
    };
    let mut bytes = [0; 32];
    if pairs.len() != bytes.len() {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(pairs) {
        let pair = std::str::from_utf8(pair).ok()?;
        // A sign would be read, too.
        if !pair.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        *byte = u8::from_str_radix(pair, 16).ok()?;
    }
    Some(bytes)
}
