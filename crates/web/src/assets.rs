//! The stylesheet, the script and the icon, inside the program, under addresses that change with their content.

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::problem::Problem;

struct Asset {
    stem: &'static str,
    ending: &'static str,
    media: &'static str,
    content: &'static str,
}

const ASSETS: [Asset; 5] = [
    Asset {
        stem: "soleus",
        ending: "css",
        media: "text/css; charset=utf-8",
        content: include_str!("../assets/soleus.css"),
    },
    Asset {
        stem: "soleus",
        ending: "js",
        media: "text/javascript; charset=utf-8",
        content: include_str!("../assets/soleus.js"),
    },
    Asset {
        stem: "routine",
        ending: "js",
        media: "text/javascript; charset=utf-8",
        content: include_str!("../assets/routine.js"),
    },
    Asset {
        stem: "report",
        ending: "css",
        media: "text/css; charset=utf-8",
        content: ::report::html::STYLESHEET,
    },
    Asset {
        stem: "icon",
        ending: "svg",
        media: "image/svg+xml",
        content: include_str!("../assets/icon.svg"),
    },
];

impl Asset {
    /// File name with a fingerprint (FNV-1a, 64 bit) of the content: a cache can keep it for ever.
    fn name(&self) -> String {
        let fingerprint = self
            .content
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
        format!("{}-{fingerprint:016x}.{}", self.stem, self.ending)
    }
}

/// Address of the stylesheet.
pub(crate) fn stylesheet() -> String {
    address("soleus", "css")
}

/// Address of the stylesheet of the doctor's page.
pub(crate) fn report_stylesheet() -> String {
    address("report", "css")
}

/// Address of the script.
pub(crate) fn script() -> String {
    address("soleus", "js")
}

/// Address of the script that guides a routine.
pub(crate) fn timer() -> String {
    address("routine", "js")
}

/// Address of the icon.
pub(crate) fn icon() -> String {
    address("icon", "svg")
}

fn address(stem: &str, ending: &str) -> String {
    let asset = ASSETS
        .iter()
        .find(|asset| asset.stem == stem && asset.ending == ending);
    asset
        .map(|asset| format!("/assets/{}", asset.name()))
        .unwrap_or_default()
}

/// `GET /assets/{name}`
pub(crate) async fn get(Path(name): Path<String>) -> Result<Response, Problem> {
    let asset = ASSETS
        .iter()
        .find(|asset| asset.name() == name)
        .ok_or(Problem::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, asset.media),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, asset.content).into_response())
}
