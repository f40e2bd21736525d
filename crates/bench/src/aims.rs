//! How near the engine comes to the oracle, beside what is asked for.

use std::fmt::Write as _;

use crate::methods::Method;
use crate::run::Outcome;
use crate::table::{number, percent, scores};

/// Least share of the oracle's average precision, and most log loss above the oracle's, for a number of nights.
fn aims(nights: usize) -> (f64, f64) {
    match nights {
        0..=60 => (0.88, 0.035),
        61..=120 => (0.95, 0.03),
        _ => (0.98, 0.03),
    }
}

/// Generators that are looked at together.
pub(crate) struct Group {
    pub(crate) name: String,
    /// Their names.
    pub(crate) generators: Vec<String>,
}

/// One line for each size and group.
pub(crate) fn table(sizes: &[(usize, usize)], groups: &[Group], outcomes: &[Outcome]) -> String {
    let mut text = String::from(
        "| size | generators | average precision, pooled, of the oracle's | asked | log loss above the oracle's | asked | calibration error (under 0.05) | coverage (87 to 98 %) | false alarms (under 3 %) |\n|---|---|---|---|---|---|---|---|---|\n",
    );
    for &size in sizes {
        for group in groups {
            line(&mut text, outcomes, size, group);
        }
    }
    text
}

fn line(text: &mut String, outcomes: &[Outcome], size: (usize, usize), group: &Group) {
    let of = |method| {
        scores(outcomes, |o| {
            o.size == size && o.method == method && group.generators.contains(&o.generator)
        })
    };
    let (ours, oracle) = (of(Method::Engine), of(Method::Oracle));
    let (precision, loss) = aims(size.0);
    let share = ours.pooled_precision.zip(oracle.pooled_precision);
    let above = ours.log_loss.zip(oracle.log_loss);
    let _ = writeln!(
        text,
        "| {}x{} | {} | {} | {:.0} % | {} | {loss} | {} | {} | {} |",
        size.0,
        size.1,
        group.name,
        percent(share.map(|(ours, oracle)| ours / oracle)),
        100.0 * precision,
        number(above.map(|(ours, oracle)| ours - oracle)),
        number(ours.calibration_error),
        percent(ours.coverage),
        percent(ours.false_alarms),
    );
}
