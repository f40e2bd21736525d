//! `soleus trial result`: what came out, at a planned look or, with the price told, before.

use diary::trial::Look;
use insight::trial::{Access, Outcome, Ratio, access, day_of, look};
use serde::Serialize;

use super::select::{self, Wanted, Which};
use crate::fault::refuse;
use crate::output;
use crate::progress::while_working;
use crate::world::World;

/// Show what came out. Before a planned look only with --peek, which is written down.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus trial result\n  soleus trial result bedtime-stretch --peek"
)]
pub(crate) struct Args {
    #[command(flatten)]
    which: Which,
    /// Look before the time. It has a price: see `soleus trial result` without it.
    #[arg(long)]
    peek: bool,
}

/// What `--json` answers.
#[derive(Serialize)]
struct ResultJson {
    trial: String,
    template: String,
    name: String,
    /// Whether the result is not shown yet.
    hidden: bool,
    /// The morning on which it is shown, while it is hidden.
    until: Option<String>,
    /// What looking early costs, while it is hidden.
    price: Option<String>,
    through: Option<String>,
    nights: Option<usize>,
    effect: Option<EffectJson>,
    p_benefit: Option<f64>,
    p_randomisation: Option<f64>,
    e_value: Option<f64>,
    /// Cramps fewer a month with A: estimate, 5 % and 95 % points.
    fewer_a_month: Option<[f64; 3]>,
    dots: Option<[f64; 20]>,
    /// `keep`, `drop` or `test-longer`.
    advice: Option<&'static str>,
    diagnostics: Vec<String>,
    sentences: Vec<String>,
    seed: u64,
    hash: String,
    /// What all trials of the same thing that are over say together; null when there is only one.
    together: Option<TogetherJson>,
}

#[derive(Serialize)]
struct TogetherJson {
    effect: EffectJson,
    p_benefit: f64,
    /// The product of the trials' e-values.
    e_value: Option<f64>,
    nights: usize,
    fewer_a_month: [f64; 3],
    dots: [f64; 20],
    advice: &'static str,
    sentences: Vec<String>,
}

#[derive(Serialize)]
struct EffectJson {
    measure: &'static str,
    estimate: f64,
    low: f64,
    high: f64,
}

impl EffectJson {
    fn of(ratio: Ratio) -> Self {
        Self {
            measure: "rate_ratio",
            estimate: ratio.estimate,
            low: ratio.low,
            high: ratio.high,
        }
    }
}

/// Shows the result, or when it will be shown.
pub(crate) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    let now = world.moment()?;
    let today = day_of(&now);
    let desk = world.desk()?;
    let course = select::course(&desk, &args.which, Wanted::Any, today)?;
    let (through, look) = match (access(&course, today), args.peek) {
        (Access::Open { through }, _) => (through, Look::Planned),
        (Access::Hidden { .. }, true) => match look::peek(&course, today) {
            Some(through) => (through, Look::Peek),
            None => return refuse("The trial has no night yet: there is nothing to look at."),
        },
        (Access::Hidden { until }, false) => {
            let until = until.map(|night| night.to_string());
            if world.json() {
                return output::json(&json(&course, None, until));
            }
            output::paragraph(
                "",
                &match &until {
                    Some(until) => format!("Results are shown on {until}."),
                    None => {
                        "Results are shown once the trial has gone on to its first look.".to_owned()
                    }
                },
            )?;
            output::paragraph("", &look::price().to_string())?;
            return output::line("To look all the same: `soleus trial result --peek`.");
        }
    };
    let found = while_working("Comparing the nights", || desk.result(&course, through))?;
    let outcome = match found {
        Ok(outcome) => outcome,
        Err(none) => return refuse(none.to_string()),
    };
    if let Some(event) = look::looked(&course, through, look) {
        desk.tell_trial(event, now, crate::world::random()?)?;
    }
    let together = desk.together(&course, today)?;
    if world.json() {
        let mut answer = json(&course, Some(&outcome), None);
        answer.together = together.as_ref().map(together_json);
        return output::json(&answer);
    }
    output::line(course.name())?;
    for sentence in &outcome.sentences {
        output::paragraph("  ", &sentence.to_string())?;
    }
    for note in &outcome.numbers.diagnostics {
        output::paragraph("  ", &note.to_string())?;
    }
    let ratio = outcome.numbers.ratio;
    output::paragraph(
        "  ",
        &format!(
            "Cramps with A for each with B: {:.2} (90 % interval {:.2} to {:.2}). Seed {}, SHA-256 {}.",
            ratio.estimate,
            ratio.low,
            ratio.high,
            course.record().seed.0,
            course.registration.hash
        ),
    )?;
    let Some(together) = together else {
        return Ok(());
    };
    output::line("\nAll your trials of this")?;
    (together.sentences.iter())
        .try_for_each(|sentence| output::paragraph("  ", &sentence.to_string()))
}

fn said(sentences: &[impl ToString]) -> Vec<String> {
    sentences.iter().map(ToString::to_string).collect()
}

fn together_json(together: &Outcome) -> TogetherJson {
    let numbers = &together.numbers;
    TogetherJson {
        effect: EffectJson::of(numbers.ratio),
        p_benefit: numbers.p_benefit,
        e_value: numbers.e_value,
        nights: together.arms.iter().map(|arm| arm.nights).sum(),
        fewer_a_month: together.fewer_a_month.into(),
        dots: numbers.dots,
        advice: together.advice.name(),
        sentences: said(&together.sentences),
    }
}

fn json(
    course: &insight::trial::Course,
    outcome: Option<&Outcome>,
    until: Option<String>,
) -> ResultJson {
    let numbers = outcome.map(|outcome| &outcome.numbers);
    ResultJson {
        trial: course.id.to_string(),
        template: course.record().subject.template.to_string(),
        name: course.name().to_owned(),
        hidden: outcome.is_none(),
        until,
        price: outcome.is_none().then(|| look::price().to_string()),
        through: outcome.map(|outcome| outcome.through.to_string()),
        nights: outcome.map(|outcome| outcome.arms.iter().map(|arm| arm.nights).sum()),
        effect: numbers.map(|numbers| EffectJson::of(numbers.ratio)),
        p_benefit: numbers.map(|numbers| numbers.p_benefit),
        p_randomisation: numbers.and_then(|numbers| numbers.p_randomisation),
        e_value: numbers.and_then(|numbers| numbers.e_value),
        fewer_a_month: outcome.map(|outcome| outcome.fewer_a_month.into()),
        dots: numbers.map(|numbers| numbers.dots),
        advice: outcome.map(|outcome| outcome.advice.name()),
        diagnostics: numbers.map_or_else(Vec::new, |numbers| said(&numbers.diagnostics)),
        sentences: outcome.map_or_else(Vec::new, |outcome| said(&outcome.sentences)),
        seed: course.record().seed.0,
        hash: course.registration.hash.clone(),
        together: None,
    }
}
