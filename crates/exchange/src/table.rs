//! Text to cells: finds the delimiter, checks the shape, keeps the line of every row.

use std::io::Read;

use crate::text::{self, Encoding, NotText};

/// Most rows a table may have, below its header.
pub const MOST_ROWS: usize = 100_000;
/// Most columns a table may have.
pub const MOST_COLUMNS: usize = 500;
/// Most bytes a file may have: 32 MiB.
pub const MOST_BYTES: u64 = 32 << 20;

/// A spreadsheet: named columns and rows of trimmed cells.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Column names, trimmed, each once.
    pub header: Vec<String>,
    /// Rows with at least one cell that is not empty.
    pub rows: Vec<Row>,
    /// Whether `1,5` is one and a half: in tables whose cells are not separated by commas.
    pub decimal_comma: bool,
    /// What the file was written in.
    pub encoding: Encoding,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its line in the file, from 1.
    pub line: u64,
    cells: csv::StringRecord,
}

impl Row {
    /// The cell in this column; empty when there is none.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or("")
    }
}

/// A file that is not a table we can read.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum TableError {
    #[error("The file could not be read: {0}.")]
    Read(#[from] std::io::Error),
    #[error(transparent)]
    NotText(#[from] NotText),
    #[error("The file is empty. The first line must name the columns.")]
    Empty,
    #[error("The file has column names but no rows below them.")]
    OnlyHeader,
    #[error(
        "The file has {rows} lines: at most {most} can be read. A row is one day, so this is probably not a diary; pick one person or one stretch of time and try again.",
        most = MOST_ROWS
    )]
    TooManyRows { rows: usize },
    #[error("The file is larger than {} MB. A row is one day, so this is probably not a diary.", MOST_BYTES >> 20)]
    TooLarge,
    #[error("The file has {found} columns: at most {most} can be read.", most = MOST_COLUMNS)]
    TooManyColumns { found: usize },
    #[error(
        "Line {line} has {found} cells, but the first line names {expected} columns. Is a quote left open, or a comma not in quotes?"
    )]
    Ragged {
        line: u64,
        found: usize,
        expected: usize,
    },
    #[error("Two columns are named ‘{0}’. Give each its own name.")]
    TwoAlike(String),
    #[error("Column {number} has values but no name. Name it in the first line.")]
    Unnamed { number: usize },
    #[error("The table cannot be read: {0}.")]
    Csv(#[from] csv::Error),
}

impl TableError {
    /// Whether the disk, not the file's content, is at fault.
    #[must_use]
    pub fn is_io(&self) -> bool {
        matches!(self, Self::Read(_))
    }
}

/// Reads a table from a file. Stops as soon as the file is known to be too long.
///
/// # Errors
/// [`TableError`], with the line where there is one.
pub fn read(source: impl Read) -> Result<Table, TableError> {
    let mut bytes = Vec::new();
    source.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    let lines = bytes.iter().filter(|&&b| b == b'\n').count();
    // A quoted cell may hold line ends, so only a far larger number of lines is refused before reading the rows.
    if lines > 4 * MOST_ROWS {
        return Err(TableError::TooManyRows { rows: lines });
    }
    if bytes.len() as u64 > MOST_BYTES {
        return Err(TableError::TooLarge);
    }
    parse(&bytes)
}

/// Reads a table from the bytes of a file.
///
/// # Errors
/// [`TableError`], with the line where there is one.
pub fn parse(bytes: &[u8]) -> Result<Table, TableError> {
    let (text, encoding) = text::decode(bytes)?;
    let (text, announced, skipped) = without_announcement(&text);
    let delimiter = announced.unwrap_or_else(|| delimiter_of(text));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let header = match records.next().transpose()? {
        Some(header) if header.iter().any(|name| !name.is_empty()) => header,
        _ => return Err(TableError::Empty),
    };
    if header.len() > MOST_COLUMNS {
        return Err(TableError::TooManyColumns {
            found: header.len(),
        });
    }
    let mut rows = Vec::new();
    for record in records {
        let cells = record?;
        if cells.iter().all(str::is_empty) {
            continue;
        }
        let line = cells.position().map_or(0, csv::Position::line) + skipped;
        let extra_is_empty = cells.iter().skip(header.len()).all(str::is_empty);
        if cells.len() < header.len() || !extra_is_empty {
            return Err(TableError::Ragged {
                line,
                found: cells.len(),
                expected: header.len(),
            });
        }
        if rows.len() == MOST_ROWS {
            return Err(TableError::TooManyRows {
                rows: text.lines().count(),
            });
        }
        rows.push(Row { line, cells });
    }
    if rows.is_empty() {
        return Err(TableError::OnlyHeader);
    }
    let header = named(&header, &rows)?;
    Ok(Table {
        header,
        rows,
        decimal_comma: delimiter != b',',
        encoding,
    })
}

/// Checks the names. A column without a name and without values (a trailing delimiter) keeps the empty name.
fn named(header: &csv::StringRecord, rows: &[Row]) -> Result<Vec<String>, TableError> {
    let mut names: Vec<String> = Vec::with_capacity(header.len());
    for (column, name) in header.iter().enumerate() {
        if name.is_empty() {
            if rows.iter().any(|row| !row.cell(column).is_empty()) {
                return Err(TableError::Unnamed { number: column + 1 });
            }
        } else if names.iter().any(|other| other == name) {
            return Err(TableError::TwoAlike(name.to_owned()));
        }
        names.push(name.to_owned());
    }
    Ok(names)
}

/// Some spreadsheet programs announce the delimiter in a first line `sep=;`. Gives the rest, the delimiter, lines skipped.
fn without_announcement(text: &str) -> (&str, Option<u8>, u64) {
    let Some((first, rest)) = text.split_once('\n') else {
        return (text, None, 0);
    };
    match first
        .trim_end_matches('\r')
        .strip_prefix("sep=")
        .map(str::as_bytes)
    {
        Some(&[delimiter @ (b',' | b';' | b'\t')]) => (rest, Some(delimiter), 1),
        _ => (text, None, 0),
    }
}

/// The delimiter of the first line: a tab if there is one outside quotes, else a semicolon, else a comma.
fn delimiter_of(text: &str) -> u8 {
    let mut quoted = false;
    let mut semicolon = false;
    for byte in text.trim_start().bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\t' if !quoted => return b'\t',
            b';' if !quoted => semicolon = true,
            b'\n' | b'\r' if !quoted => break,
            _ => {}
        }
    }
    if semicolon { b';' } else { b',' }
}

impl Table {
    /// The names of all columns that have one, for messages.
    #[must_use]
    pub fn names(&self) -> String {
        let names: Vec<&str> = self
            .header
            .iter()
            .filter(|name| !name.is_empty())
            .map(String::as_str)
            .collect();
        names.join(", ")
    }

    /// The column with this name; failing that, the only one with this name in other letter case.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        if let Some(exact) = self.header.iter().position(|other| other == name) {
            return Some(exact);
        }
        let folded = name.to_lowercase();
        let mut alike =
            (0..self.header.len()).filter(|&column| self.header[column].to_lowercase() == folded);
        match (alike.next(), alike.next()) {
            (Some(column), None) => Some(column),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(table: &Table) -> Vec<Vec<&str>> {
        table
            .rows
            .iter()
            .map(|row| (0..table.header.len()).map(|c| row.cell(c)).collect())
            .collect()
    }

    #[test]
    fn every_usual_shape_is_read() {
        for (text, comma) in [
            ("date,a\n2026-05-01,1\n", false),
            ("date;a\r\n2026-05-01;1\r\n", true),
            ("date\ta\n2026-05-01\t1", true),
            ("sep=;\r\ndate;a\r\n2026-05-01;1\r\n", true),
            ("\u{feff}date,a\n\n 2026-05-01 , 1 \n,\n", false),
            ("\"date\",\"a\",\n\"2026-05-01\",\"1\",\n", false),
        ] {
            let table = parse(text.as_bytes()).expect(text);
            assert_eq!(table.decimal_comma, comma, "{text}");
            assert_eq!(table.header[..2], ["date", "a"], "{text}");
            assert_eq!(cells(&table)[0][..2], ["2026-05-01", "1"], "{text}");
        }
    }

    #[test]
    fn refusals_name_the_line() {
        let message = |text: &str| parse(text.as_bytes()).expect_err(text).to_string();
        assert!(message("").contains("is empty"));
        assert!(message("\n\n").contains("is empty"));
        assert!(message("date,cramps\n").contains("no rows"));
        assert!(
            message("date,cramps\n2026-05-01,1\n2026-05-02\n").starts_with("Line 3 has 1 cells")
        );
        assert!(message("date,cramps\n2026-05-01,1,2\n").starts_with("Line 2 has 3 cells"));
        assert!(message("sep=;\ndate;cramps\n2026-05-01\n").starts_with("Line 3"));
        assert!(message("date,a,a\n1,2,3\n").contains("‘a’"));
        assert!(message("date,\n1,2\n").contains("Column 2"));
    }

    #[test]
    fn a_million_lines_are_refused() {
        let text = format!("date,cramps\n{}", "1,0\n".repeat(1_000_000));
        let message = read(text.as_bytes()).expect_err("too long").to_string();
        assert!(message.contains("1000001 lines"), "{message}");
        let text = format!("date,cramps\n{}", "1,0\n".repeat(MOST_ROWS + 1));
        assert!(matches!(
            read(text.as_bytes()),
            Err(TableError::TooManyRows { .. })
        ));
        let text = format!("date,cramps\n{}", "1,0\n".repeat(MOST_ROWS));
        assert_eq!(
            read(text.as_bytes()).expect("just fits").rows.len(),
            MOST_ROWS
        );
    }

    #[test]
    fn names_are_found_in_any_letter_case_when_only_one_fits() {
        let table = parse(b"Date,A,a\n1,2,3\n").expect("table");
        assert_eq!(
            (
                table.column("date"),
                table.column("a"),
                table.column("A"),
                table.column("b")
            ),
            (Some(0), Some(2), Some(1), None)
        );
    }
}
