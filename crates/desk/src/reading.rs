//! Suspects and plan for one state of the diary, computed once however many ask.

use std::sync::{Arc, Mutex, TryLockError};

use diary::{Log, Night, NightId, Person};
use infer::{Answer, Design, Seed};
use insight::matrix;
use insight::medicines::Change;
use insight::summary::Material;
use insight::trial::{self, Found, Tested};
use insight::{Plan, Span, Summary, Suspects, plan, suspects};
use jiff::civil::Date;
use store::{Head, Store};

use crate::error::DeskError;
use crate::lock::lock;
use crate::{kept, key};

/// All that the pages about suspects and plan show, for one state of the diary and one day.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Where the log stood when the suspects were found.
    pub head: Head,
    /// The local date it is for.
    pub today: Date,
    /// The person.
    pub person: Person,
    /// The nights it rests on.
    pub nights: Vec<Night>,
    /// The suspects.
    pub suspects: Suspects,
    /// The plan.
    pub plan: Plan,
    /// The trials that are over, each with its result.
    pub found: Vec<Found>,
}

/// What suspects say while newer ones are being computed.
const MEANWHILE: &str = "Your newest answers are being compared with your other nights. Until then, this is how things stood \
                         before them.";

impl Reading {
    /// The suspects as they were, with the person, the nights and the plan as they are in `log`: what is unsafe now is held
    /// back now.
    fn meanwhile(&self, log: &Log, today: Date) -> Self {
        let person = Person::from_log(log);
        let nights = nights_until(log, today);
        let day = NightId::of_evening(today);
        let mut suspects = self.suspects.clone();
        suspects.notes.push(MEANWHILE.to_owned());
        let found = trial::found(&trial::courses(log), &nights, day);
        let plan = plan::plan(&person, &nights, &suspects, day);
        Self {
            head: self.head,
            today,
            person,
            nights,
            suspects,
            plan,
            found,
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

/// The newest reading, and the queue of those who wait for a newer one.
#[derive(Default)]
pub(crate) struct Shelf {
    newest: Mutex<Option<Arc<Reading>>>,
    /// Held while computing: whoever comes second takes the suspects as they were; only if there are none yet do they wait
    /// and then find the first one's reading.
    computing: Mutex<()>,
}

impl Shelf {
    pub(crate) fn latest(&self) -> Option<Arc<Reading>> {
        lock(&self.newest).clone()
    }

    fn of(&self, head: Head, today: Date) -> Option<Arc<Reading>> {
        self.latest()
            .filter(|reading| reading.head == head && reading.today == today)
    }

    pub(crate) fn reading(
        &self,
        store: &dyn Store,
        head: Head,
        log: &Log,
        today: Date,
    ) -> Result<Arc<Reading>, DeskError> {
        if let Some(reading) = self.of(head, today) {
            return Ok(reading);
        }
        // One computes, and nobody who waits for that may hold up a cramp that is being logged.
        let _turn = match (self.computing.try_lock(), self.latest()) {
            (Ok(turn), _) => turn,
            (Err(TryLockError::WouldBlock), Some(older)) => {
                return Ok(Arc::new(older.meanwhile(log, today)));
            }
            (Err(_), _) => lock(&self.computing),
        };
        if let Some(reading) = self.of(head, today) {
            return Ok(reading);
        }
        let reading = Arc::new(read(store, head, log, today)?);
        *lock(&self.newest) = Some(Arc::clone(&reading));
        Ok(reading)
    }
}

/// The engine's seed for a diary: fixed, so that the same diary gives the same numbers on every machine.
const SEED: Seed = Seed(0x0050_1e05);

/// The family under which posteriors are kept beside the log: only the newest is worth keeping.
const FAMILY: &str = "posterior";

fn read(store: &dyn Store, head: Head, log: &Log, today: Date) -> Result<Reading, DeskError> {
    let person = Person::from_log(log);
    let nights = nights_until(log, today);
    let day = NightId::of_evening(today);
    let matrix = matrix::question(&person, &nights, day);
    let answer = if matrix.can_be_answered() {
        Some(posterior(store, FAMILY, &matrix.design, SEED)?)
    } else {
        None
    };
    let suspects = suspects::suspects(&person, &nights, day, answer.as_ref(), &matrix);
    let found = trial::found(&trial::courses(log), &nights, day);
    let suspects = suspects.with_tests(tested(&found));
    let plan = plan::plan(&person, &nights, &suspects, day);
    Ok(Reading {
        head,
        today,
        person,
        nights,
        suspects,
        plan,
        found,
    })
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

/// The nights up to the one before `today`, and those told about since.
pub(crate) fn nights_until(log: &Log, today: Date) -> Vec<Night> {
    diary::nights(log, NightId::of_evening(today).previous())
}

#[cfg(test)]
mod tests {
    use diary::entry::Act;
    use diary::{Body, Entry, EntryId, Fact, Id, Moment, Zone};
    use store::SqliteStore;

    use super::*;

    // Without the arm `WouldBlock` this waits for ever.
    #[test]
    fn whoever_comes_second_sees_older_suspects_and_the_person_as_they_are_now() {
        let folder = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(folder.path()).unwrap();
        let shelf = Shelf::default();
        let today = jiff::civil::date(2026, 3, 10);
        let before = shelf
            .reading(&store, Head(0), &Log::default(), today)
            .unwrap();
        let at = Moment::new("2026-03-10T12:00:00Z".parse().unwrap(), Zone::utc());
        let fact = Fact::Condition {
            condition: Id::new("kidney-disease").unwrap(),
            present: true,
            since: None,
        };
        let entry = Entry {
            id: EntryId::new(at.at, [7; 10]),
            moment: at,
            act: Act::Tell {
                body: Body::Fact(fact),
            },
        };
        let log = Log::from_entries(&[entry]);
        let turn = lock(&shelf.computing);
        let meanwhile = shelf.reading(&store, Head(1), &log, today).unwrap();
        drop(turn);
        assert_eq!(meanwhile.person.has("kidney-disease"), Some(true));
        assert_eq!(meanwhile.head, before.head);
        assert!(
            meanwhile
                .suspects
                .notes
                .iter()
                .any(|note| note == MEANWHILE)
        );
        let after = shelf.reading(&store, Head(1), &log, today).unwrap();
        assert!(!after.suspects.notes.iter().any(|note| note == MEANWHILE));
    }
}
