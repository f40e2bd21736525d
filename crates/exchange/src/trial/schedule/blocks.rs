//! Periods from a column of blocks: a block is a period, or the group within which the order was chance.

use infer::trial::Arm;

use super::{Drawing, Nights, Periods, first_arms, groups_of};
use crate::text::shown;
use crate::trial::TrialTableError;

/// The column of blocks, one label a night.
pub(in crate::trial) struct Blocks {
    pub(in crate::trial) name: String,
    pub(in crate::trial) labels: Vec<String>,
}

/// Blocks with one treatment each are periods; blocks with both are groups within which the order was chance.
pub(super) fn read(
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
