//! What holds after all corrections: entries in, effective entries out, whatever the order they arrived in.

use std::collections::{BTreeMap, BTreeSet};

use crate::entry::{Act, Body, Entry, EntryId};
use crate::time::Moment;
use crate::written;

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
    told: Vec<Told>,
    /// For everything that was corrected, what held before the winning correction.
    before: BTreeMap<EntryId, Told>,
    newest: Option<EntryId>,
}

impl Log {
    /// Resolves corrections. The order of `entries` does not matter, and a repeated entry counts once.
    ///
    /// A retraction (or erasure) of an entry or of any of its corrections wins over every correction; among
    /// corrections the greatest entry id wins. A correction of something that never arrived waits: it does nothing.
    #[must_use]
    pub fn from_entries<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let entries = by_id(entries);
        let mut newest: BTreeMap<EntryId, EntryId> = BTreeMap::new();
        let mut former: BTreeMap<EntryId, EntryId> = BTreeMap::new();
        let mut retracted: BTreeSet<EntryId> = BTreeSet::new();
        for (&id, entry) in &entries {
            match entry.act {
                Act::Tell { .. } | Act::Erased => {}
                Act::Replace { target, .. } => {
                    if let Some(root) = root_of(&entries, target) {
                        // Ids ascend in this map, so the last one written is the greatest.
                        former.insert(root, newest.insert(root, id).unwrap_or(root));
                    }
                }
                Act::Retract { target } | Act::Erase { target } => {
                    retracted.extend(root_of(&entries, target));
                }
            }
        }
        let version = |root: EntryId, chosen: &BTreeMap<EntryId, EntryId>| {
            told_as(root, entries.get(chosen.get(&root).unwrap_or(&root))?)
        };
        let mut told: Vec<Told> = Vec::new();
        let mut before: BTreeMap<EntryId, Told> = BTreeMap::new();
        for (&root, entry) in &entries {
            if retracted.contains(&root) || !matches!(entry.act, Act::Tell { .. }) {
                continue;
            }
            told.extend(version(root, &newest));
            if former.contains_key(&root) {
                before.extend(version(root, &former).map(|told| (root, told)));
            }
        }
        told.sort_by_key(|t| (t.moment.at, t.id));
        Self {
            told,
            before,
            newest: entries.keys().next_back().copied(),
        }
    }

    /// Everything that holds, in order of time.
    #[must_use]
    pub fn told(&self) -> &[Told] {
        &self.told
    }

    /// The thing with this id, if it still holds.
    #[must_use]
    pub fn find(&self, id: EntryId) -> Option<&Told> {
        self.told.iter().find(|t| t.id == id)
    }

    /// The greatest id of all entries, those that no longer hold included: an id made after it is taken by none.
    #[must_use]
    pub fn newest(&self) -> Option<EntryId> {
        self.newest
    }

    /// What held before the correction that holds now; `None` for what was never corrected or does not hold.
    #[must_use]
    pub fn before(&self, id: EntryId) -> Option<&Told> {
        self.before.get(&id)
    }
}

/// The thing first told as `root`, as one of its versions tells it.
fn told_as(root: EntryId, version: &Entry) -> Option<Told> {
    match &version.act {
        Act::Tell { body } | Act::Replace { body, .. } => Some(Told {
            id: root,
            moment: version.moment.clone(),
            body: body.clone(),
            version: version.id,
        }),
        Act::Retract { .. } | Act::Erase { .. } | Act::Erased => None,
    }
}

/// One entry an id. Two entries with one id are somebody's mistake (a store keeps the second aside): a tombstone wins, or
/// else the lesser line, so that their order does not matter.
fn by_id<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> BTreeMap<EntryId, &'a Entry> {
    let mut all: BTreeMap<EntryId, &Entry> = BTreeMap::new();
    for entry in entries {
        let kept = all.entry(entry.id).or_insert(entry);
        if *kept != entry && rank(entry) < rank(kept) {
            *kept = entry;
        }
    }
    all
}

fn rank(entry: &Entry) -> (bool, String) {
    (
        entry.act != Act::Erased,
        written::write(entry).unwrap_or_default(),
    )
}

/// Follows corrections of corrections back to the entry that first told the thing.
fn root_of(entries: &BTreeMap<EntryId, &Entry>, start: EntryId) -> Option<EntryId> {
    let mut at = start;
    let mut seen = BTreeSet::new();
    while seen.insert(at) {
        match entries.get(&at)?.act {
            Act::Tell { .. } | Act::Erased => return Some(at),
            Act::Replace { target, .. } => at = target,
            Act::Retract { .. } | Act::Erase { .. } => return None,
        }
    }
    None
}
