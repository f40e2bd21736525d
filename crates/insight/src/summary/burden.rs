//! How often, how long and how badly; and whether it is changing.

use diary::{Night, NightId, Outcome, Score};
use jiff::SignedDuration;

/// From this many of 10 on, lost sleep, tiredness or soreness is counted as bad (our choice, said beside the number).
pub const BAD_SCORE: u8 = 5;

/// Nights on each side of a comparison.
const COMPARED_NIGHTS: usize = 28;
/// Answered nights on each side below which nothing is compared.
const ANSWERED_TO_COMPARE: usize = 10;
/// Standard errors between two shares from which they are called different: the usual 5 % of a two-sided test.
const DIFFERENT: f64 = 1.96;
/// A cramp that was ended later was not measured: someone fell asleep (as in the warning signs).
const MEASURED: SignedDuration = SignedDuration::from_mins(60);

/// What the nights of a period brought.
#[derive(Clone, Debug, PartialEq)]
pub struct Burden {
    /// Nights of the period.
    pub nights: usize,
    /// Nights with cramps, of the answered ones.
    pub counted: Counted,
    /// Cramps in all answered nights.
    pub cramps: u32,
    /// Nights among them of which only taps are known, so that the count is a lower bound.
    pub only_taps: usize,
    /// Worst pain and its (last) night.
    pub worst_pain: Option<(Score, NightId)>,
    /// Pain in nights with cramps.
    pub pain: Option<Scores>,
    /// Minutes of cramp in nights with cramps.
    pub minutes: Option<Minutes>,
    /// Sleep disturbed by cramps.
    pub sleep_lost: Option<Scores>,
    /// Tiredness on the next day.
    pub tiredness: Option<Scores>,
    /// Soreness on the next day.
    pub soreness: Option<Scores>,
    /// Whether it is changing.
    pub trend: Option<Trend>,
}

/// Nights with cramps among answered nights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Counted {
    pub with_cramps: usize,
    pub answered: usize,
}

impl Counted {
    /// Counts nights; an unanswered one is in neither number.
    pub(super) fn of<'a>(nights: impl IntoIterator<Item = &'a Night>) -> Self {
        let mut counted = Self {
            with_cramps: 0,
            answered: 0,
        };
        for seen in nights.into_iter().filter_map(|night| night.outcome.seen()) {
            counted.answered += 1;
            counted.with_cramps += usize::from(seen > 0);
        }
        counted
    }

    fn share(self) -> f64 {
        self.with_cramps as f64 / self.answered as f64
    }
}

/// Scores of some nights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scores {
    /// Nights with a score.
    pub told: usize,
    /// Those of [`BAD_SCORE`] or more.
    pub bad: usize,
    /// The middle one (the lower of two).
    pub median: u8,
}

/// Minutes of cramp in a night.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Minutes {
    /// Nights with cramps of which the minutes are known.
    pub told: usize,
    /// The middle one (the lower of two).
    pub median: u32,
    /// The most.
    pub most: u32,
}

/// The last nights beside those before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trend {
    /// Nights on each side.
    pub nights: usize,
    /// The last ones.
    pub recent: Counted,
    /// Those before.
    pub before: Counted,
    /// What the comparison says; `None` when too few nights are answered.
    pub change: Option<Change>,
}

/// What a comparison says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Change {
    Fewer,
    More,
    NoClearChange,
}

/// The burden of consecutive nights; `None` when none is answered.
pub(super) fn of(nights: &[Night]) -> Option<Burden> {
    let counted = Counted::of(nights);
    if counted.answered == 0 {
        return None;
    }
    let crampy = || {
        nights
            .iter()
            .filter(|night| night.outcome.seen().is_some_and(|seen| seen > 0))
    };
    Some(Burden {
        nights: nights.len(),
        counted,
        cramps: nights.iter().filter_map(|night| night.outcome.seen()).sum(),
        only_taps: nights
            .iter()
            .filter(|night| matches!(night.outcome, Outcome::AtLeast(_)))
            .count(),
        worst_pain: crampy()
            .filter_map(|night| Some((night.pain?, night.id)))
            .max(),
        pain: scores(crampy().map(|night| night.pain)),
        minutes: minutes(crampy()),
        sleep_lost: scores(nights.iter().map(|night| night.sleep_lost)),
        tiredness: scores(nights.iter().map(|night| night.tiredness)),
        soreness: scores(nights.iter().map(|night| night.soreness)),
        trend: trend(nights),
    })
}

fn scores(all: impl Iterator<Item = Option<Score>>) -> Option<Scores> {
    let mut told: Vec<u8> = all.flatten().map(Score::get).collect();
    told.sort_unstable();
    Some(Scores {
        told: told.len(),
        bad: told.iter().filter(|&&score| score >= BAD_SCORE).count(),
        median: *told.get(told.len().checked_sub(1)? / 2)?,
    })
}

fn minutes<'a>(crampy: impl Iterator<Item = &'a Night>) -> Option<Minutes> {
    let mut told: Vec<u32> = crampy.filter_map(minutes_of).collect();
    told.sort_unstable();
    Some(Minutes {
        told: told.len(),
        median: *told.get(told.len().checked_sub(1)? / 2)?,
        most: *told.last()?,
    })
}

/// As told in the morning, else as timed, when every cramp of the night was.
fn minutes_of(night: &Night) -> Option<u32> {
    if let Some(minutes) = night.minutes {
        return Some(minutes.get());
    }
    if night.cramps.is_empty() || night.outcome.seen() != u32::try_from(night.cramps.len()).ok() {
        return None;
    }
    let mut total = SignedDuration::ZERO;
    for (moment, cramp) in night.cramps.iter() {
        let lasted = cramp.ended?.duration_since(moment.at);
        if lasted > MEASURED {
            return None;
        }
        total = total.checked_add(lasted)?;
    }
    // A cramp of half a minute is a minute on the page, not none.
    u32::try_from(total.as_secs().max(0))
        .ok()
        .map(|seconds| seconds.div_ceil(60))
}

/// The last four weeks beside the four before, or the two halves of less.
fn trend(nights: &[Night]) -> Option<Trend> {
    let side = COMPARED_NIGHTS.min(nights.len() / 2);
    if side == 0 {
        return None;
    }
    let (earlier, recent) = nights.split_at(nights.len() - side);
    let before = Counted::of(&earlier[earlier.len() - side..]);
    let recent = Counted::of(recent);
    let enough = before.answered.min(recent.answered) >= ANSWERED_TO_COMPARE;
    Some(Trend {
        nights: side,
        recent,
        before,
        change: enough.then(|| change(recent, before)),
    })
}

/// A test of two shares (normal approximation with the pooled share). Nights that resemble their neighbours make it
/// somewhat too eager: it is a reading aid, not a proof.
fn change(recent: Counted, before: Counted) -> Change {
    let (n, m) = (recent.answered as f64, before.answered as f64);
    let pooled = (recent.with_cramps + before.with_cramps) as f64 / (n + m);
    let error = libm::sqrt(pooled * (1.0 - pooled) * (1.0 / n + 1.0 / m));
    let difference = recent.share() - before.share();
    if difference.abs() <= DIFFERENT * error {
        Change::NoClearChange
    } else if difference > 0.0 {
        Change::More
    } else {
        Change::Fewer
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_called_one_only_beyond_chance() {
        let of = |with_cramps, answered| Counted {
            with_cramps,
            answered,
        };
        // By hand: (0.4 - 0.1) / sqrt(0.25 * 0.75 * 0.1) = 2.19 for 20 and 20 nights.
        assert_eq!(change(of(8, 20), of(2, 20)), Change::More);
        assert_eq!(change(of(2, 20), of(8, 20)), Change::Fewer);
        // (0.4 - 0.15) / sqrt(0.275 * 0.725 * 0.1) = 1.77.
        assert_eq!(change(of(8, 20), of(3, 20)), Change::NoClearChange);
        assert_eq!(change(of(0, 20), of(0, 20)), Change::NoClearChange);
        assert_eq!(change(of(20, 20), of(20, 20)), Change::NoClearChange);
    }
}
