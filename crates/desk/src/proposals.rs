//! Proposals of trials, worked out once for each question and state of the diary: a forecast takes a second, and the card
//! that shows it is opened, sent back with a mistake and confirmed.

use infer::DesignError;
use insight::trial::{self, Asking, Proposal, Refusal, Wish};
use jiff::civil::Date;
use store::Head;

use crate::beside::Beside;
use crate::book::Book;

/// A proposal, or why there is none.
pub(crate) type Answer = Result<Result<Proposal, Refusal>, DesignError>;

/// The proposals that were asked for last; a person who chooses looks at a few.
pub(crate) type Proposals = Beside<Asked, Answer, 8>;

/// All that a proposal depends on.
#[derive(Clone, PartialEq)]
pub(crate) struct Asked {
    head: Head,
    today: Date,
    wish: Wish,
}

impl Asked {
    pub(crate) fn of(wish: &Wish, book: &Book) -> Self {
        Self {
            head: book.head,
            today: book.today,
            wish: wish.clone(),
        }
    }

    /// Works it out from the book that it was asked of.
    pub(crate) fn answer(&self, book: &Book, watch: &mut dyn FnMut(f64)) -> Answer {
        trial::plan(&self.wish, &asking(book), watch)
    }
}

/// What is known about the person when a trial is planned.
pub(crate) fn asking(book: &Book) -> Asking<'_> {
    Asking {
        person: &book.person,
        nights: &book.nights,
        courses: &book.courses,
        today: diary::NightId::of_evening(book.today),
    }
}
