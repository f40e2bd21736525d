//! Entries as they arrive, in whatever order and however often, and the log they make: each arrival costs what it changes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::entry::{Act, Body, Entry, EntryId};
use crate::log::{Log, Told};
use crate::night::night_of;
use crate::time::NightId;
use crate::written;

/// Every entry that has arrived, with its corrections resolved.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    entries: BTreeMap<EntryId, Entry>,
    /// For everything told, the corrections whose chain leads to it.
    corrections: BTreeMap<EntryId, BTreeSet<EntryId>>,
    /// What was taken back or erased, by the entry that first told it.
    retracted: BTreeSet<EntryId>,
    /// For an entry that has not arrived, those that name it.
    waiting: BTreeMap<EntryId, Vec<EntryId>>,
    told: Vec<Arc<Told>>,
    before: BTreeMap<EntryId, Arc<Told>>,
}

/// Where a chain of corrections leads.
enum End {
    /// To the entry that first told the thing.
    Root(EntryId),
    /// To an entry that has not arrived.
    Missing(EntryId),
    /// Nowhere: in a circle, or to something that corrects nothing.
    Nowhere,
}

impl Ledger {
    /// Takes entries in. The order does not matter, and a repeated entry counts once. Gives the nights about which
    /// something else holds now than before.
    ///
    /// A retraction (or erasure) of an entry or of any of its corrections wins over every correction; among
    /// corrections the greatest entry id wins. A correction of something that has not arrived waits: it does nothing.
    /// Two entries with one id are somebody's mistake (a store keeps the second aside): a tombstone wins, or else the
    /// lesser line, so that their order does not matter.
    pub fn take(&mut self, entries: impl IntoIterator<Item = Entry>) -> BTreeSet<NightId> {
        let mut roots = BTreeSet::new();
        let mut replaced = false;
        for entry in entries {
            let id = entry.id;
            match self.entries.get(&id) {
                None => {
                    self.entries.insert(id, entry);
                    self.attach(id, &mut roots);
                }
                Some(there) if *there != entry && rank(&entry) < rank(there) => {
                    self.entries.insert(id, entry);
                    replaced = true;
                }
                Some(_) => {}
            }
        }
        if replaced {
            return self.begin_again();
        }
        self.tell_again(&roots)
    }

    /// The log as it stands.
    #[must_use]
    pub fn log(&self) -> Log {
        let newest = self.entries.keys().next_back().copied();
        Log::of(self.told.clone(), self.before.clone(), newest)
    }

    /// Finds what an entry that has just arrived is about, and what waited for it. Adds to `roots` what must be told again.
    fn attach(&mut self, arrived: EntryId, roots: &mut BTreeSet<EntryId>) {
        let mut open = vec![arrived];
        while let Some(id) = open.pop() {
            open.extend(self.waiting.remove(&id).unwrap_or_default());
            let Some(entry) = self.entries.get(&id) else {
                continue;
            };
            let target = match entry.act {
                Act::Tell { .. } | Act::Erased => {
                    roots.insert(id);
                    continue;
                }
                Act::Replace { target, .. } | Act::Retract { target } | Act::Erase { target } => {
                    target
                }
            };
            match self.end_of(target) {
                End::Root(root) => {
                    if matches!(entry.act, Act::Replace { .. }) {
                        self.corrections.entry(root).or_default().insert(id);
                    } else {
                        self.retracted.insert(root);
                    }
                    roots.insert(root);
                }
                End::Missing(missing) => self.waiting.entry(missing).or_default().push(id),
                End::Nowhere => {}
            }
        }
    }

    /// Follows corrections of corrections back.
    fn end_of(&self, start: EntryId) -> End {
        let mut at = start;
        let mut seen = BTreeSet::new();
        while seen.insert(at) {
            match self.entries.get(&at).map(|entry| &entry.act) {
                None => return End::Missing(at),
                Some(Act::Tell { .. } | Act::Erased) => return End::Root(at),
                Some(Act::Replace { target, .. }) => at = *target,
                Some(Act::Retract { .. } | Act::Erase { .. }) => return End::Nowhere,
            }
        }
        End::Nowhere
    }

    /// Resolves these things anew. Gives the nights they were and are about.
    fn tell_again(&mut self, roots: &BTreeSet<EntryId>) -> BTreeSet<NightId> {
        let mut nights = BTreeSet::new();
        self.told.retain(|told| {
            let stays = !roots.contains(&told.id);
            if !stays {
                nights.extend(night_of(told));
            }
            stays
        });
        for &root in roots {
            self.before.remove(&root);
            let Some(now) = self.holds(root) else {
                continue;
            };
            nights.extend(night_of(&now));
            self.told.push(Arc::new(now));
            if let Some(before) = self.held_before(root) {
                self.before.insert(root, Arc::new(before));
            }
        }
        // Nearly sorted: what is new stands at the end.
        self.told.sort_by_key(|told| (told.moment.at, told.id));
        nights
    }

    /// Resolves everything anew. Gives every night that was or is told about.
    fn begin_again(&mut self) -> BTreeSet<NightId> {
        let before = std::mem::take(self);
        let mut nights: BTreeSet<NightId> = before
            .told
            .iter()
            .filter_map(|told| night_of(told))
            .collect();
        nights.extend(self.take(before.entries.into_values()));
        nights
    }

    /// What holds of the thing first told as `root`.
    fn holds(&self, root: EntryId) -> Option<Told> {
        if self.retracted.contains(&root) {
            return None;
        }
        let Act::Tell { .. } = self.entries.get(&root)?.act else {
            return None;
        };
        let newest = self.corrections.get(&root).and_then(BTreeSet::last);
        self.told_as(root, *newest.unwrap_or(&root))
    }

    /// What held before the correction that holds; `None` for what was never corrected.
    fn held_before(&self, root: EntryId) -> Option<Told> {
        let mut newest_first = self.corrections.get(&root)?.iter().rev();
        newest_first.next()?;
        self.told_as(root, *newest_first.next().unwrap_or(&root))
    }

    /// The thing first told as `root`, as one of its versions tells it.
    fn told_as(&self, root: EntryId, version: EntryId) -> Option<Told> {
        let entry = self.entries.get(&version)?;
        Some(Told {
            id: root,
            moment: entry.moment.clone(),
            body: body(&entry.act)?.clone(),
            version,
        })
    }
}

fn body(act: &Act) -> Option<&Body> {
    match act {
        Act::Tell { body } | Act::Replace { body, .. } => Some(body),
        Act::Retract { .. } | Act::Erase { .. } | Act::Erased => None,
    }
}

fn rank(entry: &Entry) -> (bool, String) {
    (
        entry.act != Act::Erased,
        written::write(entry).unwrap_or_default(),
    )
}
