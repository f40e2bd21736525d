//! Which trial is meant: by its template, by the beginning of its id, or the only one that is open.

use desk::Desk;
use diary::NightId;
use insight::trial::{Course, standing};

use crate::fault::refuse;
use crate::output;

/// Named on the command line, or left out.
#[derive(Debug, clap::Args)]
pub(crate) struct Which {
    /// The trial: its template, or the beginning of its id. Left out: the only one that is open.
    #[arg(value_name = "TRIAL")]
    pub(crate) trial: Option<String>,
}

/// Which trials come first when several fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Only those that are not over.
    Open,
    /// Those that are not over, else the one that ended last.
    Any,
}

/// The trial that is meant.
pub(crate) fn course(
    desk: &Desk,
    which: &Which,
    wanted: Wanted,
    today: NightId,
) -> anyhow::Result<Course> {
    let all = desk.courses()?;
    if all.is_empty() {
        return refuse("There is no trial yet. See what can be tested: `soleus trial templates`.");
    }
    let fits = |course: &&Course| {
        which.trial.as_deref().is_none_or(|name| {
            course.record().subject.template.as_str() == name
                || course.id.to_string().starts_with(name)
        })
    };
    let fitting: Vec<&Course> = all.iter().filter(fits).collect();
    if fitting.is_empty() {
        let name = output::harmless(which.trial.as_deref().unwrap_or_default()).into_owned();
        return refuse(format!(
            "There is no trial ‘{name}’ in the diary. See them all with `soleus trial list`."
        ));
    }
    let open: Vec<&Course> = fitting
        .iter()
        .copied()
        .filter(|course| standing(course, today).is_open())
        .collect();
    match (open.as_slice(), wanted) {
        ([one], _) => Ok((*one).clone()),
        ([], Wanted::Any) => Ok(fitting[fitting.len() - 1].clone()),
        // Named, so that the change itself can say why it comes too late.
        ([], Wanted::Open) if which.trial.is_some() => Ok(fitting[fitting.len() - 1].clone()),
        ([], Wanted::Open) => refuse("No trial is open. See them all with `soleus trial list`."),
        (several, _) => {
            let names: Vec<&str> = several
                .iter()
                .map(|course| course.record().subject.template.as_str())
                .collect();
            refuse(format!(
                "Several trials are open: {}. Say which one you mean.",
                names.join(", ")
            ))
        }
    }
}
