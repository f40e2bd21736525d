//! `soleus instrument`: published questionnaires, their items and cut-offs, and telling answers.

mod look_alikes;
mod show;

use std::collections::BTreeMap;

use diary::entry::Fact;
use diary::{Body, Id};
use insight::questionnaire::{LOOK_ALIKES, score};
use knowledge::Instrument;

use crate::fault::refuse;
use crate::output;
use crate::warning;
use crate::world::World;

/// Answer a published questionnaire: Edinburgh (legs on walking), Wells (clot), IRLSSG (restless legs), ICSD-3 (is it a cramp), look-alikes.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus instrument\n  soleus instrument edinburgh\n  soleus instrument edinburgh 1=yes 2=no 3=yes 4=no 5=gone 6=calf\n  soleus instrument look-alikes\n\nItems you leave out stay open: nothing is decided before it must be."
)]
pub(crate) struct Args {
    /// Which; the beginning of its name is enough. Without it, all are listed.
    id: Option<String>,
    /// Answers, such as 1=yes.
    #[arg(value_name = "ITEM=ANSWER")]
    answers: Vec<String>,
}

/// Lists the questionnaires, shows one, or tells answers.
pub(crate) fn run(world: &World, args: Args) -> anyhow::Result<()> {
    let Some(id) = args.id else {
        return show::all(world);
    };
    if LOOK_ALIKES.starts_with(&id.to_lowercase()) && id.len() >= 4 {
        return look_alikes::run(world, &args.answers);
    }
    let instrument = named(&id)?;
    if args.answers.is_empty() {
        return show::one(world, instrument);
    }
    let chosen = read(&args.answers, |item, choice| {
        let items = instrument.items.iter();
        items
            .filter(|one| one.id == item)
            .any(|one| one.choices.iter().any(|known| known.id == choice))
    })?;
    let raised = tell(world, instrument.id, &chosen)?;
    let result = score(instrument, &chosen);
    if world.json() {
        return output::json(&show::told(instrument, &result, &raised));
    }
    show::result(instrument, &result)?;
    warning::show_urgent(&raised.1)
}

/// The questionnaire whose id begins with this, when only one does.
fn named(id: &str) -> anyhow::Result<&'static Instrument> {
    let wanted = id.to_lowercase().replace([' ', '_'], "-");
    let all: Vec<&'static Instrument> = knowledge::instruments()
        .iter()
        .filter(|one| one.id.starts_with(&wanted))
        .collect();
    match all[..] {
        [only] => Ok(only),
        _ => {
            let ids: Vec<&str> = knowledge::instruments().iter().map(|one| one.id).collect();
            refuse(format!(
                "We know no questionnaire ‘{id}’. We know: {}, {LOOK_ALIKES}.",
                ids.join(", ")
            ))
        }
    }
}

/// Answers as typed to items and choices that exist.
fn read(
    typed: &[String],
    is_known: impl Fn(&str, &str) -> bool,
) -> anyhow::Result<BTreeMap<Id, Id>> {
    let mut chosen = BTreeMap::new();
    for one in typed {
        let lower = one.to_lowercase();
        let answer = lower
            .split_once('=')
            .map(|(item, choice)| (item.trim(), choice.trim()))
            .filter(|(item, choice)| is_known(item, choice));
        let Some((item, choice)) = answer else {
            return refuse(format!(
                "‘{one}’ is not an answer to one of its items. Write item=answer, such as 1=yes; the command without answers shows them."
            ));
        };
        chosen.insert(Id::new(item)?, Id::new(choice)?);
    }
    Ok(chosen)
}

/// Writes the answers; gives the entry's id and the warning signs that apply now.
fn tell(
    world: &World,
    questionnaire: &str,
    chosen: &BTreeMap<Id, Id>,
) -> anyhow::Result<(String, Vec<insight::Raised>)> {
    let moment = world.moment()?;
    let (now, today) = (moment.at, moment.local().date());
    let body = Body::Fact(Fact::Questionnaire {
        questionnaire: Id::new(questionnaire)?,
        answers: chosen.clone(),
    });
    let entry = world.entry(moment, body)?;
    let id = entry.id.to_string();
    let desk = world.desk()?;
    desk.tell_with_id(entry, now)?;
    Ok((id, desk.raised(today)?))
}
