//! The days of a trial's rows. A row without a date has one where only one is possible: between its neighbours.

use super::TrialTableError;
use crate::dates::{self, Days};
use crate::table::{Row, Table};

/// The day number of each row. Empty cells between two dates are filled where there are as many days as rows between them.
pub(super) fn read(
    table: &Table,
    column: usize,
    notes: &mut Vec<String>,
) -> Result<Vec<i32>, TrialTableError> {
    let rows: Vec<&Row> = table.rows.iter().collect();
    let dated: Vec<usize> = (0..rows.len())
        .filter(|&i| !rows[i].cell(column).is_empty())
        .collect();
    if dated.len() == rows.len() || dated.is_empty() {
        return Ok(dates::days(table, &rows, column)?.numbers);
    }
    let with_date: Vec<&Row> = dated.iter().map(|&i| rows[i]).collect();
    let Days { numbers, .. } = dates::days(table, &with_date, column)?;
    let mut days = vec![None; rows.len()];
    for (&row, &number) in dated.iter().zip(&numbers) {
        days[row] = Some(number);
    }
    for (pair, known) in dated.windows(2).zip(numbers.windows(2)) {
        let (between, gap) = (pair[1] - pair[0], i64::from(known[1]) - i64::from(known[0]));
        if between as i64 == gap {
            for (step, day) in days[pair[0]..pair[1]].iter_mut().enumerate() {
                *day = Some(known[0] + step as i32);
            }
        }
    }
    let whole: Option<Vec<i32>> = days.iter().copied().collect();
    let Some(whole) = whole else {
        let first = days.iter().position(Option::is_none).unwrap_or(0);
        return Err(TrialTableError::NoDate {
            line: rows[first].line,
            column: table.shown_name(column),
            instead: instead(table, &rows, column),
        });
    };
    notes.push(format!(
        "{} rows have no date; they got the days between their neighbours, which they fill exactly.",
        rows.len() - dated.len()
    ));
    Ok(whole)
}

/// Another column that numbers the rows in order, as the option that names it.
fn instead(table: &Table, rows: &[&Row], column: usize) -> String {
    let in_order = |&other: &usize| {
        other != column
            && dates::days(table, rows, other)
                .is_ok_and(|days| days.numbers.windows(2).all(|pair| pair[0] < pair[1]))
    };
    match (0..table.header.len()).find(in_order) {
        Some(other) => format!(
            "or take the column ‘{}’, which numbers the rows, with --date",
            table.shown_name(other)
        ),
        None => {
            "or number the rows in a column of whole numbers and name it with --date".to_owned()
        }
    }
}
