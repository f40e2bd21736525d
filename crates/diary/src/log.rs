//! What holds after all corrections: entries in, effective entries out, whatever the order they arrived in.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::entry::{Body, Entry, EntryId};
use crate::ledger::Ledger;
use crate::time::Moment;

/// A thing that was told and still holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The entry that first told it; corrections name this id.
    pub id: EntryId,
    /// When it happened, after corrections.
    pub moment: Moment,
    /// What was told, after corrections.
    pub body: Body,
    /// The entry whose content holds: `id`, or the winning correction.
    pub version: EntryId,
}

/// The log of one person with all corrections applied, in order of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Log {
    told: Vec<Arc<Told>>,
    /// For everything that was corrected, what held before the winning correction.
    before: BTreeMap<EntryId, Arc<Told>>,
    newest: Option<EntryId>,
}

impl Log {
    /// Resolves corrections, as [`Ledger::take`] says. The order of `entries` does not matter.
    #[must_use]
    pub fn from_entries<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let mut ledger = Ledger::default();
        ledger.take(entries.into_iter().cloned());
        ledger.log()
    }

    pub(crate) fn of(
        told: Vec<Arc<Told>>,
        before: BTreeMap<EntryId, Arc<Told>>,
        newest: Option<EntryId>,
    ) -> Self {
        Self {
            told,
            before,
            newest,
        }
    }

    /// Everything that holds, in order of time.
    #[must_use]
    pub fn told(&self) -> &[Arc<Told>] {
        &self.told
    }

    /// The thing with this id, if it still holds.
    #[must_use]
    pub fn find(&self, id: EntryId) -> Option<&Told> {
        self.told.iter().find(|t| t.id == id).map(AsRef::as_ref)
    }

    /// The greatest id of all entries, those that no longer hold included: an id made after it is taken by none.
    #[must_use]
    pub fn newest(&self) -> Option<EntryId> {
        self.newest
    }

    /// What held before the correction that holds now; `None` for what was never corrected or does not hold.
    #[must_use]
    pub fn before(&self, id: EntryId) -> Option<&Told> {
        self.before.get(&id).map(AsRef::as_ref)
    }
}
