//! `GET` and `POST /trials/new/{template}`: the card with everything that is known before a trial starts, and its start.

mod card;
mod typed;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use desk::Meanwhile;
use diary::NightId;
use diary::trial::TrialSeed;
use insight::Missing;
use insight::trial::{BadWish, Hold, Proposal, Refusal, Wish, day_of};
use knowledge::Template;
use texts::Sentence;

use crate::address::Wishes;
use crate::form::{Fields, Mistakes};
use crate::page::{Frame, Look, Tab, render};
use crate::plan::place_of;
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};
use crate::waiting::Waiting;
use card::Card;
use typed::Typed;

/// A question that must be answered first.
struct Question {
    text: Sentence,
    address: &'static str,
}

#[derive(askama::Template)]
#[template(path = "trials/start.html")]
struct Page {
    frame: Frame,
    template: &'static Template,
    typed: Typed,
    /// Whether it is something of the person's own, which they have to describe.
    own: bool,
    /// While the forecast is being worked out.
    waiting: Option<Waiting>,
    /// What it would be, when it can be started.
    proposal: Option<Card>,
    /// Why it cannot be started.
    refused: Option<Sentence>,
    questions: Vec<Question>,
    mistakes: Mistakes,
    today: NightId,
}

/// `GET /trials/new/{template}`
pub(crate) async fn get(
    State(app): State<Shared>,
    Path(id): Path<String>,
    Wishes(typed): Wishes<Typed>,
    look: Look,
) -> Result<Response, Problem> {
    let template = knowledge::template(&id).ok_or(Problem::NotFound)?;
    let page = off_thread(&app, move |app| {
        let mut mistakes = Mistakes::default();
        // Something of the person's own is described first, in a form: their words belong in no address.
        if template.remedy.is_none() {
            return Ok(page(app, &look, template, typed, None, mistakes));
        }
        let wish = typed
            .read(app, template, &mut mistakes)
            .filter(|_| mistakes.is_empty());
        let proposed = wish.map(|wish| propose(app, &wish)).transpose()?;
        Ok(page(app, &look, template, typed, proposed, mistakes))
    })
    .await?;
    Ok(render(&page))
}

/// `POST /trials/new/{template}`
pub(crate) async fn post(
    State(app): State<Shared>,
    Path(id): Path<String>,
    look: Look,
    fields: Fields,
) -> Result<Response, Problem> {
    let template = knowledge::template(&id).ok_or(Problem::NotFound)?;
    off_thread(&app, move |app| {
        if fields.has("start") {
            start(app, template, &look, &fields)
        } else {
            see(app, template, &look, &fields)
        }
    })
    .await
}

/// The card for what was typed.
fn see(
    app: &App,
    template: &'static Template,
    look: &Look,
    fields: &Fields,
) -> Result<Response, Problem> {
    let typed = Typed::sent(fields);
    let mut mistakes = Mistakes::default();
    let wish = typed
        .read(app, template, &mut mistakes)
        .filter(|_| mistakes.is_empty());
    let status = if wish.is_some() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let proposed = wish.map(|wish| propose(app, &wish)).transpose()?;
    let page = page(app, look, template, typed, proposed, mistakes);
    Ok((status, render(&page)).into_response())
}

fn start(
    app: &App,
    template: &'static Template,
    look: &Look,
    fields: &Fields,
) -> Result<Response, Problem> {
    let typed = Typed::sent(fields);
    let mut mistakes = Mistakes::default();
    let Some(wish) = typed
        .read(app, template, &mut mistakes)
        .filter(|_| mistakes.is_empty())
    else {
        let page = page(app, look, template, typed, None, mistakes);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)).into_response());
    };
    let propose = || app.desk().propose(&wish, app.today(), &mut |_| {});
    // Worked out before it is our turn: nobody who writes waits for it.
    let _ = propose()?;
    let _turn = app.writing();
    match propose()? {
        Ok(proposal) => {
            let moment = app.moment(fields.get("zone"));
            let id = app
                .desk()
                .start(&proposal, seed(app.random()), moment, app.random())?;
            Ok(Redirect::to(&format!("/trials/{id}?done=registered")).into_response())
        }
        // Pressed twice: the first press started it.
        Err(Refusal::Running(_)) => Ok(Redirect::to("/trials").into_response()),
        Err(refusal) => {
            let refused = Some(Meanwhile::There(Err(refusal)));
            let page = page(app, look, template, typed, refused, mistakes);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)).into_response())
        }
    }
}

/// A seed of 53 random bits: every program that reads JSON keeps such a number exactly.
fn seed(random: [u8; 10]) -> TrialSeed {
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&random[2..]);
    TrialSeed(u64::from_le_bytes(bytes) >> 11)
}

/// A proposal, or why there is none; or it is still being worked out.
type Proposed = Meanwhile<Result<Proposal, Refusal>>;

fn propose(app: &App, wish: &Wish) -> Result<Proposed, Problem> {
    Ok(app.desk().propose_meanwhile(wish, app.today())?)
}

fn page(
    app: &App,
    look: &Look,
    template: &'static Template,
    mut typed: Typed,
    proposed: Option<Proposed>,
    mistakes: Mistakes,
) -> Page {
    let today = day_of(&app.moment(""));
    if typed.first.is_empty() {
        typed.first = today.to_string();
    }
    let own = template.remedy.is_none();
    let (mut waiting, mut proposal, mut refusal) = (None, None, None);
    match proposed {
        Some(Meanwhile::There(Ok(there))) => proposal = Some(Card::of(&there)),
        Some(Meanwhile::There(Err(why))) => refusal = Some(why),
        Some(Meanwhile::Working { share }) => {
            let what = crate::say("trial-imagining");
            waiting = Some(Waiting::of(what, share, if own { "again" } else { "" }));
        }
        None => {}
    }
    let questions = match &refusal {
        Some(Refusal::Held(Hold::Unknown(missing))) => missing.iter().map(question).collect(),
        _ => Vec::new(),
    };
    Page {
        frame: look.frame(template.name, Tab::Trials),
        template,
        own,
        waiting,
        proposal,
        refused: refusal
            .filter(|_| questions.is_empty())
            .filter(|refusal| !matches!(refusal, Refusal::Bad(BadWish::Unnamed)))
            .map(|refusal| refusal.reason()),
        questions,
        mistakes,
        typed,
        today,
    }
}

fn question(missing: &Missing) -> Question {
    Question {
        text: missing.question.clone(),
        address: missing.asks.first().map_or("/profile", |id| place_of(id)),
    }
}
