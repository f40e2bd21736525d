//! A table of one person's randomised trial to what the engine analyses: dates, outcome, treatment, blocks, adherence.

#![cfg_attr(
    not(test),
    expect(
        clippy::indexing_slicing,
        reason = "arithmetic over tables whose shape was checked, on the command line only"
    )
)]

mod arms;
mod days;
pub mod pool;
mod refusal;
mod report;
mod schedule;

use infer::Observation;
use infer::trial::{Arm, Better, CarryOver, Outcomes, Trial};

use crate::analyze::sheet::Sheet;
use crate::cell::{self, Cell};
use crate::table::{Row, Table};
use crate::text::shown;

pub use refusal::TrialTableError;
pub use report::{EffectRow, TrialReport, analyse};
pub use schedule::Drawing;

/// What kind of numbers the outcome is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Whole numbers from 0: the effect is a rate ratio.
    Count,
    /// Yes or no: the effect is an odds ratio.
    YesNo,
    /// Any numbers: the effect is a difference of means.
    Measured,
}

/// How a table is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Name of the date column.
    pub date: String,
    /// Name of the outcome column.
    pub outcome: String,
    /// Name of the treatment column.
    pub treatment: String,
    /// The treatment that is under test, where its name does not tell.
    pub treated: Option<String>,
    /// Name of the column of blocks; used when it is there.
    pub block: String,
    /// Name of the column of adherence; used when it is there.
    pub adherence: String,
    /// What the outcome is.
    pub scale: Scale,
    /// How the treatments were drawn, as far as it is known.
    pub drawing: Option<Drawing>,
    /// Which direction is good.
    pub better: Better,
}

/// A trial ready for the engine.
#[derive(Clone, Debug, PartialEq)]
pub struct Prepared {
    /// What the engine is given; A is the treatment under test.
    pub trial: Trial,
    /// What a reader must know about how the table was read, as plain sentences.
    pub notes: Vec<String>,
}

/// Reads a table as the trial of one person.
///
/// # Errors
/// [`TrialTableError`] with the line and the column.
pub fn prepare(table: &Table, options: &Options) -> Result<Prepared, TrialTableError> {
    let required = |name: &str, option| {
        table.column(name).ok_or_else(|| TrialTableError::NoColumn {
            wanted: shown(name),
            option,
            found: table.names(),
        })
    };
    let date = required(&options.date, "--date")?;
    let outcome = required(&options.outcome, "--outcome")?;
    let treatment = required(&options.treatment, "--treatment")?;
    let mut notes = table.notes();
    let all: Vec<&Row> = table.rows.iter().collect();
    let days = days::read(table, date, &mut notes)?;
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|&i| days[i]);
    if order.windows(2).any(|pair| pair[0] > pair[1]) {
        notes.push("The rows were not in order of their dates; they were sorted.".to_owned());
    }
    let mut sheet = Sheet {
        table,
        rows: order.iter().map(|&i| all[i]).collect(),
        decimal: table.decimal(),
    };
    let mut days: Vec<i32> = order.iter().map(|&i| days[i]).collect();
    leave_out_untold(&mut sheet, &mut days, treatment, &mut notes)?;
    let outcomes = outcomes(&sheet, outcome, options.scale)?;
    let arms = arms::read(&sheet, treatment, options.treated.as_deref(), &mut notes)?;
    let done = match table.column(&options.adherence) {
        Some(column) => {
            notes.push(format!(
                "The column ‘{}’ is read as: was the instruction of that night followed? A yes on a night without the treatment means that it was left out.",
                table.shown_name(column)
            ));
            done(&sheet, column, &arms)?
        }
        None => Vec::new(),
    };
    let blocks = table.column(&options.block).map(|column| {
        let cells = sheet.rows.iter().map(|row| row.cell(column));
        schedule::Blocks {
            name: table.shown_name(column),
            labels: cells.map(str::to_owned).collect(),
        }
    });
    let nights = schedule::Nights {
        days: &days,
        lines: sheet.rows.iter().map(|row| row.line).collect(),
        arms: &arms,
    };
    let drawn = schedule::drawn(&nights, options.drawing, blocks.as_ref(), &mut notes)?;
    Ok(Prepared {
        trial: Trial {
            days,
            arms,
            outcomes,
            done,
            drawn,
            carry_over: CarryOver::None,
            better: options.better,
        },
        notes,
    })
}

/// Leaves out rows without a treatment: nothing is known of what was drawn there.
fn leave_out_untold(
    sheet: &mut Sheet<'_>,
    days: &mut Vec<i32>,
    treatment: usize,
    notes: &mut Vec<String>,
) -> Result<(), TrialTableError> {
    let told = |row: &&Row| cell::read(row.cell(treatment), sheet.decimal) != Cell::Missing;
    let keep: Vec<bool> = sheet.rows.iter().map(told).collect();
    let left_out = keep.iter().filter(|keep| !**keep).count();
    if left_out == keep.len() {
        return Err(TrialTableError::NoTreatment {
            column: sheet.table.shown_name(treatment),
        });
    }
    if left_out > 0 {
        notes.push(format!(
            "{left_out} of {} rows have no treatment and were left out.",
            keep.len()
        ));
        let mut kept = keep.iter();
        sheet.rows.retain(|_| kept.next() == Some(&true));
        let mut kept = keep.iter();
        days.retain(|_| kept.next() == Some(&true));
    }
    Ok(())
}

fn outcomes(sheet: &Sheet<'_>, column: usize, scale: Scale) -> Result<Outcomes, TrialTableError> {
    use crate::analyze::Outcomes as Kind;
    Ok(match scale {
        Scale::Count => Outcomes::Counts(sheet.outcome(column, Kind::Counts)?),
        Scale::YesNo => {
            let seen = sheet.outcome(column, Kind::YesNo)?;
            let answer = |seen| match seen {
                Observation::Missing => None,
                Observation::Exactly(y) | Observation::AtLeast(y) => Some(y > 0),
            };
            Outcomes::YesNo(seen.into_iter().map(answer).collect())
        }
        Scale::Measured => Outcomes::Measured(sheet.measured(column)?),
    })
}

/// How much of the treatment under test was done: the share of the instruction that was followed, or what is left of it.
fn done(
    sheet: &Sheet<'_>,
    column: usize,
    arms: &[Arm],
) -> Result<Vec<Option<f64>>, TrialTableError> {
    let rows = sheet.rows.iter().zip(arms);
    rows.map(|(row, arm)| {
        let followed = match cell::read(row.cell(column), sheet.decimal) {
            Cell::Missing => return Ok(None),
            Cell::Word(yes) => f64::from(u8::from(yes)),
            Cell::Number(share) if (0.0..=1.0).contains(&share) => share,
            _ => {
                return Err(TrialTableError::Adherence {
                    line: row.line,
                    column: sheet.table.shown_name(column),
                    cell: shown(row.cell(column)),
                });
            }
        };
        Ok(Some(match arm {
            Arm::A => followed,
            Arm::B => 1.0 - followed,
        }))
    })
    .collect()
}

#[cfg(test)]
mod tests;
