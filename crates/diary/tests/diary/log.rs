//! Corrections, retractions and erasures mean the same in whatever order they arrive.

use std::collections::{BTreeMap, BTreeSet};

use diary::{Act, Body, Count, Entry, EntryId, Ledger, Log, Morning};
use proptest::prelude::*;

use crate::{at, counted, cramp, id, morning, night};

const WHEN: &str = "2026-06-02T08:00[Europe/Berlin]";

fn told(n: u8, cramps: u64) -> Entry {
    counted(n, WHEN, "2026-06-01", cramps)
}

fn change(n: u8, act: Act) -> Entry {
    Entry {
        id: id(n),
        moment: at(WHEN),
        act,
    }
}

fn replace(n: u8, target: u8, cramps: u64) -> Entry {
    let body = Body::Morning(Morning {
        cramps: Count::new(cramps).ok(),
        ..morning("2026-06-01")
    });
    change(
        n,
        Act::Replace {
            target: id(target),
            body,
        },
    )
}

fn retract(n: u8, target: u8) -> Entry {
    change(n, Act::Retract { target: id(target) })
}

fn erase(n: u8, target: u8) -> Entry {
    change(n, Act::Erase { target: id(target) })
}

/// Root and count of everything that holds.
fn check(entries: &[Entry], holds: &[(u8, u32)]) {
    let log = Log::from_entries(entries);
    let found: Vec<_> = log
        .told()
        .iter()
        .map(|told| match &told.body {
            Body::Morning(Morning {
                cramps: Some(cramps),
                ..
            }) => (told.id, cramps.get()),
            other => panic!("{other:?}"),
        })
        .collect();
    let wanted: Vec<_> = holds.iter().map(|&(n, cramps)| (id(n), cramps)).collect();
    assert_eq!(found, wanted, "{entries:#?}");
}

#[test]
fn what_held_before_a_correction_is_known() {
    let before = |entries: &[Entry]| {
        let log = Log::from_entries(entries);
        log.before(id(1))
            .map(|told| (told.id, told.version, told.body.clone()))
    };
    let version = |n: u8, entry: Entry| match entry.act {
        Act::Tell { body } | Act::Replace { body, .. } => Some((id(1), id(n), body)),
        other => panic!("{other:?}"),
    };
    assert_eq!(before(&[told(1, 1)]), None);
    assert_eq!(
        before(&[told(1, 1), replace(2, 1, 2)]),
        version(1, told(1, 1))
    );
    let thrice = [
        replace(4, 2, 4),
        told(1, 1),
        replace(2, 1, 2),
        replace(3, 1, 3),
    ];
    assert_eq!(before(&thrice), version(3, replace(3, 1, 3)));
    assert_eq!(before(&[told(1, 1), replace(2, 1, 2), retract(3, 1)]), None);
}

#[test]
fn the_newest_id_counts_also_when_it_no_longer_holds() {
    assert_eq!(Log::default().newest(), None);
    let log = Log::from_entries(&[retract(3, 1), told(1, 1), told(2, 1)]);
    assert_eq!(log.newest(), Some(id(3)));
}

#[test]
fn the_greatest_id_wins_among_corrections() {
    check(&[told(1, 1), replace(2, 1, 2)], &[(1, 2)]);
    check(&[told(1, 1), replace(4, 1, 4), replace(3, 1, 3)], &[(1, 4)]);
    // Also when a correction corrects a correction: they are all about the same thing.
    check(
        &[
            told(1, 1),
            replace(5, 1, 5),
            replace(3, 1, 3),
            replace(4, 3, 4),
        ],
        &[(1, 5)],
    );
    let log = Log::from_entries(&[told(1, 1), replace(2, 1, 2)]);
    assert_eq!((log.told()[0].id, log.told()[0].version), (id(1), id(2)));
    assert!(log.find(id(1)).is_some() && log.find(id(2)).is_none());
}

#[test]
fn a_retraction_wins_over_every_correction() {
    check(&[told(1, 1), retract(2, 1), replace(3, 1, 3)], &[]);
    check(
        &[
            told(1, 1),
            replace(2, 1, 2),
            retract(3, 2),
            replace(9, 1, 9),
        ],
        &[],
    );
    check(&[told(1, 1), retract(3, 1), retract(4, 3)], &[]);
    check(&[told(1, 1), told(2, 2), retract(3, 1)], &[(2, 2)]);
}

#[test]
fn an_erasure_and_its_tombstones_hide_everything_about_the_thing() {
    check(&[told(1, 1), replace(2, 1, 2), erase(3, 1)], &[]);
    let stone = change(1, Act::Erased);
    check(&[stone.clone(), replace(2, 1, 2), erase(3, 1)], &[]);
    check(&[stone, replace(2, 1, 2)], &[]);
}

#[test]
fn what_is_corrected_before_it_arrives_waits() {
    check(&[replace(2, 1, 2)], &[]);
    check(&[replace(3, 2, 3), told(1, 1)], &[(1, 1)]);
    check(&[replace(3, 2, 3), told(1, 1), replace(2, 1, 2)], &[(1, 3)]);
    check(&[retract(3, 2), told(1, 1)], &[(1, 1)]);
    check(&[retract(3, 2), told(1, 1), replace(2, 1, 2)], &[]);
}

#[test]
fn corrections_in_a_circle_do_nothing_and_end() {
    check(
        &[
            replace(1, 2, 1),
            replace(2, 1, 2),
            replace(3, 3, 3),
            told(4, 4),
        ],
        &[(4, 4)],
    );
}

#[test]
fn two_entries_with_one_id_count_once_in_either_order() {
    let (one, other) = (told(1, 1), told(1, 2));
    let found = Log::from_entries([&one, &other]);
    assert_eq!(found.told().len(), 1);
    assert_eq!(found, Log::from_entries([&other, &one]));
    let stone = change(1, Act::Erased);
    check(&[stone.clone(), one.clone()], &[]);
    check(&[one, stone], &[]);
}

/// Few ids, so that changes meet.
fn any_entry() -> impl Strategy<Value = Entry> {
    let n = 1..12_u8;
    prop_oneof![
        3 => (n.clone(), 0..9_u64).prop_map(|(n, cramps)| told(n, cramps)),
        3 => (n.clone(), n.clone(), 0..9_u64).prop_map(|(n, target, cramps)| replace(n, target, cramps)),
        1 => (n.clone(), n.clone()).prop_map(|(n, target)| retract(n, target)),
        1 => (n.clone(), n.clone()).prop_map(|(n, target)| erase(n, target)),
        1 => n.prop_map(|n| change(n, Act::Erased)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn order_and_repetition_do_not_matter(
        (entries, shuffled) in prop::collection::vec(any_entry(), 0..24).prop_flat_map(|entries| {
            let doubled: Vec<Entry> = entries.iter().chain(entries.iter().take(5)).cloned().collect();
            (Just(entries), Just(doubled).prop_shuffle())
        })
    ) {
        prop_assert_eq!(Log::from_entries(&entries), Log::from_entries(&shuffled));
    }

    #[test]
    fn resolving_as_they_arrive_gives_what_resolving_all_at_once_gives(
        entries in prop::collection::vec(any_entry(), 0..24)
    ) {
        let log = Log::from_entries(&entries);
        let found: BTreeMap<EntryId, EntryId> = log.told().iter().map(|told| (told.id, told.version)).collect();
        prop_assert_eq!(found, plainly(&one_an_id(&entries)));
    }

    #[test]
    fn what_is_new_changes_only_the_nights_it_is_about(
        portions in prop::collection::vec(prop::collection::vec(any_event(), 0..5), 1..6)
    ) {
        let through = night("2026-06-20");
        let mut ledger = Ledger::default();
        let mut nights = Vec::new();
        for portion in portions {
            let touched = ledger.take(portion);
            let log = ledger.log();
            nights = diary::nights_after(&nights, &touched, &log, through);
            prop_assert_eq!(&nights, &diary::nights(&log, through));
        }
    }
}

/// Mornings and cramps of a few nights, and changes of them.
fn any_event() -> impl Strategy<Value = Entry> {
    let n = 1..12_u8;
    let about = |day: u8| format!("2026-06-{:02}", day % 5 + 1);
    prop_oneof![
        2 => (n.clone(), 0..9_u64).prop_map(move |(n, cramps)| counted(n, WHEN, &about(n), cramps)),
        2 => n.clone().prop_map(|n| cramp(n, &format!("2026-06-{:02}T23:12[Europe/Berlin]", n % 7 + 1))),
        2 => (n.clone(), n.clone(), 0..9_u64).prop_map(|(n, target, cramps)| replace(n, target, cramps)),
        1 => (n.clone(), n.clone()).prop_map(|(n, target)| retract(n, target)),
        1 => n.prop_map(|n| change(n, Act::Erased)),
    ]
}

/// One entry an id, as the log has it: a tombstone wins, or else the lesser line.
fn one_an_id(entries: &[Entry]) -> Vec<Entry> {
    let rank = |entry: &Entry| {
        (
            entry.act != Act::Erased,
            diary::written::write(entry).expect("writable"),
        )
    };
    let mut all: BTreeMap<EntryId, Entry> = BTreeMap::new();
    for entry in entries {
        let there = all.entry(entry.id).or_insert_with(|| entry.clone());
        if rank(entry) < rank(there) {
            *there = entry.clone();
        }
    }
    all.into_values().collect()
}

/// What holds, and in which version, read off the rules one thing at a time.
fn plainly(entries: &[Entry]) -> BTreeMap<EntryId, EntryId> {
    let find = |id: EntryId| entries.iter().find(|entry| entry.id == id);
    let root = |mut at: EntryId| {
        for _ in 0..=entries.len() {
            match find(at)?.act {
                Act::Tell { .. } | Act::Erased => return Some(at),
                Act::Replace { target, .. } => at = target,
                Act::Retract { .. } | Act::Erase { .. } => return None,
            }
        }
        None
    };
    let gone: BTreeSet<EntryId> = entries
        .iter()
        .filter_map(|entry| match entry.act {
            Act::Retract { target } | Act::Erase { target } => root(target),
            _ => None,
        })
        .collect();
    let told = entries
        .iter()
        .filter(|entry| matches!(entry.act, Act::Tell { .. }));
    told.filter(|entry| !gone.contains(&entry.id))
        .map(|entry| {
            let corrects = |other: &&Entry| matches!(other.act, Act::Replace { target, .. } if root(target) == Some(entry.id));
            let newest = entries.iter().filter(corrects).map(|other| other.id).max();
            (entry.id, newest.unwrap_or(entry.id))
        })
        .collect()
}
