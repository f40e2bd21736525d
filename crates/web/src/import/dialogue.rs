//! What is asked about a file: what it is, its dates, and its columns, a part of them at a time.

use exchange::dates::DateOrder;
use exchange::import::mapping::Rule;
use exchange::import::{Format, Mapping, Target, targets};

use crate::form::{Fields, Mistakes};

/// Columns that are asked about on one page.
pub(super) const A_PART: usize = 40;

/// The ways in which a value becomes an answer: name in the form, label.
pub(super) const RULES: [(&str, &str); 5] = [
    ("as-is", "rule-as-is"),
    ("not", "rule-not"),
    ("times", "rule-times"),
    ("below", "rule-below"),
    ("above", "rule-above"),
];

/// What is asked.
pub(super) struct Dialogue {
    /// What it was said to be; empty where it is found out.
    pub(super) format: String,
    pub(super) formats: Vec<(&'static str, &'static str)>,
    pub(super) rows: Vec<Row>,
    pub(super) part: Part,
    /// Every column, for the question which one holds the dates; empty when that is known.
    pub(super) dates: Vec<String>,
    pub(super) date: String,
    /// `day-first`, `month-first` or nothing.
    pub(super) order: String,
    pub(super) yes: String,
    pub(super) no: String,
    pub(super) targets: Vec<(&'static str, String)>,
    pub(super) rules: [(&'static str, &'static str); 5],
}

/// Which columns of a file with many are asked about, counted from 1.
pub(super) struct Part {
    pub(super) number: usize,
    /// Each part with its first and its last column.
    pub(super) all: Vec<(usize, usize, usize)>,
    pub(super) columns: usize,
}

/// One column in the dialogue.
pub(super) struct Row {
    pub(super) name: String,
    /// How it was understood.
    pub(super) now: String,
    /// What was said that it is: a target's name, `ignore`, or nothing.
    pub(super) target: String,
    pub(super) rule: String,
    pub(super) number: String,
    /// What is wrong with it as it was typed.
    pub(super) mistake: Option<String>,
}

impl Dialogue {
    /// What is asked about a file whose columns are these, each with how it was understood. `dates` names them all while
    /// nobody knows which one holds the dates.
    pub(super) fn of(
        said: &Mapping,
        columns: &[(String, String)],
        dates: &[String],
        part: usize,
    ) -> Self {
        let part = Part::of(part, columns.len());
        let shown = columns.iter().skip((part.number - 1) * A_PART).take(A_PART);
        Self {
            format: said.format.map_or("", Format::id).to_owned(),
            formats: Format::SAYABLE
                .into_iter()
                .map(|format| (format.id(), format.label()))
                .collect(),
            rows: shown.map(|(name, now)| row(said, name, now)).collect(),
            part,
            dates: dates.to_vec(),
            date: said.date.clone().unwrap_or_default(),
            order: match said.order {
                Some(DateOrder::DayFirst) => "day-first",
                Some(DateOrder::MonthFirst) => "month-first",
                None => "",
            }
            .to_owned(),
            yes: said.yes.join(", "),
            no: said.no.join(", "),
            targets: targets().collect(),
            rules: RULES.map(|(value, key)| (value, crate::word(key))),
        }
    }

    /// Whether only the kind of file can be said.
    pub(super) fn is_about_the_file_alone(&self) -> bool {
        self.rows.is_empty() && self.dates.is_empty()
    }

    /// The same with what was just typed, right or wrong: nobody types twice.
    pub(super) fn with_typed(mut self, fields: &Fields, mistakes: &Mistakes) -> Self {
        let typed = |name: &str| fields.get(name).to_owned();
        self.format = typed("format");
        self.order = typed("order");
        self.yes = typed("yes");
        self.no = typed("no");
        if fields.has("date") {
            self.date = typed("date");
        }
        for (number, name) in fields.with_prefix("c-") {
            if let Some(row) = self.rows.iter_mut().find(|row| row.name.trim() == name) {
                row.target = typed(&format!("t-{number}"));
                row.rule = typed(&format!("r-{number}"));
                row.number = typed(&format!("v-{number}"));
                row.mistake = mistakes.of(&format!("t-{number}")).map(str::to_owned);
            }
        }
        self
    }
}

impl Part {
    fn of(wanted: usize, columns: usize) -> Self {
        let parts = columns.div_ceil(A_PART).max(1);
        Self {
            number: wanted.clamp(1, parts),
            all: (0..parts)
                .map(|part| {
                    let last = columns.min((part + 1) * A_PART);
                    (part + 1, part * A_PART + 1, last)
                })
                .collect(),
            columns,
        }
    }
}

fn row(said: &Mapping, name: &str, now: &str) -> Row {
    let (target, rule, number) = match said.columns.get(name) {
        None => (String::new(), "as-is", None),
        Some(Target::Ignore) => ("ignore".to_owned(), "as-is", None),
        Some(Target::Is { name, rule }) => {
            let (rule, number) = match *rule {
                Rule::AsIs => ("as-is", None),
                Rule::Not => ("not", None),
                Rule::Times(by) => ("times", Some(by)),
                Rule::Below(limit) => ("below", Some(limit)),
                Rule::Above(limit) => ("above", Some(limit)),
            };
            (name.clone(), rule, number)
        }
    };
    Row {
        name: name.to_owned(),
        now: now.to_owned(),
        target,
        rule: rule.to_owned(),
        number: number.map_or_else(String::new, |number| number.to_string()),
        mistake: None,
    }
}
