//! `GET /plan/wish`: any remedy asked about by name, with what the safety rules and the studies say to it for this person.

use axum::extract::State;
use axum::response::Response;
use diary::NightId;
use insight::plan::{Wished, wished, wishes};
use knowledge::{Remedy, Template};
use serde::Deserialize;
use texts::Sentence;

use super::{Question, Todo, question, todo};
use crate::address::Wishes;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};

/// Which remedy.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    remedy: Option<String>,
}

/// What is said to it.
enum Answer {
    /// Nothing was asked yet.
    None,
    /// One sentence: help first, no plan under 18, or a matter for the doctor.
    Says(Sentence),
    Blocked {
        reasons: Vec<&'static str>,
        because: Vec<Sentence>,
    },
    Asks(Vec<Question>),
    Safe(Box<Todo>),
}

#[derive(askama::Template)]
#[template(path = "plan/wish.html")]
struct Page {
    frame: Frame,
    remedies: Vec<&'static Remedy>,
    chosen: Option<&'static Remedy>,
    answer: Answer,
}

impl Page {
    fn is_chosen(&self, remedy: &Remedy) -> bool {
        self.chosen.is_some_and(|chosen| chosen.id == remedy.id)
    }

    fn test(&self) -> Option<&'static Template> {
        match &self.answer {
            Answer::Safe(todo) => todo.test,
            _ => None,
        }
    }
}

/// `GET /plan/wish`
pub(crate) async fn get(
    State(app): State<Shared>,
    Wishes(asked): Wishes<Asked>,
    look: Look,
) -> Result<Response, Problem> {
    let chosen = asked
        .remedy
        .and_then(|id| wishes().find(|remedy| remedy.id == id));
    let page = off_thread(&app, move |app| page(app, chosen, &look)).await?;
    Ok(render(&page))
}

fn page(app: &App, chosen: Option<&'static Remedy>, look: &Look) -> Result<Page, Problem> {
    let reading = app.desk().suspects_meanwhile(app.today())?;
    let mut remedies: Vec<&'static Remedy> = wishes().collect();
    remedies.sort_by_key(|remedy| remedy.name);
    let answer = match chosen {
        None => Answer::None,
        Some(remedy) => match wished(
            remedy,
            &reading.person,
            &reading.nights,
            &reading.suspects,
            NightId::of_evening(app.today()),
        ) {
            Wished::Silent(why) | Wished::ForTheDoctor(why) => Answer::Says(why),
            Wished::Blocked(blocked) => Answer::Blocked {
                reasons: blocked.rules.iter().map(|rule| rule.message).collect(),
                because: blocked.because,
            },
            Wished::Asks(missing) => Answer::Asks(missing.iter().map(question).collect()),
            Wished::Safe(step) => Answer::Safe(Box::new(todo(&step, &reading))),
        },
    };
    Ok(Page {
        frame: look.frame(crate::word("wish-title"), Tab::Plan),
        remedies,
        chosen,
        answer,
    })
}
