//! Log to file to log: the same entries, the same meaning, the same bytes; corrections, retractions and erasures included.

#[path = "../../diary/tests/diary"]
mod diary_tests {
    pub(crate) mod any;
}

use std::collections::BTreeMap;

use diary::{Act, Entry, EntryId, Log};
use diary_tests::any;
use exchange::export::log_file;
use proptest::prelude::*;
use proptest::sample::Index;
use store::{SqliteStore, Store};

/// Entries that change one another: every target is an entry of the same log, earlier or later.
fn log() -> impl Strategy<Value = Vec<Entry>> {
    prop::collection::vec((any::entry(), proptest::arbitrary::any::<Index>()), 0..30).prop_map(
        |drawn| {
            let ids: Vec<EntryId> = drawn.iter().map(|(entry, _)| entry.id).collect();
            let entries = drawn.into_iter().map(|(mut entry, index)| {
                match &mut entry.act {
                    Act::Replace { target, .. }
                    | Act::Retract { target }
                    | Act::Erase { target } => *target = *index.get(&ids),
                    Act::Tell { .. } | Act::Erased => {}
                }
                (entry.id, entry)
            });
            entries.collect::<BTreeMap<_, _>>().into_values().collect()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn a_file_is_read_back_to_the_same_entries(entries in log()) {
        let text = log_file::write(&entries).unwrap();
        let again = log_file::read(text.as_bytes()).unwrap();
        prop_assert_eq!(&again, &entries);
        prop_assert_eq!(log_file::write(&again).unwrap(), text);
    }

    #[test]
    fn whatever_the_bytes_a_log_is_read_or_refused(
        entries in log(),
        at in proptest::arbitrary::any::<Index>(),
        byte in proptest::arbitrary::any::<u8>(),
    ) {
        let mut bytes = log_file::write(&entries).unwrap().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(read) = log_file::read(&bytes) {
            prop_assert_eq!(read.len(), entries.len());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(60) })]

    /// What a diary has made of its entries (tombstones, say) arrives in a fresh diary as it is.
    #[test]
    fn a_diary_moves_through_a_file_and_stays_itself(entries in log()) {
        let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
        let [old, new] = folders.each_ref().map(|folder| SqliteStore::open(folder.path()).unwrap());
        for entry in &entries {
            old.append(std::slice::from_ref(entry)).unwrap();
        }
        let held = old.entries().unwrap();
        let text = log_file::write(&held).unwrap();
        new.append(&log_file::read(text.as_bytes()).unwrap()).unwrap();
        let moved = new.entries().unwrap();
        prop_assert_eq!(Log::from_entries(&moved), Log::from_entries(&held));
        prop_assert_eq!(log_file::write(&moved).unwrap(), text);
    }
}
