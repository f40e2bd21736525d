//! What the columns of a diary are for.

use diary::Id;
use knowledge::{Factor, Learned};

use super::ImportError;
use crate::cell;
use crate::table::Table;
use crate::text::shown;

/// Most unknown names that are listed.
const MOST_LISTED: usize = 30;
/// Most bytes of an option that is spelled out.
const MOST_OPTION: usize = 1_000;

/// What a column is for.
pub(super) enum Role {
    Cramps,
    Minutes,
    Score(ScoreOf),
    Note,
    Factor(Id, &'static Factor),
}

/// Which answer of the morning a score is.
pub(super) enum ScoreOf {
    Pain,
    SleepLost,
    Soreness,
    Tiredness,
}

/// What each column is for; those that nobody knows must be ignored by name.
pub(super) fn roles(
    table: &Table,
    date: usize,
    ignore: &[String],
) -> Result<Vec<(usize, Role)>, ImportError> {
    let mut ignored = Vec::new();
    for name in ignore {
        let column = table.column(name);
        ignored.push(column.ok_or_else(|| ImportError::NothingToIgnore {
            wanted: shown(name),
            found: table.names(),
        })?);
    }
    let mut roles: Vec<(usize, Role)> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    let mut unknown = Vec::new();
    for (column, name) in table.header.iter().enumerate() {
        if column == date || ignored.contains(&column) || name.is_empty() {
            continue;
        }
        let id = name.to_lowercase().replace([' ', '_'], "-");
        match role(&id) {
            Some(_) if seen.contains(&id) => return Err(ImportError::TwoAlike(shown(&id))),
            Some(role) => {
                if !matches!(role, Role::Note) {
                    let cells = table.rows.iter().map(|row| (row.line, row.cell(column)));
                    cell::check_thousands(name, cells, table.decimal())?;
                }
                seen.push(id);
                roles.push((column, role));
            }
            None => unknown.push(name.as_str()),
        }
    }
    if !unknown.is_empty() {
        let listed: Vec<String> = unknown
            .iter()
            .take(MOST_LISTED)
            .map(|name| shown(name))
            .collect();
        let option = unknown.join(",");
        return Err(ImportError::Unknown {
            unknown: listed.join(", "),
            // Whole names, to be copied; of very long ones the form must do.
            option: if option.len() > MOST_OPTION {
                "COLUMN,..".to_owned()
            } else {
                option
            },
        });
    }
    if roles.is_empty() {
        Err(ImportError::NothingToImport)
    } else {
        Ok(roles)
    }
}

fn role(id: &str) -> Option<Role> {
    Some(match id {
        "cramps" => Role::Cramps,
        "minutes" => Role::Minutes,
        "pain" => Role::Score(ScoreOf::Pain),
        "sleep-lost" => Role::Score(ScoreOf::SleepLost),
        "soreness" => Role::Score(ScoreOf::Soreness),
        "tiredness" => Role::Score(ScoreOf::Tiredness),
        "note" => Role::Note,
        _ => {
            let factor = knowledge::factor(id)?;
            // Conditions and medicines belong to the profile: a daily answer about them would be read by nothing.
            let Learned::Asked(_) = factor.learned else {
                return None;
            };
            Role::Factor(Id::new(id).ok()?, factor)
        }
    })
}
