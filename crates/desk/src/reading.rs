//! Suspects and plan for one state of the diary, computed once however many ask.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use diary::{Log, Night, NightId, Person};
use infer::{Answer, Design, Seed};
use insight::intake::{self, Larder};
use insight::matrix;
use insight::medicines::Change;
use insight::summary::Material;
use insight::trial::{self, Found, Tested};
use insight::{Plan, Span, Summary, Suspects, plan, suspects};
use jiff::civil::Date;
use store::{Head, Store};
use texts::Sentence;

use crate::book::Book;
use crate::error::DeskError;
use crate::lock::lock;
use crate::results::Results;
use crate::{beside, kept, key, review};

/// All that the pages about suspects and plan show, for one state of the diary and one day.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Where the log stood when the suspects were found.
    pub head: Head,
    /// The local date it is for.
    pub today: Date,
    /// The person.
    pub person: Arc<Person>,
    /// The nights it rests on.
    pub nights: Arc<Vec<Night>>,
    /// The suspects.
    pub suspects: Suspects,
    /// The plan.
    pub plan: Plan,
    /// The trials that are over, each with its result.
    pub found: Vec<Found>,
}

/// What a reading is made of.
#[derive(Clone, Debug)]
pub(crate) struct Sources {
    pub(crate) book: Arc<Book>,
    /// Every food that can be told: what it brings is known from here.
    pub(crate) larder: Arc<Larder>,
}

/// What suspects say while newer ones are being computed.
fn meanwhile() -> Sentence {
    Sentence::of("note-meanwhile")
}

impl Reading {
    /// The suspects as they were, with the person, the nights and the plan as they are in the book: what is unsafe now is
    /// held back now.
    fn meanwhile(&self, sources: &Sources, results: &Results) -> Self {
        let mut suspects = self.suspects.clone();
        suspects.notes.push(meanwhile());
        Self::of(self.head, sources, suspects, found(&sources.book, results))
    }

    fn of(head: Head, sources: &Sources, suspects: Suspects, found: Vec<Found>) -> Self {
        let book = &sources.book;
        Self {
            head,
            today: book.today,
            person: Arc::clone(&book.person),
            nights: Arc::clone(&book.nights),
            plan: plan_of(sources, &suspects),
            suspects,
            found,
        }
    }

    /// The suspects by studies and the profile alone, while the nights are being compared for the first time.
    fn of_studies(sources: &Sources, results: &Results) -> Self {
        let book = &sources.book;
        let day = NightId::of_evening(book.today);
        let matrix = matrix::question(&book.person, &book.nights, day);
        let mut suspects = suspects::suspects(&book.person, &book.nights, day, None, &matrix);
        suspects.notes.push(meanwhile());
        Self {
            head: NOTHING,
            ..reading(sources, suspects, results)
        }
    }

    /// The doctor's summary of this state of the diary; `log` must be the log that was read, and `changes` those after the
    /// starts of its medicines.
    pub(crate) fn summary(&self, log: &Log, changes: &[Change], span: Span) -> Summary {
        let material = Material {
            log,
            person: &self.person,
            nights: &self.nights,
            suspects: &self.suspects,
            plan: &self.plan,
            found: &self.found,
            changes,
            today: NightId::of_evening(self.today),
        };
        insight::summary(&material, span)
    }
}

/// Where the log stands before the first entry.
const NOTHING: Head = Head(0);

/// Nights up to which a page waits for the statistics: they take a blink (docs/speed.md).
pub(crate) const AT_ONCE: usize = 120;

/// The newest reading, and the queue of those who wait for a newer one.
#[derive(Default)]
pub(crate) struct Shelf {
    newest: Mutex<Option<Arc<Reading>>>,
    /// What pages show while a newer reading is computed, with where the log stands.
    shown: Mutex<Option<(Head, Arc<Reading>)>>,
    /// Held while computing: whoever waits finds the first one's reading.
    computing: Mutex<()>,
    /// Whether a thread computes beside the requests.
    beside: AtomicBool,
    pub(crate) results: Results,
    /// Where the log stood after it was erased as a whole, if it was.
    erased_at: Mutex<Option<Head>>,
}

impl Shelf {
    pub(crate) fn latest(&self) -> Option<Arc<Reading>> {
        lock(&self.newest).clone()
    }

    /// Erases the diary while nobody computes beside the requests, and forgets all that is kept of it here. `work` gives where
    /// the log stands after it.
    pub(crate) fn forget_after(
        &self,
        work: impl FnOnce() -> Result<Head, DeskError>,
    ) -> Result<(), DeskError> {
        let _turn = lock(&self.computing);
        let head = work()?;
        *lock(&self.erased_at) = Some(head);
        *lock(&self.newest) = None;
        *lock(&self.shown) = None;
        self.results.forget();
        Ok(())
    }

    /// The book, or an empty one when all that stood in it was erased meanwhile: who waited to compute keeps nothing of it.
    fn not_erased(&self, book: &Book) -> Book {
        match *lock(&self.erased_at) {
            Some(head) if book.head.0 < head.0 => Book::empty(head, book.today),
            _ => book.clone(),
        }
    }

    fn of(&self, book: &Book) -> Option<Arc<Reading>> {
        self.latest()
            .filter(|reading| reading.head == book.head && reading.today == book.today)
    }

    /// The reading of this state of the diary. Waits while it is computed.
    pub(crate) fn exact(
        &self,
        store: &dyn Store,
        sources: &Sources,
    ) -> Result<Arc<Reading>, DeskError> {
        let book = &sources.book;
        if let Some(reading) = self.of(book) {
            return Ok(reading);
        }
        let _turn = lock(&self.computing);
        if let Some(reading) = self.of(book) {
            return Ok(reading);
        }
        let sources = Sources {
            book: Arc::new(self.not_erased(book)),
            larder: Arc::clone(&sources.larder),
        };
        let reading = Arc::new(read(store, &sources, &self.results)?);
        *lock(&self.newest) = Some(Arc::clone(&reading));
        Ok(reading)
    }

    /// What changed after the starts of medicines. Waits while it is computed, and computes nothing of an erased diary.
    pub(crate) fn changes(&self, store: &dyn Store, book: &Book) -> Result<Vec<Change>, DeskError> {
        let _turn = lock(&self.computing);
        let book = self.not_erased(book);
        review::changes(store, &book.person, &book.nights, book.today)
    }

    /// The reading, but where that would take long: the suspects as they were, or from studies alone where there were none, while
    /// one thread computes newer ones.
    pub(crate) fn meanwhile(
        self: &Arc<Self>,
        store: &Arc<dyn Store>,
        sources: &Sources,
    ) -> Result<Arc<Reading>, DeskError> {
        let book = &sources.book;
        if let Some(reading) = self.of(book) {
            return Ok(reading);
        }
        if book.nights.len() <= AT_ONCE {
            return self.exact(&**store, sources);
        }
        self.compute_beside(store, sources);
        Ok(self.shown(self.latest().as_deref(), sources))
    }

    /// The older reading's suspects in the present diary, worked out once for each state of both.
    fn shown(&self, older: Option<&Reading>, sources: &Sources) -> Arc<Reading> {
        let book = &sources.book;
        let before = older.map_or(NOTHING, |older| older.head);
        let mut shown = lock(&self.shown);
        match &*shown {
            Some((head, reading))
                if *head == book.head && reading.today == book.today && reading.head == before =>
            {
                Arc::clone(reading)
            }
            _ => {
                let reading = Arc::new(match older {
                    Some(older) => older.meanwhile(sources, &self.results),
                    None => Reading::of_studies(sources, &self.results),
                });
                *shown = Some((book.head, Arc::clone(&reading)));
                reading
            }
        }
    }

    /// Begins to compute, unless a thread does so already. Should it fail, whoever waits for the reading is told why.
    fn compute_beside(self: &Arc<Self>, store: &Arc<dyn Store>, sources: &Sources) {
        if self.beside.swap(true, Ordering::AcqRel) {
            return;
        }
        let (store, sources) = (Arc::clone(store), sources.clone());
        let free = Free(Arc::clone(self));
        // Where no thread can be made, whoever needs the reading computes it.
        let _ = beside::spawn("statistics", move || {
            let _ = free.0.exact(&*store, &sources);
        });
    }
}

/// Says that nobody computes any more, also when the computing broke off.
struct Free(Arc<Shelf>);

impl Drop for Free {
    fn drop(&mut self) {
        self.0.beside.store(false, Ordering::Release);
    }
}

/// The engine's seed for a diary: fixed, so that the same diary gives the same numbers on every machine.
const SEED: Seed = Seed(0x0050_1e05);

/// The family under which posteriors are kept beside the log: only the newest is worth keeping.
const FAMILY: &str = "posterior";

fn read(store: &dyn Store, sources: &Sources, results: &Results) -> Result<Reading, DeskError> {
    let (person, nights) = (&sources.book.person, &sources.book.nights);
    let day = NightId::of_evening(sources.book.today);
    let matrix = matrix::question(person, nights, day);
    let answer = if matrix.can_be_answered() {
        Some(posterior(store, FAMILY, &matrix.design, SEED)?)
    } else {
        None
    };
    let suspects = suspects::suspects(person, nights, day, answer.as_ref(), &matrix);
    Ok(reading(sources, suspects, results))
}

/// All that stands on such suspects, with what trials say of them.
fn reading(sources: &Sources, suspects: Suspects, results: &Results) -> Reading {
    let found = found(&sources.book, results);
    let suspects = suspects.with_tests(tested(&found));
    Reading::of(sources.book.head, sources, suspects, found)
}

/// The plan, with drinks for the fibre that the food told of late brings.
fn plan_of(sources: &Sources, suspects: &Suspects) -> Plan {
    let Sources { book, larder } = sources;
    let eaten = insight::intake(&book.log, &book.person, book.today, |id| {
        larder.composition(id)
    });
    let day = NightId::of_evening(book.today);
    plan::plan(&book.person, &book.nights, suspects, day).with_fibre(
        intake::fibre_above_reference(&eaten),
        &book.person,
        &book.nights,
        day,
    )
}

/// The trials that are over, each with its result.
fn found(book: &Book, results: &Results) -> Vec<Found> {
    trial::found(
        &book.courses,
        NightId::of_evening(book.today),
        |course, through| results.of(course, &book.nights, through),
    )
}

/// What the trials that are over say, those of one thing together. A trial without a result says nothing.
fn tested(found: &[Found]) -> Vec<Tested> {
    trial::by_thing(found.to_vec())
        .iter()
        .filter_map(|one| Tested::of(&one.course, &one.outcome))
        .collect()
}

/// The posterior kept beside the log under a family, else a new one, which is then kept.
pub(crate) fn posterior(
    store: &dyn Store,
    family: &str,
    design: &Design,
    seed: Seed,
) -> Result<Answer, DeskError> {
    let key = format!("{family}/{}", key::of(design, seed));
    let kept = store.derived(&key)?.and_then(|text| kept::read(&text));
    // A posterior of other columns than the design has would be shown under the wrong names.
    if let Some(answer) = kept.filter(|answer| fits(answer, design)) {
        return Ok(answer);
    }
    let answer = infer::fit(design, seed)?;
    if let Some(text) = kept::write(&answer) {
        // Losing it loses nothing: on a full or read-only disk the next process computes it again.
        let _ = store.keep_derived(family, &key, &text);
    }
    Ok(answer)
}

fn fits(answer: &Answer, design: &Design) -> bool {
    let names = answer.columns.iter().map(|column| column.name.as_str());
    answer.nights == design.days.len()
        && names.eq(design.columns.iter().map(|column| column.name.as_str()))
}

#[cfg(test)]
mod tests {
    use diary::entry::{Act, Morning};
    use diary::{Body, Count, Cramp, Entry, EntryId, Fact, Id, Moment, Zone};
    use insight::Basis;
    use store::SqliteStore;

    use super::*;
    use crate::book::Lectern;

    fn entry(at: &str, body: Body) -> Entry {
        let moment = Moment::new(at.parse().unwrap(), Zone::utc());
        Entry {
            id: EntryId::new(moment.at, [7; 10]),
            moment,
            act: Act::Tell { body },
        }
    }

    // Seen to fail without the arm of the older reading: it then waits for the lock that this test holds.
    #[test]
    fn a_page_of_a_long_diary_shows_older_suspects_and_the_person_as_they_are_now() {
        let folder = tempfile::tempdir().unwrap();
        let store: Arc<dyn Store> = Arc::new(SqliteStore::open(folder.path()).unwrap());
        let (shelf, lectern) = (Arc::new(Shelf::default()), Lectern::default());
        let today = jiff::civil::date(2026, 3, 10);
        let cramp = Body::Cramp(Cramp::default());
        store
            .append(&[entry("2025-10-01T01:00:00Z", cramp)])
            .unwrap();
        let sources = || Sources {
            book: lectern.book(&*store, today).unwrap(),
            larder: Arc::default(),
        };
        let old = sources();
        assert!(old.book.nights.len() > AT_ONCE);
        let waits = |reading: &Reading| {
            reading
                .suspects
                .notes
                .iter()
                .any(|note| *note == meanwhile())
        };
        let turn = lock(&shelf.computing);
        let first = shelf.meanwhile(&store, &old).unwrap();
        assert!(waits(&first), "nobody waits for the first either");
        assert_eq!(first.head, NOTHING);
        assert_eq!(first.suspects.basis, Basis::EvidenceOnly);
        drop(turn);
        let before = shelf.exact(&*store, &old).unwrap();
        assert!(!waits(&before));

        let fact = Fact::Condition {
            condition: Id::new("kidney-disease").unwrap(),
            present: true,
            since: None,
        };
        store
            .append(&[entry("2026-03-10T12:00:00Z", Body::Fact(fact))])
            .unwrap();
        let new = sources();
        let turn = lock(&shelf.computing);
        let meanwhile = shelf.meanwhile(&store, &new).unwrap();
        assert_eq!(meanwhile.person.has("kidney-disease"), Some(true));
        assert_eq!(meanwhile.head, before.head);
        assert!(waits(&meanwhile));
        let again = shelf.meanwhile(&store, &new).unwrap();
        assert!(Arc::ptr_eq(&meanwhile, &again), "worked out once");
        drop(turn);
        let after = shelf.exact(&*store, &new).unwrap();
        assert!(!waits(&after));
        assert!(Arc::ptr_eq(&after, &shelf.meanwhile(&store, &new).unwrap()));
    }

    // Seen to fail without the look at what was erased: the change after the start is then computed, and kept.
    #[test]
    fn the_starts_of_medicines_in_an_erased_diary_are_not_looked_at() {
        let folder = tempfile::tempdir().unwrap();
        let store: Arc<dyn Store> = Arc::new(SqliteStore::open(folder.path()).unwrap());
        let (shelf, lectern) = (Shelf::default(), Lectern::default());
        let first: NightId = "2026-01-01".parse().unwrap();
        let mut entries: Vec<Entry> = (0..80)
            .map(|n| {
                let morning = Morning {
                    cramps: Some(Count::new(n as u64 / 40).unwrap()),
                    ..Morning::silent(first.plus_days(n))
                };
                let at = format!("{}T08:00:00Z", first.plus_days(n + 1));
                entry(&at, Body::Morning(morning))
            })
            .collect();
        let start = Fact::Medicine {
            medicine: Id::new("ramipril").unwrap(),
            taking: true,
            since: Some(first.plus_days(40).evening()),
            dose: None,
        };
        entries.push(entry("2026-03-25T12:00:00Z", Body::Fact(start)));
        store.append(&entries).unwrap();
        let book = lectern
            .book(&*store, jiff::civil::date(2026, 3, 25))
            .unwrap();
        assert_eq!(shelf.changes(&*store, &book).unwrap().len(), 1);
        shelf
            .forget_after(|| {
                store.erase_diary()?;
                Ok(store.head()?)
            })
            .unwrap();
        assert_eq!(shelf.changes(&*store, &book).unwrap(), []);
    }
}
