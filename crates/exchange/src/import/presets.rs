//! Tables of known programs: which program wrote a table, and what its own columns mean.
//!
//! Cronometer: Account > Export Data > Daily Nutrition, `dailysummary.csv` with `Date,Energy (kcal),Alcohol (g),..,Completed`.
//! Loop Habit Tracker: `Checkmarks.csv`, written by `HabitsCSVExporter.kt` of iSoron/uhabits: `Date` and a column a habit.
//! Bearable: Export Data, long: `date formatted,weekday,time of day,category,rating/amount,detail,notes`.

mod bearable;

use insight::intake::counted;
use knowledge::{Nutrient, conversion};

use super::ImportError;
use super::mapping::{Mapping, Rule, Target};
use super::reading::Format;
use super::tabular::Sheet;
use super::units;
use crate::table::Table;

/// The table with what is known about its program: the one that was said, else the one that its columns tell.
pub(super) fn sheet(table: Table, said: Option<Format>) -> Result<Sheet, ImportError> {
    let has = |name: &str| table.column(name).is_some();
    match said {
        Some(Format::Cronometer) => return Ok(cronometer(table)),
        Some(Format::Bearable) => return bearable::sheet(&table),
        Some(Format::LoopHabits) => return Ok(loop_habits(marks(&table))),
        Some(_) => return Ok(Sheet::plain(table)),
        None => {}
    }
    if has("category") && has("rating/amount") && has("detail") {
        return bearable::sheet(&table);
    }
    if has("Energy (kcal)") && has("Date") {
        return Ok(cronometer(table));
    }
    if is_of_habits(&table) {
        Ok(loop_habits(marks(&table)))
    } else {
        Ok(Sheet::plain(table))
    }
}

/// Each day's sums of food: what the diary has a place for, in its units.
fn cronometer(table: Table) -> Sheet {
    let mut sheet = Sheet::plain(table);
    sheet.format = Format::Cronometer;
    for name in &sheet.table.header {
        if let Some((nutrient, target)) = eaten(name) {
            if nutrient == Nutrient::Alcohol {
                // The check-in asks for drinks, the intake is in g: the column tells both.
                sheet.known.columns.insert(name.clone(), drinks());
                sheet.also.push((name.clone(), target));
            } else {
                sheet.known.columns.insert(name.clone(), target);
            }
        } else {
            let why = match name.as_str() {
                "Completed" => "no amount",
                _ => "the diary has no use for this part of food",
            };
            sheet.not_used.push((name.clone(), why.to_owned()));
        }
    }
    sheet.notes.push(format!(
        "Alcohol is counted in drinks of {} g. A sum of caffeine does not say how much came after 2 pm: it counts as eaten and drunk, and does not answer the check-in’s question.",
        conversion::ALCOHOL_A_DRINK.value
    ));
    sheet
}

fn drinks() -> Target {
    Target::Is {
        name: "alcohol".to_owned(),
        rule: Rule::Times(1.0 / conversion::ALCOHOL_A_DRINK.value),
    }
}

/// The nutrient of a column such as `Magnesium (mg)`, and how its values become the diary's.
fn eaten(column: &str) -> Option<(Nutrient, Target)> {
    let (name, unit) = column.strip_suffix(')')?.split_once(" (")?;
    let nutrient = match name {
        "Fiber" | "Fibre" => Nutrient::Fibre,
        _ => Nutrient::ALL
            .into_iter()
            .find(|one| one.name().eq_ignore_ascii_case(name))?,
    };
    let times = units::of(nutrient, unit)?;
    let rule = if times == 1.0 {
        Rule::AsIs
    } else {
        Rule::Times(times)
    };
    let name = counted::exposure(nutrient).to_owned();
    Some((nutrient, Target::Is { name, rule }))
}

/// Marks of a yes/no habit, as `Entry.formattedValue` writes them.
const MARKS: [&str; 5] = ["YES_MANUAL", "YES_AUTO", "NO", "SKIP", "UNKNOWN"];

/// Whether a cell of the table is such a mark.
fn is_of_habits(table: &Table) -> bool {
    let Some(date) = table.column("Date") else {
        return false;
    };
    let mut cells = table.rows.iter().flat_map(|row| {
        (0..table.header.len())
            .filter(move |column| *column != date)
            .map(move |column| row.cell(column))
    });
    cells.any(|cell| MARKS.contains(&cell))
}

/// The table with its marks as yes, no and nothing.
fn marks(table: &Table) -> Table {
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
