//! `soleus suspects`: what may cause the cramps, in three lists.

use desk::Reading;
use insight::{Basis, List, Suspect, Tag};
use serde::Serialize;

use crate::output;
use crate::progress::while_working;
use crate::warning::{self, RaisedJson};
use crate::world::World;

/// Show what may cause your cramps: likely matters, not clear yet, probably does not.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  soleus suspects\n  soleus suspects --all --json")]
pub(crate) struct Args {
    /// Show every suspect of each list, not only the first.
    #[arg(long)]
    all: bool,
}

/// How many of a list are shown without `--all`.
const FIRST: usize = 8;

/// What `--json` answers.
#[derive(Serialize)]
pub(crate) struct SuspectsJson<'a> {
    /// `evidence-only` or `nights`.
    basis: &'static str,
    nights_answered: Option<usize>,
    nights: Option<usize>,
    raised: Vec<RaisedJson>,
    suspects: Vec<SuspectJson<'a>>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct SuspectJson<'a> {
    factor: &'a str,
    name: &'a str,
    /// `likely`, `unclear` or `unlikely`.
    list: &'static str,
    /// `from-studies`, `from-your-nights` or `tested`.
    tag: &'static str,
    present: Option<bool>,
    answered_days: usize,
    probability: f64,
    p_raises: f64,
    p_lowers: f64,
    /// The ratios are null where no number may be shown: nothing but our judgement stands behind it.
    rate_ratio: Option<f64>,
    rate_ratio_low: Option<f64>,
    rate_ratio_high: Option<f64>,
    rate_ratio_if_real: Option<f64>,
    per_amount: f64,
    share: Option<f64>,
    avoided_per_month: Option<f64>,
    nights_to_clear: Option<u32>,
    travels_with: &'a [String],
    sentence: String,
}

/// Shows the suspects of the diary.
pub(crate) fn run(world: &World, args: Args) -> anyhow::Result<()> {
    let today = world.today()?;
    let desk = world.desk()?;
    let reading = while_working("Comparing your nights", || desk.suspects(today))?;
    show(world, &reading, if args.all { usize::MAX } else { FIRST })
}

/// Shows the warning signs, then suspects: the first `most` of each list.
pub(crate) fn show(world: &World, reading: &Reading, most: usize) -> anyhow::Result<()> {
    if world.json() {
        return output::json(&json(reading));
    }
    warning::show(&reading.plan.raised)?;
    let suspects = &reading.suspects;
    match suspects.basis {
        Basis::EvidenceOnly => output::paragraph(
            "",
            "From your profile and published studies alone: no night is answered yet.",
        )?,
        Basis::Nights { answered, all } => {
            let nights = if all == 1 { "night" } else { "nights" };
            output::paragraph(
                "",
                &format!(
                    "From published studies and your diary: {answered} of {all} {nights} answered."
                ),
            )?;
        }
    }
    for (list, title) in [
        (List::Likely, "Likely matters for you"),
        (List::Unclear, "Not clear yet"),
        (List::Unlikely, "Probably does not matter for you"),
    ] {
        let members: Vec<&Suspect> = suspects
            .all
            .iter()
            .filter(|suspect| suspect.list == list)
            .collect();
        output::line(format!("\n{title} ({})", members.len()))?;
        for suspect in members.iter().take(most) {
            output::line(format!(
                "  {}  [{}]",
                suspect.factor.name,
                tag_words(suspect.tag)
            ))?;
            output::paragraph("    ", &suspect.sentence)?;
        }
        if members.len() > most {
            output::line(format!(
                "  and {} more: `soleus suspects --all`",
                members.len() - most
            ))?;
        }
    }
    if !suspects.notes.is_empty() {
        output::line("")?;
    }
    for note in &suspects.notes {
        output::paragraph("", note)?;
    }
    Ok(())
}

fn tag_words(tag: Tag) -> &'static str {
    match tag {
        Tag::FromStudies => "from studies",
        Tag::FromYourNights => "from studies and your nights",
        Tag::Tested => "tested on you",
    }
}

fn json(reading: &Reading) -> SuspectsJson<'_> {
    let suspects = &reading.suspects;
    let (basis, nights_answered, nights) = match suspects.basis {
        Basis::EvidenceOnly => ("evidence-only", None, None),
        Basis::Nights { answered, all } => ("nights", Some(answered), Some(all)),
    };
    SuspectsJson {
        basis,
        nights_answered,
        nights,
        raised: warning::json(&reading.plan.raised),
        suspects: suspects.all.iter().map(suspect_json).collect(),
        notes: suspects.notes.iter().map(ToString::to_string).collect(),
    }
}

fn suspect_json(suspect: &Suspect) -> SuspectJson<'_> {
    let shown = |ratio: f64| suspect.shows_number.then_some(ratio);
    SuspectJson {
        factor: suspect.factor.id,
        name: suspect.factor.name,
        list: match suspect.list {
            List::Likely => "likely",
            List::Unclear => "unclear",
            List::Unlikely => "unlikely",
        },
        tag: match suspect.tag {
            Tag::FromStudies => "from-studies",
            Tag::FromYourNights => "from-your-nights",
            Tag::Tested => "tested",
        },
        present: suspect.present,
        answered_days: suspect.answered_days,
        probability: suspect.probability,
        p_raises: suspect.p_raises,
        p_lowers: suspect.p_lowers,
        rate_ratio: shown(suspect.ratio),
        rate_ratio_low: shown(suspect.ratio_low),
        rate_ratio_high: shown(suspect.ratio_high),
        rate_ratio_if_real: shown(suspect.ratio_if_real),
        per_amount: suspect.per_amount,
        share: suspect.share,
        avoided_per_month: suspect.avoided_per_month,
        nights_to_clear: suspect.nights_to_clear,
        travels_with: &suspect.travels_with,
        sentence: suspect.sentence.to_string(),
    }
}
