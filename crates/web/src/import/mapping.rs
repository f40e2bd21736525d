//! `POST /import/{id}/read`: what the person says about a file's columns; the file is then read again.

use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use exchange::dates::DateOrder;
use exchange::import::{Format, Mapping, Target};
use tokio::time::timeout;

use super::read;
use super::sent::{Stage, Upload};
use super::show;
use crate::form::{Fields, Mistakes};
use crate::page::Look;
use crate::problem::Problem;
use crate::site::Shared;

/// How long the answer waits for a table to be read again.
const AT_ONCE: Duration = Duration::from_millis(900);

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
        let again = show::Again {
            part: number(fields.get("part")),
            typed: Some((fields, mistakes.clone())),
        };
        let page = show::page(&app, &upload, &look, mistakes, again).await?;
        return Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, page).into_response()));
    }
    read_again(&app, &upload, said).await;
    let part = match fields.get("go") {
        "" => fields.get("part"),
        go => go,
    };
    let address = match number(part) {
        0 | 1 => upload.address(),
        part => format!("{}?part={part}", upload.address()),
    };
    Ok(Ok(Redirect::to(&address)))
}

/// What is no number stands for the first part.
fn number(typed: &str) -> usize {
    typed.parse().unwrap_or(1)
}

async fn read_again(app: &Shared, upload: &std::sync::Arc<Upload>, said: Mapping) {
    let reading = read::begin(app, upload, said);
    let _ = timeout(AT_ONCE, reading).await;
}

fn said(fields: &Fields, before: Mapping, mistakes: &mut Mistakes) -> Mapping {
    let mut said = before;
    if fields.has("format") {
        said.format = Format::said(fields.get("format"));
    }
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
        .map_err(|_| crate::word("import-number-missing").to_owned())
}

fn words(typed: &str) -> Vec<String> {
    typed
        .split(',')
        .map(|word| word.trim().to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}
