//! Which ways of dividing the nights could answer, which of them is the best, and how long it takes.
//!
//! Pairs of periods, whose length begins at what must be left out while one arm wears off and the other begins to work. How
//! many nights of a period are kept, and how many pairs there are, is chosen by simulation ([`Forecast::chance`]).

use diary::trial::Layout;

use super::proposal::{ANSWER, Forecast, GOOD_CHANCE, REFERENCE_CUT, WEEKS_MOST};

/// The shortest design with a good chance; else the one with the best chance within the time.
pub(super) fn choose(
    left_out: u16,
    most_weeks: u16,
    forecast: &mut dyn Forecast,
) -> Option<Layout> {
    let longest = candidates(left_out, most_weeks, forecast);
    let mut best: Option<(Layout, f64)> = None;
    for layout in longest {
        let chance = forecast.chance(layout, REFERENCE_CUT);
        if best.is_none_or(|(_, so_far)| chance > so_far) {
            best = Some((layout, chance));
        }
    }
    let (best, chance) = best?;
    if chance < GOOD_CHANCE {
        return Some(best);
    }
    // Shorter ones of the same periods, as long as they stay good.
    let mut chosen = best;
    for pairs in (1..best.pairs).rev() {
        let shorter = Layout { pairs, ..best };
        if forecast.reach(shorter).largest_e < ANSWER
            || forecast.chance(shorter, REFERENCE_CUT) < GOOD_CHANCE
        {
            break;
        }
        chosen = shorter;
    }
    Some(chosen)
}

/// Designs as long as the time allows, with few and with more nights a period, that could reach an answer.
fn candidates(left_out: u16, most_weeks: u16, forecast: &dyn Forecast) -> Vec<Layout> {
    let counted: &[u16] = if left_out == 0 {
        &[1, 2, 4]
    } else {
        &[2, 4, 7]
    };
    counted
        .iter()
        .filter_map(|counted| fitting(left_out, left_out + counted, most_weeks))
        .filter(|&layout| forecast.reach(layout).largest_e >= ANSWER)
        .collect()
}

/// As many pairs of periods as fit into the weeks.
fn fitting(left_out: u16, period_nights: u16, weeks: u16) -> Option<Layout> {
    let pairs = 7 * weeks / (2 * period_nights);
    (pairs > 0).then_some(Layout {
        period_nights,
        pairs,
        left_out,
    })
}

pub(super) fn best_reach(left_out: u16, weeks: u16, forecast: &dyn Forecast) -> f64 {
    fitting(left_out, left_out + 1, weeks).map_or(1.0, |layout| forecast.reach(layout).largest_e)
}

/// The fewest weeks in which an answer could be reached.
pub(super) fn shortest(left_out: u16, forecast: &dyn Forecast) -> Option<u16> {
    (1..=WEEKS_MOST).find(|&weeks| !candidates(left_out, weeks, forecast).is_empty())
}

/// The same periods, for so many weeks.
pub(super) fn stretched(layout: Layout, weeks: u16) -> Layout {
    Layout {
        pairs: (7 * weeks / (2 * layout.period_nights)).max(layout.pairs),
        ..layout
    }
}

/// Length in weeks, rounded up.
#[must_use]
pub fn weeks(layout: Layout) -> u16 {
    u16::try_from(layout.nights().div_ceil(7)).unwrap_or(u16::MAX)
}

/// Results are looked at half way, at the end of a pair, and at the end.
pub(super) fn looks(layout: Layout) -> Vec<u16> {
    let pair = 2 * layout.period_nights;
    let half = pair * layout.pairs.div_ceil(2);
    let end = pair * layout.pairs;
    if half < end {
        vec![half, end]
    } else {
        vec![end]
    }
}
