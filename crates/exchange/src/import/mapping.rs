//! What the person says about a file's columns, in one notation for the command line, the pages and what is kept.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::reading::Format;
use crate::dates::DateOrder;
use crate::table::Table;

/// How the columns of a file are to be read. Empty: by their names.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mapping {
    /// What the file is, where the person says so; else it is found out.
    pub format: Option<Format>,
    /// The column with the dates; `date` unless said otherwise.
    pub date: Option<String>,
    /// Whether the day or the month stands first, where dates do not tell.
    pub order: Option<DateOrder>,
    /// What columns are, by their names in the file.
    pub columns: BTreeMap<String, Target>,
    /// More words for yes, in lower case.
    pub yes: Vec<String>,
    /// More words for no, in lower case.
    pub no: Vec<String>,
}

impl Mapping {
    /// This mapping, and where it says nothing, the other one.
    #[must_use]
    pub fn over(self, other: Self) -> Self {
        let mut columns = other.columns;
        columns.extend(self.columns);
        let or = |mine: Vec<String>, theirs| if mine.is_empty() { theirs } else { mine };
        Self {
            format: self.format.or(other.format),
            date: self.date.or(other.date),
            order: self.order.or(other.order),
            columns,
            yes: or(self.yes, other.yes),
            no: or(self.no, other.no),
        }
    }

    /// A further word for yes or no.
    pub(super) fn word(&self, cell: &str) -> Option<bool> {
        let cell = cell.to_lowercase();
        if self.yes.contains(&cell) {
            Some(true)
        } else if self.no.contains(&cell) {
            Some(false)
        } else {
            None
        }
    }
}

/// Name of a table's shape: the same for tables with the same columns, in whichever order.
#[must_use]
pub(super) fn shape(table: &Table) -> String {
    let mut names: Vec<&str> = table.header.iter().map(String::as_str).collect();
    names.sort_unstable();
    let digest = super::digest(&names.join("\u{1f}"));
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a column is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Target {
    /// Nothing that the diary wants.
    Ignore,
    /// An answer of the morning or a factor of the check-in, by its name.
    Is {
        /// `cramps`, `pain` .., or a factor's id.
        name: String,
        /// How a value becomes an answer.
        rule: Rule,
    },
}

/// How a value becomes an answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rule {
    /// As it is.
    AsIs,
    /// Yes becomes no, and no yes.
    Not,
    /// A number times this one.
    Times(f64),
    /// Yes when the number is smaller.
    Below(f64),
    /// Yes when the number is larger.
    Above(f64),
}

/// A text that is no target.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "‘{0}’ does not say what a column is. Write a name such as alcohol, !lack-of-stretching (yes means no), walking*60 (times 60), dehydration<1500 (yes below 1500), hot-day>30 (yes above 30), or ignore."
)]
pub struct NotATarget(String);

impl FromStr for Target {
    type Err = NotATarget;

    fn from_str(text: &str) -> Result<Self, NotATarget> {
        let bad = || NotATarget(crate::text::shown(text));
        let text = text.trim();
        if text == "ignore" {
            return Ok(Self::Ignore);
        }
        let (name, rule) = match text.strip_prefix('!') {
            Some(name) => (name, Rule::Not),
            None => match text.find(['*', '<', '>']) {
                None => (text, Rule::AsIs),
                Some(at) => {
                    let (name, rule) = text.split_at(at);
                    let (sign, number) = rule.split_at(1);
                    let number: f64 = number.trim().parse().map_err(|_| bad())?;
                    let rule = match sign {
                        "*" => Rule::Times(number),
                        "<" => Rule::Below(number),
                        _ => Rule::Above(number),
                    };
                    (name, rule)
                }
            },
        };
        let is_finite = match rule {
            Rule::Times(by) => by.is_finite() && by > 0.0,
            Rule::Below(limit) | Rule::Above(limit) => limit.is_finite(),
            Rule::AsIs | Rule::Not => true,
        };
        let name = name.trim();
        let is_name = !name.is_empty()
            && name
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"-_ ".contains(&b));
        if is_name && is_finite {
            Ok(Self::Is {
                name: name.to_lowercase().replace([' ', '_'], "-"),
                rule,
            })
        } else {
            Err(bad())
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ignore => f.write_str("ignore"),
            Self::Is { name, rule } => match rule {
                Rule::AsIs => f.write_str(name),
                Rule::Not => write!(f, "!{name}"),
                Rule::Times(by) => write!(f, "{name}*{by}"),
                Rule::Below(limit) => write!(f, "{name}<{limit}"),
                Rule::Above(limit) => write!(f, "{name}>{limit}"),
            },
        }
    }
}

impl TryFrom<String> for Target {
    type Error = NotATarget;
    fn try_from(text: String) -> Result<Self, NotATarget> {
        text.parse()
    }
}

impl From<Target> for String {
    fn from(target: Target) -> Self {
        target.to_string()
    }
}

impl Rule {
    /// What the rule does, to follow the name of the answer; empty when it does nothing.
    pub(super) fn words(self) -> String {
        match self {
            Self::AsIs => String::new(),
            Self::Not => " (yes means no)".to_owned(),
            Self::Times(by) => format!(" (times {by})"),
            Self::Below(limit) => format!(" (yes below {limit})"),
            Self::Above(limit) => format!(" (yes above {limit})"),
        }
    }
}
