//! What every page has around its content: title, theme, menu, notice; and how a template becomes an answer.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{Html, IntoResponse, Response};
use insight::Raised;

use crate::alarm;
use crate::assets;
use crate::lock::Inside;
use crate::preferences::Preferences;
use crate::problem::Problem;
use crate::site::{Shared, off_thread};
use crate::theme::Theme;

/// Entries of the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tab {
    Tonight,
    CheckIn,
    Suspects,
    Plan,
    Food,
    Trials,
    Nights,
    Report,
    Evidence,
    Profile,
    Settings,
    /// A page outside the menu.
    None,
}

impl Tab {
    pub(crate) const ALL: [Self; 11] = [
        Self::Tonight,
        Self::CheckIn,
        Self::Suspects,
        Self::Plan,
        Self::Food,
        Self::Trials,
        Self::Nights,
        Self::Report,
        Self::Evidence,
        Self::Profile,
        Self::Settings,
    ];

    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Tonight | Self::None => crate::word("tab-tonight"),
            Self::CheckIn => crate::word("tab-check-in"),
            Self::Suspects => crate::word("tab-suspects"),
            Self::Plan => crate::word("tab-plan"),
            Self::Food => crate::word("tab-food"),
            Self::Trials => crate::word("tab-trials"),
            Self::Nights => crate::word("tab-nights"),
            Self::Report => crate::word("tab-report"),
            Self::Evidence => crate::word("tab-evidence"),
            Self::Profile => crate::word("tab-profile"),
            Self::Settings => crate::word("tab-settings"),
        }
    }

    pub(crate) fn address(self) -> &'static str {
        match self {
            Self::Tonight | Self::None => "/",
            Self::CheckIn => "/check-in",
            Self::Suspects => "/suspects",
            Self::Plan => "/plan",
            Self::Food => "/food",
            Self::Trials => "/trials",
            Self::Nights => "/nights",
            Self::Report => "/report",
            Self::Evidence => "/evidence",
            Self::Profile => "/profile",
            Self::Settings => "/settings",
        }
    }
}

/// What stands around a page's content.
pub(crate) struct Frame {
    pub(crate) title: String,
    pub(crate) tab: Tab,
    pub(crate) theme: Theme,
    /// What the person chose, for the theme form.
    pub(crate) chosen: Theme,
    /// Where the theme form returns to.
    pub(crate) back: String,
    pub(crate) demo: bool,
    /// Without the menu: nobody is in yet.
    pub(crate) bare: bool,
    /// The number to call, when the person said which.
    pub(crate) emergency: Option<String>,
    /// One sentence about what just happened, announced politely.
    pub(crate) notice: Option<String>,
    /// Red flags that stand before the page's content.
    pub(crate) alarms: Vec<Raised>,
    pub(crate) stylesheet: String,
    pub(crate) script: String,
    pub(crate) icon: String,
    pub(crate) touch_icon: String,
}

impl Frame {
    /// A frame that knows nothing of the request: for problems before a handler ran.
    pub(crate) fn plain(title: &str, tab: Tab) -> Self {
        Self {
            title: title.to_owned(),
            tab,
            theme: Theme::Auto,
            chosen: Theme::Auto,
            back: "/".to_owned(),
            demo: false,
            bare: false,
            emergency: None,
            notice: None,
            alarms: Vec::new(),
            stylesheet: assets::stylesheet(),
            script: assets::script(),
            icon: assets::icon(),
            touch_icon: assets::address("icon-192.png"),
        }
    }

    /// The frame with red flags before its content.
    pub(crate) fn with_alarms(self, alarms: Vec<Raised>) -> Self {
        Self { alarms, ..self }
    }

    /// The frame without the menu.
    pub(crate) fn bare(self) -> Self {
        Self { bare: true, ..self }
    }

    pub(crate) fn is_at(&self, tab: &Tab) -> bool {
        *tab == self.tab
    }

    /// Whether the person chose this theme.
    pub(crate) fn wears(&self, theme: &Theme) -> bool {
        *theme == self.chosen
    }

    /// The colour of the browser's own bars: no white flash at night.
    pub(crate) fn bar_colour(&self) -> &'static str {
        match self.theme {
            Theme::Night => "#000000",
            Theme::Dark => "#14171a",
            Theme::Day | Theme::Auto => "#fbf7f0",
        }
    }
}

/// What the request says about how its page should look.
pub(crate) struct Look {
    chosen: Theme,
    worn: Theme,
    back: String,
    demo: bool,
    notice: Option<String>,
    /// Red flags that cannot wait, for whoever may see the diary.
    pub(crate) alarms: Vec<Raised>,
    pub(crate) prefers: Preferences,
}

impl Look {
    /// How a page looks that must be shown even when the diary cannot be read: then it has no flags.
    pub(crate) async fn despite_faults(parts: &Parts, app: &Shared) -> Self {
        let alarms = alarms(parts, app).await.unwrap_or_else(|problem| {
            problem.write_down();
            Vec::new()
        });
        Self::with_alarms(alarms, parts, app)
    }

    fn with_alarms(alarms: Vec<Raised>, parts: &Parts, app: &Shared) -> Self {
        let chosen = Theme::chosen(&parts.headers);
        let prefers = Preferences::of(&parts.headers);
        // A form's own address cannot be opened again by a link: the theme form then leads home.
        let back = if parts.method.is_safe() {
            parts.uri.path().to_owned()
        } else {
            "/".to_owned()
        };
        Self {
            chosen,
            worn: chosen.worn_at(app.moment(prefers.zone_name()).local().hour(), &prefers),
            back,
            demo: app.site.demo,
            notice: parts.uri.query().and_then(notice_of).map(str::to_owned),
            alarms,
            prefers,
        }
    }

    /// The frame of a page.
    pub(crate) fn frame(&self, title: impl Into<String>, tab: Tab) -> Frame {
        Frame {
            theme: self.worn,
            chosen: self.chosen,
            back: self.back.clone(),
            demo: self.demo,
            notice: self.notice.clone(),
            alarms: self.alarms.clone(),
            emergency: self.prefers.emergency(),
            ..Frame::plain(&title.into(), tab)
        }
    }

    /// The frame of a page for someone who has a cramp: always night. Which flags come before relief, the page knows.
    pub(crate) fn night_frame(&self, title: impl Into<String>) -> Frame {
        Frame {
            theme: Theme::Night,
            alarms: Vec::new(),
            ..self.frame(title, Tab::None)
        }
    }
}

impl FromRequestParts<Shared> for Look {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, Problem> {
        Ok(Self::with_alarms(alarms(parts, app).await?, parts, app))
    }
}

/// The red flags that stand on whatever this request is answered with.
async fn alarms(parts: &Parts, app: &Shared) -> Result<Vec<Raised>, Problem> {
    match parts.extensions.get::<Inside>() {
        Some(Inside) => off_thread(app, alarm::now).await,
        None => Ok(Vec::new()),
    }
}

/// The sentence for the word a redirect left in the address. Only these words are known: nothing from the address is shown.
fn notice_of(query: &str) -> Option<&'static str> {
    let word = query
        .split('&')
        .find_map(|pair| pair.strip_prefix("done="))?;
    Some(match word {
        "saved" => crate::word("done-saved"),
        "registered" => crate::word("done-registered"),
        "nothing" => crate::word("done-nothing"),
        "taken-back" => crate::word("done-taken-back"),
        "brought-back" => crate::word("done-brought-back"),
        "changed" => crate::word("done-changed"),
        "signed-out" => crate::word("done-signed-out"),
        "backed-up" => crate::word("done-backed-up"),
        "erased" => crate::word("done-erased"),
        "erased-one" => crate::word("done-erased-one"),
        "expired" => crate::word("done-expired"),
        "written" => crate::word("done-written"),
        _ => return None,
    })
}

/// Turns a template into an answer.
pub(crate) fn render(page: &impl askama::Template) -> Response {
    match page.render() {
        Ok(html) => Html(html).into_response(),
        // A template fails only when a value cannot be written: never with our types, and there is no page to show it in.
        Err(_) => axum::http::StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
