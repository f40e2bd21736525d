//! `/login`: the page that asks for the passphrase, the cookie that remembers, and leaving.

use std::net::IpAddr;

use axum::Extension;
use axum::extract::State;
use axum::http::header::{self, HeaderMap};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use desk::{Attempt, Secret};

use crate::assets;
use crate::expired::Typed;
use crate::form::Fields;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{Shared, off_thread};
use crate::theme::is_own_path;

/// Where somebody calls from; unknown where the server does not say it.
#[derive(Clone, Copy)]
pub(crate) struct From(pub(crate) IpAddr);

/// How long a browser keeps the cookie, in seconds: longer than the 90 unused days after which it opens nothing.
const KEPT: u32 = 400 * 86_400;

#[derive(askama::Template)]
#[template(path = "login.html")]
struct Page {
    frame: Frame,
    script: String,
    next: String,
    /// What was typed into a form before, to be given back.
    typed: Option<Typed>,
    mistake: Option<String>,
}

/// Somebody who was let in, with what they typed before.
#[derive(Clone)]
pub(crate) struct LetIn {
    pub(crate) token: Secret,
    pub(crate) typed: Typed,
}

/// The page in the place of one that only those who are in may see. It keeps what was typed there.
pub(crate) fn instead(look: &Look, next: &str, typed: Option<Typed>) -> Response {
    let mut response = asked(look, StatusCode::UNAUTHORIZED, next, typed, None);
    // The API takes a secret in place of a login.
    let headers = response.headers_mut();
    headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    response
}

fn asked(
    look: &Look,
    status: StatusCode,
    next: &str,
    typed: Option<Typed>,
    mistake: Option<String>,
) -> Response {
    let page = Page {
        frame: look.frame(crate::word("login-title"), Tab::None).bare(),
        script: assets::address("login.js"),
        next: if is_own_path(next) { next } else { "/" }.to_owned(),
        typed,
        mistake,
    };
    (status, render(&page)).into_response()
}

/// `GET /login`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Response {
    if app.site.login.is_none() {
        return Redirect::to("/").into_response();
    }
    asked(&look, StatusCode::OK, "/", None, None)
}

/// `POST /login`
pub(crate) async fn post(
    State(app): State<Shared>,
    from: Option<Extension<From>>,
    headers: HeaderMap,
    look: Look,
    fields: Fields,
) -> Result<Response, Problem> {
    let from = from.map(|Extension(From(address))| address);
    let next = fields.get("next").to_owned();
    let typed = Typed::carried(&fields);
    let wait = app.doorkeeper.wait(from, app.now());
    if wait > 0 {
        return Ok(too_often(&look, &next, typed, wait));
    }
    let browser = browser(&headers);
    let attempt = off_thread(&app, move |app| {
        let login = app.site.login.as_ref().ok_or(Problem::NotFound)?;
        let random = (app.site.secrets)().ok_or(Problem::Ours)?;
        let words = fields.exact("passphrase");
        login
            .attempt(words, &browser, app.now(), random)
            .map_err(Problem::at_the_door)
    })
    .await?;
    Ok(match attempt {
        Attempt::In(token) => {
            app.doorkeeper.right(from);
            // Written down always: who came in is worth as much as who did not.
            tracing::warn!(?from, "logged in");
            let to = if is_own_path(&next) { &next } else { "/" };
            let cookie = AppendHeaders([(header::SET_COOKIE, app.site.cookie.give(&token))]);
            let mut response = (cookie, Redirect::to(to)).into_response();
            if let Some(typed) = typed {
                response.extensions_mut().insert(LetIn { token, typed });
            }
            response
        }
        Attempt::Wrong => {
            app.wrong_passphrase(from);
            let sentence = crate::word("login-wrong");
            asked(
                &look,
                StatusCode::FORBIDDEN,
                &next,
                typed,
                Some(sentence.to_owned()),
            )
        }
        Attempt::Busy => too_often(&look, &next, typed, 1),
    })
}

/// `POST /logout`: this browser is out.
pub(crate) async fn leave(
    State(app): State<Shared>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    if let Some(token) = app.site.cookie.of(&headers) {
        off_thread(&app, move |app| {
            let Some(login) = &app.site.login else {
                return Ok(());
            };
            if let Some(session) = login.session(&token, app.now())? {
                login.sign_out(session.number)?;
            }
            Ok(())
        })
        .await?;
    }
    Ok((
        AppendHeaders([(header::SET_COOKIE, app.site.cookie.take())]),
        Redirect::to("/login"),
    )
        .into_response())
}

fn too_often(look: &Look, next: &str, typed: Option<Typed>, wait: u64) -> Response {
    let sentence = crate::say("login-wait")
        .with("count", wait.to_string())
        .plain();
    let mut response = asked(
        look,
        StatusCode::TOO_MANY_REQUESTS,
        next,
        typed,
        Some(sentence),
    );
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, wait.into());
    response
}

/// What a browser is called on the page Devices: its kind, nothing finer.
fn browser(headers: &HeaderMap) -> String {
    let agent = headers
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let first = |known: &[(&str, &'static str)], otherwise| {
        known
            .iter()
            .find(|(sign, _)| agent.contains(sign))
            .map_or(otherwise, |(_, name)| *name)
    };
    let program = first(
        &[
            ("Firefox", "Firefox"),
            ("Edg", "Edge"),
            ("Chrome", "Chrome"),
            ("Safari", "Safari"),
        ],
        "A browser",
    );
    let device = first(
        &[
            ("iPhone", "an iPhone"),
            ("iPad", "an iPad"),
            ("Android", "an Android device"),
            ("Windows", "a Windows computer"),
            ("Mac OS", "a Mac"),
            ("Linux", "a Linux computer"),
        ],
        "a device",
    );
    format!("{program} on {device}")
}

/// The cookie of the session: its name and what it promises depend on how browsers reach the pages.
#[derive(Clone, Debug)]
pub struct Cookie {
    name: String,
    secure: &'static str,
}

impl Cookie {
    /// Over TLS, `__Host-`: no other host and no plain connection can set or see it. The port is part of the name, since
    /// browsers give cookies of one host to all its ports, where the rest of the household may be.
    #[must_use]
    pub fn over_tls(port: u16) -> Self {
        Self {
            name: format!("__Host-soleus-{port}"),
            secure: "; Secure",
        }
    }

    /// On a plain connection, which only a private network should carry.
    #[must_use]
    pub fn plain(port: u16) -> Self {
        Self {
            name: format!("soleus-{port}"),
            secure: "",
        }
    }

    pub(crate) fn give(&self, token: &Secret) -> String {
        let Self { name, secure } = self;
        format!(
            "{name}={}; Path=/; Max-Age={KEPT}; SameSite=Lax; HttpOnly{secure}",
            token.show()
        )
    }

    fn take(&self) -> String {
        let Self { name, secure } = self;
        format!("{name}=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly{secure}")
    }

    /// The token in a request.
    pub(crate) fn of(&self, headers: &HeaderMap) -> Option<Secret> {
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(name, _)| *name == self.name)
            .and_then(|(_, value)| Secret::sent(value))
    }
}
