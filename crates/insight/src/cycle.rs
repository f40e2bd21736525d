//! The days of the menstrual cycle, worked out from the days on which the period was told: its first day is told once, and the
//! week before it is known when it comes.
//!
//! What was answered is never changed; what cannot be known stays missing. Only first days that are known to the day (a “no” on
//! the day before) say anything about the days around them.

use diary::{Night, NightId};

/// The factor whose question tells the days of the period.
pub(crate) const BLEEDING: &str = "cycle-bleeding";

/// Days between two first days at least; less is the same period, or spotting (the usual range of cycles begins at 21 to 24 days;
/// our judgement takes the shorter).
const SHORTEST: i32 = 21;
/// Days after which a period that did not come is not expected any more (our judgement).
const LONGEST: i32 = 45;
/// Days of bleeding that hardly any period is shorter than, and longer than (our judgement).
const BLEEDS_AT_LEAST: i32 = 2;
const BLEEDS_AT_MOST: i32 = 8;
/// Where “the week before” begins, counted from the first day.
const WEEK_BEFORE: i32 = -7;
/// From where on a day before a first day can be in no other week before, and up to where a day after it can.
const EARLIEST: i32 = 1 - SHORTEST;
const NEXT_WEEK_BEFORE: i32 = SHORTEST + WEEK_BEFORE;

/// Whether today's answer about the period is worth a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    /// It was told a short while ago: the next one is not near.
    No,
    /// It may begin any day, and its first day is worth knowing.
    Soon,
    /// Nothing is known of it.
    Unknown,
}

/// Whether a first day may be near, from the nights before today.
pub(crate) fn expected(past: &[Night], today: NightId) -> Expected {
    let told = past.iter().map(|night| {
        let told = night.exposures.get(BLEEDING)?;
        Some(told.answer.value())
    });
    let days = past.iter().map(|night| night.id);
    let Some((first, _)) = first_days(days.zip(told)).pop() else {
        return Expected::Unknown;
    };
    match today.days_since(first) {
        ..SHORTEST => Expected::No,
        SHORTEST..LONGEST => Expected::Soon,
        _ => Expected::Unknown,
    }
}

/// What was told of the period on each day, in order, completed by what follows from it.
pub(crate) fn bleeding(days: &[NightId], told: &[Option<f64>]) -> Vec<Option<f64>> {
    around_first_days(days, told, |after| match after {
        0..BLEEDS_AT_LEAST => Some(true),
        BLEEDS_AT_MOST..SHORTEST => Some(false),
        // The days just before are those of no period, or it would have begun then.
        WEEK_BEFORE..0 => Some(false),
        _ => None,
    })
    .into_iter()
    .zip(told)
    .map(|(follows, told)| told.or(follows))
    .collect()
}

/// Whether each day lies in the week before a period, from what was told of the period on each.
pub(crate) fn week_before(days: &[NightId], told: &[Option<f64>]) -> Vec<Option<f64>> {
    around_first_days(days, told, |after| match after {
        WEEK_BEFORE..0 => Some(true),
        // Two periods are at least three weeks apart: neither just after one nor longer before one is the week before.
        0..NEXT_WEEK_BEFORE | EARLIEST..WEEK_BEFORE => Some(false),
        _ => None,
    })
}

/// What follows for the days around every first day that is known to the day, from how many days after it they are.
fn around_first_days(
    days: &[NightId],
    told: &[Option<f64>],
    follows: impl Fn(i32) -> Option<bool>,
) -> Vec<Option<f64>> {
    let mut values = vec![None; days.len()];
    for (first, known) in first_days(days.iter().copied().zip(told.iter().copied())) {
        if known == Known::Roughly {
            continue;
        }
        let from = days.partition_point(|day| day.days_since(first) < EARLIEST);
        for (day, value) in days.iter().zip(&mut values).skip(from) {
            let after = day.days_since(first);
            if after >= SHORTEST {
                break;
            }
            *value = value.or(follows(after).map(|yes| f64::from(u8::from(yes))));
        }
    }
    values
}

/// How well a first day is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    ToTheDay,
    Roughly,
}

/// The first days of periods, in order, from what was told on each day.
fn first_days(told: impl Iterator<Item = (NightId, Option<f64>)>) -> Vec<(NightId, Known)> {
    let mut firsts: Vec<(NightId, Known)> = Vec::new();
    let mut without: Option<NightId> = None;
    for (day, told) in told {
        match told {
            None => {}
            Some(amount) if amount <= 0.0 => without = Some(day),
            Some(_) => {
                let is_new = firsts
                    .last()
                    .is_none_or(|(first, _)| day.days_since(*first) >= SHORTEST);
                if is_new {
                    let known = if without == Some(day.previous()) {
                        Known::ToTheDay
                    } else {
                        Known::Roughly
                    };
                    firsts.push((day, known));
                }
            }
        }
    }
    firsts
}
