//! Why the diary could not take or give something, in words for the person.

use diary::EntryId;
use diary::entry::BadEntry;
use infer::DesignError;
use insight::trial::{ChangeError, Unregistered};
use store::StoreError;

/// Why the diary could not take or give something. Each message is written for the person.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The entry contradicts itself or the clock; nothing was written.
    #[error(transparent)]
    Bad(#[from] BadEntry),
    /// The diary could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A correction of something that is not in the diary, or no longer.
    #[error("There is no entry {0} in the diary, or it was taken back.")]
    NotThere(EntryId),
    /// Another entry has this id already; the new one was kept aside, outside the diary.
    #[error(
        "Another entry with the id {0} is in the diary already. The new one was kept aside and changes nothing."
    )]
    Taken(EntryId),
    /// The entry was erased before and does not come back.
    #[error("The entry {0} was erased and cannot be told again.")]
    Erased(EntryId),
    /// The name of a device that is given access cannot be used.
    #[error("Give the device a name of 1 to {most} characters, such as “bedside button”.")]
    AccessName {
        /// Most characters.
        most: usize,
    },
    /// More access than anybody needs.
    #[error(
        "There are {most} devices with access already. Take back what you no longer use, then add this one."
    )]
    TooMuchAccess {
        /// Most at once.
        most: usize,
    },
    /// A passphrase that cannot be used.
    #[error(
        "Choose a passphrase of {least} to {most} characters: four or five words that do not belong together are good."
    )]
    Passphrase {
        /// Fewest characters.
        least: usize,
        /// Most characters.
        most: usize,
    },
    /// The passphrase is among those that are tried first.
    #[error(
        "This passphrase is easily guessed: it is among those that many people use, or follows a pattern. Four or five words that do not belong together are good."
    )]
    Guessable,
    /// The passphrase could not be stretched: memory is short.
    #[error(
        "There is not enough free memory to check a passphrase. Close something and try again."
    )]
    Stretching,
    /// A change of a trial that makes no sense; nothing was written.
    #[error(transparent)]
    Trial(#[from] ChangeError),
    /// A trial could not be written down: a fault of ours.
    #[error(
        "The trial could not be registered: {0}. This is a fault in Soleus; nothing was written."
    )]
    Unregistered(#[from] Unregistered),
    /// Imported foods have no place, or cannot be written down.
    #[error("The foods could not be kept: {0}. Nothing was changed.")]
    Foods(String),
    /// The statistics could not be computed from these nights: a fault of ours.
    #[error(
        "The nights could not be analysed: {0}. This is a fault in Soleus; the diary itself is safe."
    )]
    Analysis(#[from] DesignError),
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
}
