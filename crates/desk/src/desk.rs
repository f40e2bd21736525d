//! The door to one person's diary: every write is checked and durable, every read is cached by where the log stands.

use std::sync::Arc;

use diary::entry::Act;
use diary::log::Told;
use diary::{Body, Entry, EntryId, Log, Moment, Night, Person};
use insight::medicines::Change;
use insight::trial::Watch;
use insight::{Raised, Span, Summary};
use jiff::Timestamp;
use jiff::civil::Date;
use store::{Head, LarderFile, Receipt, Store};

use crate::beside::{Beside, Meanwhile};
use crate::book::{Book, Lectern};
use crate::error::DeskError;
use crate::food::Menus;
use crate::larder::Shelves;
use crate::proposals::Proposals;
use crate::reading::{AT_ONCE, Reading, Shelf, Sources};
use crate::results::Results;

/// Something that was told last and was taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct Undone {
    /// As it held until now.
    pub told: Told,
    /// What holds again, if it was a correction; `None` when nothing is left of it.
    pub before: Option<Told>,
}

fn mapping_key(shape: &str) -> String {
    format!("import-mapping-{shape}")
}

/// One person's diary, open for telling and asking. Shared between threads behind an `Arc`.
pub struct Desk {
    store: Arc<dyn Store>,
    pub(crate) lectern: Lectern,
    shelf: Arc<Shelf>,
    pub(crate) larder: Shelves,
    pub(crate) menus: Menus,
    pub(crate) proposals: Arc<Proposals>,
    /// The state of the diary for which all that pages show is kept.
    ahead: Arc<Beside<(Head, Date), (), 1>>,
}

impl Desk {
    /// Opens the desk over a store.
    #[must_use]
    pub fn new(store: Arc<dyn Store>) -> Self {
        Self {
            store,
            lectern: Lectern::default(),
            shelf: Arc::default(),
            larder: Shelves::default(),
            menus: Menus::default(),
            proposals: Arc::default(),
            ahead: Arc::default(),
        }
    }

    /// The same desk, with a place for imported foods.
    #[must_use]
    pub fn with_larder(self, file: LarderFile) -> Self {
        Self {
            larder: Shelves::of(file),
            ..self
        }
    }

    /// Tells one new thing. `now` is the clock's time and `random` ten fresh random bytes; both make the entry's id.
    ///
    /// # Errors
    /// [`DeskError::Bad`] when the entry contradicts itself or the clock; [`DeskError::Store`] when it could not be
    /// made durable. In both cases nothing was written.
    pub fn tell(
        &self,
        moment: Moment,
        body: Body,
        now: Timestamp,
        random: [u8; 10],
    ) -> Result<EntryId, DeskError> {
        let id = EntryId::new(now, random);
        self.tell_with_id(
            Entry {
                id,
                moment,
                act: Act::Tell { body },
            },
            now,
        )?;
        Ok(id)
    }

    /// Takes an entry that was made elsewhere (a phone's offline queue). The same entry sent again is accepted once.
    ///
    /// # Errors
    /// [`DeskError::Bad`], [`DeskError::Taken`] (the id holds other content), [`DeskError::Erased`], [`DeskError::Store`].
    pub fn tell_with_id(&self, entry: Entry, now: Timestamp) -> Result<Receipt, DeskError> {
        let id = entry.id;
        let receipts = self.tell_all(&[entry], now)?;
        match receipts.first() {
            Some(receipt) => accepted(id, *receipt),
            None => Err(DeskError::NotThere(id)),
        }
    }

    /// Takes several entries in one durable write and makes sure that each of them is in the diary. One receipt
    /// an entry, in the same order.
    ///
    /// # Errors
    /// Those of [`Desk::tell_with_id`]. When an id was taken or erased, the other entries are written.
    pub fn tell_each(&self, entries: &[Entry], now: Timestamp) -> Result<Vec<Receipt>, DeskError> {
        let receipts = self.tell_all(entries, now)?;
        entries
            .iter()
            .zip(receipts)
            .map(|(entry, receipt)| accepted(entry.id, receipt))
            .collect()
    }

    /// Takes several entries, all or none, in one durable write. One receipt an entry, in the same order. A trial that
    /// they make unsafe waits from now on.
    ///
    /// # Errors
    /// [`DeskError::Bad`] for the first entry that fails its check, [`DeskError::Store`]; then nothing was written.
    pub fn tell_all(&self, entries: &[Entry], now: Timestamp) -> Result<Vec<Receipt>, DeskError> {
        for entry in entries {
            entry.check(now)?;
        }
        let receipts = self.store.append(entries)?;
        self.hold_unsafe_trials(entries, now)?;
        Ok(receipts)
    }

    pub(crate) fn append(&self, entries: &[Entry]) -> Result<(), DeskError> {
        if !entries.is_empty() {
            self.store.append(entries)?;
        }
        Ok(())
    }

    /// Corrects an entry: `moment` and `body` hold instead. Gives the id of the correction.
    ///
    /// # Errors
    /// [`DeskError::NotThere`] when the target does not hold (any more), and those of [`Desk::tell`].
    pub fn replace(
        &self,
        target: EntryId,
        moment: Moment,
        body: Body,
        now: Timestamp,
        random: [u8; 10],
    ) -> Result<EntryId, DeskError> {
        self.change(target, moment, Act::Replace { target, body }, now, random)
    }

    /// Takes an entry back. `moment` is when and where the person does so.
    ///
    /// # Errors
    /// [`DeskError::NotThere`] when the target does not hold (any more), and those of [`Desk::tell`].
    pub fn retract(
        &self,
        target: EntryId,
        moment: Moment,
        now: Timestamp,
        random: [u8; 10],
    ) -> Result<EntryId, DeskError> {
        self.change(target, moment, Act::Retract { target }, now, random)
    }

    /// Takes an entry back and removes its content for good; a tombstone with its id stays.
    ///
    /// # Errors
    /// [`DeskError::NotThere`] when the target does not hold (any more), and those of [`Desk::tell`].
    pub fn erase(
        &self,
        target: EntryId,
        moment: Moment,
        now: Timestamp,
        random: [u8; 10],
    ) -> Result<EntryId, DeskError> {
        self.change(target, moment, Act::Erase { target }, now, random)
    }

    fn change(
        &self,
        target: EntryId,
        moment: Moment,
        act: Act,
        now: Timestamp,
        random: [u8; 10],
    ) -> Result<EntryId, DeskError> {
        let log = self.log()?;
        let told = log.find(target).ok_or(DeskError::NotThere(target))?;
        let id = EntryId::after(told.version, now, random);
        self.tell_with_id(Entry { id, moment, act }, now)?;
        Ok(id)
    }

    pub(crate) fn store(&self) -> &dyn Store {
        &*self.store
    }

    /// Erases the whole diary for good, and what is kept of it in memory. Who may open it is as it was.
    ///
    /// # Errors
    /// [`DeskError::Store`]: before the entries are gone nothing was changed.
    pub fn erase_everything(&self) -> Result<(), DeskError> {
        self.shelf.forget_after(|| {
            self.store.erase_diary()?;
            // It is read anew, so that nothing of it stays in memory.
            self.lectern.person(&*self.store)?;
            self.menus.forget();
            self.proposals.forget();
            Ok(self.store.head()?)
        })
    }

    /// Every entry as it was told, in the order of their ids: what an export holds.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn entries(&self) -> Result<Vec<Entry>, DeskError> {
        Ok(self.store.entries()?)
    }

    /// How the columns of files of this shape were read last time, as it was kept.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn mapping(&self, shape: &str) -> Result<Option<String>, DeskError> {
        Ok(self.store.derived(&mapping_key(shape))?)
    }

    /// Keeps how the columns of files of this shape are read. Losing it loses nothing but a choice.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn keep_mapping(&self, shape: &str, mapping: &str) -> Result<(), DeskError> {
        let key = mapping_key(shape);
        Ok(self.store.keep_derived(&key, &key, mapping)?)
    }

    /// Where the log stands; changes with every write, also by another process.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn head(&self) -> Result<Head, DeskError> {
        Ok(self.store.head()?)
    }

    /// The log with all corrections applied.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn log(&self) -> Result<Arc<Log>, DeskError> {
        Ok(self.lectern.person(&*self.store)?.0)
    }

    /// The diary as it is seen on `today` (the local date).
    pub(crate) fn book(&self, today: Date) -> Result<Arc<Book>, DeskError> {
        self.lectern.book(&*self.store, today)
    }

    fn sources(&self, today: Date) -> Result<Sources, DeskError> {
        Ok(Sources {
            book: self.book(today)?,
            larder: self.larder()?,
        })
    }

    /// The person as the log describes them.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn person(&self) -> Result<Arc<Person>, DeskError> {
        Ok(self.lectern.person(&*self.store)?.1)
    }

    /// Every night from the first one told about to the last one that ended before `today` (the local date), and
    /// those told about since. A night that has only begun is not counted as unanswered.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn nights(&self, today: Date) -> Result<Arc<Vec<Night>>, DeskError> {
        Ok(Arc::clone(&self.book(today)?.nights))
    }

    /// The red flags that hold on `today` (the local date): without the statistics, so that nobody waits for them.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn raised(&self, today: Date) -> Result<Vec<Raised>, DeskError> {
        Ok(self.book(today)?.watch().raised().to_vec())
    }

    /// What is looked at before any trial goes on, on `today` (the local date).
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn watch(&self, today: Date) -> Result<Watch, DeskError> {
        Ok(self.book(today)?.watch().clone())
    }

    /// What was told last, in one go: everything whose id was made in the same millisecond as the newest entry that
    /// still holds. Empty for an empty diary.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn told_last(&self) -> Result<Vec<Told>, DeskError> {
        let log = self.log()?;
        let Some(newest) = log.told().iter().map(|told| told.version).max() else {
            return Ok(Vec::new());
        };
        Ok(log
            .told()
            .iter()
            .filter(|told| told.version.as_bytes()[..6] == newest.as_bytes()[..6])
            .map(|told| Told::clone(told))
            .collect())
    }

    /// Undoes what was told last, in one go: takes back what was new, and brings back what a correction had replaced.
    /// `moment` is when and where the person does so, `random` ten fresh random bytes. Empty for an empty diary.
    ///
    /// # Errors
    /// Those of [`Desk::tell_each`].
    pub fn undo(&self, moment: Moment, random: [u8; 10]) -> Result<Vec<Undone>, DeskError> {
        let last = self.told_last()?;
        let Some(newest) = last.iter().map(|told| told.version).max() else {
            return Ok(Vec::new());
        };
        let log = self.log()?;
        let now = moment.at;
        let mut entries = Vec::with_capacity(last.len());
        let mut undone = Vec::with_capacity(last.len());
        for (number, told) in (0_u32..).zip(last) {
            let before = log.before(told.id).cloned();
            let (moment, act) = match &before {
                Some(before) => (
                    before.moment.clone(),
                    Act::Replace {
                        target: told.id,
                        body: before.body.clone(),
                    },
                ),
                None => (moment.clone(), Act::Retract { target: told.id }),
            };
            entries.push(Entry {
                id: EntryId::after(newest, now, numbered(random, number)),
                moment,
                act,
            });
            undone.push(Undone { told, before });
        }
        self.tell_each(&entries, now)?;
        Ok(undone)
    }

    /// Suspects and plan for `today` (the local date), computed once for each state of the diary: kept in memory and
    /// beside the diary, so that another process need not compute them again. Waits while they are computed.
    ///
    /// # Errors
    /// [`DeskError::Store`]; [`DeskError::Analysis`] is a fault of ours.
    pub fn suspects(&self, today: Date) -> Result<Arc<Reading>, DeskError> {
        self.shelf.exact(&*self.store, &self.sources(today)?)
    }

    /// What [`Desk::suspects`] gives, for a page that nobody should wait for: where the diary is long and was just written
    /// in, the suspects are those of before, and say so, while newer ones are computed beside the requests. Person, nights
    /// and plan are always as they are now.
    ///
    /// # Errors
    /// Those of [`Desk::suspects`].
    pub fn suspects_meanwhile(&self, today: Date) -> Result<Arc<Reading>, DeskError> {
        self.shelf.meanwhile(&self.store, &self.sources(today)?)
    }

    /// The doctor's summary of a part of the diary, made on `today` (the local date). Waits as [`Desk::suspects`] does.
    ///
    /// # Errors
    /// Those of [`Desk::suspects`].
    pub fn summary(&self, today: Date, span: Span) -> Result<Summary, DeskError> {
        let sources = self.sources(today)?;
        let reading = self.shelf.exact(&*self.store, &sources)?;
        let changes = self.changes(&sources.book)?;
        Ok(reading.summary(&sources.book.log, &changes, span))
    }

    /// Whether [`Desk::summary`] and [`Desk::medicine_review`] have nothing to compute: where the diary is long, it is done
    /// beside the requests.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn worked_out(&self, today: Date) -> Result<Meanwhile<()>, DeskError> {
        let sources = self.sources(today)?;
        if sources.book.nights.len() <= AT_ONCE {
            return Ok(Meanwhile::There(()));
        }
        let (shelf, store) = (Arc::clone(&self.shelf), Arc::clone(&self.store));
        let state = (sources.book.head, today);
        Ok(self.ahead.meanwhile(&state, move |_| {
            // What fails, the page says that asks for it.
            let _ = shelf.exact(&*store, &sources);
            let _ = shelf.changes(&*store, &sources.book);
        }))
    }

    pub(crate) fn changes(&self, book: &Book) -> Result<Vec<Change>, DeskError> {
        self.shelf.changes(self.store(), book)
    }

    pub(crate) fn results(&self) -> &Results {
        &self.shelf.results
    }

    /// The newest reading there is, though the diary may have moved on; `None` before the first.
    #[must_use]
    pub fn latest(&self) -> Option<Arc<Reading>> {
        self.shelf.latest()
    }
}

fn accepted(id: EntryId, receipt: Receipt) -> Result<Receipt, DeskError> {
    match receipt {
        Receipt::Stored | Receipt::AlreadyThere => Ok(receipt),
        Receipt::KeptAside => Err(DeskError::Taken(id)),
        Receipt::Erased => Err(DeskError::Erased(id)),
    }
}

/// Random bytes that differ for every number.
pub(crate) fn numbered(mut random: [u8; 10], number: u32) -> [u8; 10] {
    for (byte, part) in random[6..].iter_mut().zip(number.to_be_bytes()) {
        *byte ^= part;
    }
    random
}
