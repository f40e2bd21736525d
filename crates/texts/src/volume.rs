//! Amounts of drink, told in the reader's measure.

use crate::{Language, Measures, Value, say, word};

/// Millilitres of a US fluid ounce.
///
/// Source: NIST Handbook 44 (2024), appendix C.
const OUNCE: f64 = 29.573_529_562_5;

/// How an amount is told where the measure is metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// “200 ml”.
    Small,
    /// “+200 ml”.
    Added,
    /// “1.6 litres”.
    Large,
}

/// The amount in words; ounces are whole.
pub(crate) fn told(
    millilitres: i32,
    style: Style,
    language: Language,
    measures: Measures,
) -> String {
    let (key, amount) = match (measures, style) {
        (Measures::Metric, Style::Small) => ("volume-ml", millilitres.to_string()),
        (Measures::Metric, Style::Added) => ("volume-ml", format!("{millilitres:+}")),
        (Measures::Metric, Style::Large) => {
            let litres = (f64::from(millilitres) / 100.0).round() / 10.0;
            let mark = word(language, "decimal-mark");
            ("volume-litres", litres.to_string().replace('.', mark))
        }
        (Measures::Us, Style::Added) => ("volume-ounces", format!("{:+}", ounces(millilitres))),
        (Measures::Us, Style::Small | Style::Large) => {
            ("volume-ounces", ounces(millilitres).to_string())
        }
    };
    say(language, key, &[("amount", Value::Text(amount))])
}

fn ounces(millilitres: i32) -> i32 {
    (f64::from(millilitres) / OUNCE).round() as i32
}
