//! A quick reader for the commonest line, a new exposure: nearly all of a long diary.
//!
//! The general reader has to keep a body aside until it knows its kind; this one knows. It reads a subset of what the
//! general reader takes, to the same entry, and gives up at anything else.

use jiff::Timestamp;
use serde::Deserialize;

use crate::entry::{Act, Answer, Body, Entry, EntryId, Exposure, Origin};
use crate::measure::Id;
use crate::time::{Moment, NightId, Zone};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'l> {
    id: EntryId,
    at: Timestamp,
    zone: &'l str,
    #[serde(rename = "act")]
    _act: Tell,
    body: Told,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    #[serde(rename = "kind")]
    _kind: Kind,
    day: NightId,
    factor: Id,
    answer: Answer,
    #[serde(default)]
    origin: Origin,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Tell {
    Tell,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Exposure,
}

/// The entry, or `None` when the line is not a new exposure in its usual form; the general reader then says what it is.
pub(super) fn read(line: &str) -> Option<Entry> {
    let line: Line<'_> = serde_json::from_str(line).ok()?;
    Some(Entry {
        id: line.id,
        moment: Moment::new(line.at, Zone::named(line.zone).ok()?),
        act: Act::Tell {
            body: Body::Exposure(Exposure {
                day: line.body.day,
                factor: line.body.factor,
                answer: line.body.answer,
                origin: line.body.origin,
            }),
        },
    })
}
