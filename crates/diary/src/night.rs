//! Nights: what each one brought and what the day before held. Unanswered is missing, never zero.

use std::collections::BTreeMap;

use crate::check::{EARLIEST, LATEST};
use crate::entry::{Answer, Body, Cramp, Origin};
use crate::log::{Log, Told};
use crate::measure::{Id, Minutes, Score};
use crate::time::NightId;

/// How many cramps a night brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nobody said anything about the night.
    Missing,
    /// Cramps were logged but the morning was not answered: at least this many (1 or more).
    AtLeast(u32),
    /// The morning was answered: this many (0 is an answer).
    Exactly(u32),
}

impl Outcome {
    /// The number that was seen; `None` when missing.
    #[must_use]
    pub fn seen(self) -> Option<u32> {
        match self {
            Self::Missing => None,
            Self::AtLeast(n) | Self::Exactly(n) => Some(n),
        }
    }
}

/// A factor's value on the day before the night.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayValue {
    /// What was answered.
    pub answer: Answer,
    /// How the answer came about.
    pub origin: Origin,
}

/// One night with the day before it.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Night {
    pub id: NightId,
    pub outcome: Outcome,
    pub minutes: Option<Minutes>,
    /// Worst pain of the night, from the morning's answer or the cramps.
    pub pain: Option<Score>,
    pub sleep_lost: Option<Score>,
    pub soreness: Option<Score>,
    pub tiredness: Option<Score>,
    /// Exposures on the day before; a factor that is not here was not answered.
    pub exposures: BTreeMap<Id, DayValue>,
    /// The cramps that were logged, in order of time.
    pub cramps: Vec<(crate::time::Moment, Cramp)>,
}

impl Night {
    fn empty(id: NightId) -> Self {
        Self {
            id,
            outcome: Outcome::Missing,
            minutes: None,
            pain: None,
            sleep_lost: None,
            soreness: None,
            tiredness: None,
            exposures: BTreeMap::new(),
            cramps: Vec::new(),
        }
    }
}

/// The nights of a log without a hole: from the first that anything was said about to the last one or `through`,
/// whichever is later. Empty when nothing was said about any night.
///
/// The count is the larger of the morning's answer and the number of cramp entries. Cramp entries without a morning's
/// answer give [`Outcome::AtLeast`]. When a night has two morning answers that both hold, the later one (by moment,
/// then id) gives each field it answers.
///
/// Nights before [`EARLIEST`] or after [`LATEST`] are left out: no entry that passed its check tells of one, and a damaged
/// or hostile file must not fill the memory with endless unanswered nights.
#[must_use]
pub fn nights(log: &Log, through: NightId) -> Vec<Night> {
    let believable = NightId::of_evening(EARLIEST)..=NightId::of_evening(LATEST);
    let mut by_id: BTreeMap<NightId, (Night, Option<u32>)> = BTreeMap::new();
    for told in log.told() {
        let Some(id) = night_of(told).filter(|id| believable.contains(id)) else {
            continue;
        };
        let (night, answered) = by_id.entry(id).or_insert_with(|| (Night::empty(id), None));
        match &told.body {
            Body::Cramp(cramp) => night.cramps.push((told.moment.clone(), cramp.clone())),
            Body::Morning(morning) => {
                *answered = morning.cramps.map(crate::measure::Count::get).or(*answered);
                night.minutes = morning.minutes.or(night.minutes);
                night.pain = morning.pain.or(night.pain);
                night.sleep_lost = morning.sleep_lost.or(night.sleep_lost);
                night.soreness = morning.soreness.or(night.soreness);
                night.tiredness = morning.tiredness.or(night.tiredness);
            }
            Body::Exposure(exposure) => {
                let value = DayValue {
                    answer: exposure.answer,
                    origin: exposure.origin,
                };
                night.exposures.insert(exposure.factor.clone(), value);
            }
            Body::Fact(_) | Body::Trial(_) | Body::Food(_) => {}
        }
    }
    let Some((&first, _)) = by_id.first_key_value() else {
        return Vec::new();
    };
    let last = by_id
        .last_key_value()
        .map_or(first, |(&id, _)| id)
        .max(through);
    let mut all = Vec::new();
    let mut id = first;
    loop {
        let (mut night, answered) = by_id
            .remove(&id)
            .unwrap_or_else(|| (Night::empty(id), None));
        let logged = u32::try_from(night.cramps.len()).unwrap_or(u32::MAX);
        night.outcome = match answered {
            Some(count) => Outcome::Exactly(count.max(logged)),
            None if logged > 0 => Outcome::AtLeast(logged),
            None => Outcome::Missing,
        };
        let worst_logged = night
            .cramps
            .iter()
            .filter_map(|(_, cramp)| cramp.pain)
            .max();
        night.pain = night.pain.max(worst_logged);
        all.push(night);
        if id >= last {
            return all;
        }
        id = id.next();
    }
}

/// The night something told belongs to; `None` for facts about the person, for food, and for trials: they say
/// nothing about what the night brought.
#[must_use]
pub fn night_of(told: &Told) -> Option<NightId> {
    match &told.body {
        Body::Cramp(_) => Some(told.moment.night()),
        Body::Morning(morning) => Some(morning.night),
        Body::Exposure(exposure) => Some(exposure.day),
        Body::Fact(_) | Body::Trial(_) | Body::Food(_) => None,
    }
}
