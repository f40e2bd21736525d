//! The lock behind the door: where a passphrase is set, who is let on, and the token that every form then carries.
//!
//! The token is put into forms here and not in the templates, so that no form can be written without it.

use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequestParts, Request};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use desk::login::{form_token, is_form_token};
use desk::{May, Secret};
use tokio::time::timeout;

use crate::api;
use crate::guard::LARGEST_BODY;
use crate::import;
use crate::login;
use crate::page::Look;
use crate::problem::Problem;
use crate::site::{Shared, off_thread};

/// Name of the field in every form.
pub(crate) const FIELD: &str = "formtoken";
/// How every form of ours begins.
const FORM: &str = "<form method=\"post\"";
/// How long a browser may take to send a form.
const SLOWEST: Duration = Duration::from_secs(30);
/// Largest page, in bytes.
const LARGEST_PAGE: usize = 64 << 20;

/// Lets on who is logged in; asks everybody else for the passphrase.
pub(crate) async fn pass(app: &Shared, request: Request, next: Next) -> Response {
    if is_public(request.uri().path()) {
        return next.run(request).await;
    }
    let token = app.site.cookie.of(request.headers());
    match with(app, token, request, next).await {
        Ok(response) => response,
        Err(problem) => problem.into_response(),
    }
}

async fn with(
    app: &Shared,
    token: Option<Secret>,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    let held = match token {
        None => None,
        Some(token) => {
            let asked = token.clone();
            let session = off_thread(app, move |app| match &app.site.login {
                Some(login) => Ok(login.session(&asked, app.now())?),
                None => Ok(None),
            });
            session.await?.map(|session| (token, session))
        }
    };
    let Some((token, session)) = held else {
        return ask(app, request).await;
    };
    if session.may == May::LogCramps && !is_about_a_cramp(request.uri().path()) {
        return Err(Problem::OnlyCramps);
    }
    let request = if request.method().is_safe() {
        request
    } else if request.uri().path() == import::START {
        owing(&token, request)
    } else {
        checked(&token, request).await?
    };
    with_token(app, &token, next.run(request).await).await
}

/// What needs no login: how the login looks, whether the server is well, and what brings a secret of its own.
fn is_public(path: &str) -> bool {
    matches!(path, "/login" | "/healthz" | "/readyz" | "/theme")
        || path.starts_with("/assets/")
        || path.starts_with("/calendar/")
        || path.starts_with("/pair/")
        || path == api::ROOT
        || path
            .strip_prefix(api::ROOT)
            .is_some_and(|rest| rest.starts_with('/'))
}

/// A phone beside the bed logs cramps and says more about those it logged: their addresses cannot be guessed. It takes
/// nothing back.
fn is_about_a_cramp(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    matches!(
        parts[..],
        ["cramp" | "logout"] | ["cramp", _] | ["cramp", _, "over" | "keep" | "signs"]
    )
}

async fn ask(app: &Shared, request: Request) -> Result<Response, Problem> {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let (mut parts, _) = request.into_parts();
    let look = Look::from_request_parts(&mut parts, app).await?;
    let path = if reads { parts.uri.path() } else { "/" };
    Ok(login::instead(&look, path))
}

/// The token that a form with a file still owes: such a form is too large to be held, so its reader asks for the token
/// before it takes the file.
#[derive(Clone)]
pub(crate) struct Owed(Secret);

impl Owed {
    /// Whether this is it.
    pub(crate) fn is_paid_by(&self, value: &str) -> bool {
        is_form_token(value, &self.0)
    }
}

fn owing(token: &Secret, mut request: Request) -> Request {
    request.extensions_mut().insert(Owed(token.clone()));
    request
}

/// A form whose token is right, whole again for whoever reads it next.
async fn checked(token: &Secret, request: Request) -> Result<Request, Problem> {
    let (parts, body) = request.into_parts();
    let bytes = match timeout(SLOWEST, to_bytes(body, LARGEST_BODY)).await {
        Err(_) => return Err(Problem::TooSlow),
        Ok(Err(_)) => return Err(Problem::TooLarge),
        Ok(Ok(bytes)) => bytes,
    };
    if carries(token, &bytes) {
        Ok(Request::from_parts(parts, Body::from(bytes)))
    } else {
        Err(Problem::Foreign)
    }
}

fn carries(token: &Secret, form: &Bytes) -> bool {
    form.split(|byte| *byte == b'&')
        .filter_map(|pair| std::str::from_utf8(pair).ok()?.split_once('='))
        .any(|(name, value)| name == FIELD && is_form_token(value, token))
}

/// The page with the token in each of its forms.
async fn with_token(app: &Shared, token: &Secret, response: Response) -> Result<Response, Problem> {
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page {
        return Ok(response);
    }
    let (mut parts, body) = response.into_parts();
    let bytes = to_bytes(body, LARGEST_PAGE)
        .await
        .map_err(|_| Problem::Ours)?;
    let page = String::from_utf8(bytes.into()).map_err(|_| Problem::Ours)?;
    parts.headers.remove(header::CONTENT_LENGTH);
    let random = (app.site.secrets)().ok_or(Problem::Ours)?;
    let filled = fill(&page, &form_token(token, random));
    Ok(Response::from_parts(parts, Body::from(filled)))
}

fn fill(page: &str, token: &str) -> String {
    let mut pieces = page.split(FORM);
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        // What a person typed is escaped: this can only be a form of ours.
        let (tag, rest) = piece.split_once('>').unwrap_or((piece, ""));
        filled.push_str(FORM);
        filled.push_str(tag);
        filled.push_str("><input type=\"hidden\" name=\"");
        filled.push_str(FIELD);
        filled.push_str("\" value=\"");
        filled.push_str(token);
        filled.push_str("\">");
        filled.push_str(rest);
    }
    filled
}

/// A request that a proxy passed on, to pages that nothing locks: whoever can reach the proxy would be in.
pub(crate) fn refuse_proxied() -> Response {
    (StatusCode::FORBIDDEN, Problem::Unlocked).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_gets_the_token_and_nothing_else_changes() {
        let page = "<p>a</p><form method=\"post\" action=\"/x\"><b></b></form><form method=\"post\" action=\"/y\"></form>";
        let token = "<input type=\"hidden\" name=\"formtoken\" value=\"t\">";
        assert_eq!(
            fill(page, "t"),
            format!(
                "<p>a</p><form method=\"post\" action=\"/x\">{token}<b></b></form><form method=\"post\" action=\"/y\">{token}</form>"
            )
        );
        assert_eq!(fill("<form method=\"get\">", "t"), "<form method=\"get\">");
    }
}
