//! `GET` and `POST /report`: the page on the screen, with what can be chosen above it. The browser prints it alone.

use ::report::Depth;
use axum::extract::State;
use axum::http::Method;
use axum::response::Response;
use insight::Summary;
use report_pdf::Paper;

use super::wish::{TIMES, Wish};
use crate::assets;
use crate::form::Fields;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{Shared, off_thread};

#[derive(askama::Template)]
#[template(path = "report.html")]
struct Page {
    frame: Frame,
    style: String,
    times: [(&'static str, &'static str); 5],
    time: String,
    name: String,
    details: bool,
    letter: bool,
    /// Nothing can be said yet.
    empty: bool,
    article: String,
}

/// `GET /report` and `POST /report`
pub(crate) async fn show(
    State(app): State<Shared>,
    method: Method,
    look: Look,
    fields: Fields,
) -> Result<Response, Problem> {
    let wish = Wish::of(&method, &fields)?;
    let span = wish.span;
    let summary = off_thread(&app, move |app| {
        Ok(app.desk().summary(app.today(), span)?)
    })
    .await?;
    Ok(render(&page(&app, &summary, &wish, &look)?))
}

fn page(app: &Shared, summary: &Summary, wish: &Wish, look: &Look) -> Result<Page, Problem> {
    let document = ::report::document(summary, &wish.options(app.site.demo));
    Ok(Page {
        frame: look.frame(crate::word("report-title"), Tab::Report),
        style: assets::report_stylesheet(),
        times: TIMES.map(|(value, key)| (value, crate::word(key))),
        time: wish.time(),
        name: wish.name.clone().unwrap_or_default(),
        details: wish.depth == Depth::WithDetails,
        letter: wish.paper == Paper::Letter,
        empty: summary.burden.is_none(),
        article: ::report::html::article(&document).map_err(|_| Problem::Ours)?,
    })
}
