//! `GET /plan`: warning signs first, then at most three things to do now, what could follow, what is blocked, what we must know.

pub(crate) mod ask;
mod pictures;
pub(crate) mod review;
pub(crate) mod routine;
mod water;
pub(crate) mod wish;

use axum::extract::State;
use axum::response::Response;
use desk::Reading;
use diary::NightId;
use insight::routine::{Offer, offer};
use insight::{Applies, Blocked, Missing, Plan, PlanBasis, Raised, Step, Warning};
use knowledge::{Routine, Template, Urgency};
use texts::Sentence;

use crate::alarm;
use crate::page::{Frame, Look, Tab, render};
pub(crate) use crate::plan::water::{Drinking, drinking};
use crate::problem::Problem;
use crate::site::{Shared, off_thread};
use crate::words;

/// How soon a professional is needed, as a headline.
pub(crate) fn urgency(urgency: &Urgency) -> &'static str {
    match urgency {
        Urgency::Emergency => crate::word("urgency-emergency"),
        Urgency::SameDay => crate::word("urgency-same-day"),
        Urgency::Soon => crate::word("urgency-soon"),
        Urgency::Routine => crate::word("urgency-routine"),
    }
}

/// One thing to do.
pub(crate) struct Todo {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) why: Sentence,
    pub(crate) how_sure: Sentence,
    pub(crate) how_to: &'static [&'static str],
    pub(crate) schedule: &'static str,
    /// Warnings that apply to this person.
    pub(crate) warnings: Vec<Sentence>,
    /// Warnings of which nobody knows yet whether they apply.
    pub(crate) cautions: Vec<Sentence>,
    pub(crate) look_again: String,
    /// The routines that guide it, for this person.
    pub(crate) routines: Vec<&'static Routine>,
    /// The template of a trial with which to test it.
    pub(crate) test: Option<&'static Template>,
}

pub(crate) fn todo(step: &Step, reading: &Reading) -> Todo {
    let (surely, perhaps): (Vec<&Warning>, Vec<&Warning>) = step
        .warnings
        .iter()
        .partition(|warning| warning.applies == Applies::Yes);
    Todo {
        id: step.remedy.id,
        name: step.remedy.name,
        why: step.why.clone(),
        how_sure: step.how_sure.clone(),
        how_to: step.remedy.how_to,
        schedule: step.remedy.schedule,
        warnings: surely.into_iter().map(Warning::sentence).collect(),
        cautions: perhaps.into_iter().map(Warning::sentence).collect(),
        routines: routines(step, reading),
        look_again: words::date(step.look_again),
        test: step.test,
    }
}

/// The routines of a step that this person may do; a question before one is asked on its page.
fn routines(step: &Step, reading: &Reading) -> Vec<&'static Routine> {
    let today = NightId::of_evening(reading.today);
    knowledge::routines_of(step.remedy.id)
        .filter(|routine| {
            let offer = offer(routine, &reading.person, &reading.plan, today);
            matches!(offer, Offer::Offered { .. } | Offer::Asks { .. })
        })
        .collect()
}

/// Remedies that are left out for one reason.
struct LeftOut {
    reason: &'static str,
    names: Vec<&'static str>,
}

pub(crate) struct Question {
    pub(crate) text: Sentence,
    pub(crate) address: &'static str,
}

#[derive(askama::Template)]
#[template(path = "plan.html")]
struct Page {
    frame: Frame,
    basis: &'static str,
    /// Red flags that can wait; those that cannot are in the frame.
    raised: Vec<Raised>,
    /// Advice waits until a professional has seen a red flag.
    silenced: bool,
    now: Vec<Todo>,
    later: Vec<Todo>,
    blocked: Vec<LeftOut>,
    /// What about the person leaves remedies out.
    about_you: Vec<Sentence>,
    questions: Vec<Question>,
    /// What waits for the answers.
    waiting: Vec<&'static str>,
    drinking: Option<Drinking>,
    notes: Vec<Sentence>,
}

/// `GET /plan`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let reading = off_thread(&app, |app| {
        Ok(app.desk().suspects_meanwhile(app.today())?)
    })
    .await?;
    Ok(render(&page(
        &reading,
        look.frame(crate::word("plan-title"), Tab::Plan),
    )))
}

fn page(reading: &Reading, frame: Frame) -> Page {
    let plan = &reading.plan;
    Page {
        frame,
        basis: match plan.basis {
            PlanBasis::EvidenceOnly => crate::word("plan-basis-evidence"),
            PlanBasis::Nights => crate::word("plan-basis-nights"),
        },
        raised: alarm::can_wait(&plan.raised),
        silenced: insight::triage::silences_advice(&plan.raised),
        now: plan.now.iter().map(|step| todo(step, reading)).collect(),
        later: plan.later.iter().map(|step| todo(step, reading)).collect(),
        blocked: left_out(&plan.blocked),
        about_you: plan.about_the_person().into_iter().cloned().collect(),
        questions: plan.missing.iter().map(question).collect(),
        waiting: waiting(plan),
        drinking: plan.water.as_ref().map(drinking),
        notes: plan.notes.clone(),
    }
}

/// Each reason once, with all that it leaves out.
fn left_out(blocked: &[Blocked]) -> Vec<LeftOut> {
    let mut groups: Vec<LeftOut> = Vec::new();
    for blocked in blocked {
        for rule in &blocked.rules {
            let name = blocked.remedy.name;
            match groups.iter_mut().find(|group| group.reason == rule.message) {
                Some(group) => group.names.push(name),
                None => groups.push(LeftOut {
                    reason: rule.message,
                    names: vec![name],
                }),
            }
        }
    }
    groups
}

fn waiting(plan: &Plan) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = Vec::new();
    for remedy in plan.missing.iter().flat_map(|missing| &missing.waiting) {
        if !names.contains(&remedy.name) {
            names.push(remedy.name);
        }
    }
    names
}

fn question(missing: &Missing) -> Question {
    Question {
        text: missing.question.clone(),
        address: missing.asks.first().map_or("/profile", |id| place_of(id)),
    }
}

/// The page on which a fact is told.
pub(crate) fn place_of(fact: &str) -> &'static str {
    if fact == "medicines" {
        "/profile/medicines"
    } else if knowledge::condition(fact).is_some() {
        "/profile/conditions"
    } else if knowledge::flag(fact).is_some() {
        "/profile/warning-signs"
    } else {
        "/profile"
    }
}
