//! `GET` and `POST /settings`: how this device looks and counts, and the ways to everything about the diary itself.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use diary::entry::Hemisphere;
use texts::Language;

use crate::country::{self, Country};
use crate::form::{Fields, Mistakes};
use crate::page::{Frame, Look, Tab, render};
use crate::preferences::{self, LabUnits, Preferences, Units};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};

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
    countries: Vec<&'static Country>,
    /// The code of the chosen country; empty for none.
    country: String,
    own: String,
    /// The chosen time zone; empty for the device's.
    zone: String,
    /// Where Soleus runs.
    house_zone: String,
    /// For the season: what the diary knows.
    hemisphere: &'static str,
    mistakes: Mistakes,
}

impl Page {
    fn speaks(&self, language: Language) -> bool {
        language.tag() == self.language
    }
}

fn page(app: &App, look: &Look, mistakes: Mistakes) -> Result<Page, Problem> {
    let prefers = &look.prefers;
    Ok(Page {
        frame: look.frame(crate::word("settings-title"), Tab::Settings),
        from: prefers.quiet.0.to_string(),
        until: prefers.quiet.1.to_string(),
        us: prefers.units == Units::Us,
        mass: prefers.labs == LabUnits::Mass,
        language: prefers.language.map(Language::tag).unwrap_or_default(),
        countries: country::in_order(),
        country: prefers.country.map_or("", |one| one.code).to_owned(),
        own: prefers.own_number.clone().unwrap_or_default(),
        zone: prefers.zone_name().to_owned(),
        house_zone: app.site.zone.name().to_owned(),
        hemisphere: crate::word(match app.desk().person()?.hemisphere {
            Some(Hemisphere::North) => "settings-north",
            Some(Hemisphere::South) => "settings-south",
            None => "settings-no-half",
        }),
        mistakes,
    })
}

/// `GET /settings`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| page(app, &look, Mistakes::default())).await?;
    Ok(render(&page))
}

/// `POST /settings`
pub(crate) async fn post(
    State(app): State<Shared>,
    look: Look,
    fields: Fields,
) -> Result<Response, Problem> {
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
    let own_number = preferences::number(own);
    let zone = preferences::zone(&fields, &mut mistakes);
    if own_number.is_none() && !own.is_empty() {
        mistakes.add("own", crate::word("settings-number-wrong"));
    }
    if !mistakes.is_empty() {
        let sent = fields.clone();
        let page = off_thread(&app, move |app| page(app, &look, mistakes)).await?;
        let again = Page {
            from: sent.get("from").to_owned(),
            until: sent.get("until").to_owned(),
            country: sent.get("country").to_owned(),
            own: sent.get("own").to_owned(),
            zone: sent.get("my-zone").to_owned(),
            ..page
        };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&again)).into_response());
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
        country: country::of(fields.get("country")),
        zone,
        own_number,
        welcomed: look.prefers.welcomed,
    };
    Ok(chosen.kept("/settings?done=saved"))
}
