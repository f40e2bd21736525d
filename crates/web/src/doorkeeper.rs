//! How often somebody may try to get in: a delay that doubles with every wrong passphrase, and a limit for all together.

use std::collections::VecDeque;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

/// Wrong tries without a delay: fingers slip.
const FREE: u32 = 3;
/// Longest delay, in seconds.
const LONGEST: i64 = 900;
/// Wrong tries of everybody together, however many addresses they have: so many in so many seconds.
const TOGETHER: [(usize, i64); 2] = [(30, 60), (100, 3600)];
/// Callers that are kept in mind.
const REMEMBERED: usize = 1000;

/// Counts wrong tries, by network address and together. A new start of the program forgets them.
#[derive(Default)]
pub(crate) struct Doorkeeper {
    tries: Mutex<Tries>,
}

#[derive(Default)]
struct Tries {
    callers: VecDeque<Caller>,
    wrong: VecDeque<Timestamp>,
    /// Addresses from which somebody got in: the wrong tries of others do not keep them out.
    known: VecDeque<IpAddr>,
}

impl Tries {
    /// Seconds until those who are not known may try again.
    fn together(&mut self, now: Timestamp) -> i64 {
        let ago = |at: &Timestamp| now.duration_since(*at).as_secs();
        // A clock that went back must lock nobody out.
        self.wrong.retain(|at| (0..3600).contains(&ago(at)));
        let wait = TOGETHER.map(|(most, seconds)| {
            // The try that must have passed before the next one.
            let at = self.wrong.len().checked_sub(most);
            let first = at.and_then(|at| self.wrong.get(at));
            first.map_or(0, |first| seconds - ago(first))
        });
        wait.into_iter().fold(0, i64::max)
    }

    fn knows(&self, from: Option<IpAddr>) -> bool {
        from.is_some_and(|from| self.known.contains(&from))
    }
}

struct Caller {
    from: Option<IpAddr>,
    wrong: u32,
    last: Timestamp,
}

impl Doorkeeper {
    /// How many seconds this caller must wait before trying; 0 for none.
    pub(crate) fn wait(&self, from: Option<IpAddr>, now: Timestamp) -> u64 {
        let mut tries = self.lock();
        let from = network(from);
        let together = if tries.knows(from) {
            0
        } else {
            tries.together(now)
        };
        let own = tries
            .callers
            .iter()
            .find(|caller| caller.from == from)
            .map_or(0, |caller| {
                let passed = now.duration_since(caller.last);
                if passed.is_negative() {
                    0
                } else {
                    delay(caller.wrong) - passed.as_secs()
                }
            });
        u64::try_from(own.max(together)).unwrap_or(0)
    }

    /// Notes a wrong try.
    pub(crate) fn wrong(&self, from: Option<IpAddr>, now: Timestamp) {
        let from = network(from);
        let mut tries = self.lock();
        tries.wrong.push_back(now);
        let before = tries.callers.iter().position(|caller| caller.from == from);
        let before = before.and_then(|index| tries.callers.remove(index));
        if tries.callers.len() == REMEMBERED {
            tries.callers.pop_front();
        }
        tries.callers.push_back(Caller {
            from,
            wrong: before.map_or(0, |caller| caller.wrong).saturating_add(1),
            last: now,
        });
    }

    /// Forgets the wrong tries of somebody who got in, and knows the address from now on.
    pub(crate) fn right(&self, from: Option<IpAddr>) {
        let from = network(from);
        let mut tries = self.lock();
        tries.callers.retain(|caller| caller.from != from);
        if let Some(from) = from.filter(|_| !tries.knows(from)) {
            if tries.known.len() == REMEMBERED {
                tries.known.pop_front();
            }
            tries.known.push_back(from);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Tries> {
        self.tries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Seconds to wait after so many wrong tries: 0, 0, 0, then 2, 4, 8, up to 15 minutes.
fn delay(wrong: u32) -> i64 {
    let beyond = wrong.saturating_sub(FREE);
    if beyond == 0 {
        return 0;
    }
    1_i64
        .checked_shl(beyond)
        .map_or(LONGEST, |seconds| seconds.clamp(0, LONGEST))
}

/// One household has a whole IPv6 network of 64 bits: its addresses count as one.
fn network(from: Option<IpAddr>) -> Option<IpAddr> {
    match from {
        Some(IpAddr::V6(address)) => {
            let network = u128::from(address) & (u128::MAX << 64);
            Some(IpAddr::V6(network.into()))
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + second).unwrap()
    }

    #[test]
    fn the_delay_grows_for_the_caller_and_ends() {
        let keeper = Doorkeeper::default();
        let from = Some("192.0.2.7".parse().unwrap());
        let waits: Vec<u64> = (0..16)
            .map(|_| {
                keeper.wrong(from, at(0));
                keeper.wait(from, at(0))
            })
            .collect();
        assert_eq!(waits[..7], [0, 0, 0, 2, 4, 8, 16]);
        assert_eq!(waits[15], 900);
        assert_eq!(keeper.wait(Some("192.0.2.8".parse().unwrap()), at(0)), 0);
        assert_eq!(keeper.wait(from, at(900)), 0);
        assert_eq!(keeper.wait(from, at(-86_400)), 0, "a clock that went back");
        keeper.right(from);
        assert_eq!(keeper.wait(from, at(0)), 0);
    }

    #[test]
    fn many_addresses_together_are_slowed_and_one_network_is_one_caller() {
        let keeper = Doorkeeper::default();
        for n in 0..30_u8 {
            keeper.wrong(Some(IpAddr::from([198, 51, 100, n])), at(0));
        }
        assert_eq!(keeper.wait(Some("192.0.2.7".parse().unwrap()), at(10)), 50);
        assert_eq!(keeper.wait(Some("192.0.2.7".parse().unwrap()), at(61)), 0);
        for n in 30..100_u8 {
            keeper.wrong(Some(IpAddr::from([198, 51, 100, n])), at(i64::from(n) * 10));
        }
        let home = Some("192.0.2.7".parse().unwrap());
        assert_eq!(
            keeper.wait(home, at(1000)),
            2600,
            "a hundred in an hour, the first at 0"
        );
        keeper.right(home);
        assert_eq!(
            keeper.wait(home, at(1000)),
            0,
            "who got in before is not kept out by others"
        );
        assert_eq!(keeper.wait(Some("192.0.2.8".parse().unwrap()), at(3600)), 0);
        let keeper = Doorkeeper::default();
        for n in 1..=5_u16 {
            keeper.wrong(Some(IpAddr::from([0x2001, 0xdb8, 0, 0, n, 0, 0, 1])), at(0));
        }
        assert_eq!(keeper.wait(Some("2001:db8::9".parse().unwrap()), at(0)), 4);
    }
}
