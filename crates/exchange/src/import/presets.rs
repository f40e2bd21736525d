//! Tables of known programs: which program wrote a table, and what its own columns mean.
//!
//! Cronometer: Account > Export Data > Daily Nutrition, `dailysummary.csv` with `Date,Energy (kcal),Alcohol (g),..,Completed`.
//! Loop Habit Tracker: `Checkmarks.csv`, written by `HabitsCSVExporter.kt` of iSoron/uhabits: `Date` and a column a habit.
//! Bearable: Export Data, long: `date formatted,weekday,time of day,category,rating/amount,detail,notes`.

mod bearable;

use super::ImportError;
use super::mapping::{Mapping, Rule, Target};
use super::reading::Format;
use super::tabular::Sheet;
use crate::table::Table;

/// Alcohol in a drink, g: the standard drink of the United States (NIAAA).
const ALCOHOL_A_DRINK: f64 = 14.0;

/// The table with what is known about its program.
pub(super) fn sheet(table: Table) -> Result<Sheet, ImportError> {
    let has = |name: &str| table.column(name).is_some();
    if has("category") && has("rating/amount") && has("detail") {
        return bearable::sheet(&table);
    }
    if has("Energy (kcal)") && has("Date") {
        return Ok(cronometer(table));
    }
    match habits(&table) {
        Some(table) => Ok(loop_habits(table)),
        None => Ok(Sheet::plain(table)),
    }
}

fn cronometer(table: Table) -> Sheet {
    let mut sheet = Sheet::plain(table);
    sheet.format = Format::Cronometer;
    let drinks = Target::Is {
        name: "alcohol".to_owned(),
        rule: Rule::Times(1.0 / ALCOHOL_A_DRINK),
    };
    for name in &sheet.table.header {
        let why = match name.as_str() {
            "Alcohol (g)" => {
                sheet.known.columns.insert(name.clone(), drinks.clone());
                continue;
            }
            "Caffeine (mg)" => "a sum of the whole day does not say how much came after 2 pm",
            "Completed" => "no measure",
            _ => "not asked by the check-in; intakes of food are not imported yet",
        };
        sheet.not_used.push((name.clone(), why.to_owned()));
    }
    sheet
        .notes
        .push("Alcohol is counted in drinks of 14 g.".to_owned());
    sheet
}

/// Marks of a yes/no habit, as `Entry.formattedValue` writes them.
const MARKS: [&str; 5] = ["YES_MANUAL", "YES_AUTO", "NO", "SKIP", "UNKNOWN"];

/// The table with its marks as yes, no and nothing, when it is one of habits.
fn habits(table: &Table) -> Option<Table> {
    let date = table.column("Date")?;
    let mut cells = table.rows.iter().flat_map(|row| {
        (0..table.header.len())
            .filter(move |column| *column != date)
            .map(move |column| row.cell(column))
    });
    cells.any(|cell| MARKS.contains(&cell)).then(|| {
        let rows = table.rows.iter().map(|row| {
            let cells = (0..table.header.len()).map(|column| match row.cell(column) {
                "YES_MANUAL" => "yes",
                "NO" => "no",
                // Ticked by the schedule, skipped, not known: nobody said what happened that day.
                "YES_AUTO" | "SKIP" | "UNKNOWN" => "",
                other => other,
            });
            crate::table::Row::new(row.line, cells.collect())
        });
        Table {
            rows: rows.collect(),
            ..table.clone()
        }
    })
}

fn loop_habits(table: Table) -> Sheet {
    let mut sheet = Sheet::plain(table);
    sheet.format = Format::LoopHabits;
    sheet.notes.push(
        "Days that were skipped, not known or ticked only by a habit’s schedule stay open."
            .to_owned(),
    );
    sheet.known = Mapping::default();
    sheet
}
