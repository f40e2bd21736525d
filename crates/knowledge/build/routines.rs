//! Guided routines and what a day adds to the drinks: their shapes in the files, their checks, their code.

use serde::Deserialize;

use crate::check::{Known, check_conditions, refer};
use crate::check_source;
use crate::code::{Code, fields};
use crate::records::{Answer, Conditions, Factor, File, Sides};
use crate::write::triggers;

/// Seconds above which a hold is a typing mistake: an hour.
const LONGEST: u32 = 3600;
/// Repetitions above which they are one.
const MOST: u32 = 50;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Routine {
    pub(crate) id: String,
    remedy: String,
    name: String,
    picture: String,
    shows: String,
    when: String,
    steps: Vec<Pose>,
    care: Vec<String>,
    weeks: Vec<Week>,
    instead: Option<String>,
    finding: Option<String>,
    #[serde(default)]
    finding_says: String,
    #[serde(default)]
    unless: Conditions,
    #[serde(default)]
    unless_says: String,
    done: Option<Done>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pose {
    text: String,
    hold_seconds: Option<u32>,
    #[serde(default)]
    rest_seconds: u32,
    #[serde(default = "once")]
    repetitions: u32,
    #[serde(default = "both")]
    sides: Sides,
    #[serde(default)]
    grows: bool,
}

fn once() -> u32 {
    1
}

fn both() -> Sides {
    Sides::Both
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Week {
    from: u32,
    text: String,
    hold_seconds: Option<u32>,
    repetitions: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Done {
    label: String,
    factor: String,
    /// `yes`, `no` or an amount.
    answer: String,
}

impl Done {
    fn value(&self) -> Option<f64> {
        match self.answer.as_str() {
            "yes" => Some(1.0),
            "no" => Some(0.0),
            amount => amount.parse().ok(),
        }
    }
}

/// Adds a sentence for every mistake of a routine.
pub(crate) fn check(file: &File, known: &Known<'_>, mistake: &mut impl FnMut(String, String)) {
    for routine in &file.routine {
        let mut here = |what| mistake(format!("routines.toml: routine {}", routine.id), what);
        refer(
            std::slice::from_ref(&routine.remedy),
            &known.remedies,
            "remedy",
            &mut here,
        );
        check_conditions(&routine.unless, known, &mut here);
        if routine.unless.is_empty() != routine.unless_says.is_empty() {
            here("unless and unless_says go together".into());
        }
        if let Some(other) = &routine.instead
            && !file
                .routine
                .iter()
                .any(|one| one.id == *other && one.remedy == routine.remedy)
        {
            here(format!("there is no routine {other} of the same remedy"));
        }
        match &routine.finding {
            Some(id) if !file.finding.iter().any(|finding| finding.id == *id) => {
                here(format!("there is no finding {id}"));
            }
            finding if finding.is_some() == routine.finding_says.is_empty() => {
                here("finding and finding_says go together".into());
            }
            _ => {}
        }
        steps(routine, &mut here);
        if let Some(done) = &routine.done {
            done_fits(done, &file.factor, &mut here);
        }
    }
}

fn steps(routine: &Routine, mistake: &mut impl FnMut(String)) {
    if routine.steps.is_empty() || routine.care.is_empty() {
        mistake("it has no steps, or nothing to mind".into());
    }
    for pose in &routine.steps {
        if pose.text.trim().is_empty()
            || !(1..=MOST).contains(&pose.repetitions)
            || pose
                .hold_seconds
                .is_some_and(|hold| !(1..=LONGEST).contains(&hold))
        {
            mistake(format!("the step “{}” cannot be done", pose.text));
        }
    }
    let first = routine.weeks.first().map(|week| week.from);
    if first != Some(1) || !routine.weeks.is_sorted_by(|a, b| a.from < b.from) {
        mistake("its weeks must begin with 1 and rise".into());
    }
    let changes = routine
        .weeks
        .iter()
        .any(|week| week.hold_seconds.is_some() || week.repetitions.is_some());
    if changes != routine.steps.iter().any(|pose| pose.grows) {
        mistake("weeks that change something need a step that grows, and the reverse".into());
    }
    for (what, text) in [
        ("name", &routine.name),
        ("picture", &routine.picture),
        ("shows", &routine.shows),
        ("when", &routine.when),
    ] {
        if text.trim().is_empty() {
            mistake(format!("{what} is empty"));
        }
    }
}

/// The answer must be one that the factor's question takes.
fn done_fits(done: &Done, factors: &[Factor], mistake: &mut impl FnMut(String)) {
    let asked = factors
        .iter()
        .find(|factor| factor.id == done.factor)
        .and_then(|factor| factor.ask.as_ref());
    let fits = match (asked.map(|ask| &ask.answer), done.value()) {
        (Some(Answer::Word(kind)), Some(_)) if kind == "yes/no" => {
            matches!(done.answer.as_str(), "yes" | "no")
        }
        (Some(Answer::Choices(choices)), Some(value)) => {
            choices.iter().any(|(_, choice)| *choice == value)
        }
        _ => false,
    };
    if !fits {
        mistake(format!(
            "the factor {} takes no answer {}",
            done.factor, done.answer
        ));
    }
}

/// Adds a sentence for every mistake of what a day adds to the drinks.
pub(crate) fn check_fluids(file: &File, mistake: &mut impl FnMut(String, String)) {
    for fluid in &file.fluid {
        let mut here = |what| mistake(format!("water.toml: {}", fluid.factor), what);
        if !file
            .factor
            .iter()
            .any(|factor| factor.id == fluid.factor && factor.ask.is_some())
        {
            here("no question of the check-in tells of it".into());
        }
        if fluid.millilitres == 0 || fluid.most < fluid.millilitres {
            here("it adds nothing, or more than it may".into());
        }
        check_source::source(fluid.verified, &fluid.source_url, &fluid.reason, &mut here);
    }
}

impl Code for Routine {
    fn code(&self) -> String {
        let fields = fields!(self; id, remedy, name, picture, shows, when, steps, care, weeks, instead, finding, finding_says,
            unless_says, done);
        format!(
            "Routine {{ {fields}, unless: &[{}] }}",
            triggers(&self.unless).join(", ")
        )
    }
}

impl Code for Pose {
    fn code(&self) -> String {
        let fields = fields!(self; text, hold_seconds, rest_seconds, repetitions, sides, grows);
        format!("Pose {{ {fields} }}")
    }
}

impl Code for Week {
    fn code(&self) -> String {
        let fields = fields!(self; from, text, hold_seconds, repetitions);
        format!("Week {{ {fields} }}")
    }
}

impl Code for Option<Done> {
    fn code(&self) -> String {
        self.as_ref().map_or_else(
            || "None".to_owned(),
            |done| {
                format!(
                    "Some(Done {{ {}, answer: {:?} }})",
                    fields!(done; label, factor),
                    done.value().unwrap_or_default()
                )
            },
        )
    }
}
