//! What this device prefers: language, quiet hours, units, country, time zone, the emergency number. It is about the device, so it lives in its cookie.

use axum::http::header::{self, HeaderMap};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use diary::Zone;

use texts::Language;

use crate::country::{self, Country};
use crate::form::{Fields, Mistakes};

const COOKIE: &str = "prefers";

/// Most digits of an emergency number somebody types: longer ones are no phone numbers.
const LONGEST_NUMBER: usize = 15;

/// Units of height, weight and drinks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Units {
    #[default]
    Metric,
    Us,
}

/// Units of blood tests that are offered first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum LabUnits {
    #[default]
    Molar,
    Mass,
}

/// What this device prefers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Preferences {
    /// The language of the pages; `None`: the one the browser asks for.
    pub(crate) language: Option<Language>,
    /// Hours of the day from which and until which `auto` is night.
    pub(crate) quiet: (i8, i8),
    pub(crate) units: Units,
    pub(crate) labs: LabUnits,
    pub(crate) country: Option<&'static Country>,
    /// Where the person counts the time, whatever the device says.
    pub(crate) zone: Option<Zone>,
    /// A number of the person's own to call in an emergency.
    pub(crate) own_number: Option<String>,
    /// The first run is over on this device.
    pub(crate) welcomed: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: None,
            quiet: (22, 6),
            units: Units::default(),
            labs: LabUnits::default(),
            country: None,
            zone: None,
            own_number: None,
            welcomed: false,
        }
    }
}

impl Preferences {
    /// Those of the request's cookie; what cannot be read is as nobody chose.
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let lines = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok());
        let mut pairs = lines
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='));
        pairs
            .find(|(name, _)| *name == COOKIE)
            .map(|(_, value)| Self::read(value))
            .unwrap_or_default()
    }

    fn read(text: &str) -> Self {
        let mut all = Self::default();
        for (name, value) in text.split('.').filter_map(|part| part.split_once('-')) {
            match name {
                "lang" => all.language = Language::tagged(value),
                "from" => all.quiet.0 = hour(value).unwrap_or(all.quiet.0),
                "until" => all.quiet.1 = hour(value).unwrap_or(all.quiet.1),
                "units" if value == "us" => all.units = Units::Us,
                "labs" if value == "mass" => all.labs = LabUnits::Mass,
                "call" => all.own_number = number(value),
                "country" => all.country = country::of(value),
                "welcomed" => all.welcomed = value == "yes",
                "zone" => all.zone = Zone::named(value).ok(),
                _ => {}
            }
        }
        all
    }

    /// The line that makes a browser keep them.
    fn cookie(&self) -> String {
        let units = match self.units {
            Units::Metric => "metric",
            Units::Us => "us",
        };
        let labs = match self.labs {
            LabUnits::Molar => "molar",
            LabUnits::Mass => "mass",
        };
        let lang = self.language.map(Language::tag).unwrap_or_default();
        let call = self.own_number.as_deref().unwrap_or_default();
        let country = self.country.map_or("", |country| country.code);
        let (from, until) = self.quiet;
        let zone = self.zone_name();
        let welcomed = if self.welcomed { "yes" } else { "no" };
        format!(
            "{COOKIE}=lang-{lang}.from-{from}.until-{until}.units-{units}.labs-{labs}.call-{call}.country-{country}.zone-{zone}.welcomed-{welcomed}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"
        )
    }

    /// Keeps them in the browser, and leads on to a page.
    pub(crate) fn kept(&self, next: &str) -> Response {
        let cookie = AppendHeaders([(header::SET_COOKIE, self.cookie())]);
        (cookie, Redirect::to(next)).into_response()
    }

    /// The number to call; `None`: both of the two best known are shown.
    pub(crate) fn emergency(&self) -> Option<String> {
        let number = self.own_number.clone();
        number.or_else(|| self.country.map(|country| country.number.to_owned()))
    }

    /// The name of the chosen zone; empty when the device's holds.
    pub(crate) fn zone_name(&self) -> &str {
        self.zone.as_ref().map_or("", Zone::name)
    }

    /// Whether this hour of the day is quiet. Equal hours mean never.
    pub(crate) fn is_quiet(&self, hour: i8) -> bool {
        let (from, until) = self.quiet;
        if from <= until {
            (from..until).contains(&hour)
        } else {
            hour >= from || hour < until
        }
    }
}

/// The time zone of a form; nothing typed is none, the device's then holds.
pub(crate) fn zone(fields: &Fields, mistakes: &mut Mistakes) -> Option<Zone> {
    let typed = fields.get("my-zone");
    let zone = Zone::named(typed).ok();
    if zone.is_none() && !typed.is_empty() {
        mistakes.add("my-zone", crate::word("settings-zone-wrong"));
    }
    zone
}

/// An hour of the day from 0 to 23.
pub(crate) fn hour(typed: &str) -> Option<i8> {
    typed.parse().ok().filter(|hour| (0..24).contains(hour))
}

/// A telephone number: digits, nothing else.
pub(crate) fn number(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let plain = !digits.is_empty() && digits.len() <= LONGEST_NUMBER;
    (plain && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_comes_back_as_it_was_and_nonsense_is_nothing() {
        let all = Preferences {
            language: Some(Language::German),
            quiet: (21, 7),
            units: Units::Us,
            labs: LabUnits::Mass,
            country: country::of("gb"),
            zone: Zone::named("America/Argentina/Buenos_Aires").ok(),
            own_number: number("9-9 9"),
            welcomed: true,
        };
        let line = all.cookie();
        let value = line.split_once('=').unwrap().1.split_once(';').unwrap().0;
        assert_eq!(Preferences::read(value), all);
        let nonsense = "lang-<b>.country-zz.zone-Nowhere/At_All.from-99.until-x.units-.call-1;2<b>.call-12345678901234567";
        assert_eq!(Preferences::read(nonsense), Preferences::default());
    }

    #[test]
    fn the_number_is_the_persons_own_or_that_of_the_country() {
        let mut all = Preferences::default();
        assert_eq!(all.emergency(), None);
        all.country = country::of("ch");
        assert_eq!(all.emergency().as_deref(), Some("144"));
        all.own_number = number("1414");
        assert_eq!(all.emergency().as_deref(), Some("1414"));
    }

    #[test]
    fn quiet_hours_go_over_midnight_or_not_at_all() {
        let night = Preferences::default();
        assert!(night.is_quiet(22) && night.is_quiet(3) && !night.is_quiet(6));
        let never = Preferences {
            quiet: (0, 0),
            ..Preferences::default()
        };
        assert!((0..24).all(|hour| !never.is_quiet(hour)));
    }
}
