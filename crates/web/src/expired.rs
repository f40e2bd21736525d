//! A form from a page that was open for too long: it comes back with what was typed, and nothing of it is saved.
//!
//! Its token belongs to an earlier login. Only what the browser says our own page sent comes back, and never a passphrase.
//! Who must log in first takes the fields along through the page that asks for the passphrase.

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};

use crate::form::Fields;
use crate::lock::{FIELD, Inside};
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::refill::refill;
use crate::site::Shared;
use crate::theme::is_own_path;

/// Fields that are never given back.
const NEVER: [&str; 2] = [FIELD, "passphrase"];
/// How fields are named while they pass through the login.
const CARRIED: &str = "kept-";
/// Largest page that a form stands on, in bytes.
const LARGEST_PAGE: usize = 8 << 20;

/// What was typed into a form.
#[derive(Clone)]
pub(crate) struct Typed {
    /// Where the form goes to.
    pub(crate) to: String,
    /// The page it stands on.
    pub(crate) page: String,
    fields: Vec<(String, String)>,
}

#[derive(askama::Template)]
#[template(path = "expired.html")]
struct Page {
    frame: Frame,
    to: String,
    fields: Vec<(String, String)>,
}

impl Page {
    /// What a person typed or chose, as far as it can be read.
    fn readable(&self) -> impl Iterator<Item = &str> {
        let by_itself = ["zone", "do", "searched"];
        let typed = self.fields.iter();
        let typed = typed.filter(move |(name, _)| !by_itself.contains(&name.as_str()));
        let values = typed.map(|(_, value)| value.trim());
        values.filter(|value| !value.is_empty() && value.parse::<diary::EntryId>().is_err())
    }
}

impl Typed {
    /// What a form brought that one of our own pages sent.
    pub(crate) async fn of(parts: &Parts, body: Bytes) -> Option<Self> {
        if !is_surely_own(&parts.headers) {
            return None;
        }
        let request = Request::from_parts(parts.clone(), Body::from(body));
        let fields = Fields::from_request(request, &()).await.ok()?;
        let to = parts.uri.path_and_query()?.as_str().to_owned();
        Some(Self {
            page: referer(&parts.headers).unwrap_or_else(|| to.clone()),
            to,
            fields: harmless(fields.pairs()),
        })
    }

    /// What the login's form carries of another.
    pub(crate) fn carried(login: &Fields) -> Option<Self> {
        let (to, page) = (login.exact("to"), login.exact("next"));
        if !is_own_path(to) || !is_own_path(page) {
            return None;
        }
        let carried = login.pairs().iter().filter_map(|(name, value)| {
            let name = name.strip_prefix(CARRIED)?;
            Some((name.to_owned(), value.clone()))
        });
        Some(Self {
            to: to.to_owned(),
            page: page.to_owned(),
            fields: harmless(&carried.collect::<Vec<_>>()),
        })
    }

    /// The fields as the login's form carries them.
    pub(crate) fn to_carry(&self) -> impl Iterator<Item = (String, &str)> {
        let fields = self.fields.iter();
        fields.map(|(name, value)| (format!("{CARRIED}{name}"), value.as_str()))
    }

    /// Whether there is anything to give back.
    pub(crate) fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Whether it waits on this device and is sent again by itself.
    pub(crate) fn is_queued(&self) -> bool {
        self.fields.iter().any(|(name, _)| name == "queued")
    }

    /// The form on its page, or alone where the page has it no more. `may_see` says which pages this browser may see.
    pub(crate) async fn give_back(
        self,
        app: &Shared,
        headers: HeaderMap,
        next: Next,
        may_see: impl Fn(&str) -> bool,
    ) -> Result<Response, Problem> {
        let (mut parts, ()) = reading(&self.page, headers)?.into_parts();
        parts.extensions.insert(Inside);
        if may_see(parts.uri.path()) {
            let request = Request::from_parts(parts.clone(), Body::empty());
            let page = page_of(next.run(request).await).await;
            let filled = page.and_then(|page| refill(&page, &self.to, &self.fields));
            if let Some(filled) = filled {
                return Ok(Html(filled).into_response());
            }
        }
        let look = Look::despite_faults(&parts, app).await;
        Ok(render(&Page {
            frame: look.frame(crate::word("expired-title"), Tab::None),
            to: self.to,
            fields: self.fields,
        }))
    }
}

/// Whether a browser says that one of our own pages sent this. The door has compared the origin with ours.
fn is_surely_own(headers: &HeaderMap) -> bool {
    match headers.get("sec-fetch-site") {
        Some(site) => site.as_bytes() == b"same-origin",
        None => headers.contains_key(header::ORIGIN),
    }
}

fn harmless(fields: &[(String, String)]) -> Vec<(String, String)> {
    let fields = fields
        .iter()
        .filter(|(name, _)| !NEVER.contains(&name.as_str()));
    fields.cloned().collect()
}

/// The page of ours that a request came from, without the word of what was done there.
fn referer(headers: &HeaderMap) -> Option<String> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let page = headers.get(header::REFERER)?.to_str().ok()?;
    let page = page.split_once("://")?.1.strip_prefix(host)?;
    let (path, query) = page.split_once('?').unwrap_or((page, ""));
    // Of a login or a form that was given back, the address is not that of the page.
    if path == "/login" || !is_own_path(page) {
        return None;
    }
    let query = query.split('&').filter(|pair| !pair.starts_with("done="));
    let query = query.collect::<Vec<_>>().join("&");
    Some(match query.as_str() {
        "" => path.to_owned(),
        query => format!("{path}?{query}"),
    })
}

/// Asks for a page that says why it is there again.
fn reading(page: &str, mut headers: HeaderMap) -> Result<Request<()>, Problem> {
    for of_a_form in [
        header::CONTENT_TYPE,
        header::CONTENT_LENGTH,
        header::TRANSFER_ENCODING,
    ] {
        headers.remove(of_a_form);
    }
    let mark = if page.contains('?') { '&' } else { '?' };
    let mut request = Request::get(format!("{page}{mark}done=expired"))
        .body(())
        .map_err(|_| Problem::NotFound)?;
    *request.headers_mut() = headers;
    Ok(request)
}

async fn page_of(response: Response) -> Option<String> {
    let kind = response.headers().get(header::CONTENT_TYPE);
    let is_page = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if response.status() != StatusCode::OK || !is_page {
        return None;
    }
    let bytes = to_bytes(response.into_body(), LARGEST_PAGE).await.ok()?;
    String::from_utf8(bytes.into()).ok()
}
