//! The lock behind the door: where a passphrase is set, who is let on, and the token that every form then carries.
//!
//! The token is put into forms here and not in the templates, so that no form can be written without it.

use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use desk::login::{form_token, is_form_token};
use desk::{May, Secret};
use tokio::time::timeout;

use crate::api;
use crate::apology::framed;
use crate::expired::Typed;
use crate::guard::LARGEST_BODY;
use crate::import;
use crate::login::{self, LetIn};
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

/// Marks a request of somebody who may see the diary: logged in, or where nothing is locked.
#[derive(Clone, Copy)]
pub(crate) struct Inside;

/// Lets on who is logged in; asks everybody else for the passphrase.
pub(crate) async fn pass(app: &Shared, request: Request, next: Next) -> Response {
    if is_public(request.uri().path()) {
        return in_public(app, request, next).await;
    }
    let token = app.site.cookie.of(request.headers());
    match with(app, token, request, next).await {
        Ok(response) => response,
        Err(problem) => problem.into_response(),
    }
}

/// Answers what needs no login. Who was let in and had typed something before gets that back at once.
async fn in_public(app: &Shared, request: Request, next: Next) -> Response {
    let mut headers = request.headers().clone();
    let mut response = next.clone().run(request).await;
    let Some(LetIn { token, typed }) = response.extensions_mut().remove() else {
        return response;
    };
    let given = response.headers_mut().remove(header::SET_COOKIE);
    if let Some(cookie) = &given {
        headers.insert(header::COOKIE, joined(cookie, &headers));
    }
    let mut back = match typed.give_back(app, headers, next, |_| true).await {
        Ok(page) => match with_token(app, &token, page).await {
            Ok(page) => page,
            Err(problem) => problem.into_response(),
        },
        Err(problem) => problem.into_response(),
    };
    back.headers_mut()
        .extend(given.map(|cookie| (header::SET_COOKIE, cookie)));
    back
}

async fn with(
    app: &Shared,
    token: Option<Secret>,
    mut request: Request,
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
    request.extensions_mut().insert(Inside);
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let request = Request::from_parts(parts, body);
    let page = match inside(app, &token, session.may, request, next).await {
        Ok(page) => page,
        Err(problem) => framed(app, &asked, problem.into_response()).await,
    };
    with_token(app, &token, page).await
}

/// Answers somebody who is logged in, and may do so much.
async fn inside(
    app: &Shared,
    token: &Secret,
    may: May,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    if may == May::LogCramps && !is_about_a_cramp(request.uri().path()) {
        return Err(Problem::OnlyCramps);
    }
    if request.method().is_safe() {
        return Ok(next.run(request).await);
    }
    if request.uri().path() == import::START {
        return Ok(next.run(owing(token, request)).await);
    }
    let (parts, bytes) = received(request).await?;
    if carries(token, &bytes) {
        let request = Request::from_parts(parts, Body::from(bytes));
        return Ok(next.run(request).await);
    }
    let may_see = |path: &str| may == May::Everything || is_about_a_cramp(path);
    give_back(app, parts, bytes, next, may_see).await
}

/// A form of an earlier login, with what was typed; a refusal, where nobody can say that our own page sent it.
async fn give_back(
    app: &Shared,
    parts: Parts,
    bytes: Bytes,
    next: Next,
    may_see: impl Fn(&str) -> bool,
) -> Result<Response, Problem> {
    let headers = parts.headers.clone();
    match Typed::of(&parts, bytes).await {
        None => Err(Problem::Foreign),
        // A queue needs no page: it tries again with a token of the next one.
        Some(typed) if typed.is_queued() || typed.is_empty() => Err(Problem::Expired),
        Some(typed) => {
            let page = typed.give_back(app, headers, next, may_see).await?;
            Ok((StatusCode::FORBIDDEN, page).into_response())
        }
    }
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

/// Asks for the passphrase, and keeps what was typed meanwhile.
async fn ask(app: &Shared, request: Request) -> Result<Response, Problem> {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let is_file = request.uri().path() == import::START;
    let (mut parts, typed) = if reads || is_file {
        (request.into_parts().0, None)
    } else {
        let (parts, bytes) = received(request).await?;
        let typed = Typed::of(&parts, bytes).await;
        (
            parts,
            typed.filter(|typed| !typed.is_queued() && !typed.is_empty()),
        )
    };
    let look = Look::from_request_parts(&mut parts, app).await?;
    let path = if reads { parts.uri.path() } else { "/" };
    let next = typed.as_ref().map_or(path, |typed| &typed.page).to_owned();
    Ok(login::instead(&look, &next, typed))
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

/// A form, whole.
async fn received(request: Request) -> Result<(Parts, Bytes), Problem> {
    let (parts, body) = request.into_parts();
    match timeout(SLOWEST, to_bytes(body, LARGEST_BODY)).await {
        Err(_) => Err(Problem::TooSlow),
        Ok(Err(_)) => Err(Problem::TooLarge),
        Ok(Ok(bytes)) => Ok((parts, bytes)),
    }
}

/// The cookies of a request with one that it was just given, which comes first.
fn joined(given: &HeaderValue, headers: &HeaderMap) -> HeaderValue {
    let given = given.to_str().unwrap_or_default();
    let given = given.split(';').next().unwrap_or_default();
    let before = headers.get_all(header::COOKIE).iter();
    let before = before.filter_map(|cookies| cookies.to_str().ok());
    let all: Vec<&str> = std::iter::once(given).chain(before).collect();
    HeaderValue::from_str(&all.join("; ")).unwrap_or(HeaderValue::from_static(""))
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
