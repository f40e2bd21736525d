//! The columns of a table to what the engine is given: the outcome, and each factor with what is known about it.

use infer::{Column, Kind, Observation, Slab, Weight};
use knowledge::Factor;

use super::outcome::outcome_of;
use super::{Outcomes, SheetError};
use crate::cell::{self, Cell, Decimal};
use crate::table::{Row, Table};
use crate::text::shown;

/// The rows that are read, in order of their days.
pub(crate) struct Sheet<'t> {
    pub(crate) table: &'t Table,
    pub(crate) rows: Vec<&'t Row>,
    pub(crate) decimal: Decimal,
}

/// Nothing that people measure has so large a number; its square would overflow.
const LARGEST: f64 = 1e100;

impl Sheet<'_> {
    /// Refuses a column whose numbers may be in thousands.
    fn check_thousands(&self, column: usize) -> Result<(), SheetError> {
        let cells = self.rows.iter().map(|row| (row.line, row.cell(column)));
        Ok(cell::check_thousands(
            &self.table.header[column],
            cells,
            self.decimal,
        )?)
    }

    /// What the outcome's column holds, a row at a time.
    pub(crate) fn outcome(
        &self,
        column: usize,
        outcomes: Outcomes,
    ) -> Result<Vec<Observation>, SheetError> {
        self.check_thousands(column)?;
        let name = &self.table.shown_name(column);
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

    /// A measured outcome's column, a row at a time.
    pub(crate) fn measured(&self, column: usize) -> Result<Vec<Option<f64>>, SheetError> {
        self.check_thousands(column)?;
        let name = &self.table.shown_name(column);
        let mut all = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let (cell, line) = (row.cell(column), row.line);
            all.push(match cell::read(cell, self.decimal) {
                Cell::Missing => None,
                Cell::Number(value) if value.abs() < LARGEST => Some(value),
                Cell::Number(_) | Cell::NotFinite => {
                    return Err(SheetError::NotFinite {
                        column: name.clone(),
                        cell: shown(cell),
                        line,
                    });
                }
                Cell::Word(_) | Cell::Text => {
                    return Err(SheetError::NotANumber {
                        column: name.clone(),
                        cell: shown(cell),
                        line,
                    });
                }
            });
        }
        Ok(all)
    }

    /// A column for the engine, and the factor it is if the knowledge has one of its name.
    pub(super) fn factor(
        &self,
        column: usize,
        notes: &mut Vec<String>,
    ) -> Result<(Column, Option<&'static Factor>), SheetError> {
        self.check_thousands(column)?;
        let name = &self.table.shown_name(column);
        let factor = known(&self.table.header[column]);
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
                        cell: shown(cell),
                        line,
                    });
                }
                Cell::Text => {
                    return Err(SheetError::TextColumn {
                        column: name.clone(),
                        cell: shown(cell),
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
        let name = &self.table.header[column];
        Ok((column_of(name, values, kind, factor), factor))
    }
}

/// The unit of factors that are answered yes or no.
pub(super) const YES_NO: &str = "yes/no";

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
    let (weight, slab) = factor.map_or((Weight::Learned, Slab::Learned), insight::evidence_prior);
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
