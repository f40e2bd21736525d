//! Forms as they were sent: fields by name, read into the diary's values, with one clear sentence per mistake.

use std::time::Duration;

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use diary::measure::BadValue;
use diary::{Amount, Score, Text};
use jiff::civil::{Date, Time};
use tokio::time::timeout;

use crate::preferences::Preferences;
use crate::problem::Problem;

/// The field in which a device names its time zone.
const ZONE: &str = "zone";

/// How long a browser may take to send a form.
const SLOWEST: Duration = Duration::from_secs(30);

/// The fields of a form, in the order they were sent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields(Vec<(String, String)>);

impl Fields {
    /// The trimmed value of a field; empty when it was not sent.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.exact(name).trim()
    }

    /// The value of a field to the last space, for a passphrase; empty when it was not sent.
    pub(crate) fn exact(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, value)| value)
    }

    /// All of them, names and values.
    pub(crate) fn pairs(&self) -> &[(String, String)] {
        &self.0
    }

    /// Fields that were not sent by a browser.
    pub(crate) fn from_pairs(pairs: &[(&str, &str)]) -> Self {
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        Self(pairs.iter().map(own).collect())
    }

    /// Only the fields that say yes or no.
    pub(crate) fn answered(&self) -> Self {
        let fields = self.0.iter().filter(|(_, value)| {
            let value = value.trim();
            value == "yes" || value == "no"
        });
        Self(fields.cloned().collect())
    }

    /// The same fields with another time zone; an empty name changes nothing.
    fn told_in(mut self, zone: &str) -> Self {
        if !zone.is_empty() {
            self.0.retain(|(name, _)| name != ZONE);
            self.0.push((ZONE.to_owned(), zone.to_owned()));
        }
        self
    }

    /// The trimmed values of every field with this name.
    pub(crate) fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        let fields = self.0.iter().filter(move |(field, _)| field == name);
        fields.map(|(_, value)| value.trim())
    }

    /// Whether the field was sent at all (a button that was pressed, a box that was ticked).
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(field, _)| field == name)
    }

    /// All fields whose name begins with `prefix`: the rest of the name, and the trimmed value.
    pub(crate) fn with_prefix<'f>(
        &'f self,
        prefix: &'f str,
    ) -> impl Iterator<Item = (&'f str, &'f str)> {
        self.0
            .iter()
            .filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value.trim())))
    }

    /// A whole number, or nothing when the field is empty.
    pub(crate) fn whole(&self, name: &str) -> Result<Option<u64>, String> {
        let typed = self.get(name);
        if typed.is_empty() {
            return Ok(None);
        }
        typed.parse().map(Some).map_err(|_| {
            crate::say("form-not-whole")
                .with("typed", short(typed))
                .plain()
        })
    }

    /// A score from 0 to 10, or nothing.
    pub(crate) fn score(&self, name: &str) -> Result<Option<Score>, String> {
        self.whole(name)?
            .map(Score::new)
            .transpose()
            .map_err(|bad| crate::spoken(bad.sentence()).plain())
    }

    /// A number, with a decimal point or comma, or nothing. Whoever knows what it measures says what it may be.
    pub(crate) fn number(&self, name: &str) -> Result<Option<f64>, String> {
        let typed = self.get(name);
        if typed.is_empty() {
            return Ok(None);
        }
        let number = typed.replace(',', ".").parse();
        let number = number.ok().filter(|number: &f64| number.is_finite());
        number.map(Some).ok_or_else(|| {
            crate::say("form-not-number")
                .with("typed", short(typed))
                .plain()
        })
    }

    /// An amount, with a decimal point or comma, or nothing.
    pub(crate) fn amount(&self, name: &str) -> Result<Option<Amount>, String> {
        self.number(name)?
            .map(Amount::new)
            .transpose()
            .map_err(|bad: BadValue| crate::spoken(bad.sentence()).plain())
    }

    /// A note, or nothing.
    pub(crate) fn text(&self, name: &str) -> Result<Option<Text>, String> {
        // Browsers send line ends as CR LF; the diary keeps LF.
        let typed = self.get(name).replace("\r\n", "\n");
        if typed.is_empty() {
            return Ok(None);
        }
        Text::new(&typed)
            .map(Some)
            .map_err(|bad| crate::spoken(bad.sentence()).plain())
    }

    /// A date as the browser sends it, or nothing.
    pub(crate) fn date(&self, name: &str) -> Result<Option<Date>, String> {
        let typed = self.get(name);
        if typed.is_empty() {
            return Ok(None);
        }
        typed.parse().map(Some).map_err(|_| {
            crate::say("form-not-date")
                .with("typed", short(typed))
                .plain()
        })
    }

    /// A time of day as the browser sends it, or nothing.
    pub(crate) fn time(&self, name: &str) -> Result<Option<Time>, String> {
        let typed = self.get(name);
        if typed.is_empty() {
            return Ok(None);
        }
        typed.parse().map(Some).map_err(|_| {
            crate::say("form-not-time")
                .with("typed", short(typed))
                .plain()
        })
    }
}

/// The beginning of what was typed, for a sentence.
fn short(typed: &str) -> String {
    let mut start: String = typed.chars().take(30).collect();
    if start.len() < typed.len() {
        start.push('…');
    }
    start
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Problem;
    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        // A zone that the person chose holds for everything they tell, whatever the device says.
        let chosen = Preferences::of(request.headers());
        let read = Form::<Vec<(String, String)>>::from_request(request, state);
        match timeout(SLOWEST, read).await.map_err(|_| Problem::TooSlow)? {
            Ok(Form(fields)) => Ok(Self(fields).told_in(chosen.zone_name())),
            Err(FormRejection::BytesRejection(bytes))
                if bytes.status() == StatusCode::PAYLOAD_TOO_LARGE =>
            {
                Err(Problem::TooLarge)
            }
            Err(_) => Err(Problem::Unclear(crate::word("form-not-ours").to_owned())),
        }
    }
}

/// One thing wrong with a form: which field, and what to do.
#[derive(Clone, Debug)]
pub(crate) struct Mistake {
    /// Name of the field: the summary links to it.
    pub(crate) field: String,
    pub(crate) sentence: String,
}

/// Everything wrong with a form.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mistakes(pub(crate) Vec<Mistake>);

impl Mistakes {
    pub(crate) fn add(&mut self, field: impl Into<String>, sentence: impl Into<String>) {
        self.0.push(Mistake {
            field: field.into(),
            sentence: sentence.into(),
        });
    }

    /// The value, or the default with the mistake written down.
    pub(crate) fn take<T: Default>(&mut self, field: &str, read: Result<T, String>) -> T {
        read.unwrap_or_else(|sentence| {
            self.add(field, sentence);
            T::default()
        })
    }

    /// All sentences in one, for a queue that has no fields to put them beside.
    pub(crate) fn in_words(&self) -> String {
        let all: Vec<&str> = self.0.iter().map(|one| one.sentence.as_str()).collect();
        all.join(" ")
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The sentence for a field, if something is wrong with it.
    pub(crate) fn of(&self, field: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|mistake| mistake.field == field)
            .map(|mistake| mistake.sentence.as_str())
    }
}
