//! The tables of the report, in Markdown.

use std::fmt::Write as _;

use crate::aims::{self, Group};
use crate::methods::Method;
use crate::run::Outcome;
use crate::scores::Scores;

/// What the tables are of.
pub(crate) struct Report<'a> {
    /// A sentence on how the numbers came about.
    pub(crate) about: String,
    pub(crate) sizes: &'a [(usize, usize)],
    /// Names, in the order of the lines of the last table; without any there is none.
    pub(crate) generators: &'a [String],
    /// Lines of the table of what is asked for.
    pub(crate) groups: &'a [Group],
    pub(crate) outcomes: &'a [Outcome],
}

/// One table of what is asked for, one of each size over all methods, then one over the generators.
pub(crate) fn tables(report: &Report) -> String {
    let outcomes = report.outcomes;
    let mut text = format!(
        "{}\n\n{}",
        report.about,
        aims::table(report.sizes, report.groups, outcomes)
    );
    for &size in report.sizes {
        let _ = write!(
            text,
            "\n#### {} nights x {} factors\n\n{HEAD}",
            size.0, size.1
        );
        for method in Method::ALL {
            let of = |o: &Outcome| o.size == size && o.method == method;
            if method != Method::Horseshoe && outcomes.iter().any(of) {
                line(&mut text, method.name(), &scores(outcomes, of));
            }
        }
        beside_the_horseshoe(&mut text, outcomes, size);
    }
    if !report.generators.is_empty() {
        text.push_str(AGAINST);
    }
    for &size in report.sizes {
        for generator in report.generators {
            against(&mut text, outcomes, size, generator);
        }
    }
    text
}

const HEAD: &str = "| method | average precision, pooled | mean per diary | log loss | calibration error | coverage | of real | false alarms | s per diary |\n|---|---|---|---|---|---|---|---|---|\n";

const AGAINST: &str = "\n#### Generator by generator: Soleus, then the oracle\n\n| size | generator | average precision, pooled | mean per diary | log loss | calibration error | coverage | false alarms |\n|---|---|---|---|---|---|---|---|\n";

/// All methods on the few diaries that the slow one saw.
fn beside_the_horseshoe(text: &mut String, outcomes: &[Outcome], size: (usize, usize)) {
    let seen: Vec<(&str, u64)> = outcomes
        .iter()
        .filter(|o| o.size == size && o.method == Method::Horseshoe)
        .map(|o| (o.generator.as_str(), o.seed))
        .collect();
    if seen.is_empty() {
        return;
    }
    let _ = write!(
        text,
        "\nThe same on {} of these diaries, beside the horseshoe:\n\n{HEAD}",
        seen.len()
    );
    for method in Method::ALL {
        let scores = scores(outcomes, |o| {
            o.size == size && o.method == method && seen.contains(&(o.generator.as_str(), o.seed))
        });
        line(text, method.name(), &scores);
    }
}

pub(crate) fn scores(outcomes: &[Outcome], these: impl Fn(&Outcome) -> bool) -> Scores {
    Scores::of(
        &outcomes
            .iter()
            .filter(|outcome| these(outcome))
            .collect::<Vec<_>>(),
    )
}

fn line(text: &mut String, name: &str, scores: &Scores) {
    let _ = writeln!(
        text,
        "| {name} | {} | {} | {} | {} | {} | {} | {} | {} |",
        number(scores.pooled_precision),
        number(scores.mean_precision),
        number(scores.log_loss),
        number(scores.calibration_error),
        percent(scores.coverage),
        percent(scores.coverage_of_real),
        percent(scores.false_alarms),
        scores.seconds.map_or("none".into(), |s| if s < 0.001 {
            "under 0.001".into()
        } else {
            format!("{s:.3}")
        }),
    );
}

fn against(text: &mut String, outcomes: &[Outcome], size: (usize, usize), generator: &str) {
    let of = |method| {
        scores(outcomes, |o| {
            o.size == size && o.generator == generator && o.method == method
        })
    };
    let (ours, oracle) = (of(Method::Engine), of(Method::Oracle));
    let both = |f: fn(Option<f64>) -> String, what: fn(&Scores) -> Option<f64>| {
        format!("{}, {}", f(what(&ours)), f(what(&oracle)))
    };
    let _ = writeln!(
        text,
        "| {}x{} | {generator} | {} | {} | {} | {} | {} | {} |",
        size.0,
        size.1,
        both(number, |s| s.pooled_precision),
        both(number, |s| s.mean_precision),
        both(number, |s| s.log_loss),
        both(number, |s| s.calibration_error),
        both(percent, |s| s.coverage),
        both(percent, |s| s.false_alarms),
    );
}

pub(crate) fn number(value: Option<f64>) -> String {
    value.map_or("none".into(), |value| format!("{value:.3}"))
}

pub(crate) fn percent(share: Option<f64>) -> String {
    share.map_or("none".into(), |share| format!("{:.1} %", 100.0 * share))
}
