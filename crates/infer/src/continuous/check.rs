//! What a regression on a measured outcome cannot be made of.

use super::Measurements;
use crate::design::DesignError;
use crate::shape::{ascending, same_length};

/// Larger numbers than this would overflow when they are squared.
const LARGEST: f64 = 1e150;
/// Between these every number may lie.
const USABLE: std::ops::Range<f64> = -LARGEST..LARGEST;

/// Refuses what would give no finite answer.
pub(super) fn check(measurements: &Measurements) -> Result<(), DesignError> {
    let rows = measurements.outcome.len();
    if rows == 0 {
        return Err(DesignError::NoRows);
    }
    let length = |what: &str, found: usize| same_length(what, found, rows);
    length("days", measurements.days.len())?;
    ascending(&measurements.days)?;
    cells("the outcome", &measurements.outcome)?;
    positive("the outcome's standard deviation", measurements.spread)?;
    if !USABLE.contains(&measurements.centre) {
        return Err(DesignError::BadNumber {
            what: "the outcome's middle".into(),
            value: measurements.centre,
        });
    }
    for column in &measurements.columns {
        length(&column.name, column.values.len())?;
        cells(&column.name, &column.values)?;
        positive(&format!("the width of {}", column.name), column.prior_sd)?;
    }
    Ok(())
}

fn cells(what: &str, values: &[Option<f64>]) -> Result<(), DesignError> {
    for (row, value) in values.iter().enumerate() {
        if let Some(value) = *value
            && !USABLE.contains(&value)
        {
            return Err(DesignError::BadCell {
                what: what.into(),
                row,
                value,
            });
        }
    }
    Ok(())
}

fn positive(what: &str, value: f64) -> Result<(), DesignError> {
    if value.is_normal() && value > 0.0 && value < LARGEST {
        Ok(())
    } else {
        Err(DesignError::BadNumber {
            what: what.into(),
            value,
        })
    }
}
