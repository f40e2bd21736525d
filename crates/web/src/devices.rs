//! `/devices`: who has access beside the pages; giving it, and taking it back.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use desk::{Access, May, Scope, Session};

use crate::form::{Fields, Mistakes};
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};

struct Row {
    number: i64,
    name: String,
    may: &'static str,
    since: String,
    used: String,
}

/// A browser that is logged in.
struct Browser {
    number: i64,
    name: String,
    since: String,
    used: String,
    only_cramps: bool,
}

/// A choice of the form.
struct Choice {
    name: &'static str,
    label: &'static str,
    chosen: bool,
}

#[derive(askama::Template)]
#[template(path = "devices.html")]
struct Page {
    frame: Frame,
    rows: Vec<Row>,
    /// Browsers that are logged in; nothing where there is no lock.
    browsers: Option<Vec<Browser>>,
    choices: Vec<Choice>,
    name: String,
    mistakes: Mistakes,
}

#[derive(askama::Template)]
#[template(path = "device_secret.html")]
struct SecretPage {
    frame: Frame,
    name: String,
    may: &'static str,
    secret: String,
    /// Where a calendar subscribes.
    address: Option<String>,
}

/// `GET /devices`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| {
        page(
            app,
            &look,
            String::new(),
            Scope::AddCramps,
            Mistakes::default(),
        )
    })
    .await?;
    Ok(render(&page))
}

/// `POST /devices`: gives access, and shows the secret in the answer itself: it can be seen once and stands in no address.
pub(crate) async fn post(
    State(app): State<Shared>,
    look: Look,
    fields: Fields,
) -> Result<Response, Problem> {
    off_thread(&app, move |app| give(app, &look, &fields)).await
}

/// `POST /devices/take-back`
pub(crate) async fn take_back(
    State(app): State<Shared>,
    fields: Fields,
) -> Result<Redirect, Problem> {
    let number = number(&fields)?;
    let gone = off_thread(&app, move |app| Ok(app.desk().take_access_back(number)?)).await?;
    Ok(Redirect::to(if gone {
        "/devices?done=taken-back"
    } else {
        "/devices?done=nothing"
    }))
}

/// `POST /devices/sign-out`
pub(crate) async fn sign_out(
    State(app): State<Shared>,
    fields: Fields,
) -> Result<Redirect, Problem> {
    let number = number(&fields)?;
    let gone = off_thread(&app, move |app| match &app.site.login {
        Some(login) => Ok(login.sign_out(number)?),
        None => Ok(false),
    })
    .await?;
    Ok(Redirect::to(if gone {
        "/devices?done=signed-out"
    } else {
        "/devices?done=nothing"
    }))
}

/// Of the row whose button was pressed.
fn number(fields: &Fields) -> Result<i64, Problem> {
    fields.get("number").parse().map_err(|_| Problem::NotFound)
}

fn give(app: &App, look: &Look, fields: &Fields) -> Result<Response, Problem> {
    let name = fields.get("name").to_owned();
    let mut mistakes = Mistakes::default();
    let Some(scope) = Scope::named(fields.get("may")) else {
        mistakes.add("may", crate::word("devices-may-missing"));
        let page = page(app, look, name, Scope::AddCramps, mistakes)?;
        return Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, render(&page)).into_response());
    };
    let random = (app.site.secrets)().ok_or(Problem::Ours)?;
    match app.desk().give_access(&name, scope, app.now(), random) {
        Ok((access, secret)) => {
            let is_calendar = matches!(scope, Scope::Calendar | Scope::CalendarInWords);
            let address = |host: &String| {
                let scheme = app.site.scheme.name();
                format!("{scheme}://{host}/calendar/{}.ics", secret.show())
            };
            Ok(render(&SecretPage {
                frame: look.frame(crate::word("devices-given"), Tab::Profile),
                name: access.name,
                may: label(scope),
                address: app.site.hosts.first().filter(|_| is_calendar).map(address),
                secret: secret.show().to_owned(),
            }))
        }
        Err(error) if error.is_bad_input() => {
            mistakes.add("name", crate::spoken(error.sentence()).plain());
            let page = page(app, look, name, scope, mistakes)?;
            Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, render(&page)).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn page(
    app: &App,
    look: &Look,
    name: String,
    chosen: Scope,
    mistakes: Mistakes,
) -> Result<Page, Problem> {
    Ok(Page {
        frame: look.frame(crate::word("devices-title"), Tab::Profile),
        browsers: match &app.site.login {
            Some(login) => Some(login.sessions()?.into_iter().map(browser).collect()),
            None => None,
        },
        rows: app.desk().accesses()?.into_iter().map(row).collect(),
        choices: Scope::ALL
            .into_iter()
            .map(|scope| Choice {
                name: scope.name(),
                label: label(scope),
                chosen: scope == chosen,
            })
            .collect(),
        name,
        mistakes,
    })
}

fn browser(session: Session) -> Browser {
    let day = |at: jiff::Timestamp| at.strftime("%Y-%m-%d").to_string();
    Browser {
        number: session.number,
        since: day(session.made_at),
        used: day(session.last_used),
        only_cramps: session.may == May::LogCramps,
        name: session.name,
    }
}

fn row(access: Access) -> Row {
    let day = |at: jiff::Timestamp| at.strftime("%Y-%m-%d").to_string();
    Row {
        number: access.number,
        may: label(access.scope),
        since: day(access.made_at),
        used: access
            .last_used
            .map_or_else(|| crate::word("devices-never").to_owned(), day),
        name: access.name,
    }
}

fn label(scope: Scope) -> &'static str {
    match scope {
        Scope::AddCramps => crate::word("scope-cramps"),
        Scope::AddEntries => crate::word("scope-add"),
        Scope::ReadAll => crate::word("scope-read"),
        Scope::Calendar => crate::word("scope-calendar"),
        Scope::CalendarInWords => crate::word("scope-calendar-words"),
    }
}
