//! What an address carries: the id of an entry, and wishes after the question mark.

use axum::extract::{FromRequestParts, Path, Query};
use axum::http::request::Parts;
use diary::EntryId;
use serde::de::DeserializeOwned;

use crate::problem::Problem;

/// The entry that an address names. What is no id names nothing.
pub(crate) struct EntryAt(pub(crate) EntryId);

impl<S: Send + Sync> FromRequestParts<S> for EntryAt {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path = Path::<String>::from_request_parts(parts, state).await;
        let Path(text) = path.map_err(|_| Problem::NotFound)?;
        text.parse().map(Self).map_err(|_| Problem::NotFound)
    }
}

/// Wishes after the question mark. A page never fails for one it does not understand.
pub(crate) struct Wishes<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned + Default> FromRequestParts<S> for Wishes<T> {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let query = Query::from_request_parts(parts, state).await;
        Ok(Self(query.map(|Query(wishes)| wishes).unwrap_or_default()))
    }
}
