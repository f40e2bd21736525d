//! `GET` and `POST /report`: the page on the screen, with what can be chosen above it. The browser prints it alone.

use ::report::Depth;
use axum::extract::State;
use axum::http::Method;
use axum::response::Response;
use desk::Meanwhile;
use insight::Summary;
use report_pdf::Paper;

use super::wish::{TIMES, Wish};
use crate::assets;
use crate::form::Fields;
use crate::page::{Frame, Look, Tab, render};
use crate::problem::Problem;
use crate::site::{Shared, off_thread};
use crate::waiting::Waiting;

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
    /// While the statistics are being worked out.
    waiting: Option<Waiting>,
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
        let (desk, today) = (app.desk(), app.today());
        Ok(match desk.worked_out(today)? {
            Meanwhile::There(()) => Meanwhile::There(desk.summary(today, span)?),
            Meanwhile::Working { share } => Meanwhile::Working { share },
        })
    })
    .await?;
    Ok(render(&page(&app, summary, &wish, &method, &look)?))
}

fn page(
    app: &Shared,
    summary: Meanwhile<Summary>,
    wish: &Wish,
    method: &Method,
    look: &Look,
) -> Result<Page, Problem> {
    let mut page = Page {
        frame: look.frame(crate::word("report-title"), Tab::Report),
        style: assets::report_stylesheet(),
        times: TIMES.map(|(value, key)| (value, crate::word(key))),
        time: wish.time(),
        name: wish.name.clone().unwrap_or_default(),
        details: wish.depth == Depth::WithDetails,
        letter: wish.paper == Paper::Letter,
        empty: false,
        waiting: None,
        article: String::new(),
    };
    match summary {
        Meanwhile::There(summary) => {
            let document = ::report::document(&summary, &wish.options(app.site.demo));
            page.empty = summary.burden.is_none();
            page.article = ::report::html::article(&document).map_err(|_| Problem::Ours)?;
        }
        Meanwhile::Working { share } => {
            let what = crate::say("waiting-nights");
            let form = if *method == Method::POST {
                "report-wish"
            } else {
                ""
            };
            page.waiting = Some(Waiting::of(what, share, form));
        }
    }
    Ok(page)
}
