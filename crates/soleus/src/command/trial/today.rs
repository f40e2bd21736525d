//! `soleus trial today`: what the trials ask today.

use diary::NightId;
use insight::trial::{Agenda, Ask, Instruction, Standing, coming, day_of, words};
use serde::Serialize;

use crate::output;
use crate::resolve;
use crate::warning;
use crate::world::World;

/// Show today's instruction of each open trial.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  soleus trial today\n  soleus trial today --coming 14")]
pub(crate) struct Args {
    /// Another day: 2026-05-03, `today` or `yesterday`.
    #[arg(long, value_name = "DATE")]
    day: Option<String>,
    /// Show so many days to come: for who prepares them for you. Better not to know them yourself.
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u16).range(1..=730))]
    coming: Option<u16>,
}

/// A trial as `--json` shows it on a day.
#[derive(Serialize)]
struct TodayJson {
    trial: String,
    template: String,
    name: String,
    day: String,
    /// `run-in`, `running`, `paused`, `finished` or `stopped`.
    standing: &'static str,
    instruction: Option<InstructionJson>,
    /// Why there is no instruction although the trial runs.
    held: Option<String>,
    warnings: Vec<String>,
    asks: Vec<AskJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    coming: Vec<InstructionJson>,
}

#[derive(Serialize)]
struct InstructionJson {
    day: String,
    arm: char,
    label: String,
    text: String,
    night: usize,
    of: usize,
}

#[derive(Serialize)]
struct AskJson {
    /// `adherence` or `guess`.
    about: &'static str,
    day: String,
    question: String,
}

/// Shows the day's instructions.
pub(crate) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    let now = world.moment()?;
    let today = now.local().date();
    let day = match &args.day {
        Some(text) => NightId::of_evening(resolve::day(text, today)?),
        None => day_of(&now),
    };
    let desk = world.desk()?;
    let open: Vec<Agenda> = desk
        .agenda(day)?
        .into_iter()
        .filter(|agenda| agenda.standing.is_open())
        .collect();
    if world.json() {
        let all: Vec<TodayJson> = open.iter().map(|agenda| json(agenda, day, args)).collect();
        return output::json(&all);
    }
    warning::show_urgent(&desk.raised(today)?)?;
    if open.is_empty() {
        return output::line("No trial is open. See what can be tested: `soleus trial templates`.");
    }
    open.iter().try_for_each(|agenda| show(agenda, day, args))
}

fn show(agenda: &Agenda, day: NightId, args: &Args) -> anyhow::Result<()> {
    output::line(agenda.course.name())?;
    match (&agenda.standing, &agenda.instruction) {
        (_, Some(instruction)) => {
            output::line(format!(
                "  {day}: {} (night {} of {})",
                instruction.label, instruction.number, instruction.of
            ))?;
            output::paragraph("  ", &instruction.text)?;
        }
        (Standing::RunIn { begins }, _) => output::paragraph(
            "  ",
            &format!("Begins on {begins}. Until then do as always, and keep your diary."),
        )?,
        (Standing::Paused { since, why }, _) => output::paragraph(
            "  ",
            &format!(
                "Waits since {since}: {}. Go on with `soleus trial resume`.",
                words::pause(*why)
            ),
        )?,
        _ => {}
    }
    if let Some(hold) = &agenda.hold {
        output::paragraph("  ", &format!("It waits today. {}", hold.reason()))?;
    }
    for warning in &agenda.warnings {
        output::paragraph("  ", &super::warning_words(warning))?;
    }
    for ask in &agenda.asks {
        let (about, question, _) = asked(ask);
        output::paragraph("  ", &format!("To answer: {question} ({about})"))?;
    }
    for instruction in next(agenda, day, args) {
        output::line(format!("  {}  {}", instruction.day, instruction.label))?;
    }
    Ok(())
}

fn next(agenda: &Agenda, day: NightId, args: &Args) -> Vec<Instruction> {
    let days = usize::from(args.coming.unwrap_or(0));
    let mut next = coming(&agenda.course, day);
    next.truncate(days);
    next
}

/// What a question is about, its words, and the day.
fn asked(ask: &Ask) -> (&'static str, String, NightId) {
    match ask {
        Ask::Adherence { day, question, .. } => {
            ("soleus trial record --followed", question.to_string(), *day)
        }
        Ask::Guess { day } => (
            "soleus trial record --guess",
            "Which do you think it was in the days up to then?".to_owned(),
            *day,
        ),
    }
}

fn json(agenda: &Agenda, day: NightId, args: &Args) -> TodayJson {
    let instruction = |instruction: &Instruction| InstructionJson {
        day: instruction.day.to_string(),
        arm: instruction.arm.letter(),
        label: instruction.label.clone(),
        text: instruction.text.clone(),
        night: instruction.number,
        of: instruction.of,
    };
    TodayJson {
        trial: agenda.course.id.to_string(),
        template: agenda.course.record().subject.template.to_string(),
        name: agenda.course.name().to_owned(),
        day: day.to_string(),
        standing: agenda.standing.name(),
        instruction: agenda.instruction.as_ref().map(instruction),
        held: agenda.hold.as_ref().map(|hold| hold.reason().to_string()),
        warnings: agenda.warnings.iter().map(super::warning_words).collect(),
        asks: agenda
            .asks
            .iter()
            .map(|ask| {
                let (_, question, day) = asked(ask);
                AskJson {
                    about: match ask {
                        Ask::Adherence { .. } => "adherence",
                        Ask::Guess { .. } => "guess",
                    },
                    day: day.to_string(),
                    question,
                }
            })
            .collect(),
        coming: next(agenda, day, args).iter().map(instruction).collect(),
    }
}
