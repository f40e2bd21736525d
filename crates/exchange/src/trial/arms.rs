//! Which treatment each night had, and which of the two is the one under test.

use infer::trial::Arm;

use super::TrialTableError;
use crate::analyze::sheet::Sheet;
use crate::cell::{self, Cell};
use crate::text::shown;

/// Names of what a treatment is compared with.
const COMPARED_WITH: [&str; 14] = [
    "control",
    "placebo",
    "none",
    "nothing",
    "off",
    "baseline",
    "without",
    "no treatment",
    "usual",
    "sham",
    "untreated",
    "c",
    "washout",
    "pause",
];

/// The arm of each row: A is the treatment under test.
pub(super) fn read(
    sheet: &Sheet<'_>,
    column: usize,
    treated: Option<&str>,
    notes: &mut Vec<String>,
) -> Result<Vec<Arm>, TrialTableError> {
    let label = |cell: &str| match cell::read(cell, sheet.decimal) {
        // 1 and 1.0 are the same treatment.
        Cell::Number(value) => value.to_string(),
        _ => cell.trim().to_lowercase(),
    };
    let cells: Vec<String> = sheet
        .rows
        .iter()
        .map(|row| label(row.cell(column)))
        .collect();
    let mut labels: Vec<&str> = cells.iter().map(String::as_str).collect();
    labels.sort_unstable();
    labels.dedup();
    let listed = || shown(&labels.join(", "));
    let (first, second) = match labels[..] {
        [only] => {
            return Err(TrialTableError::OneTreatment { label: shown(only) });
        }
        [first, second] => (first, second),
        _ => {
            return Err(TrialTableError::ManyTreatments {
                column: sheet.table.shown_name(column),
                labels: listed(),
            });
        }
    };
    let tested = match treated {
        Some(wanted) => {
            let wanted = label(wanted);
            if wanted == first {
                first
            } else if wanted == second {
                second
            } else {
                return Err(TrialTableError::NoSuchTreatment {
                    wanted: shown(&wanted),
                    found: listed(),
                });
            }
        }
        None => under_test(first, second, sheet),
    };
    let other = if tested == first { second } else { first };
    notes.push(format!(
        "The effect is of ‘{}’ against ‘{}’.",
        shown(tested),
        shown(other)
    ));
    let arm = |cell: &String| if cell == tested { Arm::A } else { Arm::B };
    Ok(cells.iter().map(arm).collect())
}

/// Yes against no, 1 against 0, a treatment against what is usually compared with; else the first of the alphabet.
fn under_test<'l>(first: &'l str, second: &'l str, sheet: &Sheet<'_>) -> &'l str {
    let compared_with = |label: &str| {
        COMPARED_WITH.contains(&label)
            || matches!(cell::read(label, sheet.decimal), Cell::Word(false))
            || matches!(cell::read(label, sheet.decimal), Cell::Number(value) if value == 0.0)
    };
    let both_numbers = [first, second].map(|label| match cell::read(label, sheet.decimal) {
        Cell::Number(value) => Some(value),
        _ => None,
    });
    if compared_with(first) && !compared_with(second) {
        second
    } else if compared_with(second) && !compared_with(first) {
        first
    } else if let [Some(one), Some(other)] = both_numbers {
        if one > other { first } else { second }
    } else {
        first
    }
}
