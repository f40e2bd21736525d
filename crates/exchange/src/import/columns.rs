//! What the columns of a table are for.

use diary::Id;
use insight::intake::counted;
use knowledge::{Factor, Learned, Nutrient};

use super::ImportError;
use super::mapping::{Mapping, Rule, Target};
use super::reading::{Reading, Usage};
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
    /// What was eaten and drunk of a nutrient on the day.
    Intake(Id, Nutrient),
}

/// Which answer of the morning a score is.
#[derive(Clone, Copy)]
pub(super) enum ScoreOf {
    Pain,
    SleepLost,
    Soreness,
    Tiredness,
}

impl ScoreOf {
    fn name(self) -> &'static str {
        match self {
            Self::Pain => "pain",
            Self::SleepLost => "sleep-lost",
            Self::Soreness => "soreness",
            Self::Tiredness => "tiredness",
        }
    }
}

impl Role {
    /// The column's name in our own tables.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Cramps => "cramps",
            Self::Minutes => "minutes",
            Self::Score(of) => of.name(),
            Self::Note => "note",
            Self::Factor(id, _) | Self::Intake(id, _) => id.as_str(),
        }
    }

    /// What it is, for people.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Cramps => "cramps of the night".to_owned(),
            Self::Minutes => "minutes of cramp".to_owned(),
            Self::Score(of) => format!("{}, 0 to 10", of.name().replace('-', " ")),
            Self::Note => "note".to_owned(),
            Self::Factor(_, factor) => format!("{} ({})", factor.name, factor.unit),
            Self::Intake(_, nutrient) => counted::words(*nutrient),
        }
    }
}

/// What each column is for; `also` names what some tell besides. Columns that nobody knows have no role.
pub(super) fn roles(
    table: &Table,
    date: usize,
    mapping: &Mapping,
    also: &[(String, Target)],
) -> Result<Vec<(usize, Role, Rule)>, ImportError> {
    for name in mapping.columns.keys() {
        if table.column(name).is_none() {
            return Err(ImportError::NoSuchColumn {
                wanted: shown(name),
                found: table.names(),
            });
        }
    }
    let mut roles: Vec<(usize, Role, Rule)> = Vec::new();
    for (column, name) in table.header.iter().enumerate() {
        if column == date || name.is_empty() {
            continue;
        }
        let (id, rule, is_said) = match said(mapping, table, column) {
            Some(Target::Ignore) => continue,
            Some(Target::Is { name, rule }) => (name.clone(), *rule, true),
            None => (id_of(name), Rule::AsIs, false),
        };
        match role(&id) {
            Some(role) => {
                if roles.iter().any(|(_, other, _)| other.name() == id) {
                    return Err(ImportError::TwoAlike(shown(&id)));
                }
                if !matches!(role, Role::Note) {
                    let cells = table.rows.iter().map(|row| (row.line, row.cell(column)));
                    cell::check_thousands(name, cells, table.decimal())?;
                }
                roles.push((column, role, rule));
            }
            None if is_said => return Err(ImportError::NoSuchAnswer { wanted: shown(&id) }),
            None => {}
        }
    }
    for (name, target) in also {
        let column = table.column(name);
        let Some(column) = column.filter(|one| said(mapping, table, *one) != Some(&Target::Ignore))
        else {
            continue;
        };
        if let Target::Is { name, rule } = target
            && let Some(role) = role(name)
            && !roles.iter().any(|(_, other, _)| other.name() == name)
        {
            roles.push((column, role, *rule));
        }
    }
    Ok(roles)
}

/// What the mapping says about a column: by its name, whatever its letter case.
pub(super) fn said<'m>(mapping: &'m Mapping, table: &Table, column: usize) -> Option<&'m Target> {
    let named = |name: &String| table.column(name) == Some(column);
    mapping
        .columns
        .iter()
        .find(|(name, _)| named(name))
        .map(|(_, target)| target)
}

/// A column's name as our own tables and factors spell it.
pub(super) fn id_of(name: &str) -> String {
    name.to_lowercase().replace([' ', '_'], "-")
}

/// Refuses a table with columns that nobody knows, or with nothing to import.
///
/// # Errors
/// [`ImportError::Unknown`] with the options that would help, [`ImportError::NothingToImport`].
pub fn require_known(reading: &Reading) -> Result<(), ImportError> {
    let unknown: Vec<&str> = reading.unknown().collect();
    if unknown.is_empty() {
        let is_used = |column: &super::reading::Column| matches!(column.usage, Usage::Used(_));
        return if reading.columns.iter().any(is_used) {
            Ok(())
        } else {
            Err(ImportError::NothingToImport)
        };
    }
    let listed: Vec<String> = unknown
        .iter()
        .take(MOST_LISTED)
        .map(|name| shown(name))
        .collect();
    let option = unknown.join(",");
    Err(ImportError::Unknown {
        unknown: listed.join(", "),
        // Whole names, to be copied; of very long ones the form must do.
        option: if option.len() > MOST_OPTION {
            "COLUMN,..".to_owned()
        } else {
            option
        },
    })
}

/// Everything a column can be: the answers of the morning, the factors of the check-in, then what was eaten and drunk on the
/// day, each with its name for people.
pub fn targets() -> impl Iterator<Item = (&'static str, String)> {
    let morning = [
        ("cramps", "Number of cramps"),
        ("minutes", "Minutes of cramp"),
        ("pain", "Pain, 0 to 10"),
        ("sleep-lost", "Sleep lost, 0 to 10"),
        ("soreness", "Soreness, 0 to 10"),
        ("tiredness", "Tiredness, 0 to 10"),
        ("note", "Note"),
    ];
    let factors = knowledge::factors().iter();
    let asked = factors.filter(|factor| matches!(factor.learned, Learned::Asked(_)));
    let eaten = Nutrient::ALL.into_iter();
    morning
        .into_iter()
        .map(|(id, name)| (id, name.to_owned()))
        .chain(asked.map(|factor| (factor.id, factor.name.to_owned())))
        .chain(eaten.map(|one| (counted::exposure(one), counted::words(one))))
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
            if let Some(nutrient) = counted::nutrient(id) {
                return Some(Role::Intake(Id::new(id).ok()?, nutrient));
            }
            let factor = knowledge::factor(id)?;
            // Conditions and medicines belong to the profile: a daily answer about them would be read by nothing.
            let Learned::Asked(_) = factor.learned else {
                return None;
            };
            Role::Factor(Id::new(id).ok()?, factor)
        }
    })
}
