//! `soleus trial list`: every trial of the diary.

use insight::trial::{Agenda, Standing, day_of, words};
use serde::Serialize;

use crate::output;
use crate::world::World;

/// Show every trial with its dates, its seed and its hash.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  soleus trial list --json")]
pub(crate) struct Args {}

/// A trial as `--json` shows it.
#[derive(Serialize)]
struct TrialJson {
    trial: String,
    template: String,
    remedy: Option<String>,
    name: String,
    /// `run-in`, `running`, `paused`, `finished` or `stopped`.
    standing: &'static str,
    registered: String,
    first_night: String,
    nights: usize,
    period_nights: u16,
    pairs: u16,
    left_out: u16,
    seed: u64,
    generator: String,
    schedule: String,
    analysis: String,
    looks: Vec<u16>,
    engine: String,
    knowledge: String,
    hash: String,
    /// Whether the record is still what was hashed.
    intact: bool,
}

/// Shows all trials.
pub(crate) fn run(world: &World, _args: &Args) -> anyhow::Result<()> {
    let today = day_of(&world.moment()?);
    let all = world.desk()?.agenda(today)?;
    if world.json() {
        let all: Vec<TrialJson> = all.iter().map(json).collect();
        return output::json(&all);
    }
    if all.is_empty() {
        return output::line(
            "There is no trial yet. See what can be tested: `soleus trial templates`.",
        );
    }
    for agenda in &all {
        let record = agenda.course.record();
        output::line(format!(
            "{}  [{}]",
            agenda.course.name(),
            standing(&agenda.standing)
        ))?;
        output::line(format!(
            "  {} nights from {}: {}, registered {}",
            record.schedule.arms().len(),
            record.first_night,
            words::pairs(record.layout),
            agenda.course.registered.local().date(),
        ))?;
        let state = if agenda.course.registration.is_intact() {
            ""
        } else {
            " (the record was changed since)"
        };
        output::line(format!("  id {}", agenda.course.id))?;
        output::line(format!(
            "  seed {}, hash {}{state}",
            record.seed.0, agenda.course.registration.hash
        ))?;
    }
    Ok(())
}

fn standing(standing: &Standing) -> String {
    match standing {
        Standing::RunIn { begins } => format!("begins on {begins}"),
        Standing::Running { turn } => format!("running, night {}", turn.index + 1),
        Standing::Paused { since, why } => {
            format!("waits since {since}: {}", words::pause(*why))
        }
        Standing::Finished { last } => format!("finished, last night {last}"),
        Standing::Stopped { from, why } => {
            format!("stopped on {from}: {}", words::stop(*why))
        }
    }
}

fn json(agenda: &Agenda) -> TrialJson {
    let course = &agenda.course;
    let record = course.record();
    let text = |text: &diary::Text| text.as_str().to_owned();
    TrialJson {
        trial: course.id.to_string(),
        template: record.subject.template.to_string(),
        remedy: record.subject.remedy.as_ref().map(ToString::to_string),
        name: course.name().to_owned(),
        standing: agenda.standing.name(),
        registered: course.registered.at.to_string(),
        first_night: record.first_night.to_string(),
        nights: record.schedule.arms().len(),
        period_nights: record.layout.period_nights,
        pairs: record.layout.pairs,
        left_out: record.layout.left_out,
        seed: record.seed.0,
        generator: text(&record.generator),
        schedule: record.schedule.to_string(),
        analysis: text(&record.analysis),
        looks: record.looks.clone(),
        engine: text(&record.engine),
        knowledge: text(&record.knowledge),
        hash: course.registration.hash.clone(),
        intact: course.registration.is_intact(),
    }
}
