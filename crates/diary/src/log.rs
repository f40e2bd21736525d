//! What holds after all corrections: entries in, effective entries out, whatever the order they arrived in.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::entry::{Body, Entry, EntryId};
use crate::ledger::Ledger;
use crate::time::Moment;

/// Days by which a wall clock can differ from UTC, rounded up: its offset may be up to 25:59:59.
const ANY_CLOCK: i32 = 2;

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

    /// What holds of a time around some days: all that happened on them by any wall clock, and a little more before and
    /// after, in order of time. Whoever asks about a day reads this instead of years.
    #[must_use]
    pub fn around(&self, days: &RangeInclusive<Date>) -> &[Arc<Told>] {
        let midnight = |date: Date| date.to_zoned(TimeZone::UTC).map(|at| at.timestamp());
        let before = days.start().checked_sub(ANY_CLOCK.days());
        let after = days.end().checked_add((1 + ANY_CLOCK).days());
        let from = before.and_then(midnight).unwrap_or(Timestamp::MIN);
        let until = after.and_then(midnight).unwrap_or(Timestamp::MAX);
        let first = self.told.partition_point(|told| told.moment.at < from);
        let end = self.told.partition_point(|told| told.moment.at < until);
        self.told.get(first..end).unwrap_or_default()
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
