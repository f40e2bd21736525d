//! The story every backend must be able to tell: what is written, corrected, erased, and found again.

use diary::{Act, Body, Cramp, Entry, EntryId, Ledger, Log, Moment, Score, Text, Zone};
use store::{Head, News, Receipt, Scope, SecretHash, Store};

/// Opens the same diary again each time it is called; a fresh one for each `name`.
pub(crate) trait Shelf {
    /// The backend.
    type Store: Store;
    /// Opens the diary called `name`.
    fn open(&self, name: &str) -> Self::Store;
}

/// Tells every chapter.
pub(crate) fn tell(shelf: &impl Shelf) {
    what_is_written_is_found_again(shelf);
    who_follows_the_news_knows_the_log(shelf);
    a_resent_entry_counts_once(shelf);
    a_taken_id_keeps_the_newcomer_aside(shelf);
    corrections_and_retractions_are_entries(shelf);
    erasing_leaves_tombstones(shelf);
    an_erasure_may_come_first(shelf);
    late_corrections_of_something_erased_stay_out(shelf);
    a_batch_is_seen_as_a_whole(shelf);
    derived_texts_come_and_go(shelf);
    two_writers_share_a_diary(shelf);
    access_is_given_and_taken_back(shelf);
    everything_is_erased_at_once(shelf);
}

/// An id that is `n` milliseconds old and otherwise plain.
pub(crate) fn id(n: u8) -> EntryId {
    EntryId::new(
        jiff::Timestamp::from_millisecond(1_790_000_000_000 + i64::from(n)).expect("in range"),
        [n; 10],
    )
}

fn moment(n: u8) -> Moment {
    let at = jiff::Timestamp::from_second(1_790_000_000 + i64::from(n) * 60).expect("in range");
    Moment::new(at, Zone::named("Europe/Berlin").expect("known"))
}

/// A cramp with a note.
pub(crate) fn cramp(note: &str) -> Body {
    let note = Text::new(note).expect("short");
    Body::Cramp(Cramp {
        pain: Score::new(6).ok(),
        note: Some(note),
        ..Cramp::default()
    })
}

/// Tells of a cramp.
pub(crate) fn told(n: u8, note: &str) -> Entry {
    Entry {
        id: id(n),
        moment: moment(n),
        act: Act::Tell { body: cramp(note) },
    }
}

fn replaced(n: u8, target: u8, note: &str) -> Entry {
    Entry {
        id: id(n),
        moment: moment(n),
        act: Act::Replace {
            target: id(target),
            body: cramp(note),
        },
    }
}

fn retracted(n: u8, target: u8) -> Entry {
    Entry {
        id: id(n),
        moment: moment(n),
        act: Act::Retract { target: id(target) },
    }
}

/// Erases an entry.
pub(crate) fn erased(n: u8, target: u8) -> Entry {
    Entry {
        id: id(n),
        moment: moment(n),
        act: Act::Erase { target: id(target) },
    }
}

fn tombstone(entry: &Entry) -> Entry {
    Entry {
        act: Act::Erased,
        ..entry.clone()
    }
}

fn take(store: &impl Store, entry: &Entry) -> Receipt {
    store.append(std::slice::from_ref(entry)).expect("appended")[0]
}

fn notes(store: &impl Store) -> Vec<String> {
    let entries = store.entries().expect("readable");
    let log = Log::from_entries(&entries);
    let note = |body: &Body| match body {
        Body::Cramp(cramp) => cramp.note.as_ref().map(|text| text.as_str().to_owned()),
        _ => None,
    };
    log.told()
        .iter()
        .filter_map(|told| note(&told.body))
        .collect()
}

fn what_is_written_is_found_again(shelf: &impl Shelf) {
    let (second, first) = (told(2, "second"), told(1, "first"));
    let store = shelf.open("found again");
    assert!(store.entries().expect("readable").is_empty());
    let before = store.head().expect("head");
    assert_eq!(
        store
            .append(&[second.clone(), first.clone()])
            .expect("appended"),
        [Receipt::Stored, Receipt::Stored]
    );
    let after = store.head().expect("head");
    assert!(after.0 > before.0, "{after:?}");
    drop(store);
    let again = shelf.open("found again");
    assert_eq!(
        again.entries().expect("readable"),
        [first, second],
        "in the order of their ids"
    );
    assert_eq!(again.head().expect("head"), after);
    assert_eq!(again.append(&[]).expect("nothing to do"), []);
}

fn who_follows_the_news_knows_the_log(shelf: &impl Shelf) {
    let (store, other) = (shelf.open("news"), shelf.open("news"));
    let mut ledger = Ledger::default();
    let mut known = None;
    let mut follow = || {
        let (head, news) = store.news(known).expect("news");
        let all = match news {
            News::All(entries) => {
                ledger = Ledger::default();
                ledger.take(entries);
                true
            }
            News::More(entries) => {
                ledger.take(entries);
                false
            }
        };
        known = Some(head);
        let entries = store.entries().expect("readable");
        assert_eq!(ledger.log(), Log::from_entries(&entries));
        (all, entries.len())
    };
    assert_eq!(follow(), (true, 0), "who knows nothing is told everything");
    store
        .append(&[told(1, "one"), replaced(2, 1, "two")])
        .expect("appended");
    assert_eq!(follow(), (false, 2));
    assert_eq!(follow(), (false, 2), "nothing is new");
    // Told by another window of the same diary, and of what was known before.
    other
        .append(&[told(3, "three"), retracted(4, 1)])
        .expect("appended");
    assert_eq!(follow(), (false, 4));
    other.append(&[erased(5, 3)]).expect("appended");
    assert_eq!(follow(), (false, 5), "a tombstone is news");
    assert_eq!(
        store.news(Some(Head(u64::MAX))).expect("news").1,
        News::All(store.entries().expect("readable")),
        "who knows another diary is told everything"
    );
}

fn a_resent_entry_counts_once(shelf: &impl Shelf) {
    let store = shelf.open("resent");
    let entry = told(1, "once");
    assert_eq!(
        store
            .append(&[entry.clone(), entry.clone()])
            .expect("appended"),
        [Receipt::Stored, Receipt::AlreadyThere]
    );
    let head = store.head().expect("head");
    assert_eq!(take(&store, &entry), Receipt::AlreadyThere);
    assert_eq!(store.head().expect("head"), head, "nothing changed");
    assert_eq!(store.entries().expect("readable"), [entry]);
    assert!(store.kept_aside().expect("readable").is_empty());
}

fn a_taken_id_keeps_the_newcomer_aside(shelf: &impl Shelf) {
    let store = shelf.open("taken");
    take(&store, &told(1, "first come"));
    let head = store.head().expect("head");
    let newcomer = told(1, "second come");
    assert_eq!(take(&store, &newcomer), Receipt::KeptAside);
    assert_eq!(
        take(&store, &newcomer),
        Receipt::KeptAside,
        "again, and kept once"
    );
    assert_eq!(notes(&store), ["first come"]);
    assert_eq!(store.head().expect("head"), head, "the log did not change");
    let aside = store.kept_aside().expect("readable");
    assert_eq!(
        aside,
        [(id(1), diary::written::write(&newcomer).expect("writable"))]
    );
    // An erasure that comes with a taken id is not carried out.
    assert_eq!(take(&store, &erased(1, 1)), Receipt::KeptAside);
    assert_eq!(notes(&store), ["first come"]);
}

fn corrections_and_retractions_are_entries(shelf: &impl Shelf) {
    let store = shelf.open("corrected");
    let all = [
        told(1, "wrong"),
        replaced(2, 1, "better"),
        replaced(3, 2, "best"),
        told(4, "never was"),
        retracted(5, 4),
    ];
    let receipts = store.append(&all).expect("appended");
    assert!(receipts.iter().all(|receipt| *receipt == Receipt::Stored));
    assert_eq!(notes(&store), ["best"]);
    assert_eq!(
        store.entries().expect("readable"),
        all,
        "nothing is thrown away"
    );
    assert_eq!(take(&store, &retracted(6, 3)), Receipt::Stored);
    assert_eq!(
        notes(&store),
        Vec::<String>::new(),
        "retracting a correction takes the thing back"
    );
}

fn erasing_leaves_tombstones(shelf: &impl Shelf) {
    let store = shelf.open("erased");
    let (root, correction, other) = (
        told(1, "secret"),
        replaced(2, 1, "still secret"),
        told(9, "stays"),
    );
    store
        .append(&[root.clone(), correction.clone(), other.clone()])
        .expect("appended");
    assert_eq!(take(&store, &told(1, "secret, aside")), Receipt::KeptAside);
    assert_eq!(
        take(
            &store,
            &Entry {
                id: id(9),
                ..replaced(9, 2, "aside, about the secret")
            }
        ),
        Receipt::KeptAside
    );
    store
        .keep_derived("suspects", "before", "drawn from the secret")
        .expect("kept");
    let head = store.head().expect("head");
    let erasure = erased(3, 2);
    assert_eq!(take(&store, &erasure), Receipt::Stored);
    assert!(store.head().expect("head").0 > head.0);
    let left = [
        tombstone(&root),
        tombstone(&correction),
        erasure.clone(),
        other.clone(),
    ];
    assert_eq!(store.entries().expect("readable"), left);
    assert_eq!(notes(&store), ["stays"]);
    assert!(store.kept_aside().expect("readable").is_empty());
    assert_eq!(store.derived("before").expect("readable"), None);

    let head = store.head().expect("head");
    for again in [
        &root,
        &correction,
        &told(1, "another text for it"),
        &replaced(2, 9, "another target"),
    ] {
        assert_eq!(take(&store, again), Receipt::Erased);
    }
    for same in [&erasure, &tombstone(&root)] {
        assert_eq!(take(&store, same), Receipt::AlreadyThere);
    }
    assert_eq!(store.head().expect("head"), head);
    drop(store);
    assert_eq!(shelf.open("erased").entries().expect("readable"), left);
}

fn an_erasure_may_come_first(shelf: &impl Shelf) {
    let store = shelf.open("erased first");
    let (root, correction) = (told(1, "secret"), replaced(2, 1, "still secret"));
    assert_eq!(take(&store, &erased(3, 2)), Receipt::Stored);
    assert_eq!(
        take(&store, &root),
        Receipt::Stored,
        "nobody knows yet that these two belong together"
    );
    assert_eq!(take(&store, &correction), Receipt::Erased);
    assert_eq!(take(&store, &root), Receipt::Erased);
    assert_eq!(
        store.entries().expect("readable"),
        [tombstone(&root), tombstone(&correction), erased(3, 2)]
    );
}

fn late_corrections_of_something_erased_stay_out(shelf: &impl Shelf) {
    let store = shelf.open("late");
    let all = [
        told(1, "secret"),
        replaced(2, 1, "still"),
        replaced(4, 2, "late"),
        replaced(5, 4, "later"),
    ];
    // The last correction is there before the one it corrects, which would tell that it belongs to the erased chain.
    assert_eq!(take(&store, &all[3]), Receipt::Stored);
    store
        .append(&[all[0].clone(), all[1].clone(), erased(3, 1)])
        .expect("appended");
    assert_eq!(notes(&store), Vec::<String>::new());
    assert_eq!(take(&store, &all[2]), Receipt::Erased);
    let found = store.entries().expect("readable");
    assert!(
        found
            .iter()
            .all(|entry| matches!(entry.act, Act::Erased | Act::Erase { .. })),
        "{found:?}"
    );
    assert_eq!(found.len(), 5);
}

fn a_batch_is_seen_as_a_whole(shelf: &impl Shelf) {
    // Two handles: what the second one reads is only what the first one has committed.
    let (writer, reader) = (shelf.open("batch"), shelf.open("batch"));
    let many: Vec<Entry> = (1..=200).map(|n| told(n, "one of many")).collect();
    writer.append(&many).expect("appended");
    assert_eq!(reader.entries().expect("readable").len(), 200);
    assert_eq!(reader.head().expect("head"), writer.head().expect("head"));
}

fn derived_texts_come_and_go(shelf: &impl Shelf) {
    let store = shelf.open("derived");
    assert_eq!(store.derived("head 1").expect("readable"), None);
    store
        .keep_derived("suspects", "head 1", "one")
        .expect("kept");
    store
        .keep_derived("plan", "plan 1", "a plan")
        .expect("kept");
    assert_eq!(
        store.derived("head 1").expect("readable").as_deref(),
        Some("one")
    );
    store
        .keep_derived("suspects", "head 2", "two")
        .expect("kept");
    assert_eq!(
        store.derived("head 1").expect("readable"),
        None,
        "replaced by its family"
    );
    assert_eq!(
        store.derived("head 2").expect("readable").as_deref(),
        Some("two")
    );
    assert_eq!(
        store.derived("plan 1").expect("readable").as_deref(),
        Some("a plan")
    );
    let before = store.head().expect("head");
    assert_eq!(
        before,
        shelf.open("derived").head().expect("head"),
        "derived texts are not part of the log"
    );
}

fn two_writers_share_a_diary(shelf: &impl Shelf) {
    let numbers = |first: u8| (0..60).map(move |n| first + 2 * n);
    let shared = told(250, "both have it");
    let stores = [shelf.open("shared"), shelf.open("shared")];
    std::thread::scope(|scope| {
        for (store, first) in stores.iter().zip([1, 2]) {
            let shared = &shared;
            scope.spawn(move || {
                for n in numbers(first) {
                    assert_eq!(take(store, &told(n, "mine")), Receipt::Stored);
                    assert_ne!(take(store, shared), Receipt::KeptAside);
                }
            });
        }
    });
    for store in &stores {
        assert_eq!(store.entries().expect("readable").len(), 121);
    }
}

fn access_is_given_and_taken_back(shelf: &impl Shelf) {
    let store = shelf.open("access");
    let head = store.head().expect("head");
    let (now, button, calendar) = (moment(1).at, SecretHash([1; 32]), SecretHash([2; 32]));
    assert!(store.accesses().expect("readable").is_empty());
    let first = store
        .give_access("bedside button", Scope::AddCramps, button, now)
        .expect("given");
    let second = store
        .give_access("calendar", Scope::Calendar, calendar, now)
        .expect("given");
    assert_eq!(
        store.accesses().expect("readable"),
        [first.clone(), second.clone()]
    );
    assert_eq!(first.scope, Scope::AddCramps);
    assert_eq!(
        store.access_of(button).expect("readable"),
        Some(first.clone())
    );
    assert_eq!(
        store.access_of(SecretHash([3; 32])).expect("readable"),
        None
    );
    assert!(
        store
            .give_access("the same secret", Scope::ReadAll, button, now)
            .is_err(),
        "a secret opens one door"
    );
    store.note_use(first.number, moment(2).at).expect("noted");
    let used = store.access_of(button).expect("readable").expect("there");
    assert_eq!(used.last_used, Some(moment(2).at));

    assert!(store.take_access_back(second.number).expect("taken back"));
    assert!(!store.take_access_back(second.number).expect("gone already"));
    drop(store);
    let again = shelf.open("access");
    assert_eq!(again.access_of(calendar).expect("readable"), None);
    assert_eq!(again.accesses().expect("readable"), [used]);
    let third = again
        .give_access("another", Scope::ReadAll, calendar, now)
        .expect("given");
    assert!(third.number > second.number, "numbers are never used again");
    assert_eq!(
        again.head().expect("head"),
        head,
        "access is not part of the log"
    );
}

fn everything_is_erased_at_once(shelf: &impl Shelf) {
    let store = shelf.open("erased at once");
    take(&store, &told(1, "one"));
    take(&store, &told(1, "another with its id"));
    store.keep_derived("family", "key", "text").expect("done");
    let hash = store::SecretHash([1; 32]);
    let now = "2026-05-03T08:00:00Z".parse().expect("done");
    store
        .give_access("button", store::Scope::AddCramps, hash, now)
        .expect("done");
    let before = store.head().expect("done");
    store.erase_diary().expect("done");
    assert!(store.entries().expect("done").is_empty());
    assert!(store.kept_aside().expect("done").is_empty());
    assert_eq!(store.derived("key").expect("done"), None);
    assert!(store.accesses().expect("done").is_empty());
    assert_ne!(
        store.head().expect("done"),
        before,
        "nothing older is up to date"
    );
    assert_eq!(take(&store, &told(1, "anew")), Receipt::Stored);
}
