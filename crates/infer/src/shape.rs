//! What every table of days must have, whatever its outcome: one length, and days that ascend.

use crate::design::DesignError;

/// Refuses a list of another length than there are rows.
pub(crate) fn same_length(what: &str, found: usize, rows: usize) -> Result<(), DesignError> {
    if found == rows {
        Ok(())
    } else {
        Err(DesignError::Length {
            what: what.into(),
            found,
            expected: rows,
        })
    }
}

/// Refuses days that do not ascend, or are so far apart that the gap is no number.
pub(crate) fn ascending(days: &[i32]) -> Result<(), DesignError> {
    for (row, pair) in days.windows(2).enumerate() {
        if pair[1] <= pair[0] {
            return Err(DesignError::DaysNotAscending {
                row: row + 1,
                day: pair[1],
                before: pair[0],
            });
        }
        if pair[1].checked_sub(pair[0]).is_none() {
            return Err(DesignError::BadNumber {
                what: "the gap between days".into(),
                value: f64::from(pair[1]),
            });
        }
    }
    Ok(())
}
