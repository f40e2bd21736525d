//! The screen for someone who has a cramp: log it with one tap, be told what to do, say when it is over.

pub(crate) mod change;
pub(crate) mod edit;
pub(crate) mod relief;
pub(crate) mod running;
pub(crate) mod start;

use diary::entry::Body;
use diary::log::Told;
use diary::{Cramp, EntryId};

use crate::problem::Problem;
use crate::site::App;

/// The cramp with this id, if it still holds.
fn find(app: &App, id: EntryId) -> Result<(Told, Cramp), Problem> {
    let told = app
        .desk()
        .log()?
        .find(id)
        .cloned()
        .ok_or(Problem::NotFound)?;
    match &told.body {
        Body::Cramp(cramp) => {
            let cramp = cramp.clone();
            Ok((told, cramp))
        }
        _ => Err(Problem::NotFound),
    }
}
