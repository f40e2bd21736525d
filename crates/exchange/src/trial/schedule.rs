//! How the treatments were drawn, read from the table: the periods of a trial and the orders that were possible.

use infer::trial::{Admissible, Arm, BadDesign, Drawn, Group, TrialError};

use super::TrialTableError;
use crate::text::shown;

/// How the treatments were drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// Pairs of periods, one of each treatment in a pair, in an order of its own.
    Pairs,
    /// Periods in any order with as many of each treatment as there are.
    Blocks,
    /// Each night by the toss of a coin.
    Independent,
}

/// The nights with a treatment, in order.
pub(super) struct Nights<'t> {
    pub(super) days: &'t [i32],
    pub(super) lines: Vec<u64>,
    pub(super) arms: &'t [Arm],
}

/// The column of blocks, one label a night.
pub(super) struct Blocks {
    pub(super) name: String,
    pub(super) labels: Vec<String>,
}

/// Periods in order, with the group that each belongs to: within a group only the order was chance.
struct Periods {
    arms: Vec<Arm>,
    groups: Vec<Group>,
    of_night: Vec<usize>,
}

/// The orders that were possible and the one that was drawn; `None` when nothing tells how.
pub(super) fn drawn(
    nights: &Nights<'_>,
    drawing: Option<Drawing>,
    blocks: Option<&Blocks>,
    notes: &mut Vec<String>,
) -> Result<Option<Drawn>, TrialTableError> {
    let periods = match (drawing, blocks) {
        (None, None) => return Ok(None),
        (Some(Drawing::Independent), _) => by_night(nights),
        (drawing, Some(blocks)) => by_block(nights, blocks, drawing)?,
        (Some(Drawing::Pairs), None) => pairs(nights)?,
        (Some(Drawing::Blocks), None) => runs(nights),
    };
    let orders = Admissible::new(periods.groups, None)
        .map_err(|many| TrialError::Design(BadDesign::TooMany(many)))?;
    let over = periods.arms.len();
    notes.push(format!(
        "{over} periods were drawn; {} orders were possible.",
        about(orders.count_f64())
    ));
    Ok(Some(Drawn::new(
        orders,
        periods.arms,
        periods.of_night,
        over,
    )?))
}

fn about(count: f64) -> String {
    if count < 1e6 {
        format!("{count:.0}")
    } else {
        format!("{count:.1e}")
    }
}

/// Each night is a period, drawn by the toss of a coin.
fn by_night(nights: &Nights<'_>) -> Periods {
    let n = nights.arms.len();
    Periods {
        arms: nights.arms.to_vec(),
        groups: vec![Group::free(n)],
        of_night: (0..n).collect(),
    }
}

/// Where each night stands: by its date, or, where the trial was interrupted, by its row.
fn places(nights: &Nights<'_>) -> [Vec<usize>; 2] {
    let first = nights.days[0];
    let by_date = nights.days.iter().map(|day| (day - first) as usize);
    [by_date.collect(), (0..nights.arms.len()).collect()]
}

/// The longest periods of equal length that make pairs.
fn pairs(nights: &Nights<'_>) -> Result<Periods, TrialTableError> {
    let mut broken = 0;
    for places in places(nights) {
        for length in (1..=shortest_run(&places, nights.arms)).rev() {
            let numbers = periods_with_nights(&places, length);
            let mut periods = equal_periods(&places, length, nights.arms);
            let arm_of = |number: usize| {
                let place = numbers.binary_search(&number).ok()?;
                Some(periods.arms[place])
            };
            let fault = (0..nights.arms.len()).find(|&night| {
                let number = places[night] / length;
                arm_of(number) != Some(nights.arms[night])
                    || arm_of(number ^ 1) == Some(nights.arms[night])
            });
            match fault {
                None => {
                    let pairs: Vec<usize> = numbers.iter().map(|number| number / 2).collect();
                    periods.groups = groups_of(&periods.arms, &pairs);
                    return Ok(periods);
                }
                Some(night) => broken = broken.max(night),
            }
        }
    }
    Err(TrialTableError::NotPairs {
        line: nights.lines[broken],
    })
}

/// Numbers of the periods of equal length that have a night.
fn periods_with_nights(places: &[usize], length: usize) -> Vec<usize> {
    let mut numbers: Vec<usize> = places.iter().map(|place| place / length).collect();
    numbers.dedup();
    numbers
}

/// Periods of equal length, those without any night left out; their arm is that of their first night.
fn equal_periods(places: &[usize], length: usize, arms: &[Arm]) -> Periods {
    let numbers = periods_with_nights(places, length);
    let of_night: Vec<usize> = places
        .iter()
        .map(|place| numbers.partition_point(|number| *number < place / length))
        .collect();
    Periods {
        arms: first_arms(&of_night, arms),
        groups: Vec::new(),
        of_night,
    }
}

fn first_arms(of_night: &[usize], arms: &[Arm]) -> Vec<Arm> {
    let mut first = Vec::new();
    for (&period, &arm) in of_night.iter().zip(arms) {
        if period == first.len() {
            first.push(arm);
        }
    }
    first
}

/// Length of the shortest stretch of equal treatment, missing nights included.
fn shortest_run(places: &[usize], arms: &[Arm]) -> usize {
    let mut shortest = usize::MAX;
    let mut begin = 0;
    for night in 1..=arms.len() {
        if night == arms.len() || arms[night] != arms[begin] {
            let end = places.get(night).copied();
            let end = end.unwrap_or(places[night - 1] + 1);
            shortest = shortest.min(end - places[begin]);
            begin = night;
        }
    }
    shortest
}

/// The longest periods of equal length within which the treatment never changes; any order of them was possible.
fn runs(nights: &Nights<'_>) -> Periods {
    let whole = |periods: &Periods| {
        let mut of_night = periods.of_night.iter().zip(nights.arms);
        of_night.all(|(&period, arm)| periods.arms[period] == *arm)
    };
    let best = places(nights).into_iter().filter_map(|places| {
        let longest = shortest_run(&places, nights.arms);
        (1..=longest)
            .rev()
            .map(|length| equal_periods(&places, length, nights.arms))
            .find(whole)
    });
    // The fewest periods: an interruption would cut those by date into single nights.
    let mut periods = best
        .min_by_key(|periods| periods.arms.len())
        .unwrap_or_else(|| by_night(nights));
    periods.groups = groups_of(&periods.arms, &vec![0; periods.arms.len()]);
    periods
}

/// Groups of neighbouring periods with the same id: the number of A's in each is fixed.
fn groups_of(arms: &[Arm], ids: &[usize]) -> Vec<Group> {
    let mut groups: Vec<(usize, Group)> = Vec::new();
    for (&arm, &id) in arms.iter().zip(ids) {
        let a = usize::from(arm == Arm::A);
        match groups.last_mut() {
            Some((last, group)) if *last == id => {
                *group = Group::exactly(group.periods + 1, group.least_a + a);
            }
            _ => groups.push((id, Group::exactly(1, a))),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// Blocks with one treatment each are periods; blocks with both are groups within which the order was chance.
fn by_block(
    nights: &Nights<'_>,
    blocks: &Blocks,
    drawing: Option<Drawing>,
) -> Result<Periods, TrialTableError> {
    let of_night = block_of_night(nights, blocks)?;
    let count = of_night.last().map_or(0, |last| last + 1);
    let mut nights_of = vec![Vec::new(); count];
    for (night, &block) in of_night.iter().enumerate() {
        nights_of[block].push(night);
    }
    // The first night of each block that has another treatment than the block began with.
    let switched: Vec<Option<usize>> = (nights_of.iter())
        .map(|here| {
            let other = |night: &&usize| nights.arms[**night] != nights.arms[here[0]];
            here.iter().find(other).copied()
        })
        .collect();
    let mixed: Vec<usize> = switched.iter().flatten().copied().collect();
    if mixed.is_empty() {
        let arms = first_arms(&of_night, nights.arms);
        let in_pairs = (0..count / 2).all(|pair| arms[2 * pair] != arms[2 * pair + 1]);
        let ids: Vec<usize> = match drawing {
            Some(Drawing::Pairs) if !in_pairs => {
                let pair = (0..count / 2).find(|&pair| arms[2 * pair] == arms[2 * pair + 1]);
                let line = pair.map(|pair| nights_of[2 * pair + 1][0]);
                return Err(TrialTableError::NotPairs {
                    line: nights.lines[line.unwrap_or(0)],
                });
            }
            Some(Drawing::Pairs) => (0..count).map(|period| period / 2).collect(),
            _ => vec![0; count],
        };
        return Ok(Periods {
            groups: groups_of(&arms, &ids),
            arms,
            of_night,
        });
    }
    if mixed.len() * 2 <= count {
        let night = mixed[0];
        return Err(TrialTableError::Switched {
            line: nights.lines[night],
            block: shown(&blocks.labels[night]),
        });
    }
    Ok(within_blocks(nights, &of_night))
}

/// Within each block the nights were drawn; where every block changes once, its two stretches were.
fn within_blocks(nights: &Nights<'_>, block_of: &[usize]) -> Periods {
    let changes = |block: usize| {
        let here: Vec<Arm> = (0..block_of.len())
            .filter(|&n| block_of[n] == block)
            .map(|n| nights.arms[n])
            .collect();
        (
            here.windows(2).filter(|pair| pair[0] != pair[1]).count(),
            here.len(),
        )
    };
    let count = block_of.last().map_or(0, |last| last + 1);
    let in_stretches = (0..count).all(|block| changes(block).0 <= 1)
        && (0..count).any(|block| changes(block).1 > 2);
    let (mut of_night, mut ids) = (Vec::new(), Vec::new());
    for night in 0..block_of.len() {
        let goes_on = in_stretches
            && night > 0
            && block_of[night] == block_of[night - 1]
            && nights.arms[night] == nights.arms[night - 1];
        if !goes_on {
            ids.push(block_of[night]);
        }
        of_night.push(ids.len() - 1);
    }
    let arms = first_arms(&of_night, nights.arms);
    Periods {
        groups: groups_of(&arms, &ids),
        arms,
        of_night,
    }
}

/// Numbers of the blocks in their order; a block is one stretch.
fn block_of_night(nights: &Nights<'_>, blocks: &Blocks) -> Result<Vec<usize>, TrialTableError> {
    let mut seen: Vec<&str> = Vec::new();
    let mut of_night = Vec::with_capacity(blocks.labels.len());
    for (label, &line) in blocks.labels.iter().zip(&nights.lines) {
        if label.is_empty() {
            return Err(TrialTableError::NoBlock {
                line,
                column: blocks.name.clone(),
            });
        }
        if seen.last() != Some(&label.as_str()) {
            if seen.contains(&label.as_str()) {
                return Err(TrialTableError::BlockAgain {
                    line,
                    block: shown(label),
                });
            }
            seen.push(label);
        }
        of_night.push(seen.len() - 1);
    }
    Ok(of_night)
}
