//! What a phone keeps so that Cramp now and the check-in open with no network: the service worker, the manifest, and the
//! pages that hold nothing about anybody's days.

use std::sync::LazyLock;

use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use knowledge::When;

use crate::assets;
use crate::checkin::morning::{self, Scored};
use crate::checkin::question::{self, Asked, Chip, Typed};
use crate::form::Mistakes;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};

/// What the kept pages need beside themselves.
const KEPT: [&str; 12] = [
    "soleus.css",
    "text.js",
    "soleus.js",
    "theme.js",
    "queue.js",
    "episode.js",
    "signs.js",
    "timer.js",
    "hold.js",
    "cramp.js",
    "checkin.js",
    "icon.svg",
];

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/sw.js", get(worker))
        .route("/manifest.webmanifest", get(manifest))
        .route("/away", get(away))
        .route("/check-in/away", get(check_in))
}

/// The worker with the addresses of what it keeps. Whatever changes in them, in the program or in what is known makes a new
/// version, and the pages are fetched anew.
static WORKER: LazyLock<String> = LazyLock::new(|| {
    let kept: Vec<String> = KEPT.iter().map(|name| assets::address(name)).collect();
    let version = format!(
        "{} {} {}",
        env!("CARGO_PKG_VERSION"),
        knowledge::VERSION,
        kept.concat()
    );
    include_str!("../assets/sw.js")
        .replace("__VERSION__", &version)
        .replace("__ASSETS__", &format!("['{}']", kept.join("', '")))
});

/// `GET /sw.js`
async fn worker() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (headers, WORKER.as_str()).into_response()
}

/// `GET /manifest.webmanifest`
async fn manifest() -> Response {
    let icon = |name: &str, sizes: &str, purpose: &str| serde_json::json!({ "src": assets::address(name), "sizes": sizes, "purpose": purpose });
    let manifest = serde_json::json!({
        "name": "Soleus",
        "short_name": "Soleus",
        "description": "A companion for people woken by night leg cramps.",
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#000000",
        "theme_color": "#000000",
        "icons": [
            icon("icon-192.png", "192x192", "any"),
            icon("icon-512.png", "512x512", "any"),
            icon("icon-maskable.png", "512x512", "maskable"),
        ],
        "shortcuts": [
            { "name": "Cramp now", "url": "/cramp" },
            { "name": "Check-in", "url": "/check-in" },
        ],
    });
    let headers = [
        (header::CONTENT_TYPE, "application/manifest+json"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (headers, manifest.to_string()).into_response()
}

#[derive(askama::Template)]
#[template(path = "offline/away.html")]
struct AwayPage {
    frame: Frame,
}

/// The frame of a page that a device keeps for days: what holds today does not stay on it.
fn kept(frame: Frame) -> Frame {
    frame.with_alarms(Vec::new())
}

/// `GET /away`: what stands in for a page that cannot be reached.
async fn away(look: Look) -> Response {
    render(&AwayPage {
        frame: kept(look.frame(crate::word("away-short"), Tab::None)),
    })
}

#[derive(askama::Template)]
#[template(path = "offline/check_in.html")]
struct CheckInPage {
    frame: Frame,
    counts: Vec<Chip>,
    scores: Vec<Scored>,
    morning: Vec<Asked>,
    evening: Vec<Asked>,
    script: String,
}

/// `GET /check-in/away`: the questions worth asking now, with no answer filled in and no date.
async fn check_in(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| {
        Ok(CheckInPage {
            frame: kept(look.frame(crate::word("tab-check-in"), Tab::CheckIn)),
            counts: morning::counts(""),
            scores: morning::scores(&Default::default(), &Mistakes::default()),
            morning: questions(app, When::Morning)?,
            evening: questions(app, When::Evening)?,
            script: assets::address("checkin.js"),
        })
    })
    .await?;
    Ok(render(&page))
}

fn questions(app: &App, when: When) -> Result<Vec<Asked>, Problem> {
    let nights = app.desk().nights(app.today())?;
    let person = app.desk().person()?;
    // The day that has not begun: nothing is answered about it.
    let next = app.night_anywhere().next();
    let factors = insight::checkin::questions(&person, &nights, next, when);
    let asked = factors
        .into_iter()
        .filter_map(|factor| question::asked(factor, Typed::default(), None, &Mistakes::default()));
    Ok(asked.collect())
}
