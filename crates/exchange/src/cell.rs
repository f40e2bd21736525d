//! Cells to values: numbers in either decimal style, yes/no words in several languages, missing.

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
