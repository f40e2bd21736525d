//! What is refused or failed, as problem details (RFC 9457) with one sentence that says what to do.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::DeskError;
use serde::Serialize;
use utoipa::{IntoResponses, ToSchema};

use crate::problem::Problem;

/// A refusal or a failure.
#[derive(Debug)]
pub(crate) struct Trouble {
    status: StatusCode,
    title: &'static str,
    detail: String,
}

impl Trouble {
    pub(crate) fn not_found() -> Self {
        Problem::NotFound.into()
    }

    pub(crate) fn method() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "Not this way",
            "This address does not take this method; the header Allow says which it takes.",
        )
    }

    pub(super) fn no_secret() -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "Who are you",
            "Send a secret that holds, as `Authorization: Bearer soleus_…`. The page Devices makes one.",
        )
    }

    pub(super) fn not_allowed(may: &str) -> Self {
        Self::new(
            StatusCode::FORBIDDEN,
            "Not with this secret",
            format!("This secret may only {may}. The page Devices makes one that may do more."),
        )
    }

    pub(super) fn not_json() -> Self {
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "Not JSON",
            "Send JSON, and say so: `Content-Type: application/json`.",
        )
    }

    pub(super) fn unclear(sentence: impl Into<String>) -> Self {
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "We could not read that",
            sentence,
        )
    }

    fn new(status: StatusCode, title: &'static str, detail: impl Into<String>) -> Self {
        Self {
            status,
            title,
            detail: detail.into(),
        }
    }
}

impl From<Problem> for Trouble {
    fn from(problem: Problem) -> Self {
        if let Problem::Desk(error) = &problem
            && !error.is_bad_input()
        {
            // Here as on pages: the message says what failed, never what was told.
            tracing::error!("{error}");
        }
        let status = match &problem {
            Problem::Desk(DeskError::Taken(_) | DeskError::Erased(_)) => StatusCode::CONFLICT,
            other => other.status(),
        };
        Self::new(status, problem.title(), problem.sentence())
    }
}

impl From<DeskError> for Trouble {
    fn from(error: DeskError) -> Self {
        Problem::Desk(error).into()
    }
}

/// Problem details (RFC 9457).
#[derive(Serialize, ToSchema)]
pub(super) struct Details {
    /// Always `about:blank`: the status says it all.
    #[schema(example = "about:blank")]
    r#type: &'static str,
    /// The same for every problem of this kind.
    title: &'static str,
    /// The HTTP status.
    status: u16,
    /// One sentence: what was wrong and what to do.
    detail: String,
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let details = Details {
            r#type: "about:blank",
            title: self.title,
            status: self.status.as_u16(),
            detail: self.detail,
        };
        let mut response = (self.status, Json(details)).into_response();
        let headers = response.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

/// What every request can be answered with.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "described to readers of the API, never made")]
pub(super) enum Refusals {
    /// No secret was sent, or it gives no access (any more).
    #[response(status = 401, content_type = "application/problem+json")]
    NoSecret(Details),
    /// The secret does not give access to this.
    #[response(status = 403, content_type = "application/problem+json")]
    NotAllowed(Details),
    /// A part of the address could not be read.
    #[response(status = 422, content_type = "application/problem+json")]
    Unclear(Details),
    /// The diary could not be read or written.
    #[response(status = 503, content_type = "application/problem+json")]
    Unavailable(Details),
}

/// What a request that tells something can be answered with besides.
#[derive(IntoResponses)]
#[expect(dead_code, reason = "described to readers of the API, never made")]
pub(super) enum NotTaken {
    /// Another entry has this id, or it was erased. Nothing was changed.
    #[response(status = 409, content_type = "application/problem+json")]
    Taken(Details),
    /// The body is larger than any entry.
    #[response(status = 413, content_type = "application/problem+json")]
    TooLarge(Details),
    /// The body did not arrive in time.
    #[response(status = 408, content_type = "application/problem+json")]
    TooSlow(Details),
    /// The body is not JSON.
    #[response(status = 415, content_type = "application/problem+json")]
    NotJson(Details),
}
