//! Who calls, and what they may do.

use axum::extract::{FromRequestParts, Request, State};
use axum::http::header;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;
use desk::{Access, Scope, Secret};

use super::Trouble;
use crate::problem::Problem;
use crate::site::{Shared, off_thread};

/// May read everything.
pub(super) struct Reader;
/// May tell of cramps.
pub(super) struct CrampTeller;
/// May tell anything new.
pub(super) struct Teller;

impl FromRequestParts<Shared> for Reader {
    type Rejection = Trouble;
    async fn from_request_parts(parts: &mut Parts, _: &Shared) -> Result<Self, Trouble> {
        permit(parts, &[Scope::ReadAll]).map(|()| Self)
    }
}

impl FromRequestParts<Shared> for CrampTeller {
    type Rejection = Trouble;
    async fn from_request_parts(parts: &mut Parts, _: &Shared) -> Result<Self, Trouble> {
        permit(parts, &[Scope::AddCramps, Scope::AddEntries]).map(|()| Self)
    }
}

impl FromRequestParts<Shared> for Teller {
    type Rejection = Trouble;
    async fn from_request_parts(parts: &mut Parts, _: &Shared) -> Result<Self, Trouble> {
        permit(parts, &[Scope::AddEntries]).map(|()| Self)
    }
}

/// What the secret of a request gives access to.
#[derive(Clone, Copy)]
struct Held(Scope);

/// Lets on who brings a secret that holds. Every address with something of the person stands behind it, so that none can
/// forget to ask; what the secret may do is asked by each.
pub(super) async fn known(
    State(app): State<Shared>,
    mut request: Request,
    next: Next,
) -> Result<Response, Trouble> {
    let sent = request
        .headers()
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .and_then(|(_, secret)| Secret::sent(secret.trim()))
        .ok_or_else(Trouble::no_secret)?;
    let access = admit(&app, sent).await?.ok_or_else(Trouble::no_secret)?;
    request.extensions_mut().insert(Held(access.scope));
    Ok(next.run(request).await)
}

fn permit(parts: &Parts, enough: &[Scope]) -> Result<(), Trouble> {
    let Held(scope) = parts.extensions.get().ok_or_else(Trouble::no_secret)?;
    if enough.contains(scope) {
        Ok(())
    } else {
        Err(Trouble::not_allowed(may(*scope)))
    }
}

/// What a secret gives access to, if it holds.
pub(crate) async fn admit(app: &Shared, secret: Secret) -> Result<Option<Access>, Problem> {
    off_thread(app, move |app| Ok(app.desk().admit(&secret, app.now())?)).await
}

fn may(scope: Scope) -> &'static str {
    match scope {
        Scope::AddCramps => "tell of cramps",
        Scope::AddEntries => "tell new things",
        Scope::ReadAll => "read",
        Scope::Calendar | Scope::CalendarInWords => "read the calendar",
    }
}
