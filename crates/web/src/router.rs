//! Which address leads where.

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use axum::routing::{get, post};

use crate::guard::{self, LARGEST_BODY};
use crate::problem::Problem;
use crate::site::{App, Shared, Site};
use crate::{
    api, apology, assets, backup, calendar, checkin, compress, cramp, devices, erase, evidence,
    export, food, import, login, nights, offline, pair, phone, place, plan, profile,
    questionnaires, ready, record, report, say, settings, suspects, theme, tonight, trials,
    welcome,
};

/// All pages of a site.
pub fn router(site: Site) -> Router {
    let app: Shared = Arc::new(App::new(site));
    let pages = Router::new()
        .route("/", get(tonight::get))
        .route("/cramp", get(cramp::start::get).post(cramp::start::post))
        .route(
            "/cramp/{id}",
            get(cramp::running::get).post(cramp::change::post),
        )
        .route("/cramp/{id}/over", get(cramp::over::get))
        .route("/cramp/{id}/signs", post(cramp::signs::post))
        .route(
            "/cramp/{id}/edit",
            get(cramp::edit::get).post(cramp::edit::post),
        )
        .route("/cramp/{id}/keep", post(cramp::keep::post))
        .route("/cramp/{id}/take-back", post(nights::take_back::post_cramp))
        .route("/check-in", get(checkin::start::get))
        .route(
            "/check-in/{date}/morning",
            get(checkin::morning::get).post(checkin::morning::post),
        )
        .route(
            "/check-in/{date}/evening",
            get(checkin::evening::get).post(checkin::evening::post),
        )
        .route("/suspects", get(suspects::list::get))
        .route("/suspects/{id}", get(suspects::one::get))
        .route("/plan", get(plan::get))
        .route("/plan/ask", get(plan::ask::get).post(plan::ask::post))
        .route("/plan/medicines", get(plan::review::get))
        .route("/plan/wish", get(plan::wish::get))
        .route(
            "/plan/routine/{id}",
            get(plan::routine::get).post(plan::routine::post),
        )
        .route("/food", get(food::get).post(food::tell::post))
        .route("/report", get(report::show).post(report::show))
        .route("/report.pdf", get(report::pdf).post(report::pdf))
        .route("/report.fhir.json", get(report::fhir).post(report::fhir))
        .route("/nights", get(nights::list::get))
        .route("/nights/{date}", get(nights::one::get))
        .route(
            "/nights/{date}/cramp",
            get(nights::add_cramp::get).post(nights::add_cramp::post),
        )
        .route(
            "/entries/{id}/erase",
            get(nights::erase_one::get).post(nights::erase_one::post),
        )
        .route("/nights/{date}/take-back", post(nights::take_back::post))
        .route("/nights/{date}/bring-back", post(nights::bring_back::post))
        .route(
            "/profile",
            get(profile::basics::get).post(profile::basics::post),
        )
        .route(
            "/profile/conditions",
            get(profile::conditions::get).post(profile::conditions::post),
        )
        .route(
            "/profile/medicines",
            get(profile::medicines::get).post(profile::medicines::post),
        )
        .route(
            "/profile/medicines/search",
            get(profile::medicine_search::get).post(profile::medicine_search::post),
        )
        .route(
            "/profile/warning-signs",
            get(profile::warning_signs::get).post(profile::warning_signs::post),
        )
        .route(
            "/profile/labs",
            get(profile::labs::get).post(profile::labs::post),
        )
        .route("/questionnaires", get(questionnaires::list::get))
        .route(
            "/questionnaires/look-alikes",
            get(questionnaires::look_alikes::get).post(questionnaires::look_alikes::post),
        )
        .route(
            "/questionnaires/{id}",
            get(questionnaires::one::get).post(questionnaires::one::post),
        )
        .route("/export", get(export::get))
        .route("/export/log", get(export::log))
        .route("/export/nights", get(export::night_table))
        .route("/export/cramps", get(export::cramp_table))
        .route("/export/calendar", get(export::reminders))
        .route("/settings", get(settings::get).post(settings::post))
        .route("/welcome", get(welcome::place).post(welcome::save_place))
        .route("/welcome/you", get(welcome::you).post(welcome::save_you))
        .route("/welcome/skip", post(welcome::skip))
        .route("/settings/erase", get(erase::get).post(erase::post))
        .route("/phone", get(phone::get))
        .route("/devices", get(devices::get).post(devices::post))
        .route("/devices/take-back", post(devices::take_back))
        .route("/backup", get(backup::get).post(backup::post))
        .route("/calendar/{name}", get(calendar::feed))
        .nest(api::ROOT, api::routes(&app))
        .merge(trials::routes())
        .route("/login", get(login::get).post(login::post))
        .route("/logout", post(login::leave))
        .route("/devices/pair", post(pair::post))
        .route("/pair/{code}", get(pair::ask).post(pair::accept))
        .route("/devices/sign-out", post(devices::sign_out))
        .merge(import::routes())
        .route("/theme", post(theme::post))
        .route("/assets/{name}", get(assets::get))
        .merge(offline::routes())
        .merge(evidence::routes())
        .route("/healthz", get(async || "ok"))
        .route("/readyz", get(ready::get))
        .fallback(async || Problem::NotFound)
        .method_not_allowed_fallback(async || Problem::WrongMethod)
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .with_state(Arc::clone(&app));
    // The door stands before all pages, not before each: it may open another page than the one that was asked for.
    Router::new()
        .fallback_service(pages)
        .layer(middleware::from_fn_with_state(
            Arc::clone(&app),
            apology::in_a_frame,
        ))
        .layer(middleware::from_fn_with_state(
            Arc::clone(&app),
            guard::guard,
        ))
        .layer(middleware::from_fn_with_state(
            Arc::clone(&app),
            record::record,
        ))
        .layer(middleware::from_fn(say::in_its_language))
        .layer(middleware::from_fn(place::in_its_place))
        .layer(compress::layer())
        .layer(middleware::from_fn(compress::never_for_strangers))
}
