//! The diary as it stands: log, person and nights, kept in memory and brought up to date by what is new in the store.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, OnceLock};

use diary::{Ledger, Log, Night, NightId, Person};
use insight::trial::{self, Course, Watch};
use jiff::civil::Date;
use store::{Head, News, Store};

use crate::error::DeskError;
use crate::lock::lock;

/// One state of the diary, as it is seen on one day.
#[derive(Clone, Debug)]
pub(crate) struct Book {
    pub(crate) head: Head,
    /// The local date.
    pub(crate) today: Date,
    pub(crate) log: Arc<Log>,
    pub(crate) person: Arc<Person>,
    /// Every night from the first one told about to the last one that ended before `today`, and those told about since.
    pub(crate) nights: Arc<Vec<Night>>,
    /// Every trial, in the order of their first nights.
    pub(crate) courses: Arc<Vec<Course>>,
    watch: OnceLock<Watch>,
}

impl Book {
    /// The warning signs of the day and what holds trials back, looked at once for each state of the diary.
    pub(crate) fn watch(&self) -> &Watch {
        self.watch.get_or_init(|| {
            let day = NightId::of_evening(self.today);
            Watch::over(&self.person, &self.nights, day)
        })
    }

    /// A diary with nothing in it.
    pub(crate) fn empty(head: Head, today: Date) -> Self {
        Self {
            head,
            today,
            log: Arc::default(),
            person: Arc::default(),
            nights: Arc::default(),
            courses: Arc::default(),
            watch: OnceLock::new(),
        }
    }
}

/// The book that is open, whoever asks.
#[derive(Default)]
pub(crate) struct Lectern(Mutex<Open>);

#[derive(Default)]
struct Open {
    ledger: Ledger,
    /// Where the log stood when the ledger took from it last; `None` before the first time.
    head: Option<Head>,
    log: Arc<Log>,
    person: Arc<Person>,
    courses: Arc<Vec<Course>>,
    book: Option<Arc<Book>>,
    /// Nights about which something else holds than in `book`.
    touched: BTreeSet<NightId>,
}

impl Lectern {
    /// The diary as it stands, seen on `today` (the local date).
    pub(crate) fn book(&self, store: &dyn Store, today: Date) -> Result<Arc<Book>, DeskError> {
        let mut open = lock(&self.0);
        let head = open.catch_up(store)?;
        Ok(open.book(head, today))
    }

    /// Every trial, in the order of their first nights.
    pub(crate) fn courses(&self, store: &dyn Store) -> Result<Arc<Vec<Course>>, DeskError> {
        let mut open = lock(&self.0);
        open.catch_up(store)?;
        Ok(Arc::clone(&open.courses))
    }

    /// The log and the person as they stand.
    pub(crate) fn person(&self, store: &dyn Store) -> Result<(Arc<Log>, Arc<Person>), DeskError> {
        let mut open = lock(&self.0);
        open.catch_up(store)?;
        Ok((Arc::clone(&open.log), Arc::clone(&open.person)))
    }
}

impl Open {
    /// Takes in what is new in the store. Gives where the log stands.
    fn catch_up(&mut self, store: &dyn Store) -> Result<Head, DeskError> {
        let (head, news) = store.news(self.head)?;
        self.head = Some(head);
        match news {
            News::More(entries) if entries.is_empty() => return Ok(head),
            News::More(entries) => self.touched.extend(self.ledger.take(entries)),
            News::All(entries) => {
                self.ledger = Ledger::default();
                self.ledger.take(entries);
                self.book = None;
                self.touched.clear();
            }
        }
        self.log = Arc::new(self.ledger.log());
        self.person = Arc::new(Person::from_log(&self.log));
        self.courses = Arc::new(trial::courses(&self.log));
        Ok(head)
    }

    fn book(&mut self, head: Head, today: Date) -> Arc<Book> {
        let through = NightId::of_evening(today).previous();
        let nights = match &self.book {
            Some(book) if book.head == head && book.today == today => return Arc::clone(book),
            Some(book) => diary::nights_after(&book.nights, &self.touched, &self.log, through),
            None => diary::nights(&self.log, through),
        };
        self.touched.clear();
        let book = Arc::new(Book {
            head,
            today,
            log: Arc::clone(&self.log),
            person: Arc::clone(&self.person),
            nights: Arc::new(nights),
            courses: Arc::clone(&self.courses),
            watch: OnceLock::new(),
        });
        self.book = Some(Arc::clone(&book));
        book
    }
}
