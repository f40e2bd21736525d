//! What is sent: a JSON body or wishes behind the question mark, each refused with a sentence.

use std::time::Duration;

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use serde::de::DeserializeOwned;
use tokio::time::timeout;

use super::Trouble;
use crate::problem::Problem;
use crate::site::Shared;

/// How long a device may take to send a body.
const SLOWEST: Duration = Duration::from_secs(30);

/// A JSON body; an empty one is the default, so that a button need not send any.
pub(super) struct Sent<T>(pub(super) T);

impl<T: DeserializeOwned + Default> FromRequest<Shared> for Sent<T> {
    type Rejection = Trouble;
    async fn from_request(request: Request, app: &Shared) -> Result<Self, Trouble> {
        let is_json = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.split(';').next())
            .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"));
        let bytes = match timeout(SLOWEST, Bytes::from_request(request, app)).await {
            Err(_) => return Err(Problem::TooSlow.into()),
            Ok(Err(cut)) if cut.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                return Err(Problem::TooLarge.into());
            }
            Ok(Err(_)) => {
                return Err(Trouble::unclear(
                    "The body did not arrive whole. Nothing was stored; send it again.",
                ));
            }
            Ok(Ok(bytes)) => bytes,
        };
        if bytes.is_empty() {
            return Ok(Self(T::default()));
        }
        if !is_json {
            return Err(Trouble::not_json());
        }
        serde_json::from_slice(&bytes).map(Self).map_err(|error| {
            Trouble::unclear(format!(
                "The body cannot be used: {error}. Nothing was stored."
            ))
        })
    }
}

/// Wishes behind the question mark.
pub(super) struct Wanted<T>(pub(super) T);

impl<T: DeserializeOwned> FromRequestParts<Shared> for Wanted<T> {
    type Rejection = Trouble;
    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, Trouble> {
        match Query::from_request_parts(parts, app).await {
            Ok(Query(wishes)) => Ok(Self(wishes)),
            Err(refused) => Err(Trouble::unclear(format!(
                "What stands behind the question mark cannot be used: {}.",
                refused.body_text()
            ))),
        }
    }
}
