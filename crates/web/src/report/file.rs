//! `GET` and `POST /report.pdf` and `/report.fhir.json`: the page as a file.

use axum::extract::State;
use axum::http::{Method, header};
use axum::response::{IntoResponse, Response};

use super::wish::Wish;
use crate::form::Fields;
use crate::problem::Problem;
use crate::site::{Shared, off_thread};

/// `GET /report.pdf` and `POST /report.pdf`
pub(crate) async fn pdf(
    State(app): State<Shared>,
    method: Method,
    fields: Fields,
) -> Result<Response, Problem> {
    let wish = Wish::of(&method, &fields)?;
    let pdf = off_thread(&app, move |app| {
        let summary = app.desk().summary(app.today(), wish.span)?;
        let document = ::report::document(&summary, &wish.options(app.site.demo));
        report_pdf::pdf(&document, wish.paper, app.now()).map_err(|_| Problem::Ours)
    })
    .await?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        // A neutral name: a folder of downloads is seen by others.
        (
            header::CONTENT_DISPOSITION,
            "inline; filename=\"report.pdf\"",
        ),
    ];
    Ok((headers, pdf).into_response())
}

/// `GET /report.fhir.json` and `POST /report.fhir.json`
pub(crate) async fn fhir(
    State(app): State<Shared>,
    method: Method,
    fields: Fields,
) -> Result<Response, Problem> {
    let wish = Wish::of(&method, &fields)?;
    let bundle = off_thread(&app, move |app| {
        let summary = app.desk().summary(app.today(), wish.span)?;
        let (log, options) = (app.desk().log()?, wish.options(app.site.demo));
        exchange::fhir::document(&summary, &log, &options, app.now()).map_err(|_| Problem::Ours)
    })
    .await?;
    let headers = [
        (header::CONTENT_TYPE, "application/fhir+json"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"report.fhir.json\"",
        ),
    ];
    Ok((headers, bundle).into_response())
}
