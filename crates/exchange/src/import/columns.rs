//! What the columns of a diary are for.

use diary::Id;
use knowledge::{Factor, Learned};

use super::ImportError;
use crate::table::Table;

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
            wanted: name.clone(),
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
            Some(_) if seen.contains(&id) => return Err(ImportError::TwoAlike(id)),
            Some(role) => {
                seen.push(id);
                roles.push((column, role));
            }
            None => unknown.push(name.as_str()),
        }
    }
    if !unknown.is_empty() {
        return Err(ImportError::Unknown {
            unknown: unknown.join(", "),
            option: unknown.join(","),
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
