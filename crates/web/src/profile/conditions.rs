//! `GET` and `POST /profile/conditions`: conditions in groups, each yes, no or not answered.

use axum::extract::State;
use axum::response::{Redirect, Response};
use diary::entry::Fact;
use diary::{Id, Person};
use insight::Plan;
use knowledge::Condition;

use crate::form::Fields;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::profile::{Written, telling, unknown_again, write};
use crate::site::{App, Shared, off_thread};

/// Field of a condition's answer, followed by its id.
const ANSWER: &str = "c-";

struct Row {
    id: &'static str,
    name: &'static str,
    present: Option<bool>,
}

impl Row {
    fn is_yes(&self) -> bool {
        self.present == Some(true)
    }

    fn is_no(&self) -> bool {
        self.present == Some(false)
    }
}

struct Group {
    number: usize,
    name: &'static str,
    rows: Vec<Row>,
    unanswered: usize,
    present: Vec<&'static str>,
}

#[derive(askama::Template)]
#[template(path = "profile/conditions.html")]
struct Page {
    frame: Frame,
    /// Those that decide about what the plan would advise next; unanswered ones only.
    first: Option<Group>,
    groups: Vec<Group>,
}

/// `GET /profile/conditions`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let reading = off_thread(&app, |app| {
        Ok(app.desk().suspects_meanwhile(app.today())?)
    })
    .await?;
    Ok(render(&Page {
        frame: look.frame(crate::word("profile-conditions"), Tab::Profile),
        first: first(&reading.plan, &reading.person),
        groups: groups(&reading.person),
    }))
}

/// The conditions that stand between the person and what the plan would advise next.
fn first(plan: &Plan, person: &Person) -> Option<Group> {
    let rows: Vec<Row> = knowledge::conditions()
        .iter()
        .filter(|c| {
            plan.missing
                .iter()
                .any(|missing| missing.asks.contains(&c.id))
        })
        .map(|c| row(c, person))
        .collect();
    (!rows.is_empty()).then(|| Group {
        number: 0,
        name: crate::word("conditions-first"),
        unanswered: rows.len(),
        present: Vec::new(),
        rows,
    })
}

fn row(condition: &Condition, person: &Person) -> Row {
    Row {
        id: condition.id,
        name: condition.name,
        present: person.has(condition.id),
    }
}

/// The names of the groups, in the order of the knowledge.
fn group_names() -> Vec<&'static str> {
    let mut names: Vec<&'static str> = Vec::new();
    for condition in knowledge::conditions() {
        if !names.contains(&condition.group) {
            names.push(condition.group);
        }
    }
    names
}

fn in_group(name: &str) -> impl Iterator<Item = &'static Condition> {
    knowledge::conditions()
        .iter()
        .filter(move |condition| condition.group == name)
}

fn groups(person: &Person) -> Vec<Group> {
    (1..)
        .zip(group_names())
        .map(|(number, name)| {
            let rows: Vec<Row> = in_group(name).map(|c| row(c, person)).collect();
            Group {
                number,
                name,
                unanswered: rows.iter().filter(|row| row.present.is_none()).count(),
                present: rows
                    .iter()
                    .filter(|row| row.is_yes())
                    .map(|row| row.name)
                    .collect(),
                rows,
            }
        })
        .collect()
}

/// `POST /profile/conditions`: one group at a time.
pub(crate) async fn post(State(app): State<Shared>, fields: Fields) -> Result<Redirect, Problem> {
    let group = fields.whole("group").ok().flatten().unwrap_or(1);
    let written = off_thread(&app, move |app| save(app, &fields)).await?;
    Ok(Redirect::to(&format!(
        "/profile/conditions?done={}#group-{group}",
        written.word()
    )))
}

fn save(app: &App, fields: &Fields) -> Result<Written, Problem> {
    let _turn = app.writing();
    let log = app.desk().log()?;
    let person = app.desk().person()?;
    let moment = app.moment(fields.get("zone"));
    // “None of the others”: what is not answered in this form is no.
    let open_means_no = fields.has("none");
    let mut entries = Vec::new();
    for (id, answer) in fields.with_prefix(ANSWER) {
        let Some(condition) = knowledge::condition(id) else {
            continue;
        };
        let answer = match answer {
            "yes" => Some(true),
            "no" => Some(false),
            _ if open_means_no => Some(false),
            _ => None,
        };
        if answer == person.has(condition.id) {
            continue;
        }
        let id = Id::new(condition.id).map_err(|_| Problem::Ours)?;
        match answer {
            Some(present) => entries.push(telling(
                app,
                &moment,
                Fact::Condition {
                    condition: id,
                    present,
                    since: None,
                },
            )),
            None => entries.extend(unknown_again(
                app,
                &log,
                &moment,
                |fact| matches!(fact, Fact::Condition { condition, .. } if *condition == id),
            )),
        }
    }
    write(app, &entries, &moment)
}
