//! A cell of the outcome's column to an observation, or why it is none.

use infer::Observation;

use super::{LARGEST_COUNT, Outcomes, SheetError};
use crate::cell::Cell;
use crate::text::shown;

/// Why a cell is no outcome.
pub(super) enum NoOutcome {
    Text,
    NotFinite,
    Negative(f64),
    NotWhole(f64),
    TooMany(f64),
    NotBinary(f64),
    Word,
}

impl NoOutcome {
    /// The refusal, with its place.
    pub(super) fn at(self, column: &str, cell: &str, line: u64) -> SheetError {
        let column = column.to_owned();
        match self {
            Self::Text => SheetError::NotANumber {
                column,
                cell: shown(cell),
                line,
            },
            Self::NotFinite => SheetError::NotFinite {
                column,
                cell: shown(cell),
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

/// Reads a cell of the outcome's column.
pub(super) fn outcome_of(cell: Cell, outcomes: Outcomes) -> Result<Observation, NoOutcome> {
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
