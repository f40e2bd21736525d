//! Who is connected: there is room for so many, and whoever has been silent longest makes place for somebody new.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::{Instant, timeout};

use crate::counts::Counts;
use crate::site::lock;

/// How long a request may run before its place can be given to somebody new, when nobody is silent.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often somebody who waits at the door looks again.
const LOOK: Duration = Duration::from_secs(1);

/// Places for connections.
pub(super) struct Room {
    places: usize,
    counts: Arc<Counts>,
    guests: Mutex<Guests>,
    left: Notify,
}

#[derive(Default)]
struct Guests {
    /// How many signs of life there have been: the order of the next one.
    signs: u64,
    /// Between two requests, by their last sign of life.
    silent: BTreeMap<u64, Arc<Notify>>,
    /// With a request under way, by its beginning.
    heard: BTreeMap<u64, (Instant, Arc<Notify>)>,
}

impl Guests {
    /// The one that can best be spared: silent for longest, else heard for too long.
    fn spare(&mut self) -> Option<Arc<Notify>> {
        if let Some((_, guest)) = self.silent.pop_first() {
            return Some(guest);
        }
        let oldest = self.heard.first_entry()?;
        (oldest.get().0.elapsed() >= PATIENCE).then(|| oldest.remove().1)
    }

    fn sign(&mut self) -> u64 {
        self.signs += 1;
        self.signs
    }
}

impl Room {
    pub(super) fn new(places: usize, counts: Arc<Counts>) -> Arc<Self> {
        Arc::new(Self {
            places,
            counts,
            guests: Mutex::default(),
            left: Notify::new(),
        })
    }

    /// Waits for a place, which somebody else may have to give up.
    pub(super) async fn enter(self: &Arc<Self>) -> Guest {
        loop {
            if let Some(guest) = self.try_enter() {
                return guest;
            }
            // Either somebody leaves, or a request has meanwhile run for too long.
            let _ = timeout(LOOK, self.left.notified()).await;
        }
    }

    fn try_enter(self: &Arc<Self>) -> Option<Guest> {
        let mut guests = lock(&self.guests);
        if guests.silent.len() + guests.heard.len() >= self.places {
            guests.spare()?.notify_one();
        }
        let asked_to_leave = Arc::new(Notify::new());
        let sign = guests.sign();
        guests.silent.insert(sign, Arc::clone(&asked_to_leave));
        drop(guests);
        self.counts.connected();
        Some(Guest {
            room: Arc::clone(self),
            asked_to_leave,
            sign: Mutex::new(sign),
        })
    }
}

/// One connection's place. It is free again when this is dropped.
pub(super) struct Guest {
    room: Arc<Room>,
    asked_to_leave: Arc<Notify>,
    /// The last sign of life.
    sign: Mutex<u64>,
}

impl Guest {
    /// Completes when the place is needed for somebody else.
    pub(super) async fn asked_to_leave(&self) {
        self.asked_to_leave.notified().await;
    }

    /// A request begins.
    pub(super) fn heard(&self) {
        let mut guests = lock(&self.room.guests);
        let mut sign = lock(&self.sign);
        // Whoever was asked to leave has no place any more.
        if let Some(guest) = guests.silent.remove(&*sign) {
            *sign = guests.sign();
            guests.heard.insert(*sign, (Instant::now(), guest));
        }
    }

    /// A request was answered.
    pub(super) fn silent(&self) {
        let mut guests = lock(&self.room.guests);
        let mut sign = lock(&self.sign);
        if let Some((_, guest)) = guests.heard.remove(&*sign) {
            *sign = guests.sign();
            guests.silent.insert(*sign, guest);
        }
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        let mut guests = lock(&self.room.guests);
        let sign = *lock(&self.sign);
        guests.silent.remove(&sign);
        guests.heard.remove(&sign);
        drop(guests);
        self.room.counts.disconnected();
        self.room.left.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn soon<T>(work: impl Future<Output = T>) -> Option<T> {
        timeout(Duration::from_millis(10), work).await.ok()
    }

    #[tokio::test(start_paused = true)]
    async fn the_longest_silent_makes_place() {
        let room = Room::new(2, Arc::default());
        let (first, second) = (room.enter().await, room.enter().await);
        first.heard();
        first.silent();
        let _third = room.enter().await;
        assert!(soon(second.asked_to_leave()).await.is_some());
        assert!(soon(first.asked_to_leave()).await.is_none());
    }

    #[tokio::test(start_paused = true)]
    async fn a_request_under_way_keeps_its_place_for_a_while() {
        let room = Room::new(1, Arc::default());
        let busy = room.enter().await;
        busy.heard();
        assert!(soon(room.enter()).await.is_none());
        assert!(soon(busy.asked_to_leave()).await.is_none());
        tokio::time::advance(PATIENCE).await;
        let _new = room.enter().await;
        assert!(soon(busy.asked_to_leave()).await.is_some());
        // It has no place any more, so that its end frees none.
        busy.silent();
        drop(busy);
        assert!(room.try_enter().is_some(), "the new one is silent");
    }

    #[tokio::test(start_paused = true)]
    async fn a_place_is_free_when_its_guest_left() {
        let room = Room::new(1, Arc::default());
        let guest = room.enter().await;
        guest.heard();
        let (_next, ()) = tokio::join!(room.enter(), async { drop(guest) });
    }
}
