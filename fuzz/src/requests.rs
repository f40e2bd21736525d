//! What the server must hold, whatever a browser, a phone or a program sends: an answer, and never that the fault is ours.
//! Forms, queries, cookies, tokens and uploads are all read behind this door.
//!
//! `crates/web/tests/site/corpus.rs` runs it over the kept corpus in ordinary tests.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode};
use desk::{Cost, Desk, Login};
use diary::Zone;
use store::SqliteStore;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tower::ServiceExt;
use web::{Cookie, Scheme, Site, loopback_hosts, router};

const PORT: u16 = 7353;
/// Requests after which the diary is thrown away: it grows with every form that is accepted.
const LIFETIME: u64 = 500;

/// Two servers that nobody else reaches: one open on this machine, one behind a passphrase.
pub struct Door {
    runtime: Runtime,
    houses: [Router; 2],
    knocked: u64,
    _folders: [TempDir; 2],
}

impl Default for Door {
    fn default() -> Self {
        let ((open, first), (locked, second)) = (house(None), house(Some("a long passphrase")));
        Self {
            runtime: tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime"),
            houses: [open, locked],
            knocked: 0,
            _folders: [first, second],
        }
    }
}

impl Door {
    /// Sends one request, written as in HTTP/1.1: a line with method and target, headers, an empty line, the body. A request
    /// that has no `host` is sent with the right one.
    pub fn knock(&mut self, bytes: &[u8]) {
        self.knocked += 1;
        if self.knocked > LIFETIME {
            *self = Self::default();
        }
        for house in &self.houses {
            let Some(request) = request(bytes) else {
                return;
            };
            let told = format!("{} {}", request.method(), request.uri());
            let status = self.runtime.block_on(async {
                let answer = house.clone().oneshot(request).await.expect("infallible");
                let status = answer.status();
                to_bytes(answer.into_body(), usize::MAX)
                    .await
                    .expect("a body");
                status
            });
            assert_ne!(status, StatusCode::INTERNAL_SERVER_ERROR, "{told}");
        }
    }
}

/// A server over a diary of its own.
fn house(passphrase: Option<&str>) -> (Router, TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = Arc::new(SqliteStore::open(folder.path()).expect("a diary"));
    let login = passphrase.map(|words| {
        let login = Login::new(Arc::clone(&store));
        let cheap = Cost {
            memory_kib: 8,
            passes: 1,
        };
        login.set(words, cheap, [3; 16]).expect("a passphrase");
        Arc::new(login)
    });
    let (ticks, secrets) = (AtomicU64::new(1), AtomicU64::new(1));
    let site = Site {
        desk: Arc::new(Desk::new(store as _)),
        clock: Arc::new(|| "2026-05-03T06:30:00Z".parse().expect("an instant")),
        random: Arc::new(move || {
            let mut bytes = [7; 10];
            bytes[2..].copy_from_slice(&ticks.fetch_add(1, Ordering::Relaxed).to_be_bytes());
            bytes
        }),
        secrets: Arc::new(move || {
            let mut bytes = [7; 32];
            bytes[24..].copy_from_slice(&secrets.fetch_add(1, Ordering::Relaxed).to_be_bytes());
            Some(bytes)
        }),
        counts: Arc::default(),
        backups: None,
        zone: Zone::named("Europe/Berlin").expect("a zone"),
        demo: false,
        hosts: loopback_hosts(PORT),
        scheme: Scheme::Http,
        login,
        cookie: Cookie::plain(PORT),
    };
    (router(site), folder)
}

fn request(bytes: &[u8]) -> Option<Request<Body>> {
    let end = bytes.windows(2).position(|pair| pair == b"\n\n");
    let (head, body) = match end {
        Some(end) => (&bytes[..end], &bytes[end + 2..]),
        None => (bytes, &[][..]),
    };
    let mut lines = head.split(|byte| *byte == b'\n');
    let mut first = lines.next()?.splitn(2, |byte| *byte == b' ');
    let method = Method::from_bytes(first.next()?).ok()?;
    let target = std::str::from_utf8(first.next()?).ok()?;
    let mut request = Request::builder().method(method).uri(target);
    let mut has_host = false;
    for line in lines {
        let mut parts = line.splitn(2, |byte| *byte == b':');
        let (name, value) = (parts.next()?, parts.next()?);
        has_host |= name.eq_ignore_ascii_case(b"host");
        request = request.header(name, value.trim_ascii());
    }
    if !has_host {
        request = request.header("host", format!("127.0.0.1:{PORT}"));
    }
    request.body(Body::from(body.to_vec())).ok()
}
