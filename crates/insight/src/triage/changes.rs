//! Patterns of change in the log: sudden worsening, cramps by day or in the arms, one swollen leg, no gain from self-care.

use diary::entry::{Answer, Muscle, Side};
use diary::{Cramp, Moment, Night, NightId};
use texts::Sentence;

use super::patterns::{Pattern, nights_of, since};
use crate::words;

/// Nights that are compared with those before.
const RECENT_NIGHTS: i32 = 7;
/// Nights before them.
const EARLIER_NIGHTS: i32 = 28;
/// Answered nights among the earlier ones below which nothing is said.
const EARLIER_ANSWERED: usize = 10;
/// How many times as many cramps a night are a worsening (our judgement).
const TIMES_AS_MANY: f64 = 2.0;
/// Probability, if nothing had changed, below which it is not chance (our judgement; nights are not independent, so it is
/// strict).
const CHANCE: f64 = 0.01;
/// Hours of the day, in local time, in which a cramp is one of the daytime.
const DAYTIME: std::ops::Range<i8> = 9..20;
/// Nights in which cramps by day are counted.
const DAYTIME_NIGHTS: i32 = 14;
/// Cramps by day, or in an arm, from which it is a pattern.
const CRAMPS_OF_A_PATTERN: usize = 3;
/// Nights in which swelling is new.
const SWELLING_NIGHTS: i32 = 3;
/// Nights of self-care after which it should have shown: the length of the positive stretching trial (flag
/// `self-care-fails`).
const SELF_CARE_NIGHTS: i32 = 42;
/// What somebody can do each evening against cramps: the factor that the check-in asks about, the answer that says it was done,
/// and what the catalogue calls it.
const SELF_CARE: [(&str, Answer, &str); 4] = [
    ("lack-of-stretching", Answer::YesNo(false), "stretching"),
    ("walk-after-dinner", Answer::YesNo(true), "walk"),
    ("leg-massage-evening", Answer::YesNo(true), "massage"),
    ("relaxing-evening", Answer::YesNo(true), "relaxing"),
];
/// Nights of it among them from which it was done honestly: two in three.
const SELF_CARE_DONE: usize = 28;
/// Nights at either end that are compared.
const SELF_CARE_ENDS: i32 = 14;
/// Share of the former rate above which it has not fallen.
const NOT_FALLEN: f64 = 0.9;

/// Far more cramps in the last week than in the four weeks before.
pub(super) fn sudden_worsening(nights: &[Night], today: NightId) -> Option<Pattern> {
    let recent = counts(nights, today, 0..RECENT_NIGHTS);
    let earlier = counts(nights, today, RECENT_NIGHTS..RECENT_NIGHTS + EARLIER_NIGHTS);
    if earlier.len() < EARLIER_ANSWERED || recent.is_empty() {
        return None;
    }
    let sum = |counts: &[u32]| f64::from(counts.iter().sum::<u32>());
    let (after, before) = (sum(&recent), sum(&earlier));
    let (nights_after, nights_before) = (recent.len() as f64, earlier.len() as f64);
    let far_more = after / nights_after >= TIMES_AS_MANY * before / nights_before;
    let share = nights_after / (nights_after + nights_before);
    let by_chance = at_least(after, after + before, share);
    (after >= 4.0 && far_more && by_chance < CHANCE).then(|| Pattern {
        flag: "sudden-worsening",
        because: Sentence::of("raised-worse")
            .with("after", after as usize)
            .with("recent", recent.len())
            .with("before", words::figure(before))
            .with("earlier", earlier.len()),
        last: since(nights, today, RECENT_NIGHTS)
            .last()
            .map(|night| night.id),
    })
}

/// Probability of at least `seen` of `all` cramps in a share of the nights (binomial).
fn at_least(seen: f64, all: f64, share: f64) -> f64 {
    let log_of = |k: f64| {
        libm::lgamma(all + 1.0) - libm::lgamma(k + 1.0) - libm::lgamma(all - k + 1.0)
            + k * libm::log(share)
            + (all - k) * libm::log1p(-share)
    };
    let mut probability = 0.0;
    let mut k = seen;
    while k <= all {
        probability += libm::exp(log_of(k));
        k += 1.0;
    }
    probability
}

/// Cramps mostly by day, or several in the arms.
pub(super) fn by_day_or_in_the_arms(nights: &[Night], today: NightId) -> Option<Pattern> {
    let cramps: Vec<(NightId, &(Moment, Cramp))> = since(nights, today, DAYTIME_NIGHTS)
        .flat_map(|night| night.cramps.iter().map(|cramp| (night.id, cramp)))
        .collect();
    let by_day: Vec<NightId> = cramps
        .iter()
        .filter(|(_, (moment, _))| DAYTIME.contains(&moment.local().hour()))
        .map(|(night, _)| *night)
        .collect();
    let in_the_arms: Vec<NightId> = cramps
        .iter()
        .filter(|(_, (_, cramp))| cramp.muscle == Some(Muscle::Arm))
        .map(|(night, _)| *night)
        .collect();
    let (found, where_) = if by_day.len() >= CRAMPS_OF_A_PATTERN && by_day.len() * 2 > cramps.len()
    {
        (by_day, "day")
    } else if in_the_arms.len() >= CRAMPS_OF_A_PATTERN {
        (in_the_arms, "arms")
    } else {
        return None;
    };
    Some(Pattern {
        flag: "generalised-cramps",
        because: Sentence::of("raised-elsewhere")
            .with("found", found.len())
            .with("all", cramps.len())
            .choosing("where", where_),
        last: found.last().copied(),
    })
}

/// Swelling that is new, while every cramp comes in one and the same leg.
pub(super) fn one_swollen_leg(nights: &[Night], today: NightId) -> Option<Pattern> {
    let swollen = |night: &Night| {
        night
            .exposures
            .iter()
            .find(|(factor, _)| factor.as_str() == "ankle-swelling")
            .map(|(_, told)| told.answer == Answer::YesNo(true))
    };
    let last = since(nights, today, SWELLING_NIGHTS).rfind(|night| swollen(night) == Some(true))?;
    let was_without = since(nights, today, SWELLING_NIGHTS + EARLIER_NIGHTS)
        .filter(|night| night.id < last.id)
        .any(|night| swollen(night) == Some(false));
    let sides: Vec<Side> = since(nights, today, DAYTIME_NIGHTS)
        .flat_map(|night| night.cramps.iter().filter_map(|(_, cramp)| cramp.side))
        .collect();
    let leg = match sides.first() {
        Some(Side::Left) => "left",
        Some(Side::Right) => "right",
        _ => return None,
    };
    let one_leg = sides.len() >= CRAMPS_OF_A_PATTERN && sides.iter().all(|side| *side == sides[0]);
    (was_without && one_leg).then(|| Pattern {
        flag: "one-leg-swollen-warm-red",
        because: Sentence::of("raised-swelling")
            .with("date", words::date(last.id.evening()))
            .with("count", sides.len())
            .choosing("leg", leg),
        last: Some(last.id),
    })
}

/// Six weeks of what the plan asks for in the evening, and no fewer cramps.
pub(super) fn self_care_fails(nights: &[Night], today: NightId) -> Option<Pattern> {
    let (done, what) = SELF_CARE
        .iter()
        .map(|&(factor, answer, what)| (nights_done(nights, today, factor, answer), what))
        .find(|(done, _)| done.len() >= SELF_CARE_DONE)?;
    let former = counts(
        nights,
        today,
        SELF_CARE_NIGHTS - SELF_CARE_ENDS..SELF_CARE_NIGHTS,
    );
    let now = counts(nights, today, 0..SELF_CARE_ENDS);
    if former.len() < EARLIER_ANSWERED || now.len() < EARLIER_ANSWERED {
        return None;
    }
    let mean = |counts: &[u32]| f64::from(counts.iter().sum::<u32>()) / counts.len() as f64;
    let (before, after) = (mean(&former), mean(&now));
    (before > 0.0 && after >= NOT_FALLEN * before).then(|| Pattern {
        flag: "self-care-fails",
        because: Sentence::of("raised-self-care")
            .choosing("what", what)
            .with("done", done.len())
            .with("nights", SELF_CARE_NIGHTS)
            .with("now", words::figure(after))
            .with("then", words::figure(before)),
        last: done.last().copied(),
    })
}

/// The nights of the last six weeks of which the answer says that it was done.
fn nights_done(nights: &[Night], today: NightId, wanted: &str, answer: Answer) -> Vec<NightId> {
    since(nights, today, SELF_CARE_NIGHTS)
        .filter(|night| {
            night
                .exposures
                .iter()
                .any(|(factor, told)| factor.as_str() == wanted && told.answer == answer)
        })
        .map(|night| night.id)
        .collect()
}

fn counts(nights: &[Night], today: NightId, ago: std::ops::Range<i32>) -> Vec<u32> {
    nights_of(nights, today, ago)
        .iter()
        .filter_map(|night| night.outcome.seen())
        .collect()
}
