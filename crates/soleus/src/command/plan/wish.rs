//! `soleus plan --wish REMEDY`: what the safety rules and the studies say to a remedy that somebody asks about.

use diary::NightId;
use insight::plan::{Wished, wished, wishes};
use knowledge::Remedy;
use serde::Serialize;

use super::json::{BlockedJson, MissingJson, StepJson, blocked_json, missing_json, step_json};
use super::{joined, missing, show_step};
use crate::output;
use crate::progress::while_working;
use crate::resolve;
use crate::world::World;

/// What `--json` answers.
#[derive(Serialize)]
struct WishJson<'a> {
    remedy: &'a str,
    name: &'a str,
    summary: &'a str,
    /// `silent`, `for-the-doctor`, `blocked`, `asks` or `safe`.
    answer: &'static str,
    says: Option<String>,
    blocked: Option<BlockedJson<'a>>,
    missing: Vec<MissingJson<'a>>,
    step: Option<StepJson<'a>>,
}

/// Answers a wish.
pub(super) fn run(world: &World, typed: &str) -> anyhow::Result<()> {
    let ids = wishes().map(|remedy| remedy.id);
    let id = resolve::known("remedy", typed, ids, "soleus plan --wish list")?;
    let Some(remedy) = wishes().find(|remedy| remedy.id == id.as_str()) else {
        return list();
    };
    let today = world.today()?;
    let desk = world.desk()?;
    let reading = while_working("Comparing your nights", || desk.suspects(today))?;
    let answer = wished(
        remedy,
        &reading.person,
        &reading.nights,
        &reading.suspects,
        NightId::of_evening(today),
    );
    if world.json() {
        return output::json(&json(remedy, &answer));
    }
    crate::warning::show(&reading.plan.raised)?;
    output::line(remedy.name)?;
    output::paragraph("", remedy.summary)?;
    output::line("")?;
    match &answer {
        Wished::Silent(why) | Wished::ForTheDoctor(why) => output::paragraph("", why),
        Wished::Blocked(blocked) => {
            output::line("Not for you, for your safety")?;
            for rule in &blocked.rules {
                output::point("  ", rule.message)?;
            }
            if blocked.because.is_empty() {
                return Ok(());
            }
            output::paragraph(
                "  ",
                &format!("What this rests on: {}", joined(&blocked.because)),
            )
        }
        Wished::Asks(questions) => missing::show(questions),
        Wished::Safe(step) => show_step(1, step),
    }
}

/// Every remedy that can be asked about.
pub(super) fn list() -> anyhow::Result<()> {
    wishes().try_for_each(|remedy| output::line(format!("{:<28} {}", remedy.id, remedy.name)))
}

fn json<'a>(remedy: &'a Remedy, answer: &'a Wished) -> WishJson<'a> {
    let mut shown = WishJson {
        remedy: remedy.id,
        name: remedy.name,
        summary: remedy.summary,
        answer: "silent",
        says: None,
        blocked: None,
        missing: Vec::new(),
        step: None,
    };
    match answer {
        Wished::Silent(why) => shown.says = Some(why.to_string()),
        Wished::ForTheDoctor(why) => {
            shown.answer = "for-the-doctor";
            shown.says = Some(why.to_string());
        }
        Wished::Blocked(blocked) => {
            shown.answer = "blocked";
            shown.blocked = Some(blocked_json(blocked));
        }
        Wished::Asks(questions) => {
            shown.answer = "asks";
            shown.missing = questions.iter().map(missing_json).collect();
        }
        Wished::Safe(step) => {
            shown.answer = "safe";
            shown.step = Some(step_json(step));
        }
    }
    shown
}
