//! `GET /trials`: the person's trials, and what can be tested.

use axum::extract::State;
use axum::response::Response;
use insight::trial::{Hold, day_of};

use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{App, Shared, off_thread};
use crate::trials::today::{self, Today};

/// A trial that is over.
struct Past {
    address: String,
    name: String,
    standing: String,
}

/// Something that can be tested.
struct Offer {
    id: &'static str,
    name: &'static str,
    question: &'static str,
    /// What has to be answered or seen first.
    first: Option<String>,
}

#[derive(askama::Template)]
#[template(path = "trials/list.html")]
struct Page {
    frame: Frame,
    open: Vec<Today>,
    past: Vec<Past>,
    offers: Vec<Offer>,
    /// Not safe for this person: name and reasons.
    left_out: Vec<(&'static str, Vec<&'static str>)>,
    silenced: bool,
}

/// `GET /trials`
pub(crate) async fn get(State(app): State<Shared>, look: Look) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| page(app, &look)).await?;
    Ok(render(&page))
}

fn page(app: &App, look: &Look) -> Result<Page, Problem> {
    let moment = app.moment("");
    let (open, past): (Vec<_>, Vec<_>) = app
        .desk()
        .agenda(day_of(&moment))?
        .into_iter()
        .partition(|agenda| agenda.standing.is_open());
    let today = moment.local().date();
    let watch = app.desk().watch(today)?;
    let mut offers = Vec::new();
    let mut left_out = Vec::new();
    let mut silenced = false;
    for template in knowledge::templates() {
        let remedy = template.remedy.and_then(knowledge::remedy);
        let first = match watch.holds(remedy) {
            Ok(_) => None,
            Err(Hold::Unknown(_)) => Some(crate::word("trials-questions-first").to_owned()),
            Err(Hold::Blocked(rules)) => {
                let because = rules.iter().map(|rule| rule.message).collect();
                left_out.push((template.name, because));
                continue;
            }
            Err(Hold::HelpFirst(_) | Hold::Minor) => {
                silenced = true;
                continue;
            }
        };
        offers.push(Offer {
            id: template.id,
            name: template.name,
            question: template.question,
            first,
        });
    }
    Ok(Page {
        frame: look.frame(crate::word("trials-title"), Tab::Trials),
        open: open.iter().map(today::of).collect(),
        past: past
            .iter()
            .map(|agenda| Past {
                address: format!("/trials/{}", agenda.course.id),
                name: agenda.course.name().to_owned(),
                standing: today::standing(agenda),
            })
            .collect(),
        offers,
        left_out,
        silenced,
    })
}
