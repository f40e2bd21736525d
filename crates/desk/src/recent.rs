//! The answers that were asked for last, each with all that it depends on: what takes long to work out is soon asked again.

use std::collections::VecDeque;
use std::sync::Mutex;

use crate::lock::lock;

/// At most `MOST` questions with their answers, the newest first.
pub(crate) struct Recent<Q, A, const MOST: usize>(Mutex<VecDeque<(Q, A)>>);

impl<Q, A, const MOST: usize> Default for Recent<Q, A, MOST> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<Q, A: Clone, const MOST: usize> Recent<Q, A, MOST> {
    pub(crate) fn forget(&self) {
        lock(&self.0).clear();
    }

    pub(crate) fn find(&self, is_same: impl Fn(&Q) -> bool) -> Option<A> {
        let all = lock(&self.0);
        let found = all.iter().find(|(question, _)| is_same(question));
        found.map(|(_, answer)| answer.clone())
    }

    pub(crate) fn keep(&self, question: Q, answer: A) {
        let mut all = lock(&self.0);
        all.push_front((question, answer));
        all.truncate(MOST);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_ones_are_found_until_they_are_forgotten() {
        let recent: Recent<u8, &str, 2> = Recent::default();
        for (question, answer) in [(1, "one"), (2, "two"), (3, "three")] {
            recent.keep(question, answer);
        }
        let found = |one: u8| recent.find(|question| *question == one);
        assert_eq!([1, 2, 3].map(found), [None, Some("two"), Some("three")]);
        recent.forget();
        assert_eq!(found(3), None);
    }
}
