//! The identity of an entry.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::{Uuid, Variant};

/// The identity of an entry: a UUID version 7, which sorts by the time it was made.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Uuid", into = "Uuid")]
pub struct EntryId(Uuid);

/// An id that is not a version 7 UUID.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not an entry id: it must be a UUID of version 7.")]
pub struct NotAnEntryId(pub String);

impl EntryId {
    /// Makes an id from the instant at which it is made and 10 random bytes.
    #[must_use]
    pub fn new(made_at: Timestamp, random: [u8; 10]) -> Self {
        let millis = u64::try_from(made_at.as_millisecond()).unwrap_or(0);
        Self(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// Makes an id that sorts after `earlier`, also when the clock stands still or was set back since: a correction must
    /// be greater than what it corrects, or it would lose.
    #[must_use]
    pub fn after(earlier: Self, made_at: Timestamp, random: [u8; 10]) -> Self {
        let mut millis = [0; 8];
        millis[2..].copy_from_slice(&earlier.as_bytes()[..6]);
        let next = u64::from_be_bytes(millis).saturating_add(1);
        let now = u64::try_from(made_at.as_millisecond()).unwrap_or(0);
        // Beyond the 48 bits of an id's clock (the year 10889) nothing can sort after `earlier` by time.
        let made = now.max(next).min((1 << 48) - 1);
        Self(uuid::Builder::from_unix_timestamp_millis(made, &random).into_uuid())
    }

    /// The instant at which it was made, to the millisecond.
    #[must_use]
    pub fn made_at(&self) -> Timestamp {
        let mut millis = [0; 8];
        millis[2..].copy_from_slice(&self.as_bytes()[..6]);
        let millis = i64::from_be_bytes(millis);
        // 48 bits reach to the year 10889; a timestamp ends with the year 9999.
        Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX)
    }

    /// The 16 bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }
}

impl TryFrom<Uuid> for EntryId {
    type Error = NotAnEntryId;
    fn try_from(uuid: Uuid) -> Result<Self, NotAnEntryId> {
        if uuid.get_version_num() == 7 && uuid.get_variant() == Variant::RFC4122 {
            Ok(Self(uuid))
        } else {
            Err(NotAnEntryId(uuid.to_string()))
        }
    }
}

impl From<EntryId> for Uuid {
    fn from(id: EntryId) -> Self {
        id.0
    }
}

impl std::str::FromStr for EntryId {
    type Err = NotAnEntryId;
    fn from_str(text: &str) -> Result<Self, NotAnEntryId> {
        Uuid::parse_str(text)
            .map_err(|_| NotAnEntryId(text.to_owned()))?
            .try_into()
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EntryId({})", self.0)
    }
}
