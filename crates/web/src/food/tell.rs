//! `POST /food`: something was eaten, a slip is taken back, or how the person eats.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use diary::entry::Act;
use diary::{Body, Entry, EntryId, Fact, Food, Grams, Id, Moment, Text};
use insight::intake::LarderFood;

use super::{page, quick, taste};
use crate::form::{Fields, Mistakes};
use crate::page::{Look, render};
use crate::problem::Problem;
use crate::profile::{telling, unknown_again, write};
use crate::site::{App, Shared, off_thread};

/// `POST /food`: `do` says what: eat, undo, like, dislike, neither, taste; or one of the quick buttons was pressed.
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
    if quick::is_pressed(fields) {
        let entry = quick::pressed(app, fields, &moment)?;
        let done = write(app, entry.as_slice(), &moment)?.word();
        // Only our own pages: nothing from the form becomes an address.
        let back = if fields.get("back") == "tonight" {
            "/"
        } else {
            "/food"
        };
        let redirect = Redirect::to(&format!("{back}?done={done}#quick"));
        return Ok(redirect.into_response());
    }
    let done = match fields.get("do") {
        "undo" => {
            let id: EntryId = fields.get("entry").parse().map_err(|_| Problem::NotFound)?;
            let log = app.desk().log()?;
            // Pressed twice, it is gone already.
            if log
                .find(id)
                .is_some_and(|told| matches!(told.body, Body::Food(_)))
            {
                let now = moment.at;
                app.desk().retract(id, moment, now, app.random())?;
            }
            "taken-back"
        }
        "like" => liking(app, fields, &moment, true)?,
        "dislike" => liking(app, fields, &moment, false)?,
        "neither" => {
            let id = fields.get("food");
            let entries = unknown_again(
                app,
                &*app.desk().log()?,
                &moment,
                |fact| matches!(fact, Fact::Liking { food, .. } if food.as_str() == id),
            );
            write(app, &entries, &moment)?.word()
        }
        "taste" => {
            let entries: Vec<Entry> = taste::told(fields)?
                .into_iter()
                .map(|fact| telling(app, &moment, fact))
                .collect();
            write(app, &entries, &moment)?.word()
        }
        "eat" => {
            let food = known(app, fields.get("food"))?;
            match eaten(&food, fields) {
                Ok(body) => {
                    keep(app, fields, moment, body)?;
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

/// Writes a portion under the form's own id: a doubled tap is the same portion.
fn keep(app: &App, fields: &Fields, moment: Moment, body: Body) -> Result<(), Problem> {
    let id = fields.get("id").parse().unwrap_or_else(|_| app.fresh_id());
    let log = app.desk().log()?;
    let id = match log.find(id) {
        Some(told) if told.body == body => return Ok(()),
        // Another portion from a page that was gone back to.
        Some(_) => app.fresh_id(),
        None => id,
    };
    let now = moment.at;
    let entry = Entry {
        id,
        moment,
        act: Act::Tell { body },
    };
    app.desk().tell_with_id(entry, now)?;
    Ok(())
}

/// Tells that a food is liked, or not wanted.
fn liking(
    app: &App,
    fields: &Fields,
    moment: &Moment,
    likes: bool,
) -> Result<&'static str, Problem> {
    let food = known(app, fields.get("food"))?;
    let fact = Fact::Liking {
        food: Id::new(&food.id).map_err(|_| Problem::NotFound)?,
        likes,
    };
    app.desk()
        .tell_with_id(telling(app, moment, fact), moment.at)?;
    Ok("saved")
}

fn known(app: &App, id: &str) -> Result<LarderFood, Problem> {
    app.desk().larder()?.get(id).ok_or(Problem::NotFound)
}

/// The portion that a button names, or the grams that were typed.
fn eaten(food: &LarderFood, fields: &Fields) -> Result<Body, String> {
    let typed = fields.number("grams")?;
    let portion = fields
        .get("portion")
        .parse::<usize>()
        .ok()
        .and_then(|place| food.portions.get(place));
    let (grams, name) = match (typed, portion) {
        (Some(grams), _) => (grams, None),
        (None, Some(portion)) => (portion.grams, Some(portion.name.as_str())),
        (None, None) => return Err(crate::word("food-how-much").to_owned()),
    };
    Ok(Body::Food(Food {
        food: Id::new(&food.id).map_err(|bad| crate::spoken(bad.sentence()).plain())?,
        grams: Grams::new(grams).map_err(|bad| crate::spoken(bad.sentence()).plain())?,
        portion: name
            .map(Text::new)
            .transpose()
            .map_err(|bad| crate::spoken(bad.sentence()).plain())?,
    }))
}
