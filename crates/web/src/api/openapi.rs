//! `GET /api/v1/openapi.json`: the description of the API. It holds nothing of the person and needs no secret.

use axum::Json;
use utoipa::openapi::OpenApi as Document;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::{Modify, OpenApi};

use super::trouble::Details;
use super::{cramps, entries, nights, plan, report, suspects, trials};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Soleus",
        version = "1",
        description = "A diary of night leg cramps. Every request carries a secret as `Authorization: Bearer soleus_…`, which the person makes on the page Devices or with `soleus token new`, for one scope: `add-cramps`, `add-entries` or `read-all`.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    paths(
        cramps::post,
        entries::get,
        entries::post,
        nights::get,
        suspects::get,
        plan::get,
        trials::get,
        report::get
    ),
    components(schemas(Details)),
    security(("bearer" = [])),
    modifiers(&Bearer)
)]
struct Api;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut Document) {
        let scheme = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        document
            .components
            .get_or_insert_default()
            .add_security_scheme("bearer", scheme);
    }
}

/// `GET /api/v1/openapi.json`
pub(super) async fn get() -> Json<Document> {
    Json(Api::openapi())
}
