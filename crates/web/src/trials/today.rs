//! What the open trials ask of the person today: the card on Tonight and on the Trials page.

use diary::Moment;
use diary::trial::{PauseReason, StopReason};
use insight::trial::{Agenda, Standing, day_of};
use texts::Sentence;

use crate::problem::Problem;
use crate::say::Markup;
use crate::site::App;
use crate::words::date;
use crate::{english, spoken};

/// An open trial today.
pub(crate) struct Today {
    pub(crate) address: String,
    pub(crate) name: String,
    /// “Stretch (night 9 of 28)”; empty without an instruction.
    pub(crate) headline: Markup,
    /// What to do, or why nothing is asked today.
    pub(crate) text: Markup,
    pub(crate) warnings: Vec<Sentence>,
}

/// The open trials of the person at a moment.
pub(crate) fn all(app: &App, moment: &Moment) -> Result<Vec<Today>, Problem> {
    let agenda = app.desk().agenda(day_of(moment))?;
    Ok(agenda
        .iter()
        .filter(|agenda| agenda.standing.is_open())
        .map(of)
        .collect())
}

pub(crate) fn of(agenda: &Agenda) -> Today {
    let (headline, text) = match (&agenda.instruction, &agenda.hold, &agenda.standing) {
        (Some(instruction), _, _) => (
            crate::say("trial-headline")
                .with("label", english(&instruction.label))
                .with("number", instruction.number)
                .with("all", instruction.of)
                .into(),
            english(&instruction.text).into(),
        ),
        (_, Some(hold), _) => (
            crate::say("trial-waits").into(),
            spoken(hold.reason()).into(),
        ),
        (_, _, Standing::Paused { since, why }) => (
            crate::say("trial-waits").into(),
            crate::say("trial-since")
                .with("date", date(since.evening()))
                .with("why", pause(*why))
                .into(),
        ),
        (_, _, Standing::RunIn { begins }) => (
            crate::say("trial-begins-on")
                .with("date", date(begins.evening()))
                .into(),
            crate::say("trial-until-then").into(),
        ),
        _ => (Markup::default(), Markup::default()),
    };
    Today {
        address: format!("/trials/{}", agenda.course.id),
        name: agenda.course.name().to_owned(),
        headline,
        text,
        warnings: agenda
            .warnings
            .iter()
            .map(insight::Warning::sentence)
            .collect(),
    }
}

/// Where a trial stands, in a few words.
pub(crate) fn standing(agenda: &Agenda) -> String {
    match &agenda.standing {
        Standing::RunIn { begins } => crate::say("trial-begins")
            .with("date", date(begins.evening()))
            .plain(),
        Standing::Running { turn } => crate::say("trial-night")
            .with("number", turn.index + 1)
            .with("all", agenda.course.record().schedule.arms().len())
            .plain(),
        Standing::Paused { since, .. } => crate::say("trial-waits-since")
            .with("date", date(since.evening()))
            .plain(),
        Standing::Finished { last } => crate::say("trial-finished")
            .with("count", agenda.course.record().schedule.arms().len())
            .with("date", date(last.evening()))
            .plain(),
        Standing::Stopped { from, why } => crate::say("trial-stopped")
            .with("date", date(from.evening()))
            .with("why", stop(*why))
            .plain(),
    }
}

/// Why a trial waits, in a few words.
pub(crate) fn pause(why: PauseReason) -> &'static str {
    crate::word(match why {
        PauseReason::Illness => "pause-illness",
        PauseReason::Travel => "pause-travel",
        PauseReason::Safety => "trial-safety",
        PauseReason::Other => "trial-other",
    })
}

/// Why a trial was stopped, in a few words.
fn stop(why: StopReason) -> &'static str {
    crate::word(match why {
        StopReason::StopRule => "stop-rule",
        StopReason::Safety => "trial-safety",
        StopReason::Clear => "stop-clear",
        StopReason::Burden => "stop-burden",
        StopReason::Other => "trial-other",
    })
}
