//! What the pages work on: the desk, the clock, the randomness, the zone; and the little the server remembers between requests.

use std::collections::VecDeque;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use backup::Shelf;
use desk::{Desk, Login};
use diary::log::Told;
use diary::{EntryId, Moment, NightId, Zone};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use crate::counts::Counts;
use crate::doorkeeper::Doorkeeper;
use crate::import::Sent;
use crate::login::Cookie;
use crate::pair::Waiting;
use crate::place;
use crate::problem::Problem;
use crate::say;

/// One diary and the world around it. The clock and the randomness are arguments so that a test can fix them.
#[derive(Clone)]
pub struct Site {
    /// The diary.
    pub desk: Arc<Desk>,
    /// The time now.
    pub clock: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    /// Ten fresh random bytes for an entry's id.
    pub random: Arc<dyn Fn() -> [u8; 10] + Send + Sync>,
    /// 32 fresh random bytes for the secret of a device; `None` when the system gives none.
    pub secrets: Arc<dyn Fn() -> Option<[u8; 32]> + Send + Sync>,
    /// Where backups go; none for a diary that is thrown away.
    pub backups: Option<Backups>,
    /// Where the person is unless the browser says otherwise.
    pub zone: Zone,
    /// The diary is a made-up one: every page says so.
    pub demo: bool,
    /// Values of the `Host` header that are answered, in lower case, such as `127.0.0.1:7353`.
    pub hosts: Vec<String>,
    /// How browsers reach the pages.
    pub scheme: Scheme,
    /// The lock of the pages; without one everybody who reaches them is in.
    pub login: Option<Arc<Login>>,
    /// The cookie of those who are logged in.
    pub cookie: Cookie,
    /// What whoever watches the server may count.
    pub counts: Arc<Counts>,
}

/// How browsers reach the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// In plain.
    Http,
    /// Over TLS, which somebody before us may undo.
    Https,
}

impl Scheme {
    /// As addresses begin with it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Https => "https",
        }
    }
}

/// The backups of the diary.
#[derive(Clone)]
pub struct Backups {
    /// Where they go.
    pub shelf: Arc<Shelf>,
    /// Whether they are made by themselves, too.
    pub by_itself: bool,
}

/// The `Host` values of this machine's own addresses on a port.
#[must_use]
pub fn loopback_hosts(port: u16) -> Vec<String> {
    ["localhost", "127.0.0.1", "[::1]"]
        .iter()
        .map(|name| format!("{name}:{port}"))
        .collect()
}

/// How many past taps and taken-back entries the server keeps in mind.
const REMEMBERED: usize = 64;

/// How far ahead of UTC a place on Earth can be.
const FURTHEST_EAST: SignedDuration = SignedDuration::from_hours(14);

/// The site as handlers share it.
pub(crate) type Shared = Arc<App>;

/// The site, and what must hold between two requests of the same person.
pub(crate) struct App {
    pub(crate) site: Site,
    pub(crate) doorkeeper: Doorkeeper,
    /// The phone that is being paired.
    pairing: Mutex<Option<Waiting>>,
    /// Held while a form is compared with the diary and written, so that a doubled tap finds the first one.
    writing: Mutex<()>,
    /// Forms that were accepted, the newest last.
    accepted: Mutex<VecDeque<Accepted>>,
    /// What was taken back lately, so that it can be brought back.
    taken_back: Mutex<VecDeque<Told>>,
    /// Files that were sent to be looked at.
    pub(crate) sent: Sent,
    /// Held while a file arrives.
    pub(crate) receiving: tokio::sync::Mutex<()>,
    /// Requests so far.
    requests: AtomicU64,
}

/// A form that was accepted.
#[derive(Clone, Copy)]
pub(crate) struct Accepted {
    /// The id that the form carried.
    pub(crate) form: EntryId,
    /// The entry it became.
    pub(crate) entry: EntryId,
    pub(crate) at: Timestamp,
}

impl App {
    pub(crate) fn new(site: Site) -> Self {
        Self {
            site,
            doorkeeper: Doorkeeper::default(),
            pairing: Mutex::default(),
            writing: Mutex::default(),
            accepted: Mutex::default(),
            taken_back: Mutex::default(),
            sent: Sent::default(),
            receiving: tokio::sync::Mutex::default(),
            requests: AtomicU64::new(0),
        }
    }

    pub(crate) fn desk(&self) -> &Desk {
        &self.site.desk
    }

    pub(crate) fn now(&self) -> Timestamp {
        (self.site.clock)()
    }

    pub(crate) fn random(&self) -> [u8; 10] {
        (self.site.random)()
    }

    /// The number of the next request, from 1.
    pub(crate) fn next_request(&self) -> u64 {
        self.requests
            .fetch_add(1, Ordering::Relaxed)
            .wrapping_add(1)
    }

    /// Remembers a wrong passphrase, so that the next try waits longer; counts it and writes it down.
    pub(crate) fn wrong_passphrase(&self, from: Option<IpAddr>) {
        self.doorkeeper.wrong(from, self.now());
        self.site.counts.login_refused();
        tracing::warn!(?from, "a wrong passphrase");
    }

    /// A fresh id for a form, so that the same form sent twice counts once.
    pub(crate) fn fresh_id(&self) -> EntryId {
        EntryId::new(self.now(), self.random())
    }

    /// Now, in the zone that the form named, else the one that the person chose, else the site's.
    pub(crate) fn moment(&self, zone_name: &str) -> Moment {
        let zone = Zone::named(zone_name).ok().or_else(place::zone);
        let zone = zone.unwrap_or_else(|| self.site.zone.clone());
        Moment::new(self.now(), zone)
    }

    /// The latest night that has begun anywhere on Earth (14 hours ahead of UTC): a page does not know where its reader
    /// travels, only a form that is sent does.
    pub(crate) fn night_anywhere(&self) -> NightId {
        let now = self.now();
        let there = now.saturating_add(FURTHEST_EAST).unwrap_or(now);
        Moment::new(there, Zone::utc()).night()
    }

    /// The local date now.
    pub(crate) fn today(&self) -> Date {
        self.moment("").local().date()
    }

    /// Forgets what it holds of the diary in memory, after all of that was erased.
    pub(crate) fn forget(&self) {
        lock(&self.accepted).clear();
        lock(&self.taken_back).clear();
        self.sent.forget_all();
    }

    pub(crate) fn pairing(&self) -> MutexGuard<'_, Option<Waiting>> {
        lock(&self.pairing)
    }

    /// Keeps other writers out while a form is compared with the diary and written.
    pub(crate) fn writing(&self) -> MutexGuard<'_, ()> {
        lock(&self.writing)
    }

    /// How the form with this id was last accepted.
    pub(crate) fn accepted(&self, form: EntryId) -> Option<Accepted> {
        let accepted = lock(&self.accepted);
        accepted.iter().rev().find(|one| one.form == form).copied()
    }

    pub(crate) fn remember_accepted(&self, accepted: Accepted) {
        push(&self.accepted, accepted);
    }

    pub(crate) fn remember_taken_back(&self, told: Told) {
        push(&self.taken_back, told);
    }

    /// What was taken back lately under this id.
    pub(crate) fn taken_back(&self, id: EntryId) -> Option<Told> {
        lock(&self.taken_back)
            .iter()
            .rev()
            .find(|told| told.id == id)
            .cloned()
    }

    pub(crate) fn forget_taken_back(&self, id: EntryId) {
        lock(&self.taken_back).retain(|told| told.id != id);
    }
}

fn push<T>(memory: &Mutex<VecDeque<T>>, value: T) {
    let mut memory = lock(memory);
    if memory.len() == REMEMBERED {
        memory.pop_front();
    }
    memory.push_back(value);
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs work that may wait for the disk or the statistics away from the threads that answer requests.
pub(crate) async fn off_thread<T: Send + 'static>(
    app: &Shared,
    work: impl FnOnce(&App) -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let app = Arc::clone(app);
    let (language, place) = (say::language(), place::here());
    let work = move || say::within(language, || place::within(place, || work(&app)));
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(_) => Err(Problem::Ours),
    }
}
