//! What devices count, by day: overlapping sources settled by a stated priority, then turned into answers.
//!
//! Reading order: [`measure`] (what becomes of what), [`source`] (who is believed), this file (collecting and settling).

mod measure;
mod source;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use diary::{Id, Moment, NightId, Zone};
use jiff::{SignedDuration, Timestamp};
use knowledge::{Nutrient, conversion};

pub(super) use measure::Measure;

use super::reading::{Claim, Column, Format, Reading, Rejects, Usage};
use super::row::exposure;
use super::{ImportError, MOST_NIGHTS};
use source::{MOST_SOURCES, Sources};

/// Seconds of an hour.
const HOUR: i64 = 3600;
/// Records kept in mind to leave out doubles. Bounds the memory at about 75 MB.
const MOST_REMEMBERED: usize = 4_000_000;
/// From and until, in seconds since 1970.
type Span = (i64, i64);

/// Everything counted in a file so far. Its memory grows with the days and sources, not with the records.
pub(super) struct Measures {
    zone: Zone,
    sources: Sources,
    seen: HashSet<u64>,
    /// Values by measure, hour since 1970 and source: steps and standing, which several devices count at once.
    hours: HashMap<(Measure, i64, u16), (f64, u64)>,
    /// Stretches of time by measure, day and source, in seconds since 1970: sleep and workouts.
    spans: BTreeMap<(Measure, NightId, u16), (Vec<Span>, u64)>,
    /// Sums by nutrient, day and source: food, which several programs may tell of.
    eaten: BTreeMap<(Nutrient, NightId, u16), (f64, u64)>,
    /// Sums by measure and day.
    days: BTreeMap<(Measure, NightId), (f64, u64)>,
    counts: BTreeMap<Measure, u64>,
    /// What is in the file and cannot be used: number of values and the reason.
    not_used: BTreeMap<String, (u64, String)>,
    doubles: u64,
    pub(super) rejects: Rejects,
    pub(super) notes: Vec<String>,
}

impl Measures {
    pub(super) fn new(zone: &Zone) -> Self {
        Self {
            zone: zone.clone(),
            sources: Sources::default(),
            seen: HashSet::new(),
            hours: HashMap::new(),
            spans: BTreeMap::new(),
            eaten: BTreeMap::new(),
            days: BTreeMap::new(),
            counts: BTreeMap::new(),
            not_used: BTreeMap::new(),
            doubles: 0,
            rejects: Rejects::default(),
            notes: Vec::new(),
        }
    }

    /// The number of a source by its name and the description of its device; none when there are too many.
    pub(super) fn source(&mut self, name: &str, device: &str) -> Option<u16> {
        self.sources.number(name, device)
    }

    /// Whether this very record was there before, which is counted: exports are sometimes put together twice.
    pub(super) fn is_double(&mut self, record: impl Hash) -> bool {
        let is_double = self.was_seen(record);
        self.doubles += u64::from(is_double);
        is_double
    }

    /// Whether this very record was there before.
    pub(super) fn was_seen(&mut self, record: impl Hash) -> bool {
        let mut hasher = DefaultHasher::new();
        record.hash(&mut hasher);
        let hash = hasher.finish();
        if self.seen.len() < MOST_REMEMBERED {
            !self.seen.insert(hash)
        } else {
            self.seen.contains(&hash)
        }
    }

    /// Counts something that cannot be used.
    pub(super) fn leave(&mut self, name: &str, why: &str) {
        if let Some((count, _)) = self.not_used.get_mut(name) {
            *count += 1;
        } else if self.not_used.len() < MOST_SOURCES {
            self.not_used.insert(name.to_owned(), (1, why.to_owned()));
        }
    }

    /// The day that an instant belongs to.
    fn day(&self, seconds: i64) -> Option<NightId> {
        let after_midnight = conversion::DAY_ENDS.value as i64 * HOUR;
        let at = Timestamp::from_second(seconds - after_midnight).ok()?;
        let local = at.to_zoned(self.zone.tz().clone());
        Some(NightId::of_evening(local.date()))
    }

    /// Adds something that was counted from `start` to `end` (seconds since 1970) by a source, spread evenly over its hours.
    pub(super) fn add_hourly(
        &mut self,
        measure: Measure,
        source: u16,
        (start, end): (i64, i64),
        value: f64,
        line: u64,
    ) {
        *self.counts.entry(measure).or_default() += 1;
        let length = (end - start) as f64;
        let (first, last) = (
            start.div_euclid(HOUR),
            (end - 1).max(start).div_euclid(HOUR),
        );
        for hour in first..=last {
            let share = if length > 0.0 {
                ((end.min((hour + 1) * HOUR) - start.max(hour * HOUR)) as f64) / length
            } else {
                1.0
            };
            let slot = self.hours.entry((measure, hour, source));
            slot.or_insert((0.0, line)).0 += value * share;
        }
    }

    /// Adds a stretch of sleep; its night goes from noon to noon.
    pub(super) fn add_sleep(&mut self, source: u16, (start, end): (i64, i64), line: u64) {
        let Ok(at) = Timestamp::from_second(start) else {
            return;
        };
        *self.counts.entry(Measure::Sleep).or_default() += 1;
        // The question is about last night: it belongs to the day after.
        let day = Moment::new(at, self.zone.clone()).night().next();
        let span = self.spans.entry((Measure::Sleep, day, source));
        span.or_insert_with(|| (Vec::new(), line))
            .0
            .push((start, end));
    }

    /// Adds a workout.
    pub(super) fn add_workout(&mut self, (start, end): (i64, i64), line: u64) {
        let Some(day) = self.day(start) else { return };
        *self.counts.entry(Measure::Workouts).or_default() += 1;
        // One person does one thing at a time: workouts of all sources are laid over each other.
        let span = self.spans.entry((Measure::Workouts, day, 0));
        span.or_insert_with(|| (Vec::new(), line))
            .0
            .push((start, end));
    }

    /// Adds something that was taken in, in mL, mg or drinks.
    pub(super) fn add_intake(&mut self, measure: Measure, at: i64, value: f64, line: u64) {
        let Some(day) = self.day(at) else { return };
        *self.counts.entry(measure).or_default() += 1;
        let value = if measure == Measure::Caffeine && !self.is_late(at, day) {
            0.0
        } else {
            value
        };
        self.days.entry((measure, day)).or_insert((0.0, line)).0 += value;
    }

    /// Adds something that was eaten or drunk, in the nutrient's unit, as a source tells it.
    pub(super) fn add_eaten(
        &mut self,
        nutrient: Nutrient,
        source: u16,
        at: i64,
        value: f64,
        line: u64,
    ) {
        let Some(day) = self.day(at) else { return };
        *self.counts.entry(Measure::Intake(nutrient)).or_default() += 1;
        let sum = self.eaten.entry((nutrient, day, source));
        sum.or_insert((0.0, line)).0 += value;
    }

    /// Adds the sum of a whole day.
    pub(super) fn add_day(&mut self, measure: Measure, day: NightId, value: f64, line: u64) {
        *self.counts.entry(measure).or_default() += 1;
        let known = self.days.entry((measure, day)).or_insert((0.0, line));
        known.0 = known.0.max(value);
    }

    /// A wall clock time of the diary's zone in seconds since 1970.
    pub(super) fn local(&self, at: jiff::civil::DateTime) -> Option<i64> {
        let zoned = at.to_zoned(self.zone.tz().clone()).ok()?;
        Some(zoned.timestamp().as_second())
    }

    fn is_late(&self, at: i64, day: NightId) -> bool {
        let two = day
            .evening()
            .at(conversion::LATE_CAFFEINE.value as i8, 0, 0, 0);
        two.to_zoned(self.zone.tz().clone())
            .is_ok_and(|two| at >= two.timestamp().as_second())
    }

    /// Settles the sources and turns everything into answers.
    ///
    /// # Errors
    /// [`ImportError::TooMany`] for more days than a life has.
    pub(super) fn finish(mut self, format: Format) -> Result<Reading, ImportError> {
        self.settle_hours();
        self.settle_spans();
        self.settle_eaten();
        let mut claims = Vec::new();
        for measure in Measure::all() {
            claims.extend(self.answers(measure));
        }
        let days: HashSet<_> = self.days.keys().map(|(_, day)| *day).collect();
        if days.len() > MOST_NIGHTS {
            return Err(ImportError::TooMany { nights: days.len() });
        }
        if self.doubles > 0 {
            self.notes.push(format!(
                "{} records stood in the file more than once and were counted once.",
                self.doubles
            ));
        }
        if self.seen.len() >= MOST_REMEMBERED {
            self.notes.push(
                "The file is so long that doubled records near its end may have been missed."
                    .to_owned(),
            );
        }
        self.notes.extend(self.sources.note());
        let used = Measure::all().filter_map(|measure| {
            let values = *self.counts.get(&measure)?;
            Some(Column {
                name: measure.name(),
                values,
                usage: Usage::Used(measure.becomes()),
            })
        });
        let left = self.not_used.iter().map(|(name, (values, why))| Column {
            name: name.clone(),
            values: *values,
            usage: Usage::NotUsed(why.clone()),
        });
        Ok(Reading {
            format,
            columns: used.chain(left).collect(),
            claims,
            rejects: self.rejects,
            notes: self.notes,
            kept: None,
        })
    }

    /// Each hour by the source that is believed.
    fn settle_hours(&mut self) {
        let mut best: BTreeMap<(Measure, i64), (u16, f64, u64)> = BTreeMap::new();
        for (&(measure, hour, source), &(value, line)) in &self.hours {
            let slot = best.entry((measure, hour)).or_insert((source, value, line));
            if self.sources.is_believed((source, value), (slot.0, slot.1)) {
                *slot = (source, value, line);
            }
        }
        for ((measure, hour), (_, value, line)) in best {
            if let Some(day) = self.day(hour * HOUR) {
                let sum = self.days.entry((measure, day)).or_insert((0.0, line));
                *sum = (sum.0 + value, sum.1.min(line));
            }
        }
        self.hours.clear();
    }

    /// Each night by the source that is believed, in minutes.
    fn settle_spans(&mut self) {
        let mut best: BTreeMap<(Measure, NightId), (u16, f64, u64)> = BTreeMap::new();
        for ((measure, day, source), (spans, line)) in std::mem::take(&mut self.spans) {
            let minutes = covered(spans) / 60.0;
            let slot = best
                .entry((measure, day))
                .or_insert((source, minutes, line));
            if self
                .sources
                .is_believed((source, minutes), (slot.0, slot.1))
            {
                *slot = (source, minutes, line);
            }
        }
        for (key, (_, minutes, line)) in best {
            let known = self.days.entry(key).or_insert((0.0, line));
            known.0 = known.0.max(minutes);
        }
    }

    /// Each day's food by the program that counted most of it: two programs tell of the same meals.
    fn settle_eaten(&mut self) {
        for ((nutrient, day, _), (value, line)) in std::mem::take(&mut self.eaten) {
            let key = (Measure::Intake(nutrient), day);
            let most = self.days.entry(key).or_insert((value, line));
            if value > most.0 {
                *most = (value, line);
            }
        }
    }

    fn answers(&self, measure: Measure) -> Vec<Claim> {
        let first = NightId::of_evening(jiff::civil::Date::MIN);
        let days: Vec<(NightId, f64, u64)> = self
            .days
            .range((measure, first)..)
            .take_while(|((of, _), _)| *of == measure)
            .map(|((_, day), (value, line))| (*day, *value, *line))
            .collect();
        let usual = usual(&days);
        let Ok(factor) = Id::new(measure.exposure()) else {
            return Vec::new();
        };
        days.into_iter()
            .filter_map(|(day, value, line)| {
                let answer = measure.answer(value, usual)?;
                Some(Claim {
                    line,
                    body: exposure(day, factor.clone(), answer),
                })
            })
            .collect()
    }
}

/// The median of enough days.
fn usual(days: &[(NightId, f64, u64)]) -> Option<f64> {
    let mut values: Vec<f64> = days.iter().map(|(_, value, _)| *value).collect();
    values.sort_by(f64::total_cmp);
    let enough = values.len() as f64 >= conversion::USUAL_DAYS.value;
    values.get(values.len() / 2).copied().filter(|_| enough)
}

/// Seconds covered by stretches that may overlap.
fn covered(mut spans: Vec<(i64, i64)>) -> f64 {
    spans.sort_unstable();
    let (mut sum, mut until) = (0, i64::MIN);
    for (start, end) in spans {
        sum += (end - start.max(until)).max(0);
        until = until.max(end);
    }
    SignedDuration::from_secs(sum).as_secs_f64()
}
