//! `/pair`: a phone beside the bed that may log cramps and nothing else, let in by a code that it scans.
//!
//! The code is good once and for ten minutes, so that it may stand in an address; the token it is changed for never does.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::header;
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use desk::{May, Secret};
use jiff::{SignedDuration, Timestamp};
use qrcode::QrCode;
use qrcode::render::svg;

use crate::form::Fields;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};

/// How long a code is good.
const GOOD: SignedDuration = SignedDuration::from_mins(10);
/// Longest name of a phone, in characters.
const LONGEST: usize = 60;

/// A code that waits to be scanned.
pub(crate) struct Waiting {
    code: Secret,
    phone: String,
    made_at: Timestamp,
}

#[derive(askama::Template)]
#[template(path = "pair/code.html")]
struct CodePage {
    frame: Frame,
    phone: String,
    address: String,
    picture: String,
}

#[derive(askama::Template)]
#[template(path = "pair/phone.html")]
struct PhonePage {
    frame: Frame,
    code: String,
}

/// `POST /devices/pair`: shows the code.
pub(crate) async fn post(
    State(app): State<Shared>,
    headers: HeaderMap,
    look: Look,
    fields: Fields,
) -> Result<Response, Problem> {
    if app.site.login.is_none() {
        return Err(Problem::NotFound);
    }
    let named = fields.get("phone");
    let phone: String = match named {
        "" => crate::word("pair-unnamed"),
        named => named,
    }
    .chars()
    .filter(|c| !c.is_control())
    .take(LONGEST)
    .collect();
    let host = headers
        .get(header::HOST)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let code = Secret::new((app.site.secrets)().ok_or(Problem::Ours)?);
    let address = format!("{}://{host}/pair/{}", app.site.scheme.name(), code.show());
    let picture = picture(&address)?;
    app.wait_for(Waiting {
        code,
        phone: phone.clone(),
        made_at: app.now(),
    });
    Ok(render(&CodePage {
        frame: look.frame(crate::word("pair-title"), Tab::Profile),
        phone,
        address,
        picture,
    }))
}

/// `GET /pair/{code}`: asks on the phone. Looking at it uses nothing up: phones open links to show a preview.
pub(crate) async fn ask(
    State(app): State<Shared>,
    Path(code): Path<String>,
    look: Look,
) -> Result<Response, Problem> {
    let sent = Secret::sent(&code).ok_or(Problem::NotFound)?;
    if !app.is_waiting_for(&sent) {
        return Err(Problem::OldCode);
    }
    Ok(render(&PhonePage {
        frame: look.frame(crate::word("pair-this"), Tab::None).bare(),
        code,
    }))
}

/// `POST /pair/{code}`: the phone is in, for cramps only.
pub(crate) async fn accept(
    State(app): State<Shared>,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    let sent = Secret::sent(&code).ok_or(Problem::NotFound)?;
    let token = off_thread(&app, move |app| {
        let login = app.site.login.as_ref().ok_or(Problem::NotFound)?;
        let phone = app.scanned(&sent).ok_or(Problem::OldCode)?;
        let random = (app.site.secrets)().ok_or(Problem::Ours)?;
        Ok(login.admit(&phone, May::LogCramps, app.now(), random)?)
    })
    .await?;
    Ok((
        AppendHeaders([(header::SET_COOKIE, app.site.cookie.give(&token))]),
        Redirect::to("/cramp"),
    )
        .into_response())
}

impl Waiting {
    fn is_good(&self, sent: &Secret, now: Timestamp) -> bool {
        let age = now.duration_since(self.made_at);
        self.code.is(sent) && !age.is_negative() && age <= GOOD
    }
}

impl App {
    /// Puts a code in the place of the one that waited.
    fn wait_for(&self, waiting: Waiting) {
        *self.pairing() = Some(waiting);
    }

    fn is_waiting_for(&self, sent: &Secret) -> bool {
        let now = self.now();
        self.pairing()
            .as_ref()
            .is_some_and(|waiting| waiting.is_good(sent, now))
    }

    /// The phone's name, if this is the code that waits; it is then used up.
    fn scanned(&self, sent: &Secret) -> Option<String> {
        let now = self.now();
        let waiting = self.pairing().take_if(|waiting| waiting.is_good(sent, now));
        waiting.map(|waiting| waiting.phone)
    }
}

/// The address as a picture, black on white in every theme: cameras need it so.
fn picture(address: &str) -> Result<String, Problem> {
    let code = QrCode::new(address).map_err(|_| Problem::Ours)?;
    let drawn = code
        .render::<svg::Color<'_>>()
        .min_dimensions(280, 280)
        .dark_color(svg::Color("#000"))
        .light_color(svg::Color("#fff"))
        .build();
    // Within a page the picture begins with its own element.
    let start = drawn.find("<svg").unwrap_or(0);
    Ok(drawn.get(start..).unwrap_or_default().to_owned())
}
