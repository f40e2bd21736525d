//! Smaller answers, where nobody can learn from their length.
//!
//! Whoever sees how long a compressed page is, and can make it repeat words of their choice, can guess at what else stands in
//! it (BREACH). Only another site can make somebody's browser ask so: what it asks for is not compressed.

use axum::extract::Request;
use axum::http::header;
use axum::middleware::Next;
use axum::response::Response;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::compression::{CompressionLayer, CompressionLevel};

/// Compresses what is not yet compressed by its own format.
pub(crate) fn layer() -> CompressionLayer<impl Predicate> {
    // The page is made anew for each request: a level that costs less time than it saves on the way.
    CompressionLayer::new()
        .quality(CompressionLevel::Precise(5))
        .compress_when(
            DefaultPredicate::new()
                .and(NotForContentType::const_new("application/pdf"))
                .and(NotForContentType::const_new("application/zip")),
        )
}

/// Takes from a request that another site caused what would ask for a compressed answer.
pub(crate) async fn never_for_strangers(mut request: Request, next: Next) -> Response {
    let site = request.headers().get("sec-fetch-site");
    let is_strange = site.is_some_and(|site| !matches!(site.as_bytes(), b"same-origin" | b"none"));
    if is_strange {
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    next.run(request).await
}
