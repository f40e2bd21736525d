//! Patterns in the log and the profile that raise a red flag by themselves.

use std::ops::Range;

use diary::night::Outcome;
use diary::{Night, NightId, Person};
use knowledge::Trigger;
use texts::Sentence;

use super::changes;
use crate::facts::Facts;
use crate::labs;
use crate::words;

/// Nights back in which a long cramp raises its flag (our judgement).
const LONG_CRAMP_DAYS: i32 = 7;
/// Minutes above which a cramp is long: the flag's own question says 10.
const LONG_CRAMP_MINUTES: i64 = 10;
/// Minutes above which the time between start and end was not measured: someone fell asleep before ending the cramp
/// (our judgement).
const MEASURED_MINUTES: i64 = 60;
/// Nights looked at for “nearly every night”.
const NEARLY_EVERY_NIGHTS: i32 = 14;
/// Answered nights among them below which nothing is said.
const NEARLY_EVERY_ANSWERED: usize = 10;
/// Days after its start in which a medicine is new: the flag says “within weeks”.
const NEW_MEDICINE_DAYS: i32 = 56;
/// Days in which an alarming blood test silences advice until a professional has seen it (our judgement: later somebody
/// has).
const ALARMING_DAYS: i32 = 14;
/// Answered nights before a start from which a comparison is made.
const NIGHTS_TO_COMPARE: usize = 7;

/// A flag that the log raises.
pub(super) struct Pattern {
    pub(super) flag: &'static str,
    pub(super) because: Sentence,
    /// The last night of the pattern: an answer given later settles it. `None`: only a professional's look does.
    pub(super) last: Option<NightId>,
}

/// Every pattern found.
pub(super) fn all(
    person: &Person,
    facts: &Facts,
    nights: &[Night],
    today: NightId,
) -> Vec<Pattern> {
    [
        long_cramp(nights, today),
        nearly_every_night(nights, today),
        sleep_loss(nights, today),
        changes::sudden_worsening(nights, today),
        changes::by_day_or_in_the_arms(nights, today),
        changes::one_swollen_leg(nights, today),
        changes::self_care_fails(nights, today),
        new_medicine(person, nights, today),
        known_disease(facts),
        alarming_blood_test(person, today),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A blood value of the last days at which laboratories telephone: only a professional's look settles it.
fn alarming_blood_test(person: &Person, today: NightId) -> Option<Pattern> {
    let one = labs::newest(person).into_iter().find(|one| {
        one.is_alarming()
            && (0..ALARMING_DAYS).contains(&today.days_since(NightId::of_evening(one.taken)))
    })?;
    Some(Pattern {
        flag: "dangerous-blood-result",
        because: Sentence::of("raised-blood").with("measured", one.words()),
        last: None,
    })
}

/// The nights that are so many days ago; `nights` are in order.
pub(super) fn nights_of(nights: &[Night], today: NightId, ago: Range<i32>) -> &[Night] {
    let end = nights.partition_point(|night| today.days_since(night.id) >= ago.start);
    let nights = &nights[..end];
    let first = nights.partition_point(|night| today.days_since(night.id) >= ago.end);
    &nights[first..]
}

/// The nights of the last days.
pub(super) fn since(nights: &[Night], today: NightId, days: i32) -> std::slice::Iter<'_, Night> {
    nights_of(nights, today, 0..days).iter()
}

fn long_cramp(nights: &[Night], today: NightId) -> Option<Pattern> {
    let (night, minutes) = since(nights, today, LONG_CRAMP_DAYS)
        .filter_map(|night| longest(night).map(|minutes| (night, minutes)))
        .rfind(|&(_, minutes)| minutes > LONG_CRAMP_MINUTES)?;
    Some(Pattern {
        flag: "cramp-over-10-minutes",
        because: Sentence::of("raised-long")
            .with("date", words::date(night.id.evening()))
            .with("minutes", minutes),
        last: Some(night.id),
    })
}

/// Minutes of the longest cramp of a night, as far as they were measured or told.
fn longest(night: &Night) -> Option<i64> {
    let timed = night
        .cramps
        .iter()
        .filter_map(|(moment, cramp)| Some(cramp.ended?.duration_since(moment.at).as_mins()))
        .filter(|&minutes| minutes <= MEASURED_MINUTES);
    let only_one = (night.outcome == Outcome::Exactly(1))
        .then(|| night.minutes.map(|minutes| i64::from(minutes.get())));
    timed.chain(only_one.flatten()).max()
}

fn nearly_every_night(nights: &[Night], today: NightId) -> Option<Pattern> {
    let counts: Vec<(NightId, u32)> = since(nights, today, NEARLY_EVERY_NIGHTS)
        .filter_map(|night| Some((night.id, night.outcome.seen()?)))
        .collect();
    let with = counts.iter().filter(|(_, count)| *count > 0).count();
    let often = counts.len() >= NEARLY_EVERY_ANSWERED && with * 10 >= counts.len() * 8;
    often.then(|| Pattern {
        flag: "nightly-or-sleep-loss",
        because: Sentence::of("raised-often")
            .with("with", with)
            .with("all", counts.len()),
        last: counts.last().map(|(id, _)| *id),
    })
}

fn sleep_loss(nights: &[Night], today: NightId) -> Option<Pattern> {
    let bad: Vec<NightId> = since(nights, today, NEARLY_EVERY_NIGHTS)
        .filter(|night| {
            [night.sleep_lost, night.tiredness]
                .into_iter()
                .flatten()
                .any(|score| score.get() >= 7)
        })
        .map(|night| night.id)
        .collect();
    (bad.len() >= 5).then(|| Pattern {
        flag: "nightly-or-sleep-loss",
        because: Sentence::of("raised-sleep").with("count", bad.len()),
        last: bad.last().copied(),
    })
}

/// A medicine started in the last weeks, with cramps after it, and no fewer than before as far as that is known.
fn new_medicine(person: &Person, nights: &[Night], today: NightId) -> Option<Pattern> {
    let (name, start) = person
        .taking()
        .filter_map(|(id, course)| {
            let start = NightId::of_evening(course.steps.last()?.since?);
            (0..NEW_MEDICINE_DAYS)
                .contains(&today.days_since(start))
                .then(|| (words::medicine(id.as_str()), start))
        })
        .filter(|(_, start)| worse_after(nights, *start))
        .max_by_key(|(_, start)| *start)?;
    Some(Pattern {
        flag: "after-new-drug",
        because: Sentence::of("raised-new-medicine")
            .with("name", name)
            .with("date", words::date(start.evening())),
        last: Some(start),
    })
}

fn worse_after(nights: &[Night], start: NightId) -> bool {
    let mean = |counts: &[u32]| f64::from(counts.iter().sum::<u32>()) / counts.len().max(1) as f64;
    let (before, after): (Vec<&Night>, Vec<&Night>) =
        nights.iter().partition(|night| night.id < start);
    let seen = |nights: Vec<&Night>| {
        nights
            .iter()
            .filter_map(|night| night.outcome.seen())
            .collect::<Vec<u32>>()
    };
    let (before, after) = (seen(before), seen(after));
    let cramp_nights = after.iter().filter(|&&count| count > 0).count();
    cramp_nights >= 2 && (before.len() < NIGHTS_TO_COMPARE || mean(&after) > 1.25 * mean(&before))
}

/// Diseases whose team should know about the cramps: the flag's question asks for exactly these.
fn known_disease(facts: &Facts) -> Option<Pattern> {
    let found: Vec<Trigger> = [
        "kidney-disease",
        "dialysis",
        "liver-disease",
        "liver-cirrhosis",
        "thyroid-disease",
        "diabetes",
    ]
    .into_iter()
    .map(Trigger::Condition)
    .filter(|&trigger| facts.holds(trigger) == Some(true))
    .collect();
    (!found.is_empty()).then(|| Pattern {
        flag: "known-liver-kidney-thyroid-disease",
        because: Sentence::in_turn(facts.why(&found)),
        last: None,
    })
}
