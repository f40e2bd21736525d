//! One row a night: columns with one type each, for spreadsheets, R and Python.

use std::collections::BTreeMap;

use diary::entry::Answer;
use diary::{Id, Night, Outcome};
use jiff::civil::Date;

/// Nights as columns of equal length.
#[derive(Clone, Debug, PartialEq)]
pub struct NightTable {
    /// Date of each night's evening, ascending, without a hole.
    pub dates: Vec<Date>,
    /// All other columns, in the order in which they are written.
    pub columns: Vec<Column>,
}

/// One column beside the date.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Name, in lower case with underscores.
    pub name: String,
    /// One value a night; `None` was not answered.
    pub values: Values,
}

/// The values of one column.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// Whole numbers.
    Whole(Vec<Option<u32>>),
    /// Amounts in the factor's unit.
    Amounts(Vec<Option<f64>>),
    /// Yes or no.
    YesNo(Vec<Option<bool>>),
}

/// Lays nights out as a table. A factor has a column when it was answered at least once.
#[must_use]
pub fn table(nights: &[Night]) -> NightTable {
    let whole = |name: &str, of: fn(&Night) -> Option<u32>| Column {
        name: name.to_owned(),
        values: Values::Whole(nights.iter().map(of).collect()),
    };
    let score = |score: Option<diary::Score>| score.map(|score| u32::from(score.get()));
    let mut columns = vec![
        whole("cramps", |night| match night.outcome {
            Outcome::Exactly(count) => Some(count),
            Outcome::AtLeast(_) | Outcome::Missing => None,
        }),
        whole("cramps_at_least", |night| match night.outcome {
            Outcome::AtLeast(count) => Some(count),
            Outcome::Exactly(_) | Outcome::Missing => None,
        }),
        whole("minutes", |night| {
            night.minutes.map(|minutes| minutes.get())
        }),
    ];
    for (name, of) in [
        (
            "pain",
            (|night| night.pain) as fn(&Night) -> Option<diary::Score>,
        ),
        ("sleep_lost", |night| night.sleep_lost),
        ("soreness", |night| night.soreness),
        ("tiredness", |night| night.tiredness),
    ] {
        columns.push(Column {
            name: name.to_owned(),
            values: Values::Whole(nights.iter().map(|night| score(of(night))).collect()),
        });
    }
    columns.extend(factors(nights));
    NightTable {
        dates: nights.iter().map(|night| night.id.evening()).collect(),
        columns,
    }
}

/// The factors that were answered, in the order of their ids.
fn factors(nights: &[Night]) -> Vec<Column> {
    let mut answers: BTreeMap<&Id, Vec<Option<Answer>>> = BTreeMap::new();
    for (row, night) in nights.iter().enumerate() {
        for (factor, value) in night.exposures.iter() {
            let column = answers
                .entry(factor)
                .or_insert_with(|| vec![None; nights.len()]);
            if let Some(cell) = column.get_mut(row) {
                *cell = Some(value.answer);
            }
        }
    }
    answers
        .into_iter()
        .map(|(factor, answers)| Column {
            name: factor.as_str().replace('-', "_"),
            values: values(&answers),
        })
        .collect()
}

/// Yes and no as such unless an amount stands among them: then 1 and 0.
fn values(answers: &[Option<Answer>]) -> Values {
    let yes_no: Option<Vec<Option<bool>>> = answers
        .iter()
        .map(|answer| match answer {
            Some(Answer::YesNo(yes)) => Some(Some(*yes)),
            Some(Answer::Amount(_)) => None,
            None => Some(None),
        })
        .collect();
    match yes_no {
        Some(yes_no) => Values::YesNo(yes_no),
        None => Values::Amounts(
            answers
                .iter()
                .map(|answer| answer.map(Answer::value))
                .collect(),
        ),
    }
}

/// The table as CSV (RFC 4180): an empty cell was not answered, yes is 1 and no is 0.
///
/// # Errors
/// Never for a table of [`table`]; the CSV library can fail in general.
pub fn csv(table: &NightTable) -> Result<Vec<u8>, csv::Error> {
    let mut out = csv::Writer::from_writer(Vec::new());
    let names = table.columns.iter().map(|column| column.name.as_str());
    out.write_record(std::iter::once("date").chain(names))?;
    for (row, date) in table.dates.iter().enumerate() {
        let cells = table.columns.iter().map(|column| column.values.cell(row));
        out.write_record(std::iter::once(date.to_string()).chain(cells))?;
    }
    out.into_inner().map_err(|error| error.into_error().into())
}

impl Values {
    /// The value of one row as text.
    fn cell(&self, row: usize) -> String {
        fn text<T: ToString>(values: &[Option<T>], row: usize) -> String {
            values
                .get(row)
                .and_then(Option::as_ref)
                .map_or_else(String::new, ToString::to_string)
        }
        match self {
            Self::Whole(values) => text(values, row),
            Self::Amounts(values) => text(values, row),
            Self::YesNo(values) => values
                .get(row)
                .copied()
                .flatten()
                .map_or_else(String::new, |yes| u8::from(yes).to_string()),
        }
    }
}
