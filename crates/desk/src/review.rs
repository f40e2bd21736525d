//! The review of medicines for the diary as it is now.

use diary::NightId;
use infer::Seed;
use insight::medicines::{Review, changes, review, series};
use jiff::civil::Date;

use crate::desk::Desk;
use crate::error::DeskError;

/// The engine's seed: fixed, so that the same diary gives the same sheet on every machine.
const SEED: Seed = Seed(0x0050_1e06);

impl Desk {
    /// The sheet for `today` (the local date). Asks the engine about the starts of medicines, which takes up to seconds
    /// for a diary of years.
    ///
    /// # Errors
    /// [`DeskError::Store`]; [`DeskError::Analysis`] is a fault of ours.
    pub fn medicine_review(&self, today: Date) -> Result<Review, DeskError> {
        let (person, nights) = (self.person()?, self.nights(today)?);
        let changed = match series(&person, &nights, NightId::of_evening(today)) {
            Some(series) => changes(&series, &infer::fit(&series.design, SEED)?),
            None => Vec::new(),
        };
        Ok(review(&person, &changed, today))
    }
}
