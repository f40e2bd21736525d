//! The recovery sheet: a page to print and to keep away from the computer.

use std::path::Path;

use jiff::civil::Date;

use crate::seal::{Key, shown};

/// A page to print: what the backups are, what opens them, how to bring one back.
#[derive(askama::Template)]
#[template(path = "recovery.html")]
struct Sheet<'a> {
    folder: String,
    date: Date,
    /// Public and secret key; without them the sheet has a line to write the passphrase on.
    keys: Option<(String, &'a str)>,
}

/// The sheet as a web page that needs nothing else. It holds the secret key, if there is one.
///
/// # Errors
/// Never with our types; the template library can fail in general.
pub fn html(folder: &Path, date: Date, key: Option<&Key>) -> Result<String, askama::Error> {
    let texts = key.and_then(Key::texts);
    askama::Template::render(&Sheet {
        folder: folder.display().to_string(),
        date,
        keys: texts
            .as_ref()
            .map(|(public, secret)| (public.clone(), shown(secret))),
    })
}
