//! `soleus trial propose` and `start`: everything that is known before a trial, and its start.

use diary::trial::TrialSeed;
use diary::{NightId, Text};
use insight::trial::{Own, Proposal, Refusal, Wish, day_of, proposal};
use serde::Serialize;

use super::templates::find;
use crate::command::cramp::text;
use crate::fault::refuse;
use crate::output;
use crate::progress::while_counting;
use crate::resolve;
use crate::world::{World, random};

/// Ask what a trial would take, and how likely it gives an answer. Nothing is written.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus trial propose bedtime-stretch\n  soleus trial propose free --name \"Sour cherry juice\" --with \"A glass with dinner\" --without \"No cherry juice\""
)]
pub(crate) struct Args {
    #[command(flatten)]
    wanted: Wanted,
}

/// Start a trial: chance draws its schedule, and the record is sealed in the diary.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  soleus trial start bedtime-stretch --first 2026-05-04")]
pub(crate) struct StartArgs {
    #[command(flatten)]
    wanted: Wanted,
    /// Seed of the schedule, in place of a random one (for tests and repeats).
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(0..=9_007_199_254_740_991))]
    seed: Option<u64>,
}

/// What is to be tested.
#[derive(Debug, clap::Args)]
struct Wanted {
    /// The template.
    #[arg(value_name = "TEMPLATE")]
    template: String,
    /// The first evening: 2026-05-03 or `today`. Left out: today.
    #[arg(long, value_name = "DATE")]
    first: Option<String>,
    /// Longest time, in weeks.
    #[arg(long, value_name = "WEEKS", value_parser = clap::value_parser!(u16).range(1..=52))]
    weeks: Option<u16>,
    /// For something of your own: what it is called.
    #[arg(long, value_name = "TEXT", value_parser = text)]
    name: Option<Text>,
    /// For something of your own: what to do with it.
    #[arg(long, value_name = "TEXT", value_parser = text)]
    with: Option<Text>,
    /// For something of your own: what to do without it.
    #[arg(long, value_name = "TEXT", value_parser = text)]
    without: Option<Text>,
    /// For something of your own: days until it works.
    #[arg(long, value_name = "DAYS")]
    effect_days: Option<u16>,
    /// For something of your own: days until it has worn off.
    #[arg(long, value_name = "DAYS")]
    washout_days: Option<u16>,
}

/// What `--json` answers.
#[derive(Serialize)]
struct ProposalJson {
    template: String,
    /// `ready`, or why not: `held`, `run-in`, `too-few-cramps`, `out-of-reach`, `on-trial-already`, `bad-wish`.
    status: &'static str,
    reason: Option<String>,
    /// The id of the trial, once it is started.
    #[serde(skip_serializing_if = "Option::is_none")]
    trial: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hash: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schedule: Option<String>,
    first_night: String,
    nights: Option<usize>,
    weeks: Option<u16>,
    pairs: Option<u16>,
    period_nights: Option<u16>,
    left_out: Option<u16>,
    looks: Vec<u16>,
    cramps_per_week: Option<f64>,
    chances: Vec<ChanceJson>,
    weeks_for_80_percent: Option<u16>,
    largest_e_value: Option<f64>,
    smallest_p_randomisation: Option<f64>,
    /// The e-value that counts as an answer.
    answer: f64,
    stop: Vec<&'static str>,
    warnings: Vec<String>,
    sentences: Vec<String>,
}

#[derive(Serialize)]
struct ChanceJson {
    cuts_cramps_by: f64,
    chance: f64,
}

/// Says what a trial would take; that none can be proposed is an answer too.
pub(crate) fn run(world: &World, args: Args) -> anyhow::Result<()> {
    let wish = wish(world, args.wanted)?;
    let proposed = propose(world, &wish)?;
    if world.json() {
        return output::json(&json(&wish, &proposed));
    }
    match &proposed {
        Ok(proposal) => {
            show(proposal)?;
            output::paragraph(
                "",
                &format!("Start it with `soleus trial start {}`.", wish.template.id),
            )
        }
        Err(refusal) => output::paragraph("", &refusal.reason().to_string()),
    }
}

/// Starts a trial, or refuses with the reason.
pub(crate) fn start(world: &World, args: StartArgs) -> anyhow::Result<()> {
    let wish = wish(world, args.wanted)?;
    let proposal = match propose(world, &wish)? {
        Ok(proposal) => proposal,
        Err(refusal) => return refuse(refusal.reason().to_string()),
    };
    let seed = match args.seed {
        Some(seed) => TrialSeed(seed),
        None => fresh_seed()?,
    };
    let desk = world.desk()?;
    let id = desk.start(&proposal, seed, world.moment()?, random()?)?;
    let started = desk.course(id)?;
    if world.json() {
        let mut answer = json(&wish, &Ok(proposal));
        answer.trial = Some(id.to_string());
        if let Some(course) = started {
            answer.hash = Some(course.registration.hash.clone());
            answer.seed = Some(seed.0);
            answer.schedule = Some(course.record().schedule.to_string());
        }
        return output::json(&answer);
    }
    show(&proposal)?;
    output::line(format!("Registered as {id}."))?;
    if let Some(course) = started {
        output::line(format!(
            "Seed {}, SHA-256 {}",
            seed.0, course.registration.hash
        ))?;
    }
    output::line("See what to do each day with `soleus trial today`.")
}

/// A seed of 53 random bits: every program that reads JSON keeps such a number exactly.
fn fresh_seed() -> anyhow::Result<TrialSeed> {
    Ok(TrialSeed(u64::from_le_bytes(random()?) >> 11))
}

fn wish(world: &World, wanted: Wanted) -> anyhow::Result<Wish> {
    let now = world.moment()?;
    let template = find(&wanted.template)?;
    let first_night = match &wanted.first {
        Some(text) => NightId::of_evening(resolve::day(text, now.local().date())?),
        None => day_of(&now),
    };
    let own = match (wanted.name, wanted.with, wanted.without) {
        (Some(name), Some(with), Some(without)) => Some(Own {
            name,
            with,
            without,
            days_until_effect: wanted.effect_days.unwrap_or(template.days_until_effect),
            washout_days: wanted.washout_days.unwrap_or(template.washout_days),
        }),
        (None, None, None) => None,
        _ => return refuse("Say all three: --name, --with and --without."),
    };
    if own.is_none() && (wanted.effect_days.is_some() || wanted.washout_days.is_some()) {
        return refuse("--effect-days and --washout-days go with something of your own only.");
    }
    Ok(Wish {
        template,
        own,
        first_night,
        weeks: wanted.weeks,
    })
}

fn propose(world: &World, wish: &Wish) -> anyhow::Result<Result<Proposal, Refusal>> {
    let today = world.today()?;
    let desk = world.desk()?;
    let proposed = while_counting("Imagining your trial many times", |watch| {
        desk.propose(wish, today, watch)
    })?;
    if let Err(Refusal::Bad(bad)) = &proposed {
        return refuse(bad.to_string());
    }
    Ok(proposed)
}

fn show(proposal: &Proposal) -> anyhow::Result<()> {
    let template = proposal.wish.template;
    if let Some(subject) = proposal.wish.subject() {
        output::line(subject.name.as_str())?;
    }
    for warning in &proposal.warnings {
        output::paragraph("  ", &super::warning_words(warning))?;
    }
    for sentence in &proposal.sentences {
        output::paragraph("  ", &sentence.to_string())?;
    }
    if let Some(arms) = proposal.wish.arms() {
        output::paragraph(
            "  ",
            &format!("A, {}: {}", template.a_label, arms.a.as_str()),
        )?;
        output::paragraph(
            "  ",
            &format!("B, {}: {}", template.b_label, arms.b.as_str()),
        )?;
    }
    output::line("  Stop if:")?;
    template
        .stop
        .iter()
        .try_for_each(|rule| output::point("  ", rule))
}

fn json(wish: &Wish, proposed: &Result<Proposal, Refusal>) -> ProposalJson {
    let ready = proposed.as_ref().ok();
    let layout = ready.map(|proposal| proposal.layout);
    ProposalJson {
        template: wish.template.id.to_owned(),
        status: proposed.as_ref().map_or_else(Refusal::name, |_| "ready"),
        reason: proposed
            .as_ref()
            .err()
            .map(|refusal| refusal.reason().to_string()),
        trial: None,
        hash: None,
        seed: None,
        schedule: None,
        first_night: wish.first_night.to_string(),
        nights: layout.map(diary::trial::Layout::nights),
        weeks: layout.map(insight::trial::layouts::weeks),
        pairs: layout.map(|layout| layout.pairs),
        period_nights: layout.map(|layout| layout.period_nights),
        left_out: layout.map(|layout| layout.left_out),
        looks: ready.map_or_else(Vec::new, |proposal| proposal.looks.clone()),
        cramps_per_week: ready.map(|proposal| proposal.per_week),
        chances: ready.map_or_else(Vec::new, |proposal| {
            let one = |chance: &insight::trial::Chance| ChanceJson {
                cuts_cramps_by: chance.cut,
                chance: chance.chance,
            };
            proposal.chances.iter().map(one).collect()
        }),
        weeks_for_80_percent: ready.and_then(|proposal| proposal.weeks_for_good),
        largest_e_value: ready.map(|proposal| proposal.reach.largest_e),
        smallest_p_randomisation: ready.map(|proposal| proposal.reach.smallest_p),
        answer: proposal::ANSWER,
        stop: wish.template.stop.to_vec(),
        warnings: ready.map_or_else(Vec::new, |proposal| {
            proposal.warnings.iter().map(super::warning_words).collect()
        }),
        sentences: ready.map_or_else(Vec::new, |proposal| {
            proposal.sentences.iter().map(ToString::to_string).collect()
        }),
    }
}
