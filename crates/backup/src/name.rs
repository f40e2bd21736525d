//! The name of a backup's file, which says when it was made and how it is sealed.

use std::fmt;

use jiff::Timestamp;
use jiff::tz::TimeZone;

const FORM: &str = "soleus-%Y-%m-%dT%H%M%SZ";
const PLAIN: &str = ".sqlite";
const SEALED: &str = ".sqlite.age";

/// Whether a file can be read by whoever finds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Readable {
    /// By anybody.
    ByAnyone,
    /// With its passphrase or key.
    WithKey,
}

/// The name of a backup's file, such as `soleus-2026-05-03T011200Z.sqlite.age`. The time is UTC, so that names sort by
/// time and a journey or a change of the clocks makes no difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BackupName {
    /// When it was made, to the second.
    pub at: Timestamp,
    /// Who can read it.
    pub readable: Readable,
}

impl BackupName {
    /// The name of a backup made at this instant.
    #[must_use]
    pub fn new(at: Timestamp, readable: Readable) -> Self {
        let at = Timestamp::from_second(at.as_second()).unwrap_or(at);
        Self { at, readable }
    }

    /// Reads a file's name; `None` for files that are not ours.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let (stem, readable) = match name.strip_suffix(SEALED) {
            Some(stem) => (stem, Readable::WithKey),
            None => (name.strip_suffix(PLAIN)?, Readable::ByAnyone),
        };
        let at = jiff::civil::DateTime::strptime(FORM, stem).ok()?;
        let at = at.to_zoned(TimeZone::UTC).ok()?.timestamp();
        let found = Self { at, readable };
        // Only the one spelling: what is pruned must be ours beyond doubt.
        (found.to_string() == name).then_some(found)
    }
}

impl fmt::Display for BackupName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = match self.readable {
            Readable::ByAnyone => PLAIN,
            Readable::WithKey => SEALED,
        };
        write!(f, "{}{end}", stamp(FORM, self.at))
    }
}

/// An instant in UTC, written for a file's name.
pub(crate) fn stamp(form: &str, at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).strftime(form).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_when_and_is_read_back() {
        let at = "2026-05-03T01:12:05.9Z".parse().expect("an instant");
        for (readable, text) in [
            (Readable::ByAnyone, "soleus-2026-05-03T011205Z.sqlite"),
            (Readable::WithKey, "soleus-2026-05-03T011205Z.sqlite.age"),
        ] {
            let name = BackupName::new(at, readable);
            assert_eq!(name.to_string(), text);
            assert_eq!(BackupName::parse(text), Some(name));
        }
    }

    #[test]
    fn files_of_others_are_not_ours() {
        for other in [
            "diary.sqlite",
            "soleus-holiday.sqlite",
            "soleus-2026-05-03T011205Z.sqlite.bak",
            "soleus-2026-02-30T011205Z.sqlite",
            "soleus-2026-5-3T011205Z.sqlite",
            "my soleus-2026-05-03T011205Z.sqlite",
        ] {
            assert_eq!(BackupName::parse(other), None, "{other}");
        }
    }
}
