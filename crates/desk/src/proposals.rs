//! Proposals of trials, worked out once for each question and state of the diary: a forecast takes seconds on a long diary,
//! and the card that shows it is opened, sent back with a mistake and confirmed.

use std::collections::VecDeque;
use std::sync::Mutex;

use insight::trial::{Proposal, Refusal, Wish};
use jiff::civil::Date;
use store::Head;

use crate::lock::lock;

/// Proposals that are kept: a person who chooses looks at a few.
const KEPT: usize = 8;

/// The proposals that were asked for last, the newest first.
#[derive(Default)]
pub(crate) struct Proposals(Mutex<VecDeque<Kept>>);

struct Kept {
    head: Head,
    today: Date,
    wish: Wish,
    answer: Result<Proposal, Refusal>,
}

impl Proposals {
    pub(crate) fn forget(&self) {
        lock(&self.0).clear();
    }

    pub(crate) fn find(
        &self,
        head: Head,
        today: Date,
        wish: &Wish,
    ) -> Option<Result<Proposal, Refusal>> {
        let all = lock(&self.0);
        let same = |kept: &&Kept| kept.head == head && kept.today == today && kept.wish == *wish;
        all.iter().find(same).map(|kept| kept.answer.clone())
    }

    pub(crate) fn keep(
        &self,
        head: Head,
        today: Date,
        wish: &Wish,
        answer: &Result<Proposal, Refusal>,
    ) {
        let mut all = lock(&self.0);
        all.truncate(KEPT - 1);
        all.push_front(Kept {
            head,
            today,
            wish: wish.clone(),
            answer: answer.clone(),
        });
    }
}
