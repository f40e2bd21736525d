//! `bench trials`: power, false alarms and coverage of trials with a known effect, beside the tests that people use.

mod designs;
mod imagined;
mod peers;
mod tables;
mod tally;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::Result;

use crate::document::Page;
use imagined::Cell;
use tally::{Tally, Verdict, judge};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Trials of each cell of the grid of counts.
    #[arg(long, default_value_t = 60)]
    counts: u32,
    /// Trials of each cell of the grid of measured outcomes.
    #[arg(long, default_value_t = 120)]
    measured: u32,
    /// Trials of each design and effect.
    #[arg(long, default_value_t = 2_400)]
    designs: u32,
    /// Trials at a time.
    #[arg(long, default_value_t = 1)]
    jobs: usize,
    #[command(flatten)]
    page: Page,
}

/// Measures and prints.
pub(crate) fn run(args: &Args) -> Result<()> {
    let jobs = args.jobs.max(1);
    let counts = measure(&imagined::grid_of_counts(), args.counts, jobs);
    let measured = measure(&imagined::grid_of_measures(), args.measured, jobs);
    let text = tables::tables(args.counts, &counts, args.measured, &measured, args.designs);
    args.page.show("trials.md", "trials", &text)
}

/// Every cell with what was said of its trials, in the order of the cells whatever the number of jobs.
fn measure(cells: &[Cell], trials: u32, jobs: usize) -> Vec<(Cell, Tally)> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(vec![Tally::default(); cells.len()]);
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(cell) = cells.get(at) else {
                        break;
                    };
                    let verdicts: Vec<Verdict> = (0..trials)
                        .map(|trial| judge(cell, seed(at, trial)))
                        .collect();
                    let mut done = done
                        .lock()
                        .unwrap_or_else(std::sync::PoisonError::into_inner);
                    done[at] = Tally::of(&verdicts);
                }
            });
        }
    });
    let tallies = done
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    cells.iter().copied().zip(tallies).collect()
}

/// No two trials share a seed.
fn seed(cell: usize, trial: u32) -> u64 {
    1_000_000 * (cell as u64 + 1) + u64::from(trial)
}

#[cfg(test)]
mod tests {
    use super::imagined::{Cut, Kind};
    use super::*;

    /// A small part of the grid. Of trials in which nothing works, at most 5 % may ever reach an e-value of 20 and at most
    /// 5 % a p of 5 %; with 400 of them 5 % has a standard error of 1.1 %, hence the bars.
    #[test]
    fn false_alarms_are_rare_where_least_squares_raise_many() {
        let strained = |kind| Cell {
            kind,
            likeness: 0.7,
            cut: Cut::Fixed(0.0),
            weeks: 12,
            period_nights: 7,
        };
        let counts = Kind::Counts {
            a_week: 7.0,
            clustered: true,
        };
        let cells = [strained(counts), strained(Kind::Measured { alike: 1.0 })];
        let tallies = measure(&cells, 400, 2);
        for (_, tally) in &tallies {
            let e = tally.share(|v| v.e_alarm);
            let p = tally.share(|v| v.p_alarm);
            assert!(e < 0.05 && p < 0.083, "{e} {p}");
        }
        let least_squares = tallies[1].1.share(|v| v.least_squares);
        assert!(least_squares > 0.15, "{least_squares}");
    }
}
