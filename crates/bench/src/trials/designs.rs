//! Which orders are worth drawing: the chance of a clear answer in the same twelve weeks, by design.

use std::fmt::Write as _;

use infer::Seed;
use infer::trial::{Habit, Order, Question, TrialDesign, chance};

use super::imagined::{LIKENESS, habit};
use super::tables::percent;

const NIGHTS: u16 = 84;
/// Nights of a period, and how many of them are left out.
const PERIODS: [(u16, u16); 5] = [(1, 0), (2, 0), (4, 0), (4, 2), (7, 3)];
const CUTS: [f64; 3] = [0.0, 0.4, 0.6];

/// Writes the table.
pub(super) fn write(text: &mut String, trials: u32) {
    let habits = habits();
    let _ = write!(
        text,
        "\nDesigns: {NIGHTS} nights, {} trials in each cell, in equal shares of 4 and 10 a week, a correlation of 0, 0.35 and 0.7, near Poisson and clustered; 20 % of nights missing.\n\n#### Share of trials that reach an e-value of 20, by design\n\n| periods | orders that may be drawn | no effect | cut by 40 % | cut by 60 % |\n|---|---|---|---|---|\n",
        trials
    );
    for (period, left_out) in PERIODS {
        let periods = NIGHTS / period / 2 * 2;
        for (name, order) in orders(periods) {
            let Ok(design) = TrialDesign::new(order, period, left_out) else {
                continue;
            };
            let shares = CUTS.map(|cut| percent(clear(design, cut, &habits, trials)));
            let _ = writeln!(
                text,
                "| {period} {}, {left_out} left out | {name} | {} |",
                if period == 1 { "night" } else { "nights" },
                shares.join(" | ")
            );
        }
    }
}

fn orders(periods: u16) -> [(&'static str, Order); 3] {
    [
        ("pairs", Order::Pairs { pairs: periods / 2 }),
        (
            "balanced, at most 3 alike in a row",
            Order::Blocks {
                periods,
                longest_run: 3,
                most_uneven: 0,
            },
        ),
        ("a coin for each period", Order::Independent { periods }),
    ]
}

fn habits() -> Vec<Habit> {
    let mut habits = Vec::new();
    for a_week in [4.0, 10.0] {
        for likeness in LIKENESS {
            habits.extend([false, true].map(|clustered| habit(a_week, clustered, likeness)));
        }
    }
    habits
}

fn clear(design: TrialDesign, cut: f64, habits: &[Habit], trials: u32) -> f64 {
    let question = Question {
        habits: habits.to_vec(),
        ratio: 1.0 - cut,
        answered: 0.8,
        left_out: design.left_out(),
    };
    chance(design, &question, trials, Seed(7), &mut |_| {}).map_or(f64::NAN, |found| found.chance)
}
