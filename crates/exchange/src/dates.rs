//! The date column: dates in the usual spellings, or whole numbers of days.

use jiff::civil::Date;

use crate::table::{Row, Table};
use crate::text::shown;

/// How the days of a table were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Dates; a day's number counts from 1970-01-01.
    Dates,
    /// Whole numbers of days, as they are.
    Numbers,
}

/// A date column that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum DateError {
    #[error("Line {line}: the column ‘{column}’ is empty. Every row needs its date.")]
    Missing { line: u64, column: String },
    #[error(
        "Line {line}: ‘{cell}’ in the column ‘{column}’ is not a date. Write dates as 2026-05-03 (or days as whole numbers), all in the same way."
    )]
    NotADate {
        line: u64,
        column: String,
        cell: String,
    },
    #[error(
        "Dates like ‘{cell}’ (line {line}, column ‘{column}’) may mean day/month or month/day. Write them as 2026-05-03, or when importing say --dates day-first or --dates month-first."
    )]
    Ambiguous {
        line: u64,
        column: String,
        cell: String,
    },
    #[error(
        "{day} stands twice in the column ‘{column}’: in line {first} and in line {second}. A row is one day. If the file holds several people, pick one with --person COLUMN=ID."
    )]
    Twice {
        day: String,
        column: String,
        first: u64,
        second: u64,
    },
}

/// The days of some rows of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Days {
    /// How they were written.
    pub style: Style,
    /// One a row, in the order of the rows.
    pub numbers: Vec<i32>,
}

/// Day number of a date: days since 1970-01-01.
#[must_use]
pub fn number_of(date: Date) -> i32 {
    (date - EPOCH).get_days()
}

/// The date with this day number, clamped to the calendar.
#[must_use]
pub fn date_of(number: i32) -> Date {
    EPOCH.saturating_add(jiff::Span::new().try_days(number).unwrap_or_default())
}

const EPOCH: Date = jiff::civil::date(1970, 1, 1);
/// Largest whole number taken for a day: beyond it is no count of days.
const LARGEST: i64 = 3_000_000;

/// Which number stands first in dates such as 3/5/2026.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// 3/5/2026 is the third of May.
    DayFirst,
    /// 3/5/2026 is the fifth of March.
    MonthFirst,
}

/// One way of writing dates.
type Spelling = fn(&str) -> Option<Date>;

/// Reads the date column of `rows`, refusing a day that stands twice.
///
/// # Errors
/// [`DateError`] with the line.
pub fn days(table: &Table, rows: &[&Row], column: usize) -> Result<Days, DateError> {
    days_in(table, rows, column, None)
}

/// As [`days`], knowing which number stands first where the dates themselves do not tell.
///
/// # Errors
/// [`DateError`] with the line.
pub fn days_in(
    table: &Table,
    rows: &[&Row],
    column: usize,
    order: Option<DateOrder>,
) -> Result<Days, DateError> {
    let name = || table.shown_name(column);
    if let Some(row) = rows.iter().find(|row| row.cell(column).is_empty()) {
        return Err(DateError::Missing {
            line: row.line,
            column: name(),
        });
    }
    let all = |spelling: Spelling| -> Option<Vec<i32>> {
        rows.iter()
            .map(|row| spelling(row.cell(column)).map(number_of))
            .collect()
    };
    let dates = [iso as Spelling, compact, dotted, named]
        .into_iter()
        .find_map(all);
    let (style, numbers) = match (dates, slashed(rows, column, order, &name)?) {
        (Some(dates), _) | (None, Some(dates)) => (Style::Dates, dates),
        (None, None) => (Style::Numbers, whole_numbers(rows, column, &name)?),
    };
    let mut seen = std::collections::BTreeMap::new();
    for (row, &number) in rows.iter().zip(&numbers) {
        if let Some(first) = seen.insert(number, row.line) {
            let day = match style {
                Style::Dates => date_of(number).to_string(),
                Style::Numbers => format!("Day {number}"),
            };
            return Err(DateError::Twice {
                day,
                column: name(),
                first,
                second: row.line,
            });
        }
    }
    Ok(Days { style, numbers })
}

fn whole_numbers(
    rows: &[&Row],
    column: usize,
    name: &dyn Fn() -> String,
) -> Result<Vec<i32>, DateError> {
    let read = |row: &&Row| {
        let cell = row.cell(column);
        let whole = cell.strip_suffix(".0").unwrap_or(cell).parse::<i64>().ok();
        whole
            .filter(|n| n.abs() <= LARGEST)
            .and_then(|n| i32::try_from(n).ok())
            .ok_or_else(|| DateError::NotADate {
                line: row.line,
                column: name(),
                cell: shown(cell),
            })
    };
    // A column that begins with dates is told about its first cell that is none, not about its first cell.
    let is_iso = rows
        .first()
        .is_some_and(|row| iso(row.cell(column)).is_some());
    if is_iso && let Some(row) = rows.iter().find(|row| iso(row.cell(column)).is_none()) {
        return Err(DateError::NotADate {
            line: row.line,
            column: name(),
            cell: shown(row.cell(column)),
        });
    }
    rows.iter().map(read).collect()
}

/// `2026-05-03`, alone or followed by a time of day.
fn iso(cell: &str) -> Option<Date> {
    let (date, rest) = cell.split_at_checked(10)?;
    let time = rest.strip_prefix([' ', 'T']);
    let is_time =
        rest.is_empty() || time.is_some_and(|time| time.starts_with(|c: char| c.is_ascii_digit()));
    date.parse().ok().filter(|_| is_time)
}

/// `20260503`: eight digits that are a date from 1900 to 2100, not a count of days.
fn compact(cell: &str) -> Option<Date> {
    if cell.len() != 8 || !cell.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (year, rest) = cell.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    Date::new(year, month, day)
        .ok()
        .filter(|_| (1900..=2100).contains(&year))
}

/// `3.5.2026`, as German and its neighbours write it.
fn dotted(cell: &str) -> Option<Date> {
    let [day, month, year] = three(cell, '.')?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// `3 May 2026`, `May 3, 2026`, `3rd May 2026`: the month by its English name or its first three letters.
fn named(cell: &str) -> Option<Date> {
    let words: Vec<&str> = cell
        .split([' ', ',', '-'])
        .filter(|word| !word.is_empty())
        .collect();
    let [first, second, year] = words[..] else {
        return None;
    };
    let (day, name) = if first.starts_with(|c: char| c.is_ascii_digit()) {
        (first, second)
    } else {
        (second, first)
    };
    let name = name.to_lowercase();
    let is_month = |month: &str| month == name || (name.len() == 3 && month.starts_with(&name));
    let month = MONTHS.iter().position(|month| is_month(month))?;
    let day = day.trim_end_matches(|c: char| c.is_ascii_lowercase());
    if year.len() != 4 {
        return None;
    }
    let month = i8::try_from(month + 1).ok()?;
    Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Splits `3.5.2026` into its numbers; the last must be a year of four digits.
fn three(cell: &str, separator: char) -> Option<[i16; 3]> {
    let parts: Vec<&str> = cell.split(separator).collect();
    let [first, second, year] = parts[..] else {
        return None;
    };
    if year.len() != 4 {
        return None;
    }
    Some([
        first.parse().ok()?,
        second.parse().ok()?,
        year.parse().ok()?,
    ])
}

/// `3/5/2026` or `3-5-2026`: day and month by whichever order fits every row; refused when both do or neither does, unless
/// somebody said which stands first.
fn slashed(
    rows: &[&Row],
    column: usize,
    order: Option<DateOrder>,
    name: &dyn Fn() -> String,
) -> Result<Option<Vec<i32>>, DateError> {
    let Some(parts) = rows
        .iter()
        .map(|row| three(row.cell(column), '/').or_else(|| three(row.cell(column), '-')))
        .collect::<Option<Vec<[i16; 3]>>>()
    else {
        return Ok(None);
    };
    let read = |first: DateOrder| -> Option<Vec<i32>> {
        parts
            .iter()
            .map(|&[one, other, year]| {
                let (day, month) = match first {
                    DateOrder::DayFirst => (one, other),
                    DateOrder::MonthFirst => (other, one),
                };
                let (day, month) = (i8::try_from(day).ok()?, i8::try_from(month).ok()?);
                Date::new(year, month, day).ok().map(number_of)
            })
            .collect()
    };
    match (read(DateOrder::DayFirst), read(DateOrder::MonthFirst)) {
        (Some(day_first), Some(_)) if order == Some(DateOrder::DayFirst) => Ok(Some(day_first)),
        (Some(_), Some(month_first)) if order == Some(DateOrder::MonthFirst) => {
            Ok(Some(month_first))
        }
        (Some(dates), None) | (None, Some(dates)) => Ok(Some(dates)),
        (Some(day_first), Some(month_first)) if day_first == month_first => Ok(Some(day_first)),
        (Some(_), Some(_)) => match rows.first() {
            Some(row) => Err(DateError::Ambiguous {
                line: row.line,
                column: name(),
                cell: shown(row.cell(column)),
            }),
            None => Ok(None),
        },
        (None, None) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::parse;

    fn check(cells: &[&str]) -> Result<Days, String> {
        let text = format!(
            "date;x\n{}",
            cells
                .iter()
                .map(|cell| format!("{cell};1\n"))
                .collect::<String>()
        );
        let table = parse(text.as_bytes()).expect("table");
        let rows: Vec<&Row> = table.rows.iter().collect();
        days(&table, &rows, 0).map_err(|error| error.to_string())
    }

    #[test]
    fn the_usual_spellings_give_the_same_days() {
        let expected = Ok(Days {
            style: Style::Dates,
            numbers: vec![20_592, 20_605],
        });
        for cells in [
            ["2026-05-19", "2026-06-01"],
            ["2026-05-19 00:00:00", "2026-06-01T07:30"],
            ["20260519", "20260601"],
            ["19.05.2026", "1.6.2026"],
            ["19/5/2026", "01/06/2026"],
            ["05/19/2026", "06/01/2026"],
            ["19-05-2026", "1-6-2026"],
            ["19 May 2026", "1st June 2026"],
            ["May 19, 2026", "Jun 1, 2026"],
        ] {
            assert_eq!(check(&cells), expected, "{cells:?}");
        }
    }

    #[test]
    fn whole_numbers_are_days() {
        assert_eq!(
            check(&["-3", "0", "12.0"]),
            Ok(Days {
                style: Style::Numbers,
                numbers: vec![-3, 0, 12]
            })
        );
    }

    #[test]
    fn refusals_name_line_and_column() {
        let refused = |cells: &[&str]| check(cells).expect_err("refused");
        assert!(refused(&["2026-05-19", ""]).starts_with("Line 3: the column ‘date’ is empty"));
        assert!(refused(&["2026-05-19", "2026-02-30"]).starts_with("Line 3: ‘2026-02-30’"));
        assert!(refused(&["2026-05-19", "7"]).starts_with("Line 3: ‘7’"));
        assert!(refused(&["Monday"]).starts_with("Line 2: ‘Monday’"));
        assert!(refused(&["1.5"]).starts_with("Line 2: ‘1.5’"));
        assert!(refused(&["3/5/2026", "4/5/2026"]).contains("day/month or month/day"));
        assert!(refused(&["3/5/26"]).contains("is not a date"));
        let twice = refused(&["2026-05-19", "2026-05-20", "2026-05-19"]);
        assert!(
            twice.starts_with(
                "2026-05-19 stands twice in the column ‘date’: in line 2 and in line 4"
            ),
            "{twice}"
        );
        assert!(refused(&["5", "5"]).starts_with("Day 5 stands twice"));
        assert!(refused(&["99999999999"]).contains("is not a date"));
    }

    #[test]
    fn day_numbers_and_dates_are_inverse() {
        for number in [-5, 0, 20_592] {
            assert_eq!(number_of(date_of(number)), number);
        }
    }
}
