//! What a file says, before anybody asks what the diary holds already: answers by day, columns with their use, rejects.

use diary::{Body, NightId};
use serde::{Deserialize, Serialize};

use super::mapping::Mapping;

/// Most rejected lines that are listed one by one; all are counted.
pub const MOST_LISTED: usize = 1_000;

/// Which program wrote a file, or which shape it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// A table whose columns are named as the diary names them.
    Diary,
    /// Any other table of days.
    Table,
    /// Apple Health's `export.xml`, alone or in its zip.
    AppleHealth,
    /// Fitbit and Google Health files from Google Takeout.
    GoogleTakeout,
    /// Cronometer's daily nutrition.
    Cronometer,
    /// Bearable's export.
    Bearable,
    /// The check marks of Loop Habit Tracker.
    LoopHabits,
}

impl Format {
    /// Those that a person can say, where a file is not recognised. A diary table is known by its columns.
    pub const SAYABLE: [Self; 6] = [
        Self::Table,
        Self::AppleHealth,
        Self::GoogleTakeout,
        Self::Cronometer,
        Self::Bearable,
        Self::LoopHabits,
    ];

    /// Its name in forms, on the command line and in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Diary => "diary",
            Self::Table => "table",
            Self::AppleHealth => "apple-health",
            Self::GoogleTakeout => "google-takeout",
            Self::Cronometer => "cronometer",
            Self::Bearable => "bearable",
            Self::LoopHabits => "loop-habits",
        }
    }

    /// The one that can be said by this name.
    #[must_use]
    pub fn said(id: &str) -> Option<Self> {
        Self::SAYABLE.into_iter().find(|format| format.id() == id)
    }

    /// Whether it is a table of days, whose columns can be explained.
    #[must_use]
    pub fn is_table(self) -> bool {
        !matches!(self, Self::AppleHealth | Self::GoogleTakeout)
    }

    /// Its name for people.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Diary => "a diary table",
            Self::Table => "a table of days",
            Self::AppleHealth => "an Apple Health export",
            Self::GoogleTakeout => "Fitbit or Google data from Takeout",
            Self::Cronometer => "Cronometer’s daily nutrition",
            Self::Bearable => "a Bearable export",
            Self::LoopHabits => "Loop Habit Tracker’s check marks",
        }
    }

    /// Whether one unreadable value refuses the whole file: a diary of our own comes back whole or not at all. Other
    /// programs' files are full of what nobody can mend, so their bad lines are listed and left out.
    pub(super) fn is_all_or_nothing(self) -> bool {
        self == Self::Diary
    }
}

/// A file as it was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What it is.
    pub format: Format,
    /// What it says.
    pub claims: Vec<Claim>,
    /// Every column or measure of the file, used or not.
    pub columns: Vec<Column>,
    /// What could not be read.
    pub rejects: Rejects,
    /// What a reader must know about how the file was read, as plain sentences.
    pub notes: Vec<String>,
    /// How its columns were read, to be kept for the next file of the same shape; none when they have fixed meanings.
    pub kept: Option<Kept>,
}

/// A mapping with the shape of the files that it fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Name of the shape: the same for files with the same columns.
    pub shape: String,
    /// How its columns are read.
    pub mapping: Mapping,
}

/// One answer with its place in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its line, from 1; where several lines make one answer, the first of them.
    pub line: u64,
    /// The answer.
    pub body: Body,
}

/// One column or measure of a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// Its name in the file.
    pub name: String,
    /// Number of values in it.
    pub values: u64,
    /// What becomes of them.
    #[serde(flatten)]
    pub usage: Usage,
}

/// What becomes of a column.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Usage {
    /// It is used; the words say as what.
    Used(String),
    /// It is not used; the words say why.
    NotUsed(String),
    /// Nobody knows what it is. Somebody may say so.
    Unknown,
}

/// Lines that could not be read: all counted, the first [`MOST_LISTED`] listed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rejects {
    total: u64,
    listed: Vec<Reject>,
}

/// One thing that could not be read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reject {
    /// The file within an archive; empty when there is only one.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// Line, from 1.
    pub line: u64,
    /// Why, as a sentence.
    pub reason: String,
}

impl Reject {
    /// Why it was left out, with its place; the reasons of tables name their line themselves.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self.file.as_str() {
            "" if self.reason.starts_with("Line ") => self.reason.clone(),
            "" => format!("Line {}: {}", self.line, self.reason),
            file => format!("{file}, line {}: {}", self.line, self.reason),
        }
    }
}

impl Rejects {
    pub(super) fn add(&mut self, file: &str, line: u64, reason: impl Into<String>) {
        self.total += 1;
        if self.listed.len() < MOST_LISTED {
            self.listed.push(Reject {
                file: file.to_owned(),
                line,
                reason: reason.into(),
            });
        }
    }

    /// How many there are.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.total
    }

    /// The first ones.
    #[must_use]
    pub fn listed(&self) -> &[Reject] {
        &self.listed
    }
}

impl Reading {
    /// The columns that nobody knows.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        self.columns
            .iter()
            .filter(|column| column.usage == Usage::Unknown)
            .map(|column| column.name.as_str())
    }

    /// Number of nights and days with an answer, the first of them and the last; none when there is no answer.
    #[must_use]
    pub fn days(&self) -> Option<(usize, NightId, NightId)> {
        let days: std::collections::BTreeSet<NightId> = self
            .claims
            .iter()
            .filter_map(|claim| day(&claim.body))
            .collect();
        Some((days.len(), *days.first()?, *days.last()?))
    }

    /// One sentence about what was found.
    #[must_use]
    pub fn summary(&self) -> String {
        let what = self.format.label();
        let used = self.columns.iter();
        let used = used.filter(|c| matches!(c.usage, Usage::Used(_))).count();
        match self.days() {
            Some((days, first, last)) => format!(
                "This is {what}. Found {}, from {first} to {last}, and {}; {used} of them can be used.",
                counted(days, "day"),
                counted(self.columns.len(), "column"),
            ),
            None => format!("This is {what}. Nothing in it can be used."),
        }
    }
}

fn counted(number: usize, one: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {one}s"),
    }
}

/// The night or day that an answer is about.
pub(super) fn day(body: &Body) -> Option<NightId> {
    match body {
        Body::Morning(morning) => Some(morning.night),
        Body::Exposure(exposure) => Some(exposure.day),
        _ => None,
    }
}
