//! Text to cells: finds the delimiter, checks the shape, keeps the line of every row.

use std::io::Read;

use crate::cell::Decimal;
use crate::quotes::{self, BadQuote};
use crate::text::{self, Encoding, NotText, shown};

/// Most rows a table may have, below its header.
pub const MOST_ROWS: usize = 100_000;
/// Most columns a table may have.
pub const MOST_COLUMNS: usize = 500;
/// Most bytes a file may have: 32 MiB.
pub const MOST_BYTES: u64 = 32 << 20;
/// Most bytes a line may have: 1 MiB.
pub const MOST_LINE_BYTES: usize = 1 << 20;
/// Most cells a table may have in all: they are kept in memory.
pub const MOST_CELLS: usize = 4_000_000;
/// Most names that a message lists.
const MOST_LISTED: usize = 30;

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
    /// A row made from several lines of a file, the first of them `line`.
    pub(crate) fn new(line: u64, cells: csv::StringRecord) -> Self {
        Self { line, cells }
    }

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
    #[error(
        "Line {line} is longer than {} MB. A line is one day, so this is probably not a diary.", MOST_LINE_BYTES >> 20
    )]
    LongLine { line: u64 },
    #[error(
        "The file has more than {most} cells. Leave out columns or pick one stretch of time and try again.",
        most = MOST_CELLS
    )]
    TooManyCells,
    #[error(transparent)]
    Quote(#[from] BadQuote),
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
    if bytes.len() as u64 > MOST_BYTES {
        return Err(TableError::TooLarge);
    }
    let lines = bytes.iter().filter(|&&b| b == b'\n').count();
    // A quoted cell may hold line ends, so only a far larger number of lines is refused before reading the rows.
    if lines > 4 * MOST_ROWS {
        return Err(TableError::TooManyRows { rows: lines });
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
    if let Some(line) = long_line(text) {
        return Err(TableError::LongLine {
            line: line + skipped,
        });
    }
    let delimiter = announced.unwrap_or_else(|| delimiter_of(text));
    quotes::check(text, delimiter, 1 + skipped)?;
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
    let mut kept = 0;
    for record in records {
        let mut cells = record?;
        if cells.iter().all(str::is_empty) {
            continue;
        }
        let line = cells.position().map_or(0, csv::Position::line) + skipped;
        let extra_is_empty = cells.iter().skip(header.len()).all(str::is_empty);
        if cells.len() < header.len() || !extra_is_empty || cells.len() > MOST_COLUMNS {
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
        cells.truncate(header.len());
        kept += cells.len();
        if kept > MOST_CELLS {
            return Err(TableError::TooManyCells);
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

/// The first line, from 1, that is too long to be a day.
fn long_line(text: &str) -> Option<u64> {
    let (mut line, mut length) = (1, 0);
    for byte in text.bytes() {
        match byte {
            b'\n' => (line, length) = (line + 1, 0),
            b'\r' => length = 0,
            _ => length += 1,
        }
        if length > MOST_LINE_BYTES {
            return Some(line);
        }
    }
    None
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
            return Err(TableError::TwoAlike(shown(name)));
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
    /// The names of the columns that have one, for messages: the first 30, shortened.
    #[must_use]
    pub fn names(&self) -> String {
        let names = self.header.iter().filter(|name| !name.is_empty());
        let listed: Vec<String> = names
            .clone()
            .take(MOST_LISTED)
            .map(|name| shown(name))
            .collect();
        let listed = listed.join(", ");
        match names.count().saturating_sub(MOST_LISTED) {
            0 => listed,
            more => format!("{listed} and {more} more"),
        }
    }

    /// The name of a column as messages show it.
    #[must_use]
    pub fn shown_name(&self, column: usize) -> String {
        self.header
            .get(column)
            .map_or_else(String::new, |name| shown(name))
    }

    /// The decimal style of the cells.
    #[must_use]
    pub fn decimal(&self) -> Decimal {
        if self.decimal_comma {
            Decimal::Comma
        } else {
            Decimal::Point
        }
    }

    /// What a reader must know about how the file was read, as plain sentences.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        match self.encoding {
            Encoding::Windows1252 => vec!["Read as Windows-1252.".to_owned()],
            Encoding::Utf8 | Encoding::Utf16 => Vec::new(),
        }
    }

    /// The column with this name; failing that, the only one with this name in other letter case.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        if let Some(exact) = self.header.iter().position(|other| other == name) {
            return Some(exact);
        }
        let folded = name.to_lowercase();
        let mut alike = (0..)
            .zip(&self.header)
            .filter(|(_, name)| name.to_lowercase() == folded)
            .map(|(column, _)| column);
        match (alike.next(), alike.next()) {
            (Some(column), None) => Some(column),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
