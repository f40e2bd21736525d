//! How near the engine comes to the oracle, beside what is asked for.

use std::fmt::Write as _;

use simulate::{Generator, Real};

use crate::methods::Method;
use crate::run::{Outcome, Plan};
use crate::table::{number, percent, scores};

/// Least share of the oracle's average precision, and most log loss above the oracle's, for a number of nights.
fn aims(nights: usize) -> (f64, f64) {
    match nights {
        0..=60 => (0.88, 0.035),
        61..=120 => (0.95, 0.03),
        _ => (0.98, 0.03),
    }
}

/// One line a size over all generators, and one over those where few factors matter: the oracle is told how many
/// matter, so that where none or many do it wins by that alone.
pub(crate) fn table(plan: &Plan, outcomes: &[Outcome]) -> String {
    let mut text = String::from(
        "| size | generators | average precision, pooled, of the oracle's | asked | log loss above the oracle's | asked | calibration error (under 0.05) | coverage (87 to 98 %) | false alarms (under 3 %) |\n|---|---|---|---|---|---|---|---|---|\n",
    );
    for &size in &plan.sizes {
        let few = |generator: Generator| generator.recipe(size.0, size.1).real == Real::Few;
        line(&mut text, outcomes, size, "all ten", |_| true);
        line(
            &mut text,
            outcomes,
            size,
            "the eight with few real factors",
            few,
        );
    }
    text
}

fn line(
    text: &mut String,
    outcomes: &[Outcome],
    size: (usize, usize),
    name: &str,
    these: impl Fn(Generator) -> bool,
) {
    let of = |method| {
        scores(outcomes, |o| {
            o.size == size && o.method == method && these(o.generator)
        })
    };
    let (ours, oracle) = (of(Method::Engine), of(Method::Oracle));
    let (precision, loss) = aims(size.0);
    let share = ours.pooled_precision.zip(oracle.pooled_precision);
    let above = ours.log_loss.zip(oracle.log_loss);
    let _ = writeln!(
        text,
        "| {}x{} | {name} | {} | {:.0} % | {} | {loss} | {} | {} | {} |",
        size.0,
        size.1,
        percent(share.map(|(ours, oracle)| ours / oracle)),
        100.0 * precision,
        number(above.map(|(ours, oracle)| ours - oracle)),
        number(ours.calibration_error),
        percent(ours.coverage),
        percent(ours.false_alarms),
    );
}
