//! A table to a design: which column is the day, which the outcome, which a factor, and what is known about each.

use infer::{Column, Design, Family, Kind, Observation, Slab, Weight};
use knowledge::Factor;

use crate::cell::{self, Cell, Decimal};
use crate::dates::{self, DateError, Style, shortened};
use crate::table::{Row, Table};

/// Largest count in one row.
pub const LARGEST_COUNT: u32 = 1_000_000;

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

/// A table that cannot be analysed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum SheetError {
    #[error(
        "There is no column ‘{wanted}’ ({what}). The columns are: {found}. Name it with {option}."
    )]
    NoColumn {
        wanted: String,
        what: &'static str,
        option: &'static str,
        found: String,
    },
    #[error("There is no column ‘{wanted}’ to ignore. The columns are: {found}.")]
    NothingToIgnore { wanted: String, found: String },
    #[error("No row has ‘{id}’ in the column ‘{column}’. It holds, for example: {examples}.")]
    NoSuchPerson {
        column: String,
        id: String,
        examples: String,
    },
    #[error(
        "There is no column for factors: besides the date and the outcome ‘{outcome}’ nothing is left."
    )]
    NoFactors { outcome: String },
    #[error(transparent)]
    Date(#[from] DateError),
    #[error(
        "Column ‘{column}’ holds text (‘{cell}’, line {line}): ignore it with --ignore {column}, or write yes and no, or a number for each level."
    )]
    TextColumn {
        column: String,
        cell: String,
        line: u64,
    },
    #[error("Line {line}: ‘{cell}’ in the column ‘{column}’ is not a number.")]
    NotANumber {
        column: String,
        cell: String,
        line: u64,
    },
    #[error(
        "Line {line}: ‘{cell}’ in the column ‘{column}’ is not a number that can be used. Leave the cell empty if the value is missing."
    )]
    NotFinite {
        column: String,
        cell: String,
        line: u64,
    },
    #[error("Line {line}: {column} is {value}. A count cannot be negative.")]
    Negative {
        column: String,
        value: f64,
        line: u64,
    },
    #[error("Line {line}: {column} is {value}. A count must be a whole number.")]
    NotWhole {
        column: String,
        value: f64,
        line: u64,
    },
    #[error("Line {line}: {column} is {value}. The largest count is {LARGEST_COUNT}.")]
    TooMany {
        column: String,
        value: f64,
        line: u64,
    },
    #[error(
        "Line {line}: {column} is {value}. A yes/no outcome must be 0 or 1, or yes or no; for counts leave out --family binary."
    )]
    NotBinary {
        column: String,
        value: f64,
        line: u64,
    },
    #[error(
        "Line {line}: {column} is answered with yes or no. For a yes/no outcome say --family binary."
    )]
    WordCount { column: String, line: u64 },
    #[error("All {rows} nights are missing: the column ‘{column}’ is empty.")]
    AllMissing { column: String, rows: usize },
    #[error(
        "Line {line}: {column} is {value}, but it is a factor with the answers yes and no (1 and 0). If the column means something else, rename it."
    )]
    NotYesNo {
        column: String,
        value: f64,
        line: u64,
    },
    #[error("Line {line}: the column ‘{column}’ mixes yes and no with the number {value}.")]
    MixedWords {
        column: String,
        value: f64,
        line: u64,
    },
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
                wanted: name.clone(),
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
    let mut notes = Vec::new();
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|&i| days.numbers[i]);
    if order.windows(2).any(|pair| pair[0] > pair[1]) {
        notes.push("The rows were not in order of their dates; they were sorted.".to_owned());
    }
    let rows: Vec<&Row> = order.iter().map(|&i| rows[i]).collect();
    let numbers: Vec<i32> = order.iter().map(|&i| days.numbers[i]).collect();
    notes.extend(gap_note(&numbers, days.style));
    let decimal = if table.decimal_comma {
        Decimal::Comma
    } else {
        Decimal::Point
    };
    let sheet = Sheet {
        table,
        rows,
        decimal,
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
            known.push(format!("{}{unit}", column.name));
        }
        columns.push(column);
    }
    if columns.is_empty() {
        return Err(SheetError::NoFactors {
            outcome: options.outcome.clone(),
        });
    }
    if !known.is_empty() {
        let listed = known.join(", ");
        notes.push(format!("Published evidence was used as the starting point for: {listed}. All other columns start neutral."));
    }
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
        wanted: name.to_owned(),
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
        let examples = shortened(&examples.join(", "));
        return Err(SheetError::NoSuchPerson {
            column: table.header[column].clone(),
            id: id.to_owned(),
            examples,
        });
    }
    Ok(rows)
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

/// The rows that are read, in order of their days.
struct Sheet<'t> {
    table: &'t Table,
    rows: Vec<&'t Row>,
    decimal: Decimal,
}

impl Sheet<'_> {
    fn outcome(&self, column: usize, outcomes: Outcomes) -> Result<Vec<Observation>, SheetError> {
        let name = &self.table.header[column];
        let mut all = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let cell = row.cell(column);
            let read = cell::read(cell, self.decimal);
            all.push(outcome_of(read, outcomes).map_err(|why| why.at(name, cell, row.line))?);
        }
        if all.iter().all(|o| *o == Observation::Missing) {
            return Err(SheetError::AllMissing {
                column: name.clone(),
                rows: all.len(),
            });
        }
        Ok(all)
    }

    fn factor(
        &self,
        column: usize,
        notes: &mut Vec<String>,
    ) -> Result<(Column, Option<&'static Factor>), SheetError> {
        let name = &self.table.header[column];
        let factor = known(name);
        let mut values = Vec::with_capacity(self.rows.len());
        let (mut word, mut beyond) = (None, None);
        for row in &self.rows {
            let (cell, line) = (row.cell(column), row.line);
            values.push(match cell::read(cell, self.decimal) {
                Cell::Missing => None,
                Cell::Number(value) => {
                    if value != 0.0 && value != 1.0 {
                        beyond.get_or_insert((value, line));
                    }
                    Some(value)
                }
                Cell::Word(yes) => {
                    word.get_or_insert(line);
                    Some(f64::from(u8::from(yes)))
                }
                Cell::NotFinite => {
                    return Err(SheetError::NotFinite {
                        column: name.clone(),
                        cell: shortened(cell),
                        line,
                    });
                }
                Cell::Text => {
                    return Err(SheetError::TextColumn {
                        column: name.clone(),
                        cell: shortened(cell),
                        line,
                    });
                }
            });
        }
        if let (Some(_), Some((value, line))) = (word, beyond) {
            return Err(SheetError::MixedWords {
                column: name.clone(),
                value,
                line,
            });
        }
        if let (Some(factor), Some((value, line))) = (factor, beyond)
            && factor.unit == YES_NO
        {
            return Err(SheetError::NotYesNo {
                column: factor.id.to_owned(),
                value,
                line,
            });
        }
        if let (Some(factor), Some(_)) = (factor, word)
            && factor.unit != YES_NO
        {
            notes.push(format!(
                "{name} is answered with yes and no, but is known by the {}: yes was read as 1 {}.",
                factor.unit, factor.unit
            ));
        }
        let kind = if beyond.is_none() {
            Kind::YesNo
        } else {
            Kind::Amount
        };
        Ok((column_of(name, values, kind, factor), factor))
    }
}

/// The unit of factors that are answered yes or no.
const YES_NO: &str = "yes/no";

/// The factor with this id; spaces and underscores in a column's name count as hyphens, and letter case does not count.
fn known(name: &str) -> Option<&'static Factor> {
    let id: String = name
        .to_lowercase()
        .chars()
        .map(|c| if c == ' ' || c == '_' { '-' } else { c })
        .collect();
    knowledge::factor(&id)
}

fn column_of(name: &str, values: Vec<Option<f64>>, kind: Kind, factor: Option<&Factor>) -> Column {
    let (weight, slab) = factor.map_or((Weight::Learned, Slab::Neutral), insight::evidence_prior);
    Column {
        name: name.to_owned(),
        values,
        kind,
        reference: factor.map_or(0.0, |factor| factor.reference),
        half_life: factor.map_or(0.0, |factor| factor.half_life_hours / 24.0),
        weight,
        slab,
    }
}

/// Why a cell is no outcome.
enum NoOutcome {
    Text,
    NotFinite,
    Negative(f64),
    NotWhole(f64),
    TooMany(f64),
    NotBinary(f64),
    Word,
}

impl NoOutcome {
    fn at(self, column: &str, cell: &str, line: u64) -> SheetError {
        let column = column.to_owned();
        match self {
            Self::Text => SheetError::NotANumber {
                column,
                cell: shortened(cell),
                line,
            },
            Self::NotFinite => SheetError::NotFinite {
                column,
                cell: shortened(cell),
                line,
            },
            Self::Negative(value) => SheetError::Negative {
                column,
                value,
                line,
            },
            Self::NotWhole(value) => SheetError::NotWhole {
                column,
                value,
                line,
            },
            Self::TooMany(value) => SheetError::TooMany {
                column,
                value,
                line,
            },
            Self::NotBinary(value) => SheetError::NotBinary {
                column,
                value,
                line,
            },
            Self::Word => SheetError::WordCount { column, line },
        }
    }
}

fn outcome_of(cell: Cell, outcomes: Outcomes) -> Result<Observation, NoOutcome> {
    match (cell, outcomes) {
        (Cell::Missing, _) => Ok(Observation::Missing),
        (Cell::Text, _) => Err(NoOutcome::Text),
        (Cell::NotFinite, _) => Err(NoOutcome::NotFinite),
        (Cell::Word(yes), Outcomes::YesNo) => Ok(Observation::Exactly(u32::from(yes))),
        (Cell::Word(_), Outcomes::Counts) => Err(NoOutcome::Word),
        (Cell::Number(value), Outcomes::YesNo) if value != 0.0 && value != 1.0 => {
            Err(NoOutcome::NotBinary(value))
        }
        (Cell::Number(value), _) if value < 0.0 => Err(NoOutcome::Negative(value)),
        (Cell::Number(value), _) if value.fract() != 0.0 => Err(NoOutcome::NotWhole(value)),
        (Cell::Number(value), _) if value > f64::from(LARGEST_COUNT) => {
            Err(NoOutcome::TooMany(value))
        }
        (Cell::Number(value), _) => Ok(Observation::Exactly(value as u32)),
    }
}

#[cfg(test)]
mod tests;
