//! `soleus triage`: the warning signs that apply, and the questions to answer now.

use clap::Subcommand;
use diary::entry::Fact;
use diary::{Body, Id, NightId};
use insight::triage::{WEEKLY, at_the_start, weekly};
use knowledge::Flag;
use serde::Serialize;

use crate::output;
use crate::resolve::yes_no;
use crate::warning::{self, RaisedJson};
use crate::world::World;

/// Show the warning signs that apply now and the questions about them; answer the question of the week.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus triage\n  soleus triage week no\n  soleus profile flag one-leg-swollen-warm-red no\n\nIn an emergency do not read on: call your local emergency number (112 in Europe, 911 in North America)."
)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Whether anything new came in the last week.
    Week {
        /// Yes or no.
        #[arg(value_parser = yes_no, action = clap::ArgAction::Set)]
        anything_new: bool,
    },
}

#[derive(Serialize)]
struct TriageJson {
    raised: Vec<RaisedJson>,
    /// Whether suggestions wait until a professional has seen something.
    silenced: bool,
    /// The week's question, when it is due.
    week: Option<QuestionJson>,
    /// What cannot wait and was not answered in the last three months.
    to_ask: Vec<QuestionJson>,
}

#[derive(Serialize)]
struct QuestionJson {
    flag: &'static str,
    question: &'static str,
}

/// Shows what applies, or answers the week's question.
pub(crate) fn run(world: &World, args: Args) -> anyhow::Result<()> {
    let desk = world.desk()?;
    let moment = world.moment()?;
    let today = moment.local().date();
    if let Some(What::Week { anything_new }) = args.what {
        let body = Body::Fact(Fact::Flag {
            flag: Id::new(WEEKLY)?,
            present: anything_new,
            seen: false,
        });
        let now = moment.at;
        desk.tell_with_id(world.entry(moment, body)?, now)?;
    }
    let raised = desk.raised(today)?;
    let (person, day) = (desk.person()?, NightId::of_evening(today));
    let (week, to_ask) = (weekly(&person, day), at_the_start(&person, day));
    if world.json() {
        return output::json(&TriageJson {
            silenced: insight::triage::silences_advice(&raised),
            raised: warning::json(&raised),
            week: week.map(question),
            to_ask: to_ask.into_iter().map(question).collect(),
        });
    }
    warning::show(&raised)?;
    if raised.is_empty() {
        output::line("No warning sign is known to apply.")?;
    }
    if let Some(flag) = week {
        output::paragraph("", &format!("This week: {}", flag.ask))?;
        output::line("  Answer with: soleus triage week yes|no")?;
    }
    if !to_ask.is_empty() {
        output::line("\nNot answered yet. Any yes needs a doctor today, or an ambulance:")?;
        for flag in to_ask {
            output::point("  ", &format!("{} ({})", flag.ask, flag.id))?;
        }
        output::line("Answer each with: soleus profile flag ID yes|no")?;
    }
    Ok(())
}

fn question(flag: &'static Flag) -> QuestionJson {
    QuestionJson {
        flag: flag.id,
        question: flag.ask,
    }
}
