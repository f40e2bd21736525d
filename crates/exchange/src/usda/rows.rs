//! The rows of the tables: foods, their figures, the units of measures, portions.

use std::collections::BTreeMap;
use std::io::{self, Read};

use csv::{Reader, ReaderBuilder, StringRecord};

use super::gathered::Gathered;
use super::{KINDS, UsdaError};

pub(super) const FOOD: &str = "food.csv";
pub(super) const NUTRIENT: &str = "food_nutrient.csv";
pub(super) const UNIT: &str = "measure_unit.csv";
pub(super) const PORTION: &str = "food_portion.csv";

/// The names of measures by their number.
pub(super) type Units = BTreeMap<u32, String>;

/// The number that stands for no measure.
const NO_UNIT: u32 = 9999;

/// Foods of the kinds that are read.
pub(super) fn foods(table: &mut dyn Read, gathered: &mut Gathered) -> Result<(), UsdaError> {
    let mut rows = Rows::new(FOOD, table, ["fdc_id", "data_type", "description"])?;
    while let Some([number, kind, name]) = rows.cells()? {
        if KINDS.contains(&kind.as_str()) {
            gathered.food(rows.whole(&number)?, &name)?;
        }
    }
    Ok(())
}

/// Their figures for 100 g.
pub(super) fn figures(table: &mut dyn Read, gathered: &mut Gathered) -> Result<(), UsdaError> {
    let mut rows = Rows::new(NUTRIENT, table, ["fdc_id", "nutrient_id", "amount"])?;
    while let Some([food, nutrient, amount]) = rows.cells()? {
        let food = rows.whole(&food)?;
        // Samples and measurements stand in the same table; a figure may be missing.
        if gathered.has(food) && !amount.is_empty() {
            gathered.figure(food, rows.whole(&nutrient)?, rows.number(&amount)?);
        }
    }
    Ok(())
}

/// The names of measures.
pub(super) fn units(table: &mut dyn Read, units: &mut Units) -> Result<(), UsdaError> {
    let mut rows = Rows::new(UNIT, table, ["id", "name"])?;
    while let Some([number, name]) = rows.cells()? {
        units.insert(rows.whole(&number)?, name);
    }
    Ok(())
}

/// Household portions.
pub(super) fn portions(
    table: &mut dyn Read,
    units: &Units,
    gathered: &mut Gathered,
) -> Result<(), UsdaError> {
    let columns = [
        "fdc_id",
        "seq_num",
        "amount",
        "measure_unit_id",
        "portion_description",
        "modifier",
        "gram_weight",
    ];
    let mut rows = Rows::new(PORTION, table, columns)?;
    let mut row = 0;
    while let Some([food, place, amount, unit, description, modifier, grams]) = rows.cells()? {
        row += 1;
        let food = rows.whole(&food)?;
        if !gathered.has(food) || grams.is_empty() {
            continue;
        }
        let unit = match rows.whole(&unit) {
            Ok(number) if number != NO_UNIT => units.get(&number).map_or("", String::as_str),
            _ => "",
        };
        let name = portion_name(&amount, unit, &description, &modifier);
        let place = place.parse().unwrap_or(u32::MAX);
        gathered.portion(food, (place, row), &name, rows.number(&grams)?);
    }
    Ok(())
}

/// “1 cup, sliced”. Survey foods have all of it in the description, and a code as the modifier.
pub(super) fn portion_name(amount: &str, unit: &str, description: &str, modifier: &str) -> String {
    let amount = match amount.split_once('.') {
        Some((whole, rest)) if rest.bytes().all(|digit| digit == b'0') => whole,
        _ => amount,
    };
    let amount = if amount.is_empty() { "1" } else { amount };
    let is_code = modifier.bytes().all(|byte| byte.is_ascii_digit());
    let modifier = if is_code { "" } else { modifier };
    match (unit, description, modifier) {
        ("", "", "") => String::new(),
        ("", "", modifier) => format!("{amount} {modifier}"),
        ("", description, _) => description.to_owned(),
        (unit, "", "") => format!("{amount} {unit}"),
        (unit, "", more) | (unit, more, _) => format!("{amount} {unit}, {more}"),
    }
}

/// The wanted columns of a table, row by row.
struct Rows<'t, const N: usize> {
    file: &'static str,
    reader: Reader<&'t mut dyn Read>,
    places: [usize; N],
    row: StringRecord,
}

impl<'t, const N: usize> Rows<'t, N> {
    fn new(
        file: &'static str,
        table: &'t mut dyn Read,
        columns: [&'static str; N],
    ) -> Result<Self, UsdaError> {
        let mut reader = ReaderBuilder::new().from_reader(table);
        let headers = reader.headers().map_err(|error| bad(file, error))?.clone();
        let mut places = [0; N];
        for (place, column) in places.iter_mut().zip(columns) {
            *place = headers
                .iter()
                .position(|header| {
                    header.trim_start_matches('\u{feff}').trim_matches('"') == column
                })
                .ok_or(UsdaError::NoColumn { file, column })?;
        }
        Ok(Self {
            file,
            reader,
            places,
            row: StringRecord::new(),
        })
    }

    /// The next row's cells; `None` after the last.
    fn cells(&mut self) -> Result<Option<[String; N]>, UsdaError> {
        if !self
            .reader
            .read_record(&mut self.row)
            .map_err(|error| bad(self.file, error))?
        {
            return Ok(None);
        }
        let row = &self.row;
        Ok(Some(self.places.map(|place| {
            row.get(place).unwrap_or_default().trim().to_owned()
        })))
    }

    fn whole(&self, cell: &str) -> Result<u32, UsdaError> {
        cell.parse().map_err(|_| self.cell(cell, "a whole number"))
    }

    fn number(&self, cell: &str) -> Result<f64, UsdaError> {
        match cell.parse::<f64>() {
            Ok(number) if number.is_finite() => Ok(number),
            _ => Err(self.cell(cell, "a number")),
        }
    }

    fn cell(&self, cell: &str, expected: &'static str) -> UsdaError {
        UsdaError::Cell {
            file: self.file,
            line: self.row.position().map_or(0, csv::Position::line),
            cell: crate::text::shown(cell),
            expected,
        }
    }
}

fn bad(file: &'static str, error: csv::Error) -> UsdaError {
    if let csv::ErrorKind::Io(cause) = error.kind() {
        return match cause.kind() {
            io::ErrorKind::FileTooLarge => UsdaError::TooLarge { file },
            // The zip's own check of what it unpacked.
            io::ErrorKind::InvalidData
            | io::ErrorKind::InvalidInput
            | io::ErrorKind::UnexpectedEof => UsdaError::Damaged {
                file,
                why: cause.to_string(),
            },
            _ => UsdaError::Read(io::Error::new(cause.kind(), cause.to_string())),
        };
    }
    UsdaError::Damaged {
        file,
        why: error.to_string(),
    }
}
