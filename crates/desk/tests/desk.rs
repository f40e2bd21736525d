//! The desk over a real diary on disk: what is told is there, corrections win, the posterior is computed once.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;

use desk::{Desk, DeskError, Secret};
use diary::entry::{Answer, Origin};
use diary::{
    Amount, Body, Count, Cramp, Entry, EntryId, Exposure, Id, Moment, Morning, NightId, Outcome,
    Zone,
};
use insight::trial::Wish;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use store::{Access, Head, News, Receipt, Scope, SecretHash, SqliteStore, Store, StoreError};

const TODAY: Date = date(2026, 5, 3);

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

fn moment(text: &str) -> Moment {
    Moment::new(at(text), Zone::named("Europe/Berlin").expect("a zone"))
}

fn morning(night: &str, cramps: u64) -> Body {
    Body::Morning(Morning {
        cramps: Some(Count::new(cramps).expect("a count")),
        ..Morning::silent(night.parse().expect("a night"))
    })
}

fn desk_in(folder: &tempfile::TempDir) -> Desk {
    Desk::new(Arc::new(SqliteStore::open(folder.path()).expect("a diary")))
}

#[test]
fn what_is_told_is_there_and_corrections_win_whatever_the_clock_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk_in(&folder);
    let now = at("2026-05-03T08:00:00Z");
    let id = desk
        .tell(
            moment("2026-05-03T06:00:00Z"),
            morning("2026-05-02", 3),
            now,
            [9; 10],
        )
        .expect("told");
    // The clock was set back a day before the correction, and its random bytes are smaller.
    let earlier = at("2026-05-02T08:00:00Z");
    desk.replace(
        id,
        moment("2026-05-02T07:00:00Z"),
        morning("2026-05-01", 1),
        earlier,
        [0; 10],
    )
    .expect("corrected");
    let nights = desk.nights(TODAY).expect("nights");
    assert_eq!(nights[0].outcome, Outcome::Exactly(1));
    assert_eq!(desk.told_last().expect("read").len(), 1);
    // A second process sees it, takes it back, and the first sees that.
    let other = desk_in(&folder);
    other
        .retract(
            id,
            moment("2026-05-03T08:01:00Z"),
            at("2026-05-03T08:01:00Z"),
            [1; 10],
        )
        .expect("taken back");
    assert!(desk.log().expect("read").told().is_empty());
    let again = desk.retract(
        id,
        moment("2026-05-03T08:02:00Z"),
        at("2026-05-03T08:02:00Z"),
        [2; 10],
    );
    assert!(matches!(again, Err(DeskError::NotThere(gone)) if gone == id));
}

#[test]
fn undo_brings_back_what_a_correction_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk_in(&folder);
    let now = at("2026-05-03T08:00:00Z");
    let id = desk
        .tell(
            moment("2026-05-03T06:00:00Z"),
            morning("2026-05-02", 3),
            now,
            [9; 10],
        )
        .expect("told");
    let original = desk.log().expect("read").told()[0].clone();
    desk.replace(
        id,
        moment("2026-05-03T07:00:00Z"),
        morning("2026-05-01", 1),
        at("2026-05-03T08:05:00Z"),
        [0; 10],
    )
    .expect("corrected");
    // The clock was set back since.
    let undone = desk
        .undo(moment("2026-05-03T08:02:00Z"), [0; 10])
        .expect("undone");
    assert_eq!(undone.len(), 1);
    assert_eq!(undone[0].before.as_ref(), Some(&*original));
    let log = desk.log().expect("read");
    let [told] = log.told() else {
        panic!("the original: {log:?}")
    };
    assert_eq!(
        (told.id, &told.moment, &told.body),
        (id, &original.moment, &original.body)
    );
}

#[test]
fn undo_takes_back_all_that_was_told_at_once_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk_in(&folder);
    let now = at("2026-05-03T08:00:00Z");
    let tell = |made: &str, random, night: &str| Entry {
        id: EntryId::new(at(made), [random; 10]),
        moment: moment("2026-05-03T06:00:00Z"),
        act: diary::Act::Tell {
            body: morning(night, 1),
        },
    };
    let entries = [
        tell("2026-05-03T07:00:00Z", 1, "2026-04-28"),
        tell("2026-05-03T07:30:00Z", 1, "2026-04-29"),
        tell("2026-05-03T07:30:00Z", 2, "2026-04-30"),
    ];
    desk.tell_all(&entries, now).expect("told");
    let undo = |random| {
        let undone = desk
            .undo(moment("2026-05-03T08:00:00Z"), [random; 10])
            .expect("undone");
        assert!(undone.iter().all(|one| one.before.is_none()));
        undone.len()
    };
    assert_eq!(undo(3), 2);
    assert_eq!(desk.log().expect("read").told()[0].id, entries[0].id);
    assert_eq!((undo(4), undo(5)), (1, 0));
}

#[test]
fn a_bad_entry_leaves_the_good_ones_beside_it_untold() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk_in(&folder);
    let now = at("2026-05-03T08:00:00Z");
    let tell = |text: &str, random| Entry {
        id: EntryId::new(now, random),
        moment: moment(text),
        act: diary::Act::Tell {
            body: Body::Cramp(Cramp::default()),
        },
    };
    let both = [
        tell("2026-05-03T03:00:00Z", [1; 10]),
        tell("2026-05-04T03:00:00Z", [2; 10]),
    ];
    let refused = desk
        .tell_all(&both, now)
        .expect_err("a cramp in the future");
    assert!(
        refused.is_bad_input() && refused.to_string().contains("in the future"),
        "{refused}"
    );
    assert!(desk.log().expect("read").told().is_empty());
}

#[test]
fn the_same_entry_is_accepted_once_and_another_with_its_id_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk_in(&folder);
    let now = at("2026-05-03T08:00:00Z");
    let id = EntryId::new(now, [1; 10]);
    let tell = |cramps| Entry {
        id,
        moment: moment("2026-05-03T06:00:00Z"),
        act: diary::Act::Tell {
            body: morning("2026-05-02", cramps),
        },
    };
    assert_eq!(
        desk.tell_with_id(tell(1), now).expect("told"),
        Receipt::Stored
    );
    assert_eq!(
        desk.tell_with_id(tell(1), now).expect("told again"),
        Receipt::AlreadyThere
    );
    assert!(matches!(desk.tell_with_id(tell(2), now), Err(DeskError::Taken(taken)) if taken == id));
    assert_eq!(
        desk.nights(TODAY).expect("nights")[0].outcome,
        Outcome::Exactly(1)
    );
    desk.erase(
        id,
        moment("2026-05-03T08:00:01Z"),
        at("2026-05-03T08:00:01Z"),
        [3; 10],
    )
    .expect("erased");
    assert!(matches!(desk.tell_with_id(tell(1), now), Err(DeskError::Erased(gone)) if gone == id));
}

#[test]
fn a_night_that_has_only_begun_is_not_unanswered() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk_in(&folder);
    let now = at("2026-05-03T08:00:00Z");
    desk.tell(
        moment("2026-05-01T06:00:00Z"),
        morning("2026-04-30", 0),
        now,
        [1; 10],
    )
    .expect("told");
    let ids: Vec<String> = desk
        .nights(TODAY)
        .expect("nights")
        .iter()
        .map(|night| night.id.to_string())
        .collect();
    assert_eq!(ids, ["2026-04-30", "2026-05-01", "2026-05-02"]);
}

/// A store that counts how often a posterior is kept, that is, computed.
struct Counting {
    store: SqliteStore,
    computed: Arc<AtomicUsize>,
}

impl Store for Counting {
    fn append(&self, entries: &[Entry]) -> Result<Vec<Receipt>, StoreError> {
        self.store.append(entries)
    }
    fn entries(&self) -> Result<Vec<Entry>, StoreError> {
        self.store.entries()
    }
    fn news(&self, known: Option<Head>) -> Result<(Head, News), StoreError> {
        self.store.news(known)
    }
    fn head(&self) -> Result<Head, StoreError> {
        self.store.head()
    }
    fn kept_aside(&self) -> Result<Vec<(EntryId, String)>, StoreError> {
        self.store.kept_aside()
    }
    fn derived(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.store.derived(key)
    }
    fn keep_derived(&self, family: &str, key: &str, text: &str) -> Result<(), StoreError> {
        self.computed.fetch_add(1, Ordering::SeqCst);
        self.store.keep_derived(family, key, text)
    }
    fn erase_diary(&self) -> Result<(), StoreError> {
        self.store.erase_diary()
    }
    fn give_access(
        &self,
        name: &str,
        scope: Scope,
        hash: SecretHash,
        now: Timestamp,
    ) -> Result<Access, StoreError> {
        self.store.give_access(name, scope, hash, now)
    }
    fn accesses(&self) -> Result<Vec<Access>, StoreError> {
        self.store.accesses()
    }
    fn access_of(&self, hash: SecretHash) -> Result<Option<Access>, StoreError> {
        self.store.access_of(hash)
    }
    fn note_use(&self, number: i64, day: Timestamp) -> Result<(), StoreError> {
        self.store.note_use(number, day)
    }
    fn take_access_back(&self, number: i64) -> Result<bool, StoreError> {
        self.store.take_access_back(number)
    }
}

#[test]
fn a_posterior_is_computed_once_for_all_who_ask() {
    let folder = tempfile::tempdir().expect("a folder");
    let computed = Arc::new(AtomicUsize::new(0));
    let open = || {
        let store = SqliteStore::open(folder.path()).expect("a diary");
        Arc::new(Desk::new(Arc::new(Counting {
            store,
            computed: Arc::clone(&computed),
        })))
    };
    let desk = open();
    let now = at("2026-05-03T08:00:00Z");
    let mut entries = Vec::new();
    for day in 0..40_u8 {
        let night = NightId::of_evening(date(2026, 3, 20)).plus_days(i32::from(day));
        let told = |body, part| Entry {
            id: EntryId::new(now, [day, part, 0, 0, 0, 0, 0, 0, 0, 0]),
            moment: moment("2026-05-03T06:00:00Z"),
            act: diary::Act::Tell { body },
        };
        entries.push(told(morning(&night.to_string(), u64::from(day % 3 / 2)), 0));
        let drinks = Answer::Amount(Amount::new(f64::from(day % 4)).expect("an amount"));
        let factor = Id::new("alcohol").expect("an id");
        entries.push(told(
            Body::Exposure(Exposure {
                day: night,
                factor,
                answer: drinks,
                origin: Origin::Asked,
            }),
            1,
        ));
    }
    desk.tell_all(&entries, now).expect("told");
    assert!(desk.latest().is_none());
    // Four ask at the same moment.
    let start = Arc::new(Barrier::new(4));
    let askers: Vec<_> = (0..4)
        .map(|_| {
            let (desk, start) = (Arc::clone(&desk), Arc::clone(&start));
            thread::spawn(move || {
                start.wait();
                desk.suspects(TODAY).expect("suspects")
            })
        })
        .collect();
    let readings: Vec<_> = askers
        .into_iter()
        .map(|asker| asker.join().expect("an answer"))
        .collect();
    assert_eq!(computed.load(Ordering::SeqCst), 1);
    assert!(
        readings
            .iter()
            .all(|reading| Arc::ptr_eq(reading, &readings[0]))
    );
    // Another process finds what was kept, to the last bit.
    let other = open().suspects(TODAY).expect("suspects");
    assert_eq!(computed.load(Ordering::SeqCst), 1);
    assert_eq!(
        (&other.suspects, &other.plan),
        (&readings[0].suspects, &readings[0].plan)
    );
    // A fact that the engine is not told about moves the diary on, but needs no new posterior.
    let name = Id::new("gout").expect("an id");
    let fact = diary::Fact::Condition {
        condition: name,
        present: false,
        since: None,
    };
    desk.tell(
        moment("2026-05-03T06:20:00Z"),
        Body::Fact(fact),
        now,
        [8; 10],
    )
    .expect("told");
    desk.suspects(TODAY).expect("suspects");
    assert_eq!(computed.load(Ordering::SeqCst), 1);
    // The diary moves on, and so does the answer; the former one can be shown meanwhile.
    desk.tell(
        moment("2026-05-03T06:30:00Z"),
        morning("2026-05-02", 4),
        now,
        [7; 10],
    )
    .expect("told");
    assert!(desk.latest().is_some());
    desk.suspects(TODAY).expect("suspects");
    assert_eq!(computed.load(Ordering::SeqCst), 2);
}

#[test]
fn a_trial_is_worked_out_once_for_each_state_of_the_diary() {
    let folder = tempfile::tempdir().expect("works");
    let desk = desk_in(&folder);
    let now = at("2026-05-01T08:00:00Z");
    for day in 1..=28 {
        let night = format!("2026-04-{day:02}");
        desk.tell(
            moment("2026-05-01T08:00:00Z"),
            morning(&night, u64::from(day % 3 == 0)),
            now,
            [day; 10],
        )
        .expect("works");
    }
    let today = date(2026, 5, 1);
    let wish = Wish {
        template: knowledge::template("loose-bedding").expect("works"),
        own: None,
        first_night: NightId::of_evening(today),
        weeks: Some(4),
    };
    let ask = || {
        let mut steps = 0;
        let answer = desk
            .propose(&wish, today, &mut |_| steps += 1)
            .expect("works");
        (answer, steps)
    };
    let (first, steps) = ask();
    assert!(steps > 0, "{first:?}");
    assert_eq!(ask(), (first, 0));
    desk.tell(
        moment("2026-05-01T08:00:00Z"),
        morning("2026-04-29", 1),
        now,
        [29; 10],
    )
    .expect("works");
    assert!(ask().1 > 0, "a new answer is taken in");
}

#[test]
fn access_holds_until_it_is_taken_back_and_its_secret_is_kept_nowhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk_in(&folder);
    let now = at("2026-05-03T08:00:00Z");
    let (button, secret) = desk
        .give_access(" bedside button ", Scope::AddCramps, now, [7; 32])
        .expect("given");
    assert_eq!(button.name, "bedside button");
    assert_eq!(secret.show().len(), "soleus_".len() + 64);
    let sent = Secret::sent(secret.show()).expect("a secret");
    let later = at("2026-05-09T23:30:00Z");
    assert_eq!(
        desk.admit(&sent, later).expect("asked"),
        Some(button.clone())
    );
    let used = desk.accesses().expect("asked")[0].last_used;
    assert_eq!(used, Some(at("2026-05-09T00:00:00Z")));
    let file = std::fs::read(folder.path().join(store::FILE_NAME)).expect("the diary");
    let wal = folder.path().join(format!("{}-wal", store::FILE_NAME));
    let all = [file, std::fs::read(wal).unwrap_or_default()].concat();
    let shown = &secret.show().as_bytes()["soleus_".len()..];
    assert!(!all.windows(shown.len()).any(|part| part == shown));
    assert!(!format!("{secret:?}").contains("07"));

    let other = Secret::new([8; 32]);
    assert_eq!(desk.admit(&other, later).expect("asked"), None);
    assert!(desk.take_access_back(button.number).expect("taken back"));
    assert_eq!(desk.admit(&sent, later).expect("asked"), None);
    for wrong in ["", "soleus_", "soleus_zz", &"a".repeat(71)] {
        assert!(Secret::sent(wrong).is_none(), "{wrong}");
    }
}

#[test]
fn a_device_needs_a_name_and_there_is_an_end_to_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk_in(&folder);
    let now = at("2026-05-03T08:00:00Z");
    let give = |name: &str, n: u8| desk.give_access(name, Scope::ReadAll, now, [n; 32]);
    for name in ["", "  ", "two\nlines", &"x".repeat(61)] {
        let error = give(name, 0).expect_err(name);
        assert!(error.is_bad_input(), "{error}");
    }
    for n in 0..100 {
        give("one of many", n).expect("given");
    }
    let error = give("one too many", 100).expect_err("too many");
    assert!(matches!(error, DeskError::TooMuchAccess { .. }), "{error}");
}
