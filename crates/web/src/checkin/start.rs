//! `GET /check-in`: the one that fits the hour.

use axum::extract::State;
use axum::response::Redirect;

use crate::checkin::{evening_day, last_night, morning_told};
use crate::problem::Problem;
use crate::site::{Shared, off_thread};

/// From this hour on, the day is worth asking about even if the morning was skipped.
const EVENING_BEGINS: i8 = 16;

/// `GET /check-in`
pub(crate) async fn get(State(app): State<Shared>) -> Result<Redirect, Problem> {
    let address = off_thread(&app, |app| {
        let moment = app.moment("");
        let hour = moment.local().hour();
        let night = last_night(&moment);
        let morning =
            (4..EVENING_BEGINS).contains(&hour) && !(hour >= 12 && morning_told(app, night)?);
        Ok(if morning {
            format!("/check-in/{night}/morning")
        } else {
            format!("/check-in/{}/evening", evening_day(&moment))
        })
    })
    .await?;
    Ok(Redirect::to(&address))
}
