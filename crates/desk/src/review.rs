//! The review of medicines for the diary as it is now.

use diary::{Night, NightId, Person};
use infer::Seed;
use insight::medicines::{self, Change, Review};
use jiff::civil::Date;
use store::Store;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::reading::posterior;

/// The engine's seed: fixed, so that the same diary gives the same sheet on every machine.
const SEED: Seed = Seed(0x0050_1e06);

/// The family under which the posterior of the starts is kept beside the log: only the newest is worth keeping.
const FAMILY: &str = "posterior-of-starts";

impl Desk {
    /// The sheet for `today` (the local date). Asks the engine about the starts of medicines, which takes up to seconds
    /// for a diary of years, once for each state of the diary.
    ///
    /// # Errors
    /// [`DeskError::Store`]; [`DeskError::Analysis`] is a fault of ours.
    pub fn medicine_review(&self, today: Date) -> Result<Review, DeskError> {
        let book = self.book(today)?;
        let changed = self.changes(&book)?;
        Ok(medicines::review(&book.person, &changed, today))
    }
}

/// What changed after the starts of medicines; nothing when no start has enough nights on either side.
pub(crate) fn changes(
    store: &dyn Store,
    person: &Person,
    nights: &[Night],
    today: Date,
) -> Result<Vec<Change>, DeskError> {
    match medicines::series(person, nights, NightId::of_evening(today)) {
        Some(series) => {
            let answer = posterior(store, FAMILY, &series.design, SEED)?;
            Ok(medicines::changes(&series, &answer))
        }
        None => Ok(Vec::new()),
    }
}
