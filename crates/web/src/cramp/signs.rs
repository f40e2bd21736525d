//! Red-flag questions after a cramp: at most two, only those that fit, with the advice that a yes brings. A phone that may
//! log cramps and nothing else answers them, too: what it says here is told and shows nothing.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use diary::{Moment, NightId, Person};
use insight::triage::{self, AFTER_A_CRAMP, Occasion};
use insight::{Raised, RaisedFrom};
use knowledge::{Flag, Urgency};

use crate::address::EntryAt;
use crate::cramp::keep;
use crate::form::Fields;
use crate::problem::Problem;
use crate::profile::warning_signs;
use crate::site::{Shared, off_thread};
use crate::words;

/// Most questions after one cramp.
pub(crate) const MOST: usize = AFTER_A_CRAMP;

/// A question with what raises it and what a yes says.
pub(crate) struct Sign {
    /// As it would be raised by a yes.
    pub(crate) raised: Raised,
    /// The occasions as the script reads them: `minutes 10|pain 9`.
    pub(crate) when: String,
}

impl Sign {
    /// Whether help comes before relief once it is answered yes.
    pub(crate) fn is_urgent(&self) -> bool {
        self.raised.comes_before_relief()
    }
}

/// Every question that a cramp may raise, in the order of asking, for a page that must choose without the diary.
pub(crate) fn any(person: &Person, today: NightId) -> Vec<Sign> {
    let mut signs: Vec<Sign> = Vec::new();
    for (occasion, flag) in triage::any_cramp(person, today) {
        let when = in_script(occasion);
        match signs.iter_mut().find(|sign| sign.raised.flag.id == flag.id) {
            Some(sign) => sign.when = format!("{}|{when}", sign.when),
            None => signs.push(Sign {
                raised: answered_yes(flag, today),
                when,
            }),
        }
    }
    signs
}

/// The same, the most urgent advice first: in this order it stands on the page.
pub(crate) fn most_urgent_first(signs: &[Sign]) -> Vec<&Sign> {
    let mut all: Vec<&Sign> = signs.iter().collect();
    all.sort_by_key(|sign| std::cmp::Reverse(sign.raised.flag.urgency));
    all
}

/// Flags that were answered yes today and can wait: what was said is shown where it was asked.
pub(crate) fn just_said(raised: &[Raised], today: NightId) -> Vec<Raised> {
    let said = raised.iter().filter(|raised| {
        raised.from == RaisedFrom::Answer(today.evening()) && raised.flag.urgency < Urgency::SameDay
    });
    said.cloned().collect()
}

fn answered_yes(flag: &'static Flag, today: NightId) -> Raised {
    Raised {
        flag,
        because: triage::answered_yes(flag, today.evening()),
        from: RaisedFrom::Answer(today.evening()),
        silences: flag.urgency >= Urgency::SameDay,
    }
}

fn in_script(occasion: Occasion) -> String {
    match occasion {
        Occasion::LongerThan(minutes) => format!("minutes {minutes}"),
        Occasion::PainFrom(least) => format!("pain {least}"),
        Occasion::SorenessFrom(least) => format!("soreness {least}"),
        Occasion::In(muscle) => {
            let muscle = words::MUSCLES.iter().find(|(_, _, other)| *other == muscle);
            format!("muscle {}", muscle.map_or("", |(name, _, _)| *name))
        }
        Occasion::Between(from, until) => format!("hours {from} {until}"),
        Occasion::NewMedicine => "always".to_owned(),
    }
}

/// `POST /cramp/{id}/signs`: the answers, from the page of the cramp or from what a phone kept.
pub(crate) async fn post(
    State(app): State<Shared>,
    EntryAt(cramp): EntryAt,
    fields: Fields,
) -> Result<Response, Problem> {
    let queued = fields.has("queued");
    let told = off_thread(&app, move |app| {
        let at = keep::told_at(&fields, app.now())?;
        let here = Moment::new(at, app.moment(fields.get("zone")).zone);
        let written = warning_signs::save(app, &fields.answered(), &here)?;
        Ok((written, keep::taken(&fields, app.now())))
    })
    .await;
    match told {
        Ok((_, taken)) if queued => Ok(taken),
        Ok((written, _)) => {
            let done = written.word();
            Ok(Redirect::to(&format!("/cramp/{cramp}?done={done}")).into_response())
        }
        Err(problem) if queued && problem.status().is_client_error() => {
            Ok(keep::refused(problem.sentence()))
        }
        Err(problem) => Err(problem),
    }
}
