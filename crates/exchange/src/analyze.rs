//! A table to a design: which column is the day, which the outcome, which a factor, and what is known about each.

#![cfg_attr(
    not(test),
    expect(
        clippy::indexing_slicing,
        reason = "arithmetic over tables whose shape was checked, on the command line only"
    )
)]

mod outcome;
mod refusal;
pub(crate) mod sheet;

use infer::{Design, Family};

use crate::dates::{self, Style};
use crate::table::{Row, Table};
use crate::text::shown;

pub use refusal::SheetError;
use sheet::{Sheet, YES_NO};

/// Most cells of factors that are compared: at this, and at [`MOST_WORK`], it takes about a minute on one core.
pub const MOST_CELLS: usize = 2_000_000;
/// Most that nights times the square of the columns may be.
pub const MOST_WORK: usize = 500_000_000;

/// Largest count in one row.
pub const LARGEST_COUNT: u32 = 1_000_000;

/// What is supposed of a column nobody has heard of (`infer::Model::nightly`).
const BEFORE: &str = "Before the data, one in six of the columns without published evidence is expected to matter, and two \
                      in three of those to raise the outcome.";

/// What the outcome column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcomes {
    /// Whole numbers from 0: effects are rate ratios.
    Counts,
    /// Yes or no: effects are odds ratios.
    YesNo,
}

/// How a table is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Name of the outcome column.
    pub outcome: String,
    /// Name of the date column.
    pub date: String,
    /// Of a table about many people, only the rows in which this column holds this value.
    pub person: Option<(String, String)>,
    /// What the outcome column holds.
    pub outcomes: Outcomes,
    /// Columns to leave out.
    pub ignore: Vec<String>,
}

/// A table ready for the engine.
#[derive(Clone, Debug, PartialEq)]
pub struct Prepared {
    /// What the engine is given.
    pub design: Design,
    /// What the outcome column holds.
    pub outcomes: Outcomes,
    /// What a reader must know about how the table was read, as plain sentences.
    pub notes: Vec<String>,
}

/// Reads a table as the diary of one person.
///
/// # Errors
/// [`SheetError`] with the line and the column.
pub fn prepare(table: &Table, options: &Options) -> Result<Prepared, SheetError> {
    let date = required(table, &options.date, "the day", "--date")?;
    let outcome = required(table, &options.outcome, "the outcome", "--outcome")?;
    let mut left_out = vec![date, outcome];
    for name in &options.ignore {
        let column = table
            .column(name)
            .ok_or_else(|| SheetError::NothingToIgnore {
                wanted: shown(name),
                found: table.names(),
            })?;
        left_out.push(column);
    }
    let rows = match &options.person {
        None => table.rows.iter().collect(),
        Some((name, id)) => {
            let column = required(table, name, "the person", "--person")?;
            left_out.push(column);
            rows_of(table, column, id)?
        }
    };
    let days = dates::days(table, &rows, date)?;
    let mut notes = table.notes();
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|&i| days.numbers[i]);
    if order.windows(2).any(|pair| pair[0] > pair[1]) {
        notes.push("The rows were not in order of their dates; they were sorted.".to_owned());
    }
    let rows: Vec<&Row> = order.iter().map(|&i| rows[i]).collect();
    let numbers: Vec<i32> = order.iter().map(|&i| days.numbers[i]).collect();
    notes.extend(gap_note(&numbers, days.style));
    let sheet = Sheet {
        table,
        rows,
        decimal: table.decimal(),
    };
    let observed = sheet.outcome(outcome, options.outcomes)?;
    let mut columns = Vec::new();
    let mut known = Vec::new();
    for column in (0..table.header.len()).filter(|column| !left_out.contains(column)) {
        if table.header[column].is_empty() {
            continue;
        }
        let (column, factor) = sheet.factor(column, &mut notes)?;
        if let Some(factor) = factor {
            let unit = if factor.unit == YES_NO {
                String::new()
            } else {
                format!(" (in the unit {})", factor.unit)
            };
            known.push(format!("{}{unit}", shown(&column.name)));
        }
        columns.push(column);
    }
    if columns.is_empty() {
        return Err(SheetError::NoFactors {
            outcome: shown(&options.outcome),
        });
    }
    if !known.is_empty() {
        let listed = known.join(", ");
        notes.push(format!(
            "Published evidence was used as the starting point for: {listed}."
        ));
    }
    if known.len() < columns.len() {
        notes.push(BEFORE.to_owned());
    }
    check_work(numbers.len(), columns.len())?;
    let family = match options.outcomes {
        Outcomes::Counts => Family::NegativeBinomial,
        Outcomes::YesNo => Family::Binary,
    };
    // Not a diary begun in a bad spell, and season may be among the columns: neither is assumed.
    let design = Design {
        family,
        days: numbers,
        outcome: observed,
        offset: Vec::new(),
        columns,
        season: None,
        first_drift: 0.0,
    };
    Ok(Prepared {
        design,
        outcomes: options.outcomes,
        notes,
    })
}

fn required(
    table: &Table,
    name: &str,
    what: &'static str,
    option: &'static str,
) -> Result<usize, SheetError> {
    table.column(name).ok_or_else(|| SheetError::NoColumn {
        wanted: shown(name),
        what,
        option,
        found: table.names(),
    })
}

fn rows_of<'t>(table: &'t Table, column: usize, id: &str) -> Result<Vec<&'t Row>, SheetError> {
    let rows: Vec<&Row> = table
        .rows
        .iter()
        .filter(|row| row.cell(column) == id)
        .collect();
    if rows.is_empty() {
        let mut examples: Vec<&str> = Vec::new();
        for row in &table.rows {
            if !examples.contains(&row.cell(column)) && examples.len() < 5 {
                examples.push(row.cell(column));
            }
        }
        let examples = shown(&examples.join(", "));
        return Err(SheetError::NoSuchPerson {
            column: table.shown_name(column),
            id: shown(id),
            examples,
        });
    }
    Ok(rows)
}

/// Refuses what the engine would work on for minutes.
fn check_work(nights: usize, columns: usize) -> Result<(), SheetError> {
    let cells = nights.saturating_mul(columns);
    if cells > MOST_CELLS || cells.saturating_mul(columns) > MOST_WORK {
        return Err(SheetError::TooMuch { nights, columns });
    }
    Ok(())
}

fn gap_note(numbers: &[i32], style: Style) -> Option<String> {
    let (first, last) = (*numbers.first()?, *numbers.last()?);
    let span = usize::try_from(i64::from(last) - i64::from(first) + 1).ok()?;
    let absent = span
        .checked_sub(numbers.len())
        .filter(|&absent| absent > 0)?;
    let from_to = match style {
        Style::Dates => format!("{} and {}", dates::date_of(first), dates::date_of(last)),
        Style::Numbers => format!("day {first} and day {last}"),
    };
    Some(match absent {
        1 => format!("1 day between {from_to} has no row; it counts as a gap."),
        _ => format!("{absent} days between {from_to} have no row; they count as gaps."),
    })
}

#[cfg(test)]
mod tests;
