//! `POST /import/{id}/read`: what the person says about a file's columns; the file is then read again.

use std::time::Duration;

use axum::extract::{Path, State};
use axum::response::{Redirect, Response};
use exchange::dates::DateOrder;
use exchange::import::mapping::Rule;
use exchange::import::{Mapping, Target, targets};
use tokio::time::timeout;

use super::read;
use super::sent::{Stage, Upload};
use super::show;
use crate::form::{Fields, Mistakes};
use crate::page::Look;
use crate::problem::Problem;
use crate::site::Shared;

/// Columns that are asked about on one page.
pub(super) const MOST_ASKED: usize = 60;
/// How long the answer waits for a table to be read again.
const AT_ONCE: Duration = Duration::from_millis(900);

/// The ways in which a value becomes an answer: name in the form, label.
const RULES: [(&str, &str); 5] = [
    ("as-is", "as it is"),
    ("not", "the other way round: yes means no"),
    ("times", "a number, times .."),
    ("below", "yes when the number is below .."),
    ("above", "yes when the number is above .."),
];

/// What is asked about a table.
pub(super) struct Dialogue {
    pub(super) rows: Vec<Row>,
    /// Columns that are not asked about.
    pub(super) more: usize,
    /// Every column, for the question which one holds the dates; empty when that is known.
    pub(super) dates: Vec<String>,
    pub(super) date: String,
    /// `day-first`, `month-first` or nothing.
    pub(super) order: &'static str,
    pub(super) yes: String,
    pub(super) no: String,
    pub(super) targets: Vec<(&'static str, &'static str)>,
    pub(super) rules: [(&'static str, &'static str); 5],
}

/// One column in the dialogue.
pub(super) struct Row {
    pub(super) name: String,
    /// How it was understood.
    pub(super) now: String,
    /// What was said that it is: a target's name, `ignore`, or nothing.
    pub(super) target: String,
    pub(super) rule: &'static str,
    pub(super) number: String,
}

impl Dialogue {
    pub(super) fn of(said: &Mapping, columns: &[(String, String)], dates: &[String]) -> Self {
        let rows = columns.iter().take(MOST_ASKED);
        Self {
            rows: rows.map(|(name, now)| row(said, name, now)).collect(),
            more: columns.len().saturating_sub(MOST_ASKED),
            dates: dates.to_vec(),
            date: said.date.clone().unwrap_or_default(),
            order: match said.order {
                Some(DateOrder::DayFirst) => "day-first",
                Some(DateOrder::MonthFirst) => "month-first",
                None => "",
            },
            yes: said.yes.join(", "),
            no: said.no.join(", "),
            targets: targets().collect(),
            rules: RULES,
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
        rule,
        number: number.map_or_else(String::new, |number| number.to_string()),
    }
}

/// `POST /import/{id}/read`
pub(crate) async fn post(
    State(app): State<Shared>,
    Path(id): Path<String>,
    look: Look,
    fields: Fields,
) -> Result<Result<Redirect, Response>, Problem> {
    let upload = app.sent.get(&id, app.now())?;
    let before = match &*upload.stage() {
        Stage::Read { said, .. } => said.clone(),
        Stage::Refused(refused) => refused.said.clone(),
        _ => return Ok(Ok(Redirect::to(&upload.address()))),
    };
    let mut mistakes = Mistakes::default();
    let said = said(&fields, before, &mut mistakes);
    if !mistakes.is_empty() {
        return Ok(Err(show::page(&app, &upload, &look, mistakes).await?));
    }
    read_again(&app, &upload, said).await;
    Ok(Ok(Redirect::to(&upload.address())))
}

async fn read_again(app: &Shared, upload: &std::sync::Arc<Upload>, said: Mapping) {
    let reading = read::begin(app, upload, said);
    let _ = timeout(AT_ONCE, reading).await;
}

fn said(fields: &Fields, before: Mapping, mistakes: &mut Mistakes) -> Mapping {
    let mut said = before;
    if !fields.get("date").is_empty() {
        said.date = Some(fields.get("date").to_owned());
    }
    said.order = match fields.get("order") {
        "day-first" => Some(DateOrder::DayFirst),
        "month-first" => Some(DateOrder::MonthFirst),
        _ => said.order,
    };
    said.yes = words(fields.get("yes"));
    said.no = words(fields.get("no"));
    for (number, name) in fields.with_prefix("c-") {
        let field = |prefix: &str| fields.get(&format!("{prefix}-{number}"));
        match target(field("t"), field("r"), field("v")) {
            Ok(Some(target)) => {
                said.columns.insert(name.to_owned(), target);
            }
            Ok(None) => {
                said.columns.remove(name);
            }
            Err(sentence) => mistakes.add(
                format!("t-{number}"),
                format!("{}: {sentence}", report::clean::one_line(name, 40)),
            ),
        }
    }
    said
}

/// In the notation of the command line, so that there is one reader of it.
fn target(name: &str, rule: &str, number: &str) -> Result<Option<Target>, String> {
    if name.is_empty() {
        return Ok(None);
    }
    let sign = match rule {
        _ if name == "ignore" => "",
        "not" => "!",
        "times" => "*",
        "below" => "<",
        "above" => ">",
        _ => "",
    };
    let number = number.replace(',', ".");
    let notation = match sign {
        "" => name.to_owned(),
        "!" => format!("!{name}"),
        sign => format!("{name}{sign}{number}"),
    };
    notation
        .parse()
        .map(Some)
        .map_err(|_| "type the number that belongs to it, such as 60 or 1.5.".to_owned())
}

fn words(typed: &str) -> Vec<String> {
    typed
        .split(',')
        .map(|word| word.trim().to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}
