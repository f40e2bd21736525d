//! An answer to JSON, CSV and plain sentences.

use infer::{Answer, ColumnAnswer, DesignError, Note, Seed};
use serde::Serialize;

use crate::analyze::{Outcomes, Prepared};

/// What `analyze` answers; its JSON is a public format.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Analysis {
    /// `rate_ratio` or `odds_ratio`: what the ratios below are.
    pub measure: &'static str,
    /// Rows.
    pub nights: usize,
    /// Rows with an outcome.
    pub nights_observed: usize,
    /// One row a factor, in the order of the columns.
    pub factors: Vec<FactorRow>,
    /// What a reader must know, as plain sentences.
    pub notes: Vec<String>,
}

/// One factor. For yes/no outcomes the ratios are odds ratios under the same names.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FactorRow {
    /// The column's name.
    pub name: String,
    /// Probability that the ratio differs from 1 by more than 10 %.
    pub probability: f64,
    /// Probability that the ratio is above 1.1.
    pub p_raises: f64,
    /// Probability that the ratio is below 0.9.
    pub p_lowers: f64,
    /// exp of the posterior mean of the log ratio, spike included.
    pub rate_ratio: f64,
    /// 5 % point.
    pub rate_ratio_low: f64,
    /// 95 % point.
    pub rate_ratio_high: f64,
    /// The ratio given that there is an effect.
    pub rate_ratio_if_real: f64,
    /// The change in the column's own unit that the ratio is for.
    pub per_amount: f64,
    /// 1 - expected with the factor at its reference / expected; negative for what protects.
    pub share: Option<f64>,
    /// Forecast of further nights until the answer is likely clear; 0 when it is; null when not foreseeable.
    pub nights_to_clear: Option<u32>,
}

/// Runs the engine on a table; `watch` is told what share of the work is done, from 0 to 1.
///
/// # Errors
/// [`DesignError`] when the engine refuses the design.
pub fn analyse(
    prepared: &Prepared,
    seed: Seed,
    watch: &mut dyn FnMut(f64),
) -> Result<Analysis, DesignError> {
    let answer = infer::fit_watched(&prepared.design, seed, watch)?;
    Ok(Analysis::new(prepared, &answer))
}

impl Analysis {
    /// Puts an answer of the engine into words and columns.
    #[must_use]
    pub fn new(prepared: &Prepared, answer: &Answer) -> Self {
        let measure = match prepared.outcomes {
            Outcomes::Counts => "rate_ratio",
            Outcomes::YesNo => "odds_ratio",
        };
        let mut notes = prepared.notes.clone();
        notes.extend(answer.notes.iter().map(sentence));
        notes.extend(answer.columns.iter().filter_map(travels));
        Self {
            measure,
            nights: answer.nights,
            nights_observed: answer.nights_observed,
            factors: answer.columns.iter().map(row).collect(),
            notes,
        }
    }

    /// The analysis as one JSON object.
    ///
    /// # Errors
    /// Only when the JSON library fails.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self)
    }

    /// The factors as CSV; the notes are not part of it. A name that a spreadsheet program would take for a formula
    /// begins with an apostrophe.
    ///
    /// # Errors
    /// Only when the CSV library fails.
    pub fn to_csv(&self) -> Result<String, csv::Error> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        for factor in &self.factors {
            let name = no_formula(&factor.name);
            writer.serialize(FactorRow {
                name,
                ..factor.clone()
            })?;
        }
        let bytes = writer
            .into_inner()
            .map_err(|error| csv::Error::from(error.into_error()))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// The name with an apostrophe before it, if a spreadsheet program would compute it.
fn no_formula(name: &str) -> String {
    if name.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{name}")
    } else {
        name.to_owned()
    }
}

fn row(column: &ColumnAnswer) -> FactorRow {
    FactorRow {
        name: column.name.clone(),
        probability: column.probability,
        p_raises: column.p_raises,
        p_lowers: column.p_lowers,
        rate_ratio: column.ratio,
        rate_ratio_low: column.ratio_low,
        rate_ratio_high: column.ratio_high,
        rate_ratio_if_real: column.ratio_if_real,
        per_amount: column.per_amount,
        share: column.share,
        nights_to_clear: column.nights_to_clear,
    }
}

/// A note of the engine as a plain sentence.
#[must_use]
pub fn sentence(note: &Note) -> String {
    match note {
        Note::Constant(name) => {
            format!(
                "{name} never varies in this file: its answer is only what was believed before."
            )
        }
        Note::NeverObserved(name) => {
            format!("{name} is empty in this file: its answer is only what was believed before.")
        }
        Note::ManyMissing { missing, rows } => format!(
            "{missing} of {rows} nights have no outcome. If bad nights are written down more often than good ones, the answers are off."
        ),
        Note::NoEvents => {
            "There is not a single event: nothing can be said about what causes them.".to_owned()
        }
        Note::GoodFit => "The nights look like the model's nights.".to_owned(),
        Note::PoorFit { statistic, p } => format!(
            "The nights do not look like the model expects ({}, p = {p:.3}): take the answers with more doubt than shown.",
            statistic.words()
        ),
    }
}

fn travels(column: &ColumnAnswer) -> Option<String> {
    let others = column.travels_with.join(", ");
    (!others.is_empty()).then(|| {
        format!(
            "{} goes up and down together with {others}: these nights can hardly tell them apart.",
            column.name
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_becomes_a_formula() {
        let row = |name: &str| FactorRow {
            name: name.to_owned(),
            probability: 0.5,
            p_raises: 0.5,
            p_lowers: 0.0,
            rate_ratio: 1.0,
            rate_ratio_low: 1.0,
            rate_ratio_high: 1.0,
            rate_ratio_if_real: 1.0,
            per_amount: 1.0,
            share: None,
            nights_to_clear: None,
        };
        let names = ["=1+1", "+1", "-1", "@SUM(A1)", "\ta", "\ra", "tea=1"];
        let analysis = Analysis {
            measure: "rate_ratio",
            nights: 1,
            nights_observed: 1,
            factors: names.map(row).to_vec(),
            notes: Vec::new(),
        };
        let text = analysis.to_csv().expect("CSV");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let written: Vec<String> = reader
            .records()
            .map(|record| record.expect("a record")[0].to_owned())
            .collect();
        let expected = ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\ta", "'\ra", "tea=1"];
        assert_eq!(written, expected);
    }
}
