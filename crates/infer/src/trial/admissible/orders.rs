//! What was counted, put to use: the n-th order, all of them, what the past says about the next period, what is bet on.

use std::ops::Range;

use num_bigint::BigUint;

use super::Admissible;
use crate::trial::design::Arm;

/// Most periods that are bet on together.
const MOST_IN_A_STAKE: usize = 4;

impl Admissible {
    /// Probability that the next period has A, given the past, when all orders are equally likely; `None` when the past
    /// is not the beginning of any order, or is a whole one.
    #[must_use]
    pub fn chance_of_a(&self, past: &[Arm]) -> Option<f64> {
        let mut state = self.start();
        for (i, &arm) in past.iter().enumerate() {
            state = self.step_to_end(i, state, arm)?;
        }
        (past.len() < self.periods()).then(|| self.chance(past.len(), state, Arm::A))
    }

    /// Probability of A in each period, when all orders are equally likely.
    #[must_use]
    pub fn marginals(&self) -> Vec<f64> {
        let mut here = vec![0.0; self.width(0)];
        here[self.index(self.start())] = 1.0;
        let mut marginals = Vec::with_capacity(self.periods());
        for i in 0..self.periods() {
            let mut next = vec![0.0; self.width(i + 1)];
            let mut a = 0.0;
            for (index, &weight) in here.iter().enumerate().filter(|(_, weight)| **weight > 0.0) {
                let state = self.state(index);
                for arm in Arm::BOTH {
                    let mass = weight * self.chance(i, state, arm);
                    if let Some(after) = self.step(i, state, arm) {
                        next[self.index(after)] += mass;
                    }
                    if arm == Arm::A {
                        a += mass;
                    }
                }
            }
            marginals.push(a);
            here = next;
        }
        marginals
    }

    /// The periods of each group that are bet on together: all of a small group whose arms are balanced among themselves
    /// alone, else each period by itself.
    pub(in crate::trial) fn stakes(&self) -> Vec<Range<usize>> {
        let mut stakes = Vec::new();
        let mut begin = 0;
        for group in &self.groups {
            let range = begin..begin + group.periods;
            begin = range.end;
            let alone = self.longest_run.is_none() && self.groups.len() > 1;
            if alone && !group.is_free() && group.periods <= MOST_IN_A_STAKE {
                stakes.push(range);
            } else {
                stakes.extend(range.map(|i| i..i + 1));
            }
        }
        stakes
    }

    /// Whether this is one of the orders.
    #[must_use]
    pub fn contains(&self, order: &[Arm]) -> bool {
        let end = order
            .iter()
            .enumerate()
            .try_fold(self.start(), |state, (i, &arm)| self.step(i, state, arm));
        order.len() == self.periods() && end.is_some()
    }

    /// The order with this number, from 0, where A comes before B as in a dictionary; `None` when there are not so many.
    #[must_use]
    pub fn nth(&self, mut number: BigUint) -> Option<Vec<Arm>> {
        if number >= *self.count() {
            return None;
        }
        let mut state = self.start();
        let mut order = Vec::with_capacity(self.periods());
        for i in 0..self.periods() {
            let with_a = self.ways_by(i, state, Arm::A);
            let arm = if number < with_a {
                Arm::A
            } else {
                number -= with_a;
                Arm::B
            };
            state = self.step(i, state, arm)?;
            order.push(arm);
        }
        Some(order)
    }

    /// Every order, in the order of their numbers.
    pub fn all(&self) -> impl Iterator<Item = Vec<Arm>> + '_ {
        let mut number = BigUint::default();
        std::iter::from_fn(move || {
            let order = self.nth(number.clone());
            number += 1u8;
            order
        })
    }
}
