//! A table of days, one row each, with a mapping: what every column is, and what every row says.

use diary::{NightId, Zone};

use super::columns::{self, Role};
use super::mapping::{self, Mapping, Target};
use super::reading::{Claim, Column, Format, Kept, Reading, Rejects, Usage};
use super::{ImportError, MOST_NIGHTS, row};
use crate::dates::{self, Style};
use crate::table::{Row, Table};
use crate::text::shown;

/// Name of the lower bound of cramps in our own table of nights.
const LOWER_BOUND: &str = "cramps-at-least";

/// A table with what its program is known to mean.
pub(super) struct Sheet {
    pub(super) table: Table,
    pub(super) format: Format,
    /// What the program's own columns are known to be; the person may say otherwise.
    pub(super) known: Mapping,
    /// What some of its columns tell besides.
    pub(super) also: Vec<(String, Target)>,
    /// Why some columns cannot be used, by their names.
    pub(super) not_used: Vec<(String, String)>,
    pub(super) notes: Vec<String>,
    /// What could not be read while the table was made.
    pub(super) rejects: Rejects,
}

impl Sheet {
    /// A table of a program that nobody knows.
    pub(super) fn plain(table: Table) -> Self {
        let notes = table.notes();
        Self {
            format: Format::Table,
            known: Mapping::default(),
            also: Vec::new(),
            not_used: lower_bound(&table),
            table,
            notes,
            rejects: Rejects::default(),
        }
    }
}

/// The column of our own table of nights that is a lower bound. It is no answer of a morning: the taps behind it stand in the
/// log, and only the log brings them back.
fn lower_bound(table: &Table) -> Vec<(String, String)> {
    let of_ours = |name: &&String| columns::id_of(name) == LOWER_BOUND;
    let why = "a lower bound, where cramps were logged and the morning was not answered: the file of the whole diary (export log) brings it back";
    let found = table.header.iter().find(of_ours);
    found
        .map(|name| (name.clone(), why.to_owned()))
        .into_iter()
        .collect()
}

/// Reads a whole table. `said` is what the person says about its columns.
///
/// # Errors
/// [`ImportError`] with the line.
pub(super) fn read(sheet: Sheet, said: &Mapping) -> Result<Reading, ImportError> {
    let Sheet {
        table,
        format,
        known,
        also,
        not_used,
        notes,
        mut rejects,
    } = sheet;
    let mapping = said.clone().over(known);
    let date = date_column(&table, &mapping)?;
    let roles = columns::roles(&table, date, &mapping, &also)?;
    let is_ours = |(column, role, rule): &(usize, Role, _)| {
        let header = table.header.get(*column).map(|name| columns::id_of(name));
        matches!(rule, mapping::Rule::AsIs) && header.is_some_and(|id| role.name() == id)
    };
    let is_diary = !roles.is_empty() && roles.iter().all(is_ours);
    let format = if format == Format::Table && is_diary {
        Format::Diary
    } else {
        format
    };
    if table.rows.len() > MOST_NIGHTS {
        return Err(ImportError::TooMany {
            nights: table.rows.len(),
        });
    }
    let rows: Vec<&Row> = table.rows.iter().collect();
    let days = dates::days_in(&table, &rows, date, mapping.order)?;
    if days.style == Style::Numbers {
        return Err(ImportError::NotDates);
    }
    let mut claims = Vec::new();
    for (row, number) in rows.into_iter().zip(days.numbers) {
        let night = NightId::of_evening(dates::date_of(number));
        night
            .span(&Zone::utc())
            .map_err(|_| ImportError::OutsideCalendar { line: row.line })?;
        let (bodies, bad) = row::bodies(&table, row, &roles, night, &mapping);
        for why in bad {
            if format.is_all_or_nothing() {
                return Err(why);
            }
            rejects.add("", row.line, why.to_string());
        }
        claims.extend(bodies.into_iter().map(|body| Claim {
            line: row.line,
            body,
        }));
    }
    let columns = usages(&table, date, &roles, &mapping, &not_used);
    Ok(Reading {
        format,
        claims,
        columns,
        rejects,
        notes,
        kept: (*said != Mapping::default()).then(|| Kept {
            shape: mapping::shape(&table),
            mapping: said.clone(),
        }),
    })
}

fn date_column(table: &Table, mapping: &Mapping) -> Result<usize, ImportError> {
    let wanted = mapping.date.as_deref().unwrap_or("date");
    table.column(wanted).ok_or_else(|| ImportError::NoDate {
        wanted: shown(wanted),
        found: table.names(),
    })
}

/// What becomes of every named column but the date's.
fn usages(
    table: &Table,
    date: usize,
    roles: &[(usize, Role, mapping::Rule)],
    mapping: &Mapping,
    not_used: &[(String, String)],
) -> Vec<Column> {
    let names = table.header.iter().enumerate();
    names
        .filter(|(column, name)| *column != date && !name.is_empty())
        .map(|(column, name)| {
            let values = table.rows.iter().filter(|row| !row.cell(column).is_empty());
            let uses: Vec<String> = roles
                .iter()
                .filter(|(of, _, _)| *of == column)
                .map(|(_, role, rule)| format!("{}{}", role.words(), rule.words()))
                .collect();
            let reason = not_used.iter().find(|(of, _)| of == name);
            let usage = match (columns::said(mapping, table, column), reason) {
                _ if !uses.is_empty() => Usage::Used(uses.join("; and ")),
                (Some(Target::Ignore), _) => Usage::NotUsed("left out, as you said".into()),
                (_, Some((_, why))) => Usage::NotUsed(why.clone()),
                (_, None) => Usage::Unknown,
            };
            Column {
                name: name.clone(),
                values: values.count() as u64,
                usage,
            }
        })
        .collect()
}
