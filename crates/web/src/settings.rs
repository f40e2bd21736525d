//! `GET` and `POST /settings`: how this device looks and counts, and the ways to everything about the diary itself.

use axum::extract::State;
use axum::http::{StatusCode, header};
use texts::Language;

use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};

use crate::form::{Fields, Mistakes};
use crate::page::{Frame, Look, Tab, render};
use crate::preferences::{self, LabUnits, Preferences, Units};
use crate::problem::Problem;
use crate::site::{Shared, off_thread};
use crate::word;

/// Emergency numbers on the buttons, with the keys of their names. Where they hold is general knowledge, not checked in a register.
const NUMBERS: [(&str, &str); 5] = [
    ("112", "settings-112"),
    ("911", "settings-911"),
    ("999", "settings-999"),
    ("000", "settings-000"),
    ("111", "settings-111"),
];

#[derive(askama::Template)]
#[template(path = "settings.html")]
struct Page {
    frame: Frame,
    from: String,
    until: String,
    us: bool,
    mass: bool,
    /// The tag of the chosen language; empty when the browser decides.
    language: &'static str,
    numbers: [(&'static str, &'static str); 5],
    chosen: String,
    own: String,
    zone: String,
    mistakes: Mistakes,
}

impl Page {
    fn speaks(&self, language: Language) -> bool {
        language.tag() == self.language
    }
}

fn page(look: &Look, zone: String, mistakes: Mistakes) -> Page {
    let prefers = &look.prefers;
    let call = prefers.emergency.clone().unwrap_or_default();
    let known = NUMBERS.iter().any(|(number, _)| *number == call);
    Page {
        frame: look.frame(crate::word("settings-title"), Tab::Settings),
        from: prefers.quiet.0.to_string(),
        until: prefers.quiet.1.to_string(),
        us: prefers.units == Units::Us,
        mass: prefers.labs == LabUnits::Mass,
        language: prefers.language.map(Language::tag).unwrap_or_default(),
        numbers: NUMBERS.map(|(number, key)| (number, word(key))),
        own: if known { String::new() } else { call.clone() },
        chosen: if known { call } else { String::new() },
        zone,
        mistakes,
    }
}

/// `GET /settings`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let zone = off_thread(&app, |app| Ok(app.site.zone.name().to_owned())).await?;
    Ok(render(&page(&look, zone, Mistakes::default())))
}

/// `POST /settings`
pub(crate) async fn post(State(app): State<Shared>, look: Look, fields: Fields) -> Response {
    let mut mistakes = Mistakes::default();
    let mut hour = |name: &str| {
        let read = preferences::hour(fields.get(name));
        read.unwrap_or_else(|| {
            mistakes.add(name, crate::word("settings-hour-wrong"));
            0
        })
    };
    let quiet = (hour("from"), hour("until"));
    let own = fields.get("own");
    let typed = if own.is_empty() {
        fields.get("call")
    } else {
        own
    };
    let emergency = preferences::number(typed);
    if emergency.is_none() && !typed.is_empty() {
        mistakes.add("own", crate::word("settings-number-wrong"));
    }
    if !mistakes.is_empty() {
        let again = Page {
            from: fields.get("from").to_owned(),
            until: fields.get("until").to_owned(),
            own: own.to_owned(),
            ..page(&look, app.site.zone.name().to_owned(), mistakes)
        };
        return (StatusCode::UNPROCESSABLE_ENTITY, render(&again)).into_response();
    }
    let chosen = Preferences {
        language: Language::tagged(fields.get("language")),
        quiet,
        units: match fields.get("units") {
            "us" => Units::Us,
            _ => Units::Metric,
        },
        labs: match fields.get("labs") {
            "mass" => LabUnits::Mass,
            _ => LabUnits::Molar,
        },
        emergency,
    };
    (
        AppendHeaders([(header::SET_COOKIE, chosen.cookie())]),
        Redirect::to("/settings?done=saved"),
    )
        .into_response()
}
