//! `GET` and `POST /plan/routine/{id}`: a guided routine with its picture and timer; doing it writes the answer down.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use diary::entry::Origin;
use diary::{Body, NightId};
use insight::Warning;
use insight::routine::{self, Offer};
use knowledge::{Pose, Routine, Sides, Week};
use texts::Sentence;

use super::pictures::picture;
use super::{Question, question};
use crate::assets;
use crate::checkin::question::{Read, entries};
use crate::form::Fields;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};

/// One step as it is shown, and as the timer reads it.
struct Step {
    text: &'static str,
    /// “Hold 10 seconds, rest 10, 3 times on each side.”; empty when nothing is counted.
    how: String,
    hold: u32,
    rest: u32,
    times: u32,
    sides: u32,
}

#[derive(askama::Template)]
#[template(path = "plan/routine.html")]
struct Page {
    frame: Frame,
    script: String,
    routine: &'static Routine,
    picture: &'static str,
    steps: Vec<Step>,
    minutes: u32,
    week: u32,
    stage: Option<&'static Week>,
    offer: Shown,
    /// Whether today's answer says that it is done; `None` when doing it writes nothing.
    done: Option<bool>,
    test: Option<&'static str>,
}

/// What may be shown of it.
enum Shown {
    Steps {
        cautions: Vec<Sentence>,
    },
    Not {
        says: Vec<Sentence>,
        because: Vec<Sentence>,
        questions: Vec<Question>,
        instead: Option<&'static Routine>,
    },
    HelpFirst,
}

/// `GET /plan/routine/{id}`
pub(crate) async fn get(
    State(app): State<Shared>,
    Path(id): Path<String>,
    look: Look,
) -> Result<Response, Problem> {
    let routine = knowledge::routine(&id).ok_or(Problem::NotFound)?;
    let page = off_thread(&app, move |app| page(app, routine, &look)).await?;
    Ok(render(&page))
}

fn page(app: &App, routine: &'static Routine, look: &Look) -> Result<Page, Problem> {
    let reading = app.desk().suspects_meanwhile(app.today())?;
    let today = NightId::of_evening(app.today());
    let week = routine::week(routine, &reading.nights, today);
    let steps: Vec<Step> = routine::poses(routine, week).iter().map(step).collect();
    let seconds: u32 = steps
        .iter()
        .map(|step| (step.hold + step.rest) * step.times * step.sides)
        .sum();
    let day = app.moment("").night();
    let told = routine.done.and_then(|done| {
        app.desk()
            .log()
            .ok()?
            .told()
            .iter()
            .rev()
            .find_map(|told| match &told.body {
                Body::Exposure(exposure)
                    if exposure.day == day && exposure.factor.as_str() == done.factor =>
                {
                    Some(exposure.answer)
                }
                _ => None,
            })
    });
    Ok(Page {
        frame: look.frame(routine.name, Tab::Plan),
        script: assets::routine(),
        picture: picture(routine.picture).unwrap_or_default(),
        minutes: seconds.div_ceil(60),
        stage: routine::stage(routine, week),
        offer: shown(routine::offer(
            routine,
            &reading.person,
            &reading.plan,
            today,
        )),
        done: routine
            .done
            .map(|done| told.is_some() && told == routine::answer(&done)),
        test: knowledge::templates()
            .iter()
            .find(|template| template.remedy == Some(routine.remedy))
            .map(|template| template.id),
        steps,
        week,
        routine,
    })
}

fn shown(offer: Offer) -> Shown {
    match offer {
        Offer::HelpFirst => Shown::HelpFirst,
        Offer::Offered { warnings } => Shown::Steps {
            cautions: warnings.iter().map(Warning::sentence).collect(),
        },
        Offer::NotForYou {
            says,
            because,
            instead,
        } => Shown::Not {
            says,
            because,
            questions: Vec::new(),
            instead,
        },
        Offer::Asks { missing, instead } => Shown::Not {
            says: Vec::new(),
            because: Vec::new(),
            questions: missing.iter().map(question).collect(),
            instead,
        },
    }
}

fn step(pose: &Pose) -> Step {
    let sides = match pose.sides {
        Sides::Both => 1,
        Sides::Each => 2,
    };
    let mut how = Vec::new();
    if let Some(hold) = pose.hold_seconds {
        how.push(duration(hold));
    }
    if pose.repetitions > 1 {
        how.push(
            crate::say("routine-times")
                .with("count", pose.repetitions)
                .plain(),
        );
    }
    if pose.repetitions > 1 && pose.rest_seconds > 0 {
        how.push(
            crate::say("routine-rest")
                .with("time", duration(pose.rest_seconds))
                .plain(),
        );
    }
    if pose.sides == Sides::Each {
        how.push(crate::word("routine-each-side").to_owned());
    }
    Step {
        text: pose.text,
        how: insight::capital(&how.join(", ")),
        hold: pose.hold_seconds.unwrap_or(0),
        rest: pose.rest_seconds,
        times: pose.repetitions,
        sides,
    }
}

/// “10 seconds”, “5 minutes”.
fn duration(seconds: u32) -> String {
    if seconds >= 60 && seconds.is_multiple_of(60) {
        crate::say("nights-minutes")
            .with("count", seconds / 60)
            .plain()
    } else {
        crate::say("routine-seconds").with("count", seconds).plain()
    }
}

/// `POST /plan/routine/{id}`
pub(crate) async fn post(
    State(app): State<Shared>,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Problem> {
    let routine = knowledge::routine(&id).ok_or(Problem::NotFound)?;
    off_thread(&app, move |app| save(app, routine, &fields)).await
}

fn save(app: &App, routine: &'static Routine, fields: &Fields) -> Result<Response, Problem> {
    let done = routine.done.ok_or(Problem::NotFound)?;
    let factor = knowledge::factor(done.factor).ok_or(Problem::Ours)?;
    let moment = app.moment(fields.get("zone"));
    let (answer, word) = if fields.get("undo").is_empty() {
        (routine::answer(&done), "saved")
    } else {
        (None, "taken-back")
    };
    let _turn = app.writing();
    let read = Read {
        factor,
        answer,
        origin: Origin::Asked,
    };
    let day = moment.night();
    let entries = entries(app, &*app.desk().log()?, day, &moment, vec![read])?;
    app.desk().tell_all(&entries, moment.at)?;
    Ok(Redirect::to(&format!("/plan/routine/{}?done={word}", routine.id)).into_response())
}
