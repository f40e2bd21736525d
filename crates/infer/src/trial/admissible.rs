//! The orders of arms that a design may draw, and how many there are.
//!
//! All by dynamic programming over periods, in whole numbers of any size: a state knows how many periods of A its group has
//! had and how long the present run is; its number is how many ways lead from it to the end.

use num_bigint::BigUint;

use super::design::Arm;

mod orders;

/// Periods in a row whose number of A's is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// How many periods.
    pub periods: usize,
    /// Fewest that must be A.
    pub least_a: usize,
    /// Most that may be A.
    pub most_a: usize,
}

impl Group {
    /// Exactly so many A's.
    #[must_use]
    pub const fn exactly(periods: usize, a: usize) -> Self {
        Self {
            periods,
            least_a: a,
            most_a: a,
        }
    }

    /// Any number of A's.
    #[must_use]
    pub const fn free(periods: usize) -> Self {
        Self {
            periods,
            least_a: 0,
            most_a: periods,
        }
    }

    const fn is_free(self) -> bool {
        self.least_a == 0 && self.most_a >= self.periods
    }
}

/// More periods than can be counted in reasonable memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{periods} periods with these limits are too many to count their orders")]
pub struct TooMany {
    /// How many periods.
    pub periods: usize,
}

/// Most states that are kept.
const MOST_STATES: usize = 400_000;

/// Where an order stands before a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct State {
    /// A's so far in the group of the next period; 0 where the group does not count.
    a: usize,
    /// The last arm and how many times in a row; 0 where runs are not limited, and at the beginning.
    run: usize,
    last: Arm,
}

/// All orders that keep to the limits.
///
/// ```
/// use infer::trial::{Admissible, Arm, Group};
/// let pairs = Admissible::new(vec![Group::exactly(2, 1); 3], None).unwrap();
/// assert_eq!(pairs.count().to_string(), "8");
/// assert_eq!(pairs.chance_of_a(&[]), Some(0.5));
/// assert_eq!(pairs.chance_of_a(&[Arm::A]), Some(0.0));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Admissible {
    groups: Vec<Group>,
    /// The group of each period, and whether it is the group's last.
    places: Vec<(usize, bool)>,
    longest_run: Option<usize>,
    /// Ways to the end, from each state before each period.
    ways: Vec<Vec<BigUint>>,
    /// Probability of A next, for the same states.
    chances: Vec<Vec<f64>>,
}

impl Admissible {
    /// Counts the orders of these groups, one after another, with at most `longest_run` equal arms in a row.
    ///
    /// # Errors
    /// [`TooMany`] when the table would not fit in reasonable memory.
    pub fn new(groups: Vec<Group>, longest_run: Option<usize>) -> Result<Self, TooMany> {
        let mut places = Vec::new();
        for (group, limits) in groups.iter().enumerate() {
            places.extend((1..=limits.periods).map(|place| (group, place == limits.periods)));
        }
        let mut admissible = Self {
            groups,
            places,
            // A longer limit than there are periods is none.
            longest_run: None,
            ways: Vec::new(),
            chances: Vec::new(),
        };
        let periods = admissible.places.len();
        admissible.longest_run = longest_run.filter(|&longest| longest < periods);
        let states = (0..=periods).try_fold(0usize, |sum, i| {
            sum.checked_add(admissible.width(i))
                .filter(|&sum| sum <= MOST_STATES)
        });
        if states.is_none() {
            return Err(TooMany { periods });
        }
        admissible.fill();
        Ok(admissible)
    }

    /// Number of states before period `i`.
    fn width(&self, i: usize) -> usize {
        let a = match self.places.get(i) {
            Some(&(group, _)) if !self.groups[group].is_free() => {
                self.groups[group].most_a.min(self.groups[group].periods) + 1
            }
            _ => 1,
        };
        a * self.runs()
    }

    fn runs(&self) -> usize {
        self.longest_run.map_or(1, |longest| 2 * longest + 1)
    }

    fn index(&self, state: State) -> usize {
        let run = match (self.longest_run, state.run) {
            (None, _) | (_, 0) => 0,
            (Some(longest), run) => run + if state.last == Arm::B { longest } else { 0 },
        };
        state.a * self.runs() + run
    }

    fn state(&self, index: usize) -> State {
        let (a, run) = (index / self.runs(), index % self.runs());
        match self.longest_run {
            Some(longest) if run > longest => State {
                a,
                run: run - longest,
                last: Arm::B,
            },
            _ => State {
                a,
                run,
                last: Arm::A,
            },
        }
    }

    /// The beginning.
    pub(super) const fn start(&self) -> State {
        State {
            a: 0,
            run: 0,
            last: Arm::A,
        }
    }

    /// The state after period `i` had this arm; `None` when it may not.
    pub(super) fn step(&self, i: usize, state: State, arm: Arm) -> Option<State> {
        let &(group, is_last) = self.places.get(i)?;
        let limits = self.groups[group];
        let run = match self.longest_run {
            None => 0,
            Some(longest) => {
                let run = if state.run > 0 && state.last == arm {
                    state.run + 1
                } else {
                    1
                };
                if run > longest {
                    return None;
                }
                run
            }
        };
        let mut a = 0;
        if !limits.is_free() {
            a = state.a + usize::from(arm == Arm::A);
            if a > limits.most_a || is_last && a < limits.least_a {
                return None;
            }
            if is_last {
                a = 0;
            }
        }
        Some(State { a, run, last: arm })
    }

    fn fill(&mut self) {
        let periods = self.places.len();
        self.ways = vec![Vec::new(); periods + 1];
        self.chances = vec![Vec::new(); periods];
        self.ways[periods] = vec![BigUint::from(1u8); self.width(periods)];
        for i in (0..periods).rev() {
            let (mut ways, mut chances) = (Vec::new(), Vec::new());
            for index in 0..self.width(i) {
                let state = self.state(index);
                let [a, b] = Arm::BOTH.map(|arm| self.ways_by(i, state, arm));
                chances.push(share(&a, &b));
                ways.push(a + b);
            }
            self.ways[i] = ways;
            self.chances[i] = chances;
        }
    }

    /// Ways to the end when period `i` has this arm.
    fn ways_by(&self, i: usize, state: State, arm: Arm) -> BigUint {
        self.step(i, state, arm)
            .map_or_else(BigUint::default, |next| {
                self.ways[i + 1][self.index(next)].clone()
            })
    }

    /// Number of periods.
    #[must_use]
    pub fn periods(&self) -> usize {
        self.places.len()
    }

    /// Number of orders.
    #[must_use]
    pub fn count(&self) -> &BigUint {
        &self.ways[0][self.index(self.start())]
    }

    /// The number of orders as a floating-point number, which may be infinite.
    #[must_use]
    pub fn count_f64(&self) -> f64 {
        let (shifted, bits) = shortened(self.count());
        libm::scalbn(shifted, i32::try_from(bits).unwrap_or(i32::MAX))
    }

    /// Whether nothing keeps to the limits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self.count() == BigUint::default()
    }

    /// Whether exchanging the arms turns every order into another one of these.
    #[must_use]
    pub fn is_symmetric(&self) -> bool {
        (self.groups.iter()).all(|g| g.least_a + g.most_a.min(g.periods) == g.periods)
    }

    /// Probability that period `i` has this arm, from a state.
    pub(super) fn chance(&self, i: usize, state: State, arm: Arm) -> f64 {
        let a = self.chances.get(i).map_or(0.0, |c| c[self.index(state)]);
        match arm {
            Arm::A => a,
            Arm::B => 1.0 - a,
        }
    }

    /// As [`Self::step`], but only where the rest can still be filled.
    pub(super) fn step_to_end(&self, i: usize, state: State, arm: Arm) -> Option<State> {
        let next = self.step(i, state, arm)?;
        (self.ways[i + 1][self.index(next)] != BigUint::default()).then_some(next)
    }
}

/// a / (a + b), rounded once; 0 when both are 0.
fn share(a: &BigUint, b: &BigUint) -> f64 {
    let all = a + b;
    if all == BigUint::default() {
        return 0.0;
    }
    // 64 bits below the point carry more than a floating-point number can hold.
    let (scaled, bits) = shortened(&((a << 64u8) / all));
    libm::scalbn(scaled, bits as i32 - 64)
}

/// The 64 leading bits of a number, and how many bits were left off.
fn shortened(number: &BigUint) -> (f64, u64) {
    let bits = number.bits().saturating_sub(64);
    let leading = (number >> bits).to_u64_digits();
    (leading.first().map_or(0.0, |&digits| digits as f64), bits)
}

#[cfg(test)]
mod tests;
