//! A finding as the evidence pages show it: what was found, in whom, where it was read, and when it was last checked.

use jiff::civil::Date;
use knowledge::{Finding, Seen, Status, Verified};

use crate::say::Markup;
use crate::words;

pub(crate) struct Source {
    pub(crate) claim: &'static str,
    pub(crate) warning: &'static str,
    /// Design, in whom, how many, what to know of it; only what the record has.
    pub(crate) facts: Vec<Markup>,
    pub(crate) published: String,
    pub(crate) title: &'static str,
    pub(crate) address: String,
    pub(crate) read: &'static str,
    pub(crate) checked: String,
}

impl Source {
    pub(crate) fn of(finding: &'static Finding) -> Self {
        let year = finding
            .year
            .map(|year| year.to_string())
            .unwrap_or_default();
        let published = [finding.authors, finding.journal, &year];
        let published: Vec<&str> = published
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        let text = |text: &str| (!text.is_empty()).then(|| crate::english(text).capital());
        let people = finding
            .n
            .map(|n| Markup::from(crate::say("source-people").with("count", n)));
        let facts = [
            text(finding.design),
            text(finding.population),
            people,
            text(finding.note),
        ];
        Self {
            claim: finding.claim,
            warning: finding.warning,
            facts: facts.into_iter().flatten().collect(),
            published: published.join(", "),
            title: if finding.title.is_empty() {
                crate::word("source-source")
            } else {
                finding.title
            },
            address: if finding.doi.is_empty() {
                finding.source_url.to_owned()
            } else {
                format!("https://doi.org/{}", finding.doi)
            },
            read: match (finding.status, finding.verified) {
                (Status::RetractedAndReplaced, _) => crate::word("source-replaced"),
                (Status::Standing, Verified::Primary) => crate::word("source-primary"),
                (Status::Standing, Verified::Secondary) => crate::word("source-secondary"),
                (Status::Standing, Verified::Unverified) => crate::word("source-unverified"),
            },
            checked: checked(finding),
        }
    }
}

/// When a record was compared with its source, and with how much of it.
fn checked(finding: &Finding) -> String {
    let day = finding
        .compared
        .and_then(|one| Some((one.seen, one.on.parse::<Date>().ok()?)));
    let Some((seen, date)) = day else {
        return crate::word("source-never-checked").to_owned();
    };
    let key = match seen {
        Seen::Text => "source-checked-text",
        Seen::Abstract => "source-checked-abstract",
        Seen::Page => "source-checked-page",
        Seen::Data => "source-checked-data",
        // A record that no study was found has no source that could be opened.
        Seen::Nothing if finding.source_url.is_empty() => "source-none-found",
        Seen::Nothing => "source-not-opened",
    };
    crate::say(key).with("date", words::date(date)).plain()
}

/// Everything that was found about a factor or a remedy.
pub(crate) fn about(id: &str) -> Vec<Source> {
    knowledge::findings_about(id)
        .iter()
        .map(Source::of)
        .collect()
}
