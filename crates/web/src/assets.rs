//! The stylesheets, the scripts and the icons, inside the program, under addresses that change with their content.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::problem::Problem;

struct Source {
    /// Name without the fingerprint.
    name: &'static str,
    content: &'static [u8],
}

macro_rules! asset {
    ($name:literal) => {
        Source {
            name: $name,
            content: include_bytes!(concat!("../assets/", $name)),
        }
    };
}

/// A script comes after those that it imports: their addresses stand in it.
const SOURCES: [Source; 20] = [
    asset!("soleus.css"),
    Source {
        name: "report.css",
        content: ::report::html::STYLESHEET.as_bytes(),
    },
    asset!("text.js"),
    asset!("queue.js"),
    asset!("episode.js"),
    asset!("signs.js"),
    asset!("timer.js"),
    asset!("hold.js"),
    asset!("cramp.js"),
    asset!("checkin.js"),
    asset!("routine.js"),
    asset!("phone.js"),
    asset!("login.js"),
    asset!("waiting.js"),
    asset!("theme.js"),
    asset!("soleus.js"),
    asset!("icon.svg"),
    asset!("icon-192.png"),
    asset!("icon-512.png"),
    asset!("icon-maskable.png"),
];

struct Asset {
    source: &'static str,
    /// File name with a fingerprint (FNV-1a, 64 bit) of the content: a cache can keep it for ever.
    name: String,
    content: Vec<u8>,
}

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let mut all: Vec<Asset> = Vec::with_capacity(SOURCES.len());
    for source in &SOURCES {
        let content = if source.name.ends_with(".js") {
            imported(source.content, &all)
        } else {
            source.content.to_vec()
        };
        let (stem, ending) = source.name.split_once('.').unwrap_or((source.name, ""));
        all.push(Asset {
            source: source.name,
            name: format!("{stem}-{:016x}.{ending}", fingerprint(&content)),
            content,
        });
    }
    all
});

/// A script with the addresses of the scripts that it imports as `'./name.js'`.
fn imported(script: &[u8], earlier: &[Asset]) -> Vec<u8> {
    let mut text = String::from_utf8_lossy(script).into_owned();
    for asset in earlier {
        let address = format!("'/assets/{}'", asset.name);
        text = text.replace(&format!("'./{}'", asset.source), &address);
    }
    text.into_bytes()
}

fn fingerprint(content: &[u8]) -> u64 {
    content.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Address of an asset by its name without the fingerprint.
pub(crate) fn address(name: &str) -> String {
    let asset = ASSETS.iter().find(|asset| asset.source == name);
    asset
        .map(|asset| format!("/assets/{}", asset.name))
        .unwrap_or_default()
}

/// Address of the stylesheet.
pub(crate) fn stylesheet() -> String {
    address("soleus.css")
}

/// Address of the stylesheet of the doctor's page.
pub(crate) fn report_stylesheet() -> String {
    address("report.css")
}

/// Address of the script of every page.
pub(crate) fn script() -> String {
    address("soleus.js")
}

/// Address of the script that guides a routine.
pub(crate) fn routine() -> String {
    address("routine.js")
}

/// Address of the icon.
pub(crate) fn icon() -> String {
    address("icon.svg")
}

fn media(name: &str) -> &'static str {
    match name.rsplit_once('.') {
        Some((_, "css")) => "text/css; charset=utf-8",
        Some((_, "js")) => "text/javascript; charset=utf-8",
        Some((_, "svg")) => "image/svg+xml; charset=utf-8",
        Some((_, "png")) => "image/png",
        _ => "application/octet-stream",
    }
}

/// `GET /assets/{name}`
pub(crate) async fn get(Path(name): Path<String>) -> Result<Response, Problem> {
    let asset = ASSETS
        .iter()
        .find(|asset| asset.name == name)
        .ok_or(Problem::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, media(&asset.name)),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, asset.content.as_slice()).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_import_of_a_script_has_an_address() {
        for asset in ASSETS.iter().filter(|asset| asset.source.ends_with(".js")) {
            let text = String::from_utf8_lossy(&asset.content);
            assert!(
                !text.contains("'./"),
                "{} imports what is not there",
                asset.source
            );
        }
    }
}
