//! Day, dark and night: which one a page wears, and the form that chooses.

use axum::http::header::{self, HeaderMap};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};

use crate::form::Fields;
use crate::preferences::Preferences;

/// How a page looks. `Auto` follows the browser's setting, and the clock at night.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    #[default]
    Auto,
    Day,
    Dark,
    Night,
}

const COOKIE: &str = "theme";

impl Theme {
    pub(crate) const ALL: [Self; 4] = [Self::Auto, Self::Day, Self::Dark, Self::Night];

    /// The name for people.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Auto => crate::word("frame-theme-auto"),
            Self::Day => crate::word("frame-theme-day"),
            Self::Dark => crate::word("frame-theme-dark"),
            Self::Night => crate::word("frame-theme-night"),
        }
    }

    /// The name in the cookie, the form and the stylesheet.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Day => "day",
            Self::Dark => "dark",
            Self::Night => "night",
        }
    }

    fn named(name: &str) -> Self {
        [Self::Day, Self::Dark, Self::Night]
            .into_iter()
            .find(|theme| theme.name() == name)
            .unwrap_or_default()
    }

    /// The theme the person chose, from the cookie.
    pub(crate) fn chosen(headers: &HeaderMap) -> Self {
        let cookies = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok());
        let mut pairs = cookies
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='));
        pairs
            .find(|(name, _)| *name == COOKIE)
            .map(|(_, value)| Self::named(value))
            .unwrap_or_default()
    }

    /// The theme to wear at this hour of the day.
    pub(crate) fn worn_at(self, hour: i8, prefers: &Preferences) -> Self {
        if self == Self::Auto && prefers.is_quiet(hour) {
            Self::Night
        } else {
            self
        }
    }
}

/// `POST /theme`
pub(crate) async fn post(fields: Fields) -> Response {
    let theme = Theme::named(fields.get("theme"));
    let cookie = format!(
        "{COOKIE}={}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly",
        theme.name()
    );
    let back = fields.get("back");
    let back = if is_own_path(back) { back } else { "/" };
    (
        AppendHeaders([(header::SET_COOKIE, cookie)]),
        Redirect::to(back),
    )
        .into_response()
}

/// Whether this is a path of our own, never a way to another site, and can stand in a header.
pub(crate) fn is_own_path(back: &str) -> bool {
    let plain = back
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    plain && back.starts_with('/') && !back.starts_with("//")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn auto_is_night_in_the_quiet_hours_and_a_choice_holds() {
        let prefers = Preferences::default();
        assert_eq!(Theme::Auto.worn_at(3, &prefers), Theme::Night);
        assert_eq!(Theme::Day.worn_at(3, &prefers), Theme::Day);
        assert_eq!(Theme::Auto.worn_at(6, &prefers), Theme::Auto);
    }
}
