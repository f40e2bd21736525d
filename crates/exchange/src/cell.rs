//! Cells to values: numbers in either decimal style, yes/no words in several languages, missing.

use crate::text::shown;

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// Nothing: an empty cell, or `NA` as statistics programs write it.
    Missing,
    /// A finite number.
    Number(f64),
    /// A word for yes or no.
    Word(bool),
    /// A number that is none: `NaN`, infinity, or too large to hold.
    NotFinite,
    /// Any other text.
    Text,
}

/// Reads a trimmed cell. With `Decimal::Comma`, both `1,5` and `1.5` are one and a half.
#[must_use]
pub fn read(cell: &str, decimal: Decimal) -> Cell {
    if cell.is_empty() || cell == "NA" {
        return Cell::Missing;
    }
    if let Some(yes) = yes_no(cell) {
        return Cell::Word(yes);
    }
    let number = match decimal {
        Decimal::Point => cell.parse::<f64>(),
        // One comma and no point: otherwise it may be a thousands separator, and guessing would change a value.
        Decimal::Comma if cell.matches(',').count() == 1 && !cell.contains('.') => {
            cell.replace(',', ".").parse()
        }
        Decimal::Comma => cell.parse::<f64>(),
    };
    match number {
        Ok(value) if value.is_finite() => Cell::Number(value + 0.0),
        Ok(_) => Cell::NotFinite,
        Err(_) => Cell::Text,
    }
}

/// A number whose separator may stand for thousands or for decimal places, in a column that does not tell which.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "Line {line}: ‘{cell}’ in the column ‘{column}’ may mean {thousands} or {decimal}. Write {thousands} or {decimal}, in every such cell."
)]
pub struct Ambiguous {
    /// Line, from 1.
    pub line: u64,
    /// The column's name.
    pub column: String,
    /// What the cell holds.
    pub cell: String,
    /// The number if the separator stands for thousands.
    pub thousands: String,
    /// The number if it stands for decimal places.
    pub decimal: String,
}

/// Looks for cells of one column, each with its line, that may be in thousands: in the decimal comma's style both `3.100`
/// and `3,100` may be. A separator that stands in another place elsewhere in the column separates decimal places.
///
/// # Errors
/// [`Ambiguous`] for the first such cell.
pub(crate) fn check_thousands<'c>(
    column: &str,
    cells: impl Iterator<Item = (u64, &'c str)> + Clone,
    decimal: Decimal,
) -> Result<(), Ambiguous> {
    if decimal == Decimal::Point {
        return Ok(());
    }
    for separator in ['.', ','] {
        let mut separated = cells
            .clone()
            .filter(|(_, cell)| is_separated(cell, separator));
        let Some((line, cell)) = separated.clone().next() else {
            continue;
        };
        if separated.all(|(_, cell)| may_be_thousands(cell, separator)) {
            let places = cell.replace(',', ".");
            let trimmed = places.trim_end_matches('0').trim_end_matches('.');
            // Without a zero to leave out, one more says that these are decimal places.
            let decimal = if trimmed == places {
                format!("{places}0")
            } else {
                trimmed.to_owned()
            };
            return Err(Ambiguous {
                line,
                column: shown(column),
                cell: shown(cell),
                thousands: cell.replace(separator, ""),
                decimal,
            });
        }
    }
    Ok(())
}

/// A number with this separator and not the other.
fn is_separated(cell: &str, separator: char) -> bool {
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    digits.contains(separator) && digits.chars().all(|c| c.is_ascii_digit() || c == separator)
}

/// One to three digits, the first of them no zero, the separator, three digits.
fn may_be_thousands(cell: &str, separator: char) -> bool {
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    digits.split_once(separator).is_some_and(|(before, after)| {
        (1..=3).contains(&before.len()) && !before.starts_with('0') && after.len() == 3
    })
}

/// The decimal style of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Decimal {
    Point,
    Comma,
}

/// Words for yes and no that need no explanation.
fn yes_no(cell: &str) -> Option<bool> {
    match cell.to_lowercase().as_str() {
        "yes" | "y" | "true" | "ja" | "oui" | "sí" | "sì" => Some(true),
        "no" | "n" | "false" | "nein" | "nee" | "non" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_not_taken_for_decimal_places() {
        let check = |cells: &[&str], decimal| {
            let lines = (2..).zip(cells.iter().copied());
            check_thousands("steps", lines, decimal).map_err(|error| error.to_string())
        };
        for (cells, words) in [
            (
                &["900", "3.100"][..],
                "Line 3: ‘3.100’ in the column ‘steps’ may mean 3100 or 3.1. Write 3100 or 3.1",
            ),
            (
                &["3,125", ""],
                "Line 2: ‘3,125’ in the column ‘steps’ may mean 3125 or 3.1250",
            ),
            (&["1.000"], "may mean 1000 or 1."),
            (&["2,5", "-12.000"], "Line 3: ‘-12.000’"),
        ] {
            let message = check(cells, Decimal::Comma).expect_err(words);
            assert!(message.contains(words), "{message}");
            assert_eq!(check(cells, Decimal::Point), Ok(()));
        }
        for clear in [
            &["3.100", "2.5"][..],
            &["0,125"],
            &["1,000", "0,000"],
            &["3100", "3,1"],
            &["3.5.2026"],
            &["a.bcd", "1.234x"],
        ] {
            assert_eq!(check(clear, Decimal::Comma), Ok(()), "{clear:?}");
        }
    }

    #[test]
    fn cells_are_read() {
        for (cell, decimal, expected) in [
            ("", Decimal::Point, Cell::Missing),
            ("NA", Decimal::Point, Cell::Missing),
            ("2.0", Decimal::Point, Cell::Number(2.0)),
            ("-0", Decimal::Point, Cell::Number(0.0)),
            ("1e3", Decimal::Point, Cell::Number(1000.0)),
            ("1,5", Decimal::Comma, Cell::Number(1.5)),
            ("1.5", Decimal::Comma, Cell::Number(1.5)),
            ("1.000,5", Decimal::Comma, Cell::Text),
            ("1,5", Decimal::Point, Cell::Text),
            ("Ja", Decimal::Comma, Cell::Word(true)),
            ("nein", Decimal::Comma, Cell::Word(false)),
            ("TRUE", Decimal::Point, Cell::Word(true)),
            ("n", Decimal::Point, Cell::Word(false)),
            ("NaN", Decimal::Point, Cell::NotFinite),
            ("-inf", Decimal::Point, Cell::NotFinite),
            ("1e999", Decimal::Point, Cell::NotFinite),
            ("good", Decimal::Point, Cell::Text),
        ] {
            assert_eq!(read(cell, decimal), expected, "{cell}");
        }
    }
}
