//! A synthetic person keeps a diary: what truly happens each night, and what of it is told, when.

use std::collections::BTreeMap;

use diary::entry::{Hemisphere, Muscle, Origin, Side};
use diary::{
    Act, Body, Count, Cramp, Entry, EntryId, Exposure, Id, Minutes, Moment, Morning, NightId,
    Score, Zone,
};
use jiff::{SignedDuration, Timestamp};
use knowledge::Factor;

use crate::draw::Draw;
use crate::habit::Habit;
use crate::persona::Persona;
use crate::recipe::Drift;
use crate::{profile, rate};

/// A synthetic diary and the causes behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulated {
    /// The diary, in the order in which it was told.
    pub entries: Vec<Entry>,
    /// The factors that truly matter: log rate ratio for the factor's `per` units.
    pub truth: Vec<(&'static str, f64)>,
}

/// How many times the usual rate people have when they begin a diary, on the log scale; it fades within weeks
/// (`regression-to-mean`).
const BAD_SPELL: f64 = 0.35;

/// Days in which the bad spell falls to a third.
const BAD_SPELL_DAYS: f64 = 14.0;

/// Shape of the counts' negative binomial (`app-user-nightly-rate`; with it a cramp is followed by another in the same
/// night with a probability of about 0.3, see `night-clustering`).
const SHAPE: f64 = 4.0;

/// The diary of the demonstration's person, see [`Persona::of_demo`]: so many nights up to `last_night`, all told before
/// the noon that ends it. Choose a night that is over.
#[must_use]
pub fn demo_person(seed: u64, last_night: NightId, zone: &Zone, nights: u32) -> Simulated {
    tell(&Persona::of_demo(), seed, last_night, zone, nights)
}

/// As [`demo_person`], when on some nights something more acts: its log rate ratio by night. Up to the first of these nights
/// the diary is the same without it.
#[must_use]
pub fn demo_person_with(
    seed: u64,
    last_night: NightId,
    zone: &Zone,
    nights: u32,
    effects: &BTreeMap<NightId, f64>,
) -> Simulated {
    tell_with(&Persona::of_demo(), seed, last_night, zone, nights, effects)
}

/// The diary of any synthetic person. The same arguments give the same bytes.
#[must_use]
pub fn tell(
    persona: &Persona,
    seed: u64,
    last_night: NightId,
    zone: &Zone,
    nights: u32,
) -> Simulated {
    tell_with(persona, seed, last_night, zone, nights, &BTreeMap::new())
}

fn tell_with(
    persona: &Persona,
    seed: u64,
    last_night: NightId,
    zone: &Zone,
    nights: u32,
    effects: &BTreeMap<NightId, f64>,
) -> Simulated {
    let mut draw = Draw::seeded(seed);
    let count = i32::try_from(nights).unwrap_or(i32::MAX);
    let all: Vec<NightId> = (1 - count..=0)
        .map(|days| last_night.plus_days(days))
        .collect();
    let habits: Vec<Habit> = asked(persona)
        .map(|factor| Habit::draw(factor, all.len(), &mut draw))
        .collect();
    let log_rates = log_rates(persona, &all, zone, &habits, &mut draw);
    let mut pen = Pen {
        zone,
        draw,
        entries: Vec::new(),
    };
    let first = all.first().copied().unwrap_or(last_night);
    for fact in profile::facts(persona, last_night, zone)
        .into_iter()
        .chain(profile::flags())
    {
        pen.tell(first, Hours(18.0), Body::Fact(fact));
    }
    for (index, (&night, log_rate)) in all.iter().zip(log_rates).enumerate() {
        // Answers to red flags count for three months: they are given again when the last one grows old.
        if index > 0 && index % 60 == 0 {
            profile::flags()
                .into_iter()
                .for_each(|fact| pen.tell(night, Hours(18.0), Body::Fact(fact)));
        }
        pen.tell_evening(persona, night, index, &habits);
        let log_rate = log_rate + effects.get(&night).copied().unwrap_or(0.0);
        let mean = libm::exp(log_rate) * pen.draw.gamma(SHAPE);
        let cramps = pen.draw.poisson(mean);
        pen.tell_night(persona, night, index, cramps, &habits);
    }
    pen.entries.sort_by_key(|entry| (entry.moment.at, entry.id));
    let truth = persona
        .causes
        .iter()
        .map(|cause| (cause.factor, cause.log_rate_ratio))
        .collect();
    Simulated {
        entries: pen.entries,
        truth,
    }
}

fn asked(persona: &Persona) -> impl Iterator<Item = &'static Factor> {
    persona
        .asked_evenings
        .iter()
        .chain(persona.asked_mornings)
        .filter_map(|id| knowledge::factor(id))
}

fn log_rates(
    persona: &Persona,
    nights: &[NightId],
    zone: &Zone,
    habits: &[Habit],
    draw: &mut Draw,
) -> Vec<f64> {
    let mut log_rates = rate::drift(Drift::Autoregressive, nights.len(), draw);
    for (index, (log_rate, night)) in log_rates.iter_mut().zip(nights).enumerate() {
        let half_a_year = match profile::hemisphere(*night, zone) {
            Hemisphere::North => 0.0,
            Hemisphere::South => 365.25 / 2.0,
        };
        *log_rate += rate::season(f64::from(night.evening().day_of_year()) + half_a_year);
        *log_rate += BAD_SPELL * libm::exp(-(index as f64) / BAD_SPELL_DAYS);
        for cause in persona.causes {
            for habit in habits
                .iter()
                .filter(|habit| habit.factor.id == cause.factor)
            {
                let units = (habit.values[index] - habit.factor.reference) / habit.factor.per;
                *log_rate += cause.log_rate_ratio * units;
            }
        }
    }
    let level = rate::level(&log_rates, persona.cramps_a_night);
    log_rates.iter().map(|x| x + level).collect()
}

/// Hours on the wall clock after the midnight before the evening: 18 is the evening, 27 is three in the morning.
#[derive(Clone, Copy)]
struct Hours(f64);

/// Writes entries down.
struct Pen<'a> {
    zone: &'a Zone,
    draw: Draw,
    entries: Vec<Entry>,
}

impl Pen<'_> {
    /// The instant of a wall-clock time; `None` only at the ends of the calendar.
    fn instant(&self, night: NightId, hours: Hours) -> Option<Timestamp> {
        let (date, hours) = if hours.0 < 24.0 {
            (night.evening(), hours.0)
        } else {
            (night.next().evening(), hours.0 - 24.0)
        };
        let seconds = (hours * 3600.0) as i64;
        let local = date
            .at(0, 0, 0, 0)
            .checked_add(SignedDuration::from_secs(seconds))
            .ok()?;
        Some(local.to_zoned(self.zone.tz().clone()).ok()?.timestamp())
    }

    fn tell(&mut self, night: NightId, hours: Hours, body: Body) {
        if let Some(at) = self.instant(night, hours) {
            let id = EntryId::new(at, self.draw.bytes());
            let moment = Moment::new(at, self.zone.clone());
            self.entries.push(Entry {
                id,
                moment,
                act: Act::Tell { body },
            });
        }
    }

    /// The check-in: left out on one evening in twelve, else some of the factors, a few by “same as usual”.
    fn tell_evening(&mut self, persona: &Persona, night: NightId, index: usize, habits: &[Habit]) {
        if self.draw.chance(1.0 / 12.0) {
            return;
        }
        let hours = Hours(self.draw.between(20.0, 22.0));
        let mut left: Vec<&Habit> = habits
            .iter()
            .filter(|habit| persona.asked_evenings.contains(&habit.factor.id))
            .collect();
        while left.len()
            > persona
                .asked_evenings
                .len()
                .saturating_sub(persona.answers_an_evening)
        {
            let habit = left.swap_remove(self.draw.below(left.len()));
            self.tell_exposure(night, hours, index, habit);
        }
    }

    fn tell_exposure(&mut self, night: NightId, hours: Hours, index: usize, habit: &Habit) {
        let origin = if self.draw.chance(0.1) {
            Origin::ConfirmedUsual
        } else {
            Origin::Asked
        };
        if let (Ok(factor), Some(answer)) = (Id::new(habit.factor.id), habit.answer(index)) {
            self.tell(
                night,
                hours,
                Body::Exposure(Exposure {
                    day: night,
                    factor,
                    answer,
                    origin,
                }),
            );
        }
    }

    fn tell_night(
        &mut self,
        persona: &Persona,
        night: NightId,
        index: usize,
        cramps: u32,
        habits: &[Habit],
    ) {
        let mut worst = None;
        let mut minutes = 0.0;
        for _ in 0..cramps {
            let (pain, lasted) = self.tell_cramp(night);
            worst = worst.max(Score::new(pain).ok());
            minutes += lasted;
        }
        // One morning in ten is left out, somewhat more after a quiet night (`diary-missingness`).
        if self.draw.chance(if cramps == 0 { 0.12 } else { 0.07 }) {
            return;
        }
        let hours = Hours(24.0 + self.draw.between(7.0, 9.0));
        let some = |draw: &mut Draw, score: Option<Score>, share: f64| {
            let about = f64::from(score.map_or(0, Score::get)) * share + draw.normal();
            Score::from_number(libm::round(about.clamp(0.0, 10.0))).ok()
        };
        let morning = Morning {
            night,
            cramps: Count::new(u64::from(cramps)).ok(),
            minutes: if cramps == 0 {
                None
            } else {
                Minutes::from_number(libm::ceil(minutes)).ok()
            },
            pain: worst,
            sleep_lost: some(&mut self.draw, worst, 0.7),
            soreness: some(&mut self.draw, worst, 0.4),
            tiredness: some(&mut self.draw, worst, 0.5),
            note: None,
        };
        self.tell(night, hours, Body::Morning(morning));
        for habit in habits
            .iter()
            .filter(|habit| persona.asked_mornings.contains(&habit.factor.id))
        {
            self.tell_exposure(night, hours, index, habit);
        }
    }

    /// One cramp, logged nine times in ten; returns its pain and its minutes.
    fn tell_cramp(&mut self, night: NightId) -> (u64, f64) {
        // Assumption: around 3 in the morning, from half past ten to seven.
        let began = Hours((27.0 + 1.6 * self.draw.normal()).clamp(22.5, 31.0 - 0.01));
        // Log-normal with median 2.5, mean 5 and 95th percentile 17 minutes (`duration`), at most an hour.
        let minutes = (2.5 * libm::exp(1.18 * self.draw.normal())).min(60.0);
        // Mean 5.8, standard deviation 2 (`pain`).
        let pain = libm::round((5.8 + 2.0 * self.draw.normal()).clamp(1.0, 10.0)) as u64;
        let cramp = Cramp {
            side: Some(self.side()),
            muscle: Some(self.muscle()),
            pain: if self.draw.chance(0.85) {
                Score::new(pain).ok()
            } else {
                None
            },
            ended: if self.draw.chance(0.7) {
                self.instant(night, began).and_then(|at| {
                    at.checked_add(SignedDuration::from_secs((minutes * 60.0) as i64))
                        .ok()
                })
            } else {
                None
            },
            ..Cramp::default()
        };
        if self.draw.chance(0.9) {
            self.tell(night, began, Body::Cramp(cramp));
        }
        (pain, minutes)
    }

    /// One side only in over 95 percent (`site-mix`).
    fn side(&mut self) -> Side {
        [Side::Left, Side::Right, Side::Both][self.draw.weighted(&[0.50, 0.47, 0.03])]
    }

    /// Calf 0.75 to 0.80, foot or toes 0.15, thigh 0.05 to 0.10 (`site-mix`).
    fn muscle(&mut self) -> Muscle {
        let muscles = [
            Muscle::Calf,
            Muscle::Foot,
            Muscle::Toes,
            Muscle::BackThigh,
            Muscle::FrontThigh,
        ];
        muscles[self.draw.weighted(&[0.78, 0.09, 0.06, 0.05, 0.02])]
    }
}
