//! Phones that were offline: in whatever order, how often and in what portions their entries arrive, the log is the same.
//!
//! The long run: `PROPTEST_CASES=100000 cargo test --release -p store --test sqlite converge`.
//!
//! Seen to fail: without `erase::is_erased` in `SqliteStore::admit` (what was erased comes back with a late correction).

use diary::{Act, Entry, EntryId, Log, Moment, Zone};
use proptest::prelude::*;
use store::{SqliteStore, Store};

use crate::story;

/// What one device does next.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Tell,
    /// Changes what is the so-manieth in the list of everything told or corrected so far, by whichever device.
    Replace(usize),
    Retract(usize),
    Erase(usize),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => Just(Deed::Tell),
        3 => (0..32usize).prop_map(Deed::Replace),
        1 => (0..32usize).prop_map(Deed::Retract),
        1 => (0..32usize).prop_map(Deed::Erase),
    ]
}

/// The entries of all devices. Each device has a clock of its own, which may be wrong.
fn entries(deeds: &[(usize, Deed)]) -> Vec<Entry> {
    let mut all: Vec<Entry> = Vec::new();
    let mut told: Vec<EntryId> = Vec::new();
    for (n, &(device, deed)) in deeds.iter().enumerate() {
        let ahead = [0, -90_000, 250_000][device % 3];
        let at = 1_790_000_000_000 + ahead + i64::try_from(n).expect("few") * 1000;
        let at = jiff::Timestamp::from_millisecond(at).expect("in range");
        let mut random = [u8::try_from(device).expect("few"); 10];
        random[9] = u8::try_from(n).expect("few");
        let id = EntryId::new(at, random);
        let target = |nth: usize| told.get(nth % told.len().max(1)).copied();
        let body = || story::cramp(&format!("version {n}"));
        let act = match deed {
            Deed::Replace(nth) => target(nth).map(|target| Act::Replace {
                target,
                body: body(),
            }),
            Deed::Retract(nth) => target(nth).map(|target| Act::Retract { target }),
            Deed::Erase(nth) => target(nth).map(|target| Act::Erase { target }),
            Deed::Tell => None,
        };
        let act = act.unwrap_or_else(|| Act::Tell { body: body() });
        if matches!(act, Act::Tell { .. } | Act::Replace { .. }) {
            told.push(id);
        }
        all.push(Entry {
            id,
            moment: Moment::new(at, Zone::utc()),
            act,
        });
    }
    all
}

/// Hands the entries to a fresh diary in portions, and gives what is then in it.
fn delivered<'e>(portions: impl IntoIterator<Item = Vec<&'e Entry>>) -> Vec<Entry> {
    // In memory where the system has such a folder: this is about order, not about the disk.
    let place = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
    let place = place.expect("a folder");
    let store = SqliteStore::open(place.path()).expect("opens");
    for portion in portions {
        let portion: Vec<Entry> = portion.into_iter().cloned().collect();
        store.append(&portion).expect("appended");
    }
    store.entries().expect("readable")
}

proptest! {
    #[test]
    fn devices_converge_to_the_same_log(
        deeds in prop::collection::vec((0..3usize, deed()), 1..12),
        order in any::<prop::sample::Index>(),
        seed in any::<u64>(),
        repeats in prop::collection::vec(any::<prop::sample::Index>(), 0..8),
        size in 1..5usize,
    ) {
        let all = entries(&deeds);
        let straight = delivered(all.iter().map(|entry| vec![entry]));

        // Every entry at least once, some again, shuffled, in portions.
        let mut sent: Vec<&Entry> = all.iter().collect();
        sent.extend(repeats.iter().map(|index| index.get(&all)));
        let turn = order.index(sent.len());
        sent.rotate_left(turn);
        let mut state = seed;
        for last in (1..sent.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let chosen = usize::try_from(state >> 33).expect("31 bits") % (last + 1);
            sent.swap(last, chosen);
        }
        let shuffled = delivered(sent.chunks(size).map(<[&Entry]>::to_vec));

        prop_assert_eq!(Log::from_entries(&straight), Log::from_entries(&shuffled));
        prop_assert_eq!(straight.len(), all.len(), "none doubled, none missing");
        prop_assert_eq!(straight, shuffled);
    }
}
