//! `POST /food`: something was eaten, a slip is taken back, or what a person does not want or must not eat.

use std::collections::BTreeSet;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use diary::entry::Act;
use diary::{Body, Entry, EntryId, Fact, Food, Grams, Id, Text};
use insight::intake::ALLERGENS;

use super::page;
use crate::form::{Fields, Mistakes};
use crate::page::{Look, render};
use crate::problem::Problem;
use crate::profile::telling;
use crate::site::{App, Shared, off_thread};

/// `POST /food`: `do` says what: eat, undo, dislike, allergies.
pub(crate) async fn post(
    State(app): State<Shared>,
    look: Look,
    fields: Fields,
) -> Result<Response, Problem> {
    off_thread(&app, move |app| save(app, &look, &fields)).await
}

fn save(app: &App, look: &Look, fields: &Fields) -> Result<Response, Problem> {
    let _turn = app.writing();
    let moment = app.moment(fields.get("zone"));
    let now = moment.at;
    let done = match fields.get("do") {
        "undo" => {
            let id: EntryId = fields.get("entry").parse().map_err(|_| Problem::NotFound)?;
            let log = app.desk().log()?;
            // Pressed twice, it is gone already.
            if log
                .find(id)
                .is_some_and(|told| matches!(told.body, Body::Food(_)))
            {
                app.desk().retract(id, moment, now, app.random())?;
            }
            "taken-back"
        }
        "dislike" => {
            let food = known(fields.get("food"))?;
            let fact = Fact::Liking {
                food: Id::new(food.id).map_err(|_| Problem::NotFound)?,
                likes: false,
            };
            app.desk().tell_with_id(telling(app, &moment, fact), now)?;
            "saved"
        }
        "allergies" => {
            let to: BTreeSet<Id> = ALLERGENS
                .iter()
                .filter(|(id, _, _)| fields.has(&format!("a-{id}")))
                .filter_map(|(id, _, _)| Id::new(id).ok())
                .collect();
            let fact = Fact::Allergies { to };
            app.desk().tell_with_id(telling(app, &moment, fact), now)?;
            "saved"
        }
        "eat" => {
            let food = known(fields.get("food"))?;
            match eaten(food, fields) {
                Ok(body) => {
                    // The form's own id: a doubled tap is the same portion.
                    let id = fields.get("id").parse().unwrap_or_else(|_| app.fresh_id());
                    let log = app.desk().log()?;
                    let id = match log.find(id) {
                        Some(told) if told.body == body => {
                            return Ok(Redirect::to("/food?done=saved").into_response());
                        }
                        // Another portion from a page that was gone back to.
                        Some(_) => app.fresh_id(),
                        None => id,
                    };
                    let entry = Entry {
                        id,
                        moment,
                        act: Act::Tell { body },
                    };
                    app.desk().tell_with_id(entry, now)?;
                    "saved"
                }
                Err(sentence) => {
                    let mut mistakes = Mistakes::default();
                    mistakes.add(format!("grams-{}", food.id), sentence);
                    let page = page(app, look, fields.get("searched"), mistakes)?;
                    return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)).into_response());
                }
            }
        }
        _ => return Err(Problem::NotFound),
    };
    Ok(Redirect::to(&format!("/food?done={done}")).into_response())
}

fn known(id: &str) -> Result<&'static knowledge::Food, Problem> {
    knowledge::food(id).ok_or(Problem::NotFound)
}

/// The portion that a button names, or the grams that were typed.
fn eaten(food: &'static knowledge::Food, fields: &Fields) -> Result<Body, String> {
    let typed = fields.amount("grams")?.map(diary::Amount::get);
    let portion = fields
        .get("portion")
        .parse::<usize>()
        .ok()
        .and_then(|place| food.portions.get(place));
    let (grams, name) = match (typed, portion) {
        (Some(grams), _) => (grams, None),
        (None, Some(portion)) => (portion.grams, Some(portion.name)),
        (None, None) => return Err("How much was it? Choose a portion, or type grams.".to_owned()),
    };
    Ok(Body::Food(Food {
        food: Id::new(food.id).map_err(|bad| bad.to_string())?,
        grams: Grams::new(grams).map_err(|bad| bad.to_string())?,
        portion: name
            .map(Text::new)
            .transpose()
            .map_err(|bad| bad.to_string())?,
    }))
}
