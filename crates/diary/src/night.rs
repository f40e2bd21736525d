//! Nights: what each one brought and what the day before held. Unanswered is missing, never zero.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::check::{EARLIEST, LATEST};
use crate::entry::{Answer, Body, Cramp, Morning, Origin};
use crate::log::{Log, Told};
use crate::measure::{Id, Minutes, Score};
use crate::time::{Moment, NightId};

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
    pub exposures: Arc<BTreeMap<Id, DayValue>>,
    /// The cramps that were logged, in order of time.
    pub cramps: Arc<Vec<(Moment, Cramp)>>,
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
    nights_after(&[], &BTreeSet::new(), log, through)
}

/// The nights that [`nights`] gives for `log`, when `former` are those of an earlier log, and something else holds now
/// about the nights `touched` alone ([`Ledger::take`](crate::Ledger::take)).
#[must_use]
pub fn nights_after(
    former: &[Night],
    touched: &BTreeSet<NightId>,
    log: &Log,
    through: NightId,
) -> Vec<Night> {
    let believable = NightId::of_evening(EARLIEST)..=NightId::of_evening(LATEST);
    // Nights have no hole, so that their ends say which are among the former.
    let former_ends = former.first().zip(former.last());
    let stays = |id: NightId| {
        former_ends.is_some_and(|(first, last)| (first.id..=last.id).contains(&id))
            && !touched.contains(&id)
    };
    let mut found: BTreeMap<NightId, Gathered> = BTreeMap::new();
    let mut span: Option<(NightId, NightId)> = None;
    for told in log.told() {
        let Some(id) = night_of(told).filter(|id| believable.contains(id)) else {
            continue;
        };
        let (first, last) = span.unwrap_or((id, id));
        span = Some((first.min(id), last.max(id)));
        if !stays(id) {
            found.entry(id).or_default().add(told);
        }
    }
    let Some((first, last)) = span else {
        return Vec::new();
    };
    let last = last.max(through);
    let mut former = former
        .iter()
        .skip_while(|night| night.id < first)
        .peekable();
    let mut all = Vec::new();
    let mut id = first;
    loop {
        let gathered = found.remove(&id).unwrap_or_default();
        let known = former.next_if(|night| night.id == id);
        all.push(match known {
            Some(night) if stays(id) => night.clone(),
            _ => gathered.night(id),
        });
        if id >= last {
            return all;
        }
        id = id.next();
    }
}

/// What was told about one night, in order of time.
#[derive(Default)]
struct Gathered {
    morning: Option<Morning>,
    exposures: BTreeMap<Id, DayValue>,
    cramps: Vec<(Moment, Cramp)>,
}

impl Gathered {
    fn add(&mut self, told: &Told) {
        match &told.body {
            Body::Cramp(cramp) => self.cramps.push((told.moment.clone(), cramp.clone())),
            Body::Morning(morning) => self.morning = Some(over(self.morning.take(), morning)),
            Body::Exposure(exposure) => {
                let value = DayValue {
                    answer: exposure.answer,
                    origin: exposure.origin,
                };
                self.exposures.insert(exposure.factor.clone(), value);
            }
            Body::Fact(_) | Body::Trial(_) | Body::Food(_) => {}
        }
    }

    fn night(self, id: NightId) -> Night {
        let logged = u32::try_from(self.cramps.len()).unwrap_or(u32::MAX);
        let morning = self.morning.as_ref();
        let outcome = match morning.and_then(|morning| morning.cramps) {
            Some(count) => Outcome::Exactly(count.get().max(logged)),
            None if logged > 0 => Outcome::AtLeast(logged),
            None => Outcome::Missing,
        };
        let worst_logged = self.cramps.iter().filter_map(|(_, cramp)| cramp.pain).max();
        Night {
            id,
            outcome,
            minutes: morning.and_then(|morning| morning.minutes),
            pain: morning.and_then(|morning| morning.pain).max(worst_logged),
            sleep_lost: morning.and_then(|morning| morning.sleep_lost),
            soreness: morning.and_then(|morning| morning.soreness),
            tiredness: morning.and_then(|morning| morning.tiredness),
            exposures: Arc::new(self.exposures),
            cramps: Arc::new(self.cramps),
        }
    }
}

/// What holds when a later answer about a morning comes to an earlier one: each field it answers.
fn over(earlier: Option<Morning>, later: &Morning) -> Morning {
    let mut both = later.clone();
    if let Some(earlier) = earlier {
        both.cramps = both.cramps.or(earlier.cramps);
        both.minutes = both.minutes.or(earlier.minutes);
        both.pain = both.pain.or(earlier.pain);
        both.sleep_lost = both.sleep_lost.or(earlier.sleep_lost);
        both.soreness = both.soreness.or(earlier.soreness);
        both.tiredness = both.tiredness.or(earlier.tiredness);
    }
    both
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
