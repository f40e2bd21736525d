//! Bearable's long table, a line a rating, to a table of days.

use std::collections::BTreeMap;

use super::super::reading::{Format, Rejects};
use super::super::tabular::Sheet;
use super::{ImportError, Mapping};
use crate::table::{MOST_COLUMNS, Row, Table, TableError};

/// A column a category, or a symptom or factor by its name; where one was rated several times a day, the highest rating.
pub(super) fn sheet(table: &Table) -> Result<Sheet, ImportError> {
    let date = table
        .column("date formatted")
        .or_else(|| table.column("date"));
    let (Some(date), Some(category), Some(rating), Some(detail)) = (
        date,
        table.column("category"),
        table.column("rating/amount"),
        table.column("detail"),
    ) else {
        return Err(ImportError::NotThat {
            wanted: Format::Bearable.label(),
            missing: "date, category, rating/amount and detail",
            found: table.names(),
        });
    };
    let mut rejects = Rejects::default();
    let mut names: Vec<String> = Vec::new();
    let mut days: BTreeMap<&str, (u64, BTreeMap<usize, f64>)> = BTreeMap::new();
    for row in &table.rows {
        let cell = row.cell(rating);
        let value = match cell.parse::<f64>() {
            Ok(value) if value.is_finite() => value,
            _ if cell.is_empty() => 1.0,
            _ => {
                let cell = crate::text::shown(cell);
                rejects.add(
                    "",
                    row.line,
                    format!("‘{cell}’ is not a rating or an amount."),
                );
                continue;
            }
        };
        let name = name(row.cell(category), row.cell(detail));
        let column = match names.iter().position(|known| *known == name) {
            Some(column) => column,
            None if names.len() + 1 == MOST_COLUMNS => {
                let found = names.len() + 2;
                return Err(TableError::TooManyColumns { found }.into());
            }
            None => {
                names.push(name);
                names.len() - 1
            }
        };
        let day = days
            .entry(row.cell(date))
            .or_insert((row.line, BTreeMap::new()));
        let known = day.1.entry(column).or_insert(value);
        *known = known.max(value);
    }
    let rows = days.iter().map(|(date, (line, values))| {
        let mut cells = vec![(*date).to_owned()];
        cells.extend(
            (0..names.len())
                .map(|column| values.get(&column).map_or_else(String::new, f64::to_string)),
        );
        Row::new(*line, cells.into_iter().collect())
    });
    let wide = Table {
        rows: rows.collect(),
        header: std::iter::once("date".to_owned())
            .chain(names.iter().cloned())
            .collect(),
        decimal_comma: false,
        encoding: table.encoding,
    };
    let mut sheet = Sheet::plain(wide);
    sheet.format = Format::Bearable;
    sheet.known = Mapping::default();
    sheet.rejects = rejects;
    sheet.notes.push(
        "Of several ratings on one day the highest counts. Bearable rates symptoms 1 to 4: to use one as a score of 0 to 10, multiply it by 2.5."
            .to_owned(),
    );
    Ok(sheet)
}

/// `Symptom: Leg cramps` for `Leg cramps (Severe)`; the category alone where the detail is only a note.
fn name(category: &str, detail: &str) -> String {
    let detail = detail.split(" (").next().unwrap_or(detail).trim();
    let is_named = matches!(
        category.to_lowercase().as_str(),
        "symptom" | "factor" | "factors" | "symptoms"
    );
    if is_named && !detail.is_empty() {
        format!("{category}: {detail}")
    } else {
        category.to_owned()
    }
}
