//! Proposals of trials, worked out once for each question and state of the diary: a forecast takes seconds on a long diary,
//! and the card that shows it is opened, sent back with a mistake and confirmed.

use insight::trial::{Proposal, Refusal, Wish};
use jiff::civil::Date;
use store::Head;

use crate::recent::Recent;

/// The proposals that were asked for last; a person who chooses looks at a few.
pub(crate) type Proposals = Recent<Asked, Result<Proposal, Refusal>, 8>;

/// All that a proposal depends on.
#[derive(PartialEq)]
pub(crate) struct Asked {
    pub(crate) head: Head,
    pub(crate) today: Date,
    pub(crate) wish: Wish,
}
