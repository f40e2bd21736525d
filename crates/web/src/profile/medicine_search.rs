//! `POST /profile/medicines/search`: medicines by name. A form and not an address: what someone takes must not stay in the
//! browser's history.

use axum::extract::State;
use axum::response::{Redirect, Response};

use crate::form::{Fields, Mistakes};
use crate::page::{Look, render};
use crate::problem::Problem;
use crate::profile::medicines::page;
use crate::site::{Shared, off_thread};

/// Longest name that is searched for, in characters.
const LONGEST_NAME: usize = 100;

/// `GET /profile/medicines/search`: a search that is opened again starts anew.
pub(crate) async fn get() -> Redirect {
    Redirect::to("/profile/medicines")
}

/// `POST /profile/medicines/search`
pub(crate) async fn post(
    State(app): State<Shared>,
    look: Look,
    fields: Fields,
) -> Result<Response, Problem> {
    let page = off_thread(&app, move |app| {
        let name: String = fields.get("name").chars().take(LONGEST_NAME).collect();
        let mut mistakes = Mistakes::default();
        if name.chars().count() < 2 {
            mistakes.add("name", crate::word("medicines-two-letters"));
        } else if knowledge::find_medicine(&name).is_empty() {
            mistakes.add(
                "name",
                crate::say("medicines-unknown")
                    .with("name", name.as_str())
                    .plain(),
            );
        }
        page(app, &look, &name, mistakes)
    })
    .await?;
    Ok(render(&page))
}
