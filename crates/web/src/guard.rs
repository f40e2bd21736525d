//! The door: which requests are let in, and which headers every answer carries.

use axum::extract::{Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::api::{self, Trouble};
use crate::apology::framed;
use crate::lock::{self, Inside};
use crate::problem::Problem;
use crate::site::{Scheme, Shared};

/// Largest body of a form, in bytes: a note of 10,000 characters of four bytes, percent-encoded, and its fields.
pub(crate) const LARGEST_BODY: usize = 256 * 1024;

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
                      manifest-src 'self'; worker-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";

/// Browsers that were here over TLS come only that way for a year.
const HSTS: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// What a proxy adds to a request that it passes on.
const PASSED_ON: [&str; 4] = ["x-forwarded-for", "forwarded", "x-real-ip", "via"];

/// Headers of every answer.
const HEADERS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    // Not `no-referrer`: under that policy a browser sends `Origin: null` with our own forms, and older ones that know no
    // Sec-Fetch-Site could then not be told from a foreign site. Other sites get nothing under either.
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

/// Lets a request in or refuses it, and dresses the answer.
pub(crate) async fn guard(State(app): State<Shared>, mut request: Request, next: Next) -> Response {
    let site = &app.site;
    let admitted = admit(
        request.method(),
        request.headers(),
        &site.hosts,
        site.scheme,
    );
    let mut response = match (admitted, &site.login) {
        // The same for everybody, and they dress the page of a refusal too.
        _ if is_asset(&request) => next.run(request).await,
        (Ok(()), Some(_)) => lock::pass(&app, request, next).await,
        (Ok(()), None) if is_passed_on(request.headers()) => lock::refuse_proxied(),
        (Ok(()), None) => {
            request.extensions_mut().insert(Inside);
            next.run(request).await
        }
        (Err(problem), _) if request.uri().path().starts_with(api::ROOT) => {
            Trouble::from(problem).into_response()
        }
        // Nothing is locked, and the name is ours: whoever sent this form may see the diary, and no other site sees the answer.
        (Err(Problem::Foreign), None) if !is_passed_on(request.headers()) => {
            request.extensions_mut().insert(Inside);
            let asked = request.into_parts().0;
            framed(&app, &asked, Problem::Foreign.into_response()).await
        }
        (Err(problem), _) => problem.into_response(),
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if site.scheme == Scheme::Https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HSTS);
    }
    // Pages tell about a person's health: no copy stays in the browser's cache. Assets set their own header.
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}

fn is_asset(request: &Request) -> bool {
    request.method().is_safe() && request.uri().path().starts_with("/assets/")
}

fn is_passed_on(headers: &HeaderMap) -> bool {
    PASSED_ON.iter().any(|name| headers.contains_key(*name))
}

fn admit(
    method: &Method,
    headers: &HeaderMap,
    hosts: &[String],
    scheme: Scheme,
) -> Result<(), Problem> {
    let host = text(headers, &header::HOST)
        .unwrap_or_default()
        .to_ascii_lowercase();
    // A name that a stranger points at this machine (DNS rebinding) must not open the diary.
    if !hosts.contains(&host) {
        return Err(Problem::WrongHost);
    }
    if method.is_safe() || is_own(headers, &host, scheme) {
        Ok(())
    } else {
        Err(Problem::Foreign)
    }
}

/// Whether a write comes from one of our own pages, or from no web page at all.
fn is_own(headers: &HeaderMap, host: &str, scheme: Scheme) -> bool {
    let origin = headers
        .get(header::ORIGIN)
        .map(|value| value.to_str().unwrap_or_default().to_ascii_lowercase());
    let own_origin = format!("{}://{host}", scheme.name());
    match (
        headers.get("sec-fetch-site").map(HeaderValue::as_bytes),
        origin,
    ) {
        (Some(b"same-origin" | b"none"), None) => true,
        (Some(b"same-origin" | b"none"), Some(origin)) => origin == own_origin || origin == "null",
        (Some(_), _) => false,
        (None, Some(origin)) => origin == own_origin,
        // Every browser of the last years sends one of the two with a form: this is a program on the same machine.
        (None, None) => true,
    }
}

fn text<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(pairs: &[(&'static str, &'static str)]) -> bool {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.insert(*name, HeaderValue::from_static(value));
        }
        is_own(&headers, "127.0.0.1:7353", Scheme::Http)
    }

    #[test]
    fn writes_are_taken_from_own_pages_and_programs_only() {
        assert!(verdict(&[]));
        assert!(verdict(&[("origin", "http://127.0.0.1:7353")]));
        assert!(verdict(&[
            ("sec-fetch-site", "same-origin"),
            ("origin", "http://127.0.0.1:7353")
        ]));
        assert!(verdict(&[
            ("sec-fetch-site", "same-origin"),
            ("origin", "null")
        ]));
        assert!(verdict(&[("sec-fetch-site", "none")]));
        assert!(!verdict(&[("origin", "null")]));
        assert!(!verdict(&[("origin", "http://127.0.0.1:8000")]));
        assert!(!verdict(&[("origin", "https://127.0.0.1:7353")]));
        assert!(!verdict(&[("origin", "http://evil.example")]));
        assert!(!verdict(&[("sec-fetch-site", "cross-site")]));
        assert!(!verdict(&[
            ("sec-fetch-site", "same-site"),
            ("origin", "http://127.0.0.1:7353")
        ]));
        assert!(!verdict(&[
            ("sec-fetch-site", "same-origin"),
            ("origin", "http://evil.example")
        ]));
    }
}
