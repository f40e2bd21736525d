//! `GET` and `POST /trials/new/{template}`: the card with everything that is known before a trial starts, and its start.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use diary::trial::TrialSeed;
use diary::{NightId, Text};
use insight::Missing;
use insight::trial::{BadWish, Hold, Own, Proposal, Refusal, Wish, day_of};
use knowledge::Template;

use crate::address::Wishes;
use crate::alarm;
use crate::form::{Fields, Mistakes};
use crate::page::{Frame, Look, Tab, render};
use crate::plan::{place_of, warning};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};
use crate::words;

/// What stands in the fields; an address may carry the first two.
#[derive(Clone, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    first: String,
    weeks: String,
    #[serde(skip)]
    name: String,
    #[serde(skip)]
    with: String,
    #[serde(skip)]
    without: String,
    #[serde(skip)]
    effect: String,
    #[serde(skip)]
    washout: String,
}

/// A question that must be answered first.
struct Question {
    text: String,
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
    /// What it would be, when it can be started.
    proposal: Option<Card>,
    /// Why it cannot be started.
    refused: Option<String>,
    questions: Vec<Question>,
    mistakes: Mistakes,
    today: NightId,
}

/// All numbers before the button.
struct Card {
    name: String,
    sentences: Vec<String>,
    warnings: Vec<String>,
    chances: Vec<(String, String)>,
    a: String,
    b: String,
    nights: usize,
    weeks: u16,
    per_week: String,
    pairs: String,
    left_out: String,
    largest_e: String,
    smallest_p: String,
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
            return page(app, &look, template, typed, None, mistakes);
        }
        let wish = read(app, template, &typed, &mut mistakes).filter(|_| mistakes.is_empty());
        let proposed = wish.map(|wish| propose(app, &wish)).transpose()?;
        page(app, &look, template, typed, proposed, mistakes)
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
    let wish = read(app, template, &typed, &mut mistakes).filter(|_| mistakes.is_empty());
    let status = if wish.is_some() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let proposed = wish.map(|wish| propose(app, &wish)).transpose()?;
    let page = page(app, look, template, typed, proposed, mistakes)?;
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
    let Some(wish) = read(app, template, &typed, &mut mistakes).filter(|_| mistakes.is_empty())
    else {
        let page = page(app, look, template, typed, None, mistakes)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)).into_response());
    };
    let _turn = app.writing();
    match propose(app, &wish)? {
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
            let page = page(app, look, template, typed, Some(Err(refusal)), mistakes)?;
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

fn propose(app: &App, wish: &Wish) -> Result<Result<Proposal, Refusal>, Problem> {
    Ok(app.desk().propose(wish, app.today(), &mut |_| {})?)
}

impl Typed {
    fn sent(fields: &Fields) -> Self {
        let typed = |name: &str| fields.get(name).to_owned();
        Self {
            first: typed("first"),
            weeks: typed("weeks"),
            name: typed("name"),
            with: typed("with"),
            without: typed("without"),
            effect: typed("effect"),
            washout: typed("washout"),
        }
    }
}

/// What is wanted; `None` when something is missing, with the mistakes.
fn read(
    app: &App,
    template: &'static Template,
    typed: &Typed,
    mistakes: &mut Mistakes,
) -> Option<Wish> {
    let first_night = match typed.first.trim() {
        "" => Some(day_of(&app.moment(""))),
        date => match date.parse() {
            Ok(night) => Some(night),
            Err(_) => {
                mistakes.add("first", "That is not a date. Write it as 2026-05-31.");
                None
            }
        },
    };
    let mut number = |field: &str, typed: &str, low: u16, high: u16| -> Option<u16> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        let read = typed.parse().ok().filter(|n| (low..=high).contains(n));
        if read.is_none() {
            mistakes.add(field, format!("Type a whole number from {low} to {high}."));
        }
        read
    };
    let weeks = number("weeks", &typed.weeks, 1, 52);
    let effect = number("effect", &typed.effect, 0, 28);
    let washout = number("washout", &typed.washout, 0, 28);
    let own = if template.remedy.is_some() {
        None
    } else {
        let mut text = |field: &str, typed: &str, what: &str| match Text::new(typed.trim()) {
            Ok(text) if !typed.trim().is_empty() => Some(text),
            Ok(_) => {
                mistakes.add(field, what);
                None
            }
            Err(bad) => {
                mistakes.add(field, bad.to_string());
                None
            }
        };
        let name = text("name", &typed.name, "Say what you want to test.");
        let with = text("with", &typed.with, "Say what to do with it.");
        let without = text("without", &typed.without, "Say what to do without it.");
        Some(Own {
            name: name?,
            with: with?,
            without: without?,
            days_until_effect: effect.unwrap_or(template.days_until_effect),
            washout_days: washout.unwrap_or(template.washout_days),
        })
    };
    Some(Wish {
        template,
        own,
        first_night: first_night?,
        weeks,
    })
}

fn page(
    app: &App,
    look: &Look,
    template: &'static Template,
    mut typed: Typed,
    proposed: Option<Result<Proposal, Refusal>>,
    mistakes: Mistakes,
) -> Result<Page, Problem> {
    let today = day_of(&app.moment(""));
    if typed.first.is_empty() {
        typed.first = today.to_string();
    }
    let (proposal, refusal) = match proposed {
        Some(Ok(proposal)) => (Some(card(&proposal)), None),
        Some(Err(refusal)) => (None, Some(refusal)),
        None => (None, None),
    };
    let questions = match &refusal {
        Some(Refusal::Held(Hold::Unknown(missing))) => missing.iter().map(question).collect(),
        _ => Vec::new(),
    };
    Ok(Page {
        frame: look
            .frame(template.name, Tab::Trials)
            .with_alarms(alarm::now(app)?),
        template,
        own: template.remedy.is_none(),
        proposal,
        refused: refusal
            .filter(|_| questions.is_empty())
            .filter(|refusal| !matches!(refusal, Refusal::Bad(BadWish::Unnamed)))
            .map(|refusal| refusal.reason()),
        questions,
        mistakes,
        typed,
        today,
    })
}

fn question(missing: &Missing) -> Question {
    Question {
        text: missing.question.clone(),
        address: missing.asks.first().map_or("/profile", |id| place_of(id)),
    }
}

fn card(proposal: &Proposal) -> Card {
    let arms = proposal.wish.arms();
    let text = |text: Option<&Text>| text.map_or_else(String::new, |text| text.as_str().to_owned());
    Card {
        name: proposal
            .wish
            .subject()
            .map_or_else(String::new, |subject| subject.name.as_str().to_owned()),
        sentences: proposal.sentences.clone(),
        warnings: proposal.warnings.iter().map(warning).collect(),
        chances: proposal
            .chances
            .iter()
            .map(|chance| {
                (
                    format!("Cuts cramps by {:.0} %", 100.0 * chance.cut),
                    format!("{} %", insight::trial::words::percent(chance.chance)),
                )
            })
            .collect(),
        a: text(arms.as_ref().map(|arms| &arms.a)),
        b: text(arms.as_ref().map(|arms| &arms.b)),
        nights: proposal.layout.nights(),
        weeks: insight::trial::proposal::weeks(proposal.layout),
        per_week: words::number((10.0 * proposal.per_week).round() / 10.0),
        pairs: insight::trial::words::pairs(proposal.layout),
        left_out: match proposal.layout.left_out {
            0 => "none".to_owned(),
            nights => format!("the first {nights}"),
        },
        largest_e: insight::trial::words::odds(proposal.reach.largest_e),
        smallest_p: format!(
            "{:.4}: {}",
            proposal.reach.smallest_p,
            insight::trial::words::one_of(proposal.reach.smallest_p)
        ),
    }
}
