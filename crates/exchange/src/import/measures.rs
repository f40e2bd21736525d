//! What devices count, by day: overlapping sources settled by a stated priority, then turned into answers.
//!
//! The conversions are our judgement where no source stands beside them.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use diary::entry::Answer;
use diary::{Amount, Id, Moment, NightId, Zone};
use jiff::{SignedDuration, Timestamp};

use super::reading::{Claim, Column, Format, Reading, Rejects, Usage};
use super::row::exposure;
use super::{ImportError, MOST_NIGHTS};

/// Steps in a minute of walking: about 100 is a moderate pace for adults (Tudor-Locke 2018, Br J Sports Med 52:776).
const STEPS_A_MINUTE: f64 = 100.0;
/// Caffeine in a cup of filter coffee, mg (EFSA Journal 2015;13(5):4102).
const CAFFEINE_A_DRINK: f64 = 90.0;
/// A night with less sleep is called short, in minutes: under 6 hours is not recommended for adults (Hirshkowitz 2015,
/// Sleep Health 1:40).
const SHORT_NIGHT: f64 = 360.0;
/// A day with less than this share of the usual amount is one of drinking less than usual.
const LESS_THAN_USUAL: f64 = 0.75;
/// Days that tell what is usual.
const USUAL_DAYS: usize = 14;
/// A day of walking and drinking lasts until this hour of the next date: a drink after midnight belongs to the evening.
const DAY_ENDS_HOUR: i64 = 4;
/// Caffeine counts from this hour of the day on, as the check-in asks.
const LATE_CAFFEINE_HOUR: i8 = 14;
/// Records kept in mind to leave out doubles. Bounds the memory at about 75 MB.
const MOST_REMEMBERED: usize = 4_000_000;
/// Devices and programs in one file.
const MOST_SOURCES: usize = 1_000;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Measure {
    Steps,
    StandTime,
    Sleep,
    Workouts,
    Water,
    Caffeine,
    Alcohol,
}

impl Measure {
    const ALL: [Self; 7] = [
        Self::Steps,
        Self::StandTime,
        Self::Sleep,
        Self::Workouts,
        Self::Water,
        Self::Caffeine,
        Self::Alcohol,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Steps => "steps",
            Self::StandTime => "standing time",
            Self::Sleep => "sleep",
            Self::Workouts => "workouts",
            Self::Water => "water",
            Self::Caffeine => "caffeine",
            Self::Alcohol => "alcohol",
        }
    }

    /// The factor that it tells about.
    fn factor(self) -> &'static str {
        match self {
            Self::Steps => "walking",
            Self::StandTime => "prolonged-standing",
            Self::Sleep => "insomnia-poor-sleep",
            Self::Workouts => "sport-exercise",
            Self::Water => "dehydration",
            Self::Caffeine => "caffeine",
            Self::Alcohol => "alcohol",
        }
    }

    fn becomes(self) -> &'static str {
        match self {
            Self::Steps => "minutes walked a day (100 steps are a minute)",
            Self::StandTime => "hours on your feet a day",
            Self::Sleep => {
                "slept badly: yes for under 6 hours. A device cannot know why; nights cut short by cramps count too"
            }
            Self::Workouts => "minutes of sport a day (walks count as steps)",
            Self::Water => {
                "drank less than usual: yes for under three quarters of your usual day (from 14 days on)"
            }
            Self::Caffeine => "drinks with caffeine after 2 pm (90 mg are a drink)",
            Self::Alcohol => "alcoholic drinks a day",
        }
    }
}

/// One device or program of a file.
struct Source {
    name: String,
    rank: Rank,
}

/// Which source is believed where several counted at the same time; the first one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Watch,
    Other,
    Phone,
}

/// From and until, in seconds since 1970.
type Span = (i64, i64);

/// Everything counted in a file so far. Its memory grows with the days and sources, not with the records.
pub(super) struct Measures {
    zone: Zone,
    sources: Vec<Source>,
    by_name: HashMap<String, u16>,
    seen: HashSet<u64>,
    /// Values by measure, hour since 1970 and source: steps and standing, which several devices count at once.
    hours: HashMap<(Measure, i64, u16), (f64, u64)>,
    /// Stretches of time by measure, day and source, in seconds since 1970: sleep and workouts.
    spans: BTreeMap<(Measure, NightId, u16), (Vec<Span>, u64)>,
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
            sources: Vec::new(),
            by_name: HashMap::new(),
            seen: HashSet::new(),
            hours: HashMap::new(),
            spans: BTreeMap::new(),
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
        if let Some(&known) = self.by_name.get(name) {
            return Some(known);
        }
        if self.sources.len() == MOST_SOURCES {
            return None;
        }
        let (folded, device) = (name.to_lowercase(), device.to_lowercase());
        let has = |word: &str| folded.contains(word) || device.contains(word);
        let rank = if has("watch") {
            Rank::Watch
        } else if has("phone") || has("mobiletrack") {
            Rank::Phone
        } else {
            Rank::Other
        };
        let number = u16::try_from(self.sources.len()).ok()?;
        self.sources.push(Source {
            name: name.to_owned(),
            rank,
        });
        self.by_name.insert(name.to_owned(), number);
        Some(number)
    }

    /// Whether this very record was there before: exports are sometimes put together twice.
    pub(super) fn is_double(&mut self, record: impl Hash) -> bool {
        let mut hasher = DefaultHasher::new();
        record.hash(&mut hasher);
        let hash = hasher.finish();
        let is_double = if self.seen.len() < MOST_REMEMBERED {
            !self.seen.insert(hash)
        } else {
            self.seen.contains(&hash)
        };
        self.doubles += u64::from(is_double);
        is_double
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
        let at = Timestamp::from_second(seconds - DAY_ENDS_HOUR * 3600).ok()?;
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
            start.div_euclid(3600),
            (end - 1).max(start).div_euclid(3600),
        );
        for hour in first..=last {
            let share = if length > 0.0 {
                ((end.min((hour + 1) * 3600) - start.max(hour * 3600)) as f64) / length
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
        let two = day.evening().at(LATE_CAFFEINE_HOUR, 0, 0, 0);
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
        let mut claims = Vec::new();
        for measure in Measure::ALL {
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
        if self.sources.len() > 1 {
            let names: Vec<String> = self
                .in_order()
                .iter()
                .map(|name| crate::text::shown(name))
                .collect();
            self.notes.push(format!(
                "Where several devices counted at the same time, one is believed each hour or night, in this order: watch, other devices and programs, phone; of equals, the one that counted most. Here: {}.",
                names.join(", ")
            ));
        }
        let used = Measure::ALL.into_iter().filter_map(|measure| {
            let values = *self.counts.get(&measure)?;
            Some(Column {
                name: measure.name().to_owned(),
                values,
                usage: Usage::Used(measure.becomes().to_owned()),
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

    fn in_order(&self) -> Vec<&str> {
        let mut sources: Vec<&Source> = self.sources.iter().collect();
        sources.sort_by(|a, b| (a.rank, &a.name).cmp(&(b.rank, &b.name)));
        sources
            .into_iter()
            .map(|source| source.name.as_str())
            .take(20)
            .collect()
    }

    /// Each hour by the source that is believed.
    fn settle_hours(&mut self) {
        let mut best: BTreeMap<(Measure, i64), (u16, f64, u64)> = BTreeMap::new();
        for (&(measure, hour, source), &(value, line)) in &self.hours {
            let slot = best.entry((measure, hour)).or_insert((source, value, line));
            if self.is_believed((source, value), (slot.0, slot.1)) {
                *slot = (source, value, line);
            }
        }
        for ((measure, hour), (_, value, line)) in best {
            if let Some(day) = self.day(hour * 3600) {
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
            if self.is_believed((source, minutes), (slot.0, slot.1)) {
                *slot = (source, minutes, line);
            }
        }
        for (key, (_, minutes, line)) in best {
            let known = self.days.entry(key).or_insert((0.0, line));
            known.0 = known.0.max(minutes);
        }
    }

    fn is_believed(&self, (a, much): (u16, f64), (b, other): (u16, f64)) -> bool {
        let rank = |source: u16| {
            self.sources
                .get(usize::from(source))
                .map(|s| (s.rank, &s.name))
        };
        let (rank_a, rank_b) = (rank(a), rank(b));
        let order = rank_a.map(|r| r.0).cmp(&rank_b.map(|r| r.0));
        order
            .then(other.total_cmp(&much))
            .then_with(|| rank_a.map(|r| r.1).cmp(&rank_b.map(|r| r.1)))
            .is_lt()
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
        let answer = |value: f64| -> Option<Answer> {
            let amount = |value: f64| {
                Amount::new((value * 10.0).round() / 10.0)
                    .ok()
                    .map(Answer::Amount)
            };
            match measure {
                Measure::Steps => amount((value / STEPS_A_MINUTE).min(1440.0)),
                Measure::StandTime => amount((value / 60.0).min(24.0)),
                Measure::Sleep => Some(Answer::YesNo(value < SHORT_NIGHT)),
                Measure::Workouts => amount(value),
                Measure::Water => usual.map(|usual| Answer::YesNo(value < LESS_THAN_USUAL * usual)),
                Measure::Caffeine => amount(value / CAFFEINE_A_DRINK),
                Measure::Alcohol => amount(value),
            }
        };
        let Ok(factor) = Id::new(measure.factor()) else {
            return Vec::new();
        };
        days.into_iter()
            .filter_map(|(day, value, line)| {
                let answer = answer(value)?;
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
    (values.len() >= USUAL_DAYS).then(|| values[values.len() / 2])
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
