//! What people type to what is meant: times of day, days, names of the knowledge base.

use diary::{Id, Moment, Zone};
use jiff::civil::{Date, DateTime, Time};
use jiff::{Timestamp, Zoned};

use crate::fault::{Refusal, refuse};

/// The instant of `03:12` (the latest one that is not to come), `2026-05-03T03:12` here, or a full timestamp.
pub(crate) fn instant(text: &str, now: &Moment) -> anyhow::Result<Timestamp> {
    if let Ok(time) = text.parse::<Time>()
        && text.contains(':')
        && !text.contains('-')
    {
        let today = now.local().date();
        let latest = now
            .at
            .saturating_add(diary::entry::CLOCK_TOLERANCE)
            .unwrap_or(now.at);
        let at = |date: Date| local(date.to_datetime(time), &now.zone);
        let here = at(today)?;
        return if here <= latest {
            Ok(here)
        } else {
            at(today.yesterday().unwrap_or(today))
        };
    }
    if let Ok(at) = text.parse::<Timestamp>() {
        return Ok(at);
    }
    if let Ok(zoned) = text.parse::<Zoned>() {
        return Ok(zoned.timestamp());
    }
    match text.parse::<DateTime>() {
        Ok(there) if text.contains(':') => local(there, &now.zone),
        _ => refuse(format!(
            "‘{text}’ is not a time. Write 03:12, or 2026-05-03T03:12."
        )),
    }
}

fn local(there: DateTime, zone: &Zone) -> anyhow::Result<Timestamp> {
    match there.to_zoned(zone.tz().clone()) {
        Ok(zoned) => Ok(zoned.timestamp()),
        Err(_) => refuse(format!("{there} is outside the calendar.")),
    }
}

/// A date such as 2026-05-03, `today` or `yesterday`.
pub(crate) fn day(text: &str, today: Date) -> anyhow::Result<Date> {
    match text {
        "today" | "tonight" => Ok(today),
        "yesterday" | "last" => Ok(today.yesterday().unwrap_or(today)),
        _ => text
            .parse()
            .map_err(|_| Refusal(format!("‘{text}’ is not a date. Write 2026-05-03.")).into()),
    }
}

/// Yes or no.
pub(crate) fn yes_no(text: &str) -> Result<bool, String> {
    match text.to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" => Ok(true),
        "no" | "n" | "false" | "0" => Ok(false),
        _ => Err("answer yes or no".to_owned()),
    }
}

/// An id of the knowledge base; an unknown one is refused with those that look alike.
pub(crate) fn known<'a>(
    what: &str,
    typed: &str,
    all: impl Iterator<Item = &'a str>,
    list: &str,
) -> anyhow::Result<Id> {
    let wanted = typed.to_lowercase().replace([' ', '_'], "-");
    let all: Vec<&str> = all.collect();
    if let Some(id) = all.iter().find(|id| **id == wanted) {
        return Ok(Id::new(id)?);
    }
    let alike: Vec<&str> = all
        .into_iter()
        .filter(|id| is_alike(id, &wanted))
        .take(5)
        .collect();
    let hint = if alike.is_empty() {
        String::new()
    } else {
        format!(" Did you mean {}?", alike.join(", "))
    };
    refuse(format!(
        "We know no {what} ‘{typed}’.{hint} See them all with `{list}`."
    ))
}

/// Whether two ids share a beginning of four letters in any of their words.
fn is_alike(id: &str, wanted: &str) -> bool {
    let begins = |word: &str| word.chars().take(4).collect::<String>();
    wanted
        .split('-')
        .filter(|word| word.len() >= 3)
        .any(|w| id.split('-').any(|i| begins(i) == begins(w)))
}
