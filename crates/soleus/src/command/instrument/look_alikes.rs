//! The look-alikes as one questionnaire: what is mistaken for a night cramp, and how far it fits.

use insight::questionnaire::{LOOK_ALIKES, likenesses, look_alike_item};
use knowledge::Urgency;
use serde::Serialize;

use super::{read, tell};
use crate::output;
use crate::warning::{self, RaisedJson};
use crate::world::World;

#[derive(Serialize)]
struct LookAlikeJson {
    id: &'static str,
    name: &'static str,
    /// `emergency`, `same-day`, `soon` or `routine`: how soon to be seen if it is that.
    urgency: &'static str,
    distinguishing: &'static [&'static str],
    questions: Vec<QuestionJson>,
    yes: usize,
    no: usize,
    /// All its questions were answered yes. Never a diagnosis.
    fits: bool,
}

#[derive(Serialize)]
struct QuestionJson {
    item: String,
    text: &'static str,
}

#[derive(Serialize)]
struct ToldJson {
    id: String,
    fits: Vec<&'static str>,
    raised: Vec<RaisedJson>,
}

/// Shows the look-alikes, or tells answers about them.
pub(super) fn run(world: &World, typed: &[String]) -> anyhow::Result<()> {
    if typed.is_empty() {
        return show(world);
    }
    let items = items();
    let chosen = read(typed, |item, choice| {
        ["yes", "no"].contains(&choice) && items.iter().any(|known| known == item)
    })?;
    let (id, raised) = tell(world, LOOK_ALIKES, &chosen)?;
    let fits: Vec<&'static str> = likenesses(&chosen)
        .iter()
        .filter(|one| one.fits())
        .map(|one| one.look_alike.name)
        .collect();
    if world.json() {
        return output::json(&ToldJson {
            id,
            fits,
            raised: warning::json(&raised),
        });
    }
    let said = if fits.is_empty() {
        "None of the look-alikes fits in full.".to_owned()
    } else {
        format!(
            "Your answers fit: {}. This is not a diagnosis: tell your doctor.",
            fits.join("; ")
        )
    };
    output::paragraph("", &said)?;
    warning::show_urgent(&raised)
}

fn items() -> Vec<String> {
    knowledge::look_alikes()
        .iter()
        .flat_map(|one| (1..=one.questions.len()).map(|number| look_alike_item(one, number)))
        .collect()
}

fn show(world: &World) -> anyhow::Result<()> {
    let person = world.desk()?.person()?;
    let chosen = person
        .questionnaires
        .get(LOOK_ALIKES)
        .map(|answers| answers.chosen.clone())
        .unwrap_or_default();
    let all: Vec<LookAlikeJson> = likenesses(&chosen)
        .into_iter()
        .map(|one| LookAlikeJson {
            id: one.look_alike.id,
            name: one.look_alike.name,
            urgency: match one.look_alike.urgency {
                Urgency::Emergency => "emergency",
                Urgency::SameDay => "same-day",
                Urgency::Soon => "soon",
                Urgency::Routine => "routine",
            },
            distinguishing: one.look_alike.distinguishing,
            questions: (1..)
                .zip(one.look_alike.questions)
                .map(|(number, text)| QuestionJson {
                    item: look_alike_item(one.look_alike, number),
                    text,
                })
                .collect(),
            yes: one.yes,
            no: one.no,
            fits: one.fits(),
        })
        .collect();
    if world.json() {
        return output::json(&all);
    }
    for one in &all {
        let fits = if one.fits {
            " — your answers fit"
        } else {
            ""
        };
        output::line(format!("{} ({}){fits}", one.name, one.urgency))?;
        for mark in one.distinguishing {
            output::point("  ", mark)?;
        }
        for question in &one.questions {
            output::paragraph("  ", &format!("{}: {}", question.item, question.text))?;
        }
    }
    output::paragraph(
        "",
        "Answer with: soleus instrument look-alikes restless-legs-1=yes",
    )
}
