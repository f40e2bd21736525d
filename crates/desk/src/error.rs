//! Why the diary could not take or give something, in words for the person.

use std::error::Error;
use std::fmt;

use diary::EntryId;
use diary::entry::BadEntry;
use infer::DesignError;
use insight::trial::{ChangeError, Unregistered};
use store::StoreError;
use texts::Sentence;

/// Why the diary could not take or give something. Each message is written for the person.
#[derive(Debug)]
pub enum DeskError {
    /// The entry contradicts itself or the clock; nothing was written.
    Bad(BadEntry),
    /// The diary could not be read or written.
    Store(StoreError),
    /// A correction of something that is not in the diary, or no longer.
    NotThere(EntryId),
    /// Another entry has this id already; the new one was kept aside, outside the diary.
    Taken(EntryId),
    /// The entry was erased before and does not come back.
    Erased(EntryId),
    /// The name of a device that is given access cannot be used.
    AccessName {
        /// Most characters.
        most: usize,
    },
    /// More access than anybody needs.
    TooMuchAccess {
        /// Most at once.
        most: usize,
    },
    /// A passphrase that cannot be used.
    Passphrase {
        /// Fewest characters.
        least: usize,
        /// Most characters.
        most: usize,
    },
    /// The passphrase is among those that are tried first.
    Guessable,
    /// The passphrase could not be stretched: memory is short.
    Stretching,
    /// A change of a trial that makes no sense; nothing was written.
    Trial(ChangeError),
    /// A trial could not be written down: a fault of ours.
    Unregistered(Unregistered),
    /// Imported foods have no place, or cannot be written down.
    Foods(String),
    /// The statistics could not be computed from these nights: a fault of ours.
    Analysis(DesignError),
}

impl DeskError {
    /// Whether what was handed in is at fault (and not the disk or Soleus).
    #[must_use]
    pub fn is_bad_input(&self) -> bool {
        matches!(
            self,
            Self::Bad(_)
                | Self::NotThere(_)
                | Self::Taken(_)
                | Self::Erased(_)
                | Self::AccessName { .. }
                | Self::TooMuchAccess { .. }
                | Self::Passphrase { .. }
                | Self::Guessable
                | Self::Trial(_)
        )
    }

    /// What went wrong, for the person.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::Bad(bad) => bad.sentence(),
            Self::Store(error) => Sentence::known(error.to_string()),
            Self::NotThere(id) => Sentence::of("refused-not-there").with("id", name(id)),
            Self::Taken(id) => Sentence::of("refused-taken").with("id", name(id)),
            Self::Erased(id) => Sentence::of("refused-erased").with("id", name(id)),
            Self::AccessName { most } => Sentence::of("refused-access-name").with("most", *most),
            Self::TooMuchAccess { most } => Sentence::of("refused-access").with("most", *most),
            Self::Passphrase { least, most } => Sentence::of("refused-passphrase")
                .with("least", *least)
                .with("most", *most),
            Self::Guessable => Sentence::of("refused-guessable"),
            Self::Stretching => Sentence::of("refused-stretching"),
            Self::Trial(error) => Sentence::known(error.to_string()),
            Self::Unregistered(why) => {
                Sentence::of("refused-unregistered").with("why", Sentence::known(why.to_string()))
            }
            Self::Foods(why) => {
                Sentence::of("refused-foods").with("why", Sentence::known(why.clone()))
            }
            Self::Analysis(why) => {
                Sentence::of("refused-analysis").with("why", Sentence::known(why.to_string()))
            }
        }
    }
}

fn name(id: &EntryId) -> Sentence {
    Sentence::text(id.to_string())
}

impl fmt::Display for DeskError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.sentence().fmt(f)
    }
}

impl Error for DeskError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Bad(error) => error.source(),
            Self::Store(error) => error.source(),
            Self::Trial(error) => error.source(),
            Self::Unregistered(error) => Some(error),
            Self::Analysis(error) => Some(error),
            _ => None,
        }
    }
}

macro_rules! from {
    ($($kind:ty => $variant:ident),*) => {
        $(impl From<$kind> for DeskError {
            fn from(error: $kind) -> Self {
                Self::$variant(error)
            }
        })*
    };
}

from![
    BadEntry => Bad,
    StoreError => Store,
    ChangeError => Trial,
    Unregistered => Unregistered,
    DesignError => Analysis
];
