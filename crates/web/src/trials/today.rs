//! What the open trials ask of the person today: the card on Tonight and on the Trials page.

use diary::Moment;
use insight::trial::{Agenda, Standing, day_of, words};

use crate::plan::warning;
use crate::problem::Problem;
use crate::site::App;
use crate::words::{counted, date};

/// An open trial today.
pub(crate) struct Today {
    pub(crate) address: String,
    pub(crate) name: String,
    /// “Stretch (night 9 of 28)”; empty without an instruction.
    pub(crate) headline: String,
    /// What to do, or why nothing is asked today.
    pub(crate) text: String,
    pub(crate) warnings: Vec<String>,
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
            format!(
                "{} (night {} of {})",
                instruction.label, instruction.number, instruction.of
            ),
            instruction.text.clone(),
        ),
        (_, Some(hold), _) => ("It waits".to_owned(), hold.reason()),
        (_, _, Standing::Paused { since, why }) => (
            "It waits".to_owned(),
            format!(
                "Since {}: {}. Do as always until you go on.",
                date(since.evening()),
                words::pause(*why)
            ),
        ),
        (_, _, Standing::RunIn { begins }) => (
            format!("Begins on {}", date(begins.evening())),
            "Until then do as always, and keep your diary.".to_owned(),
        ),
        _ => (String::new(), String::new()),
    };
    Today {
        address: format!("/trials/{}", agenda.course.id),
        name: agenda.course.name().to_owned(),
        headline,
        text,
        warnings: agenda.warnings.iter().map(warning).collect(),
    }
}

/// Where a trial stands, in a few words.
pub(crate) fn standing(agenda: &Agenda) -> String {
    match &agenda.standing {
        Standing::RunIn { begins } => format!("begins on {}", date(begins.evening())),
        Standing::Running { turn } => format!(
            "night {} of {}",
            turn.index + 1,
            agenda.course.record().schedule.arms().len()
        ),
        Standing::Paused { since, .. } => format!("waits since {}", date(since.evening())),
        Standing::Finished { last } => format!(
            "finished after {}, on {}",
            counted(agenda.course.record().schedule.arms().len(), "night"),
            date(last.evening())
        ),
        Standing::Stopped { from, why } => {
            format!("stopped on {}: {}", date(from.evening()), words::stop(*why))
        }
    }
}
