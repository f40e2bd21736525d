//! `POST /api/v1/cramps`: a cramp, from a button beside the bed.

use axum::extract::State;
use axum::response::Response;
use diary::entry::{Act, Body, Helped, Muscle, Position, Side};
use diary::{Cramp, Entry, EntryId, Minutes, Moment, Score, Text, Zone};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use utoipa::ToSchema;

use super::body::Sent;
use super::caller::CrampTeller;
use super::cramp_names::{HelpedName, MuscleName, PositionName, SideName};
use super::told::{Told, tell};
use super::trouble::{NotTaken, Refusals, Trouble};
use crate::site::{App, Shared};

/// A cramp. Everything may be left out, the body too: then it begins now.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewCramp {
    /// A UUID of version 7 made by the device: sent again, the cramp counts once.
    #[schema(
        example = "01a0c450-6c01-7101-8101-010101010101",
        pattern = "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
    )]
    id: Option<String>,
    /// When it began. Without it, the time in the id; without an id, now.
    #[schema(format = DateTime, example = "2026-05-03T03:12:00+02:00")]
    at: Option<String>,
    /// IANA name of the time zone; without it, that of the diary's computer.
    #[schema(example = "Europe/Berlin")]
    zone: Option<String>,
    #[schema(value_type = Option<SideName>)]
    side: Option<Side>,
    #[schema(value_type = Option<MuscleName>)]
    muscle: Option<Muscle>,
    /// Worst pain, 0 to 10.
    #[schema(minimum = 0, maximum = 10)]
    pain: Option<u64>,
    /// How the person was when it struck.
    #[schema(value_type = Option<PositionName>)]
    position: Option<Position>,
    /// Whether the toes pointed away from the shin when it struck.
    toes_pointed: Option<bool>,
    /// Whether the blankets lay heavy on the feet, or were tucked in tight.
    bedding_heavy: Option<bool>,
    /// What made it let go; `nothing` stands alone.
    #[serde(default)]
    #[schema(value_type = Vec<HelpedName>)]
    helped: Vec<Helped>,
    /// Soreness of the muscle once it had let go, 0 to 10.
    #[schema(minimum = 0, maximum = 10)]
    soreness: Option<u64>,
    /// How long it lasted, in minutes.
    #[schema(minimum = 0, maximum = 1440)]
    minutes: Option<u64>,
    /// The person's own words.
    #[schema(max_length = 4000)]
    note: Option<String>,
}

/// Tell of a cramp.
///
/// May be sent with access for `add-cramps` or `add-entries`.
#[utoipa::path(
    post,
    path = "/api/v1/cramps",
    request_body(content = Option<NewCramp>),
    responses(
        (status = 201, description = "The cramp is in the diary.", body = Told),
        (status = 200, description = "It was there already.", body = Told),
        NotTaken,
        Refusals,
    )
)]
pub(super) async fn post(
    State(app): State<Shared>,
    _: CrampTeller,
    Sent(cramp): Sent<NewCramp>,
) -> Result<Response, Trouble> {
    let entry = entry(&app, cramp).map_err(Trouble::unclear)?;
    tell(&app, entry).await
}

fn entry(app: &App, sent: NewCramp) -> Result<Entry, String> {
    let id = match &sent.id {
        Some(text) => text.parse::<EntryId>().map_err(|why| why.to_string())?,
        None => app.fresh_id(),
    };
    let at: Timestamp = match &sent.at {
        Some(text) => text.parse().map_err(|_| {
            "The time cannot be read. Write it as 2026-05-03T03:12:00+02:00.".to_owned()
        })?,
        // Not the clock: sent again, it must be the same cramp.
        None if sent.id.is_some() => id.made_at(),
        None => app.now(),
    };
    let zone = match &sent.zone {
        Some(name) => Zone::named(name).map_err(|why| why.to_string())?,
        None => app.site.zone.clone(),
    };
    let minutes = sent
        .minutes
        .map(Minutes::new)
        .transpose()
        .map_err(|why| why.to_string())?;
    let ended = minutes
        .map(|minutes| at.checked_add(SignedDuration::from_mins(i64::from(minutes.get()))))
        .transpose()
        .map_err(|_| "The end lies outside the calendar.".to_owned())?;
    let cramp = Cramp {
        side: sent.side,
        muscle: sent.muscle,
        pain: score(sent.pain)?,
        position: sent.position,
        toes_pointed: sent.toes_pointed,
        bedding_heavy: sent.bedding_heavy,
        helped: sent.helped.into_iter().collect(),
        soreness: score(sent.soreness)?,
        ended,
        note: sent
            .note
            .as_deref()
            .map(Text::new)
            .transpose()
            .map_err(|why| why.to_string())?,
    };
    Ok(Entry {
        id,
        moment: Moment::new(at, zone),
        act: Act::Tell {
            body: Body::Cramp(cramp),
        },
    })
}

fn score(sent: Option<u64>) -> Result<Option<Score>, String> {
    let score = sent.map(Score::new).transpose();
    score.map_err(|why| why.to_string())
}
