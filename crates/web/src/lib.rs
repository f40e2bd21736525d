//! Pages and forms of one person's diary: rendered on the server, working without JavaScript.
//!
//! Invariants: no statistics and no medical opinion here; no answer, note or medicine of the person is in an address or a
//! log line (a factor's page names the factor, a night's page the date, whoever reads them); no request to anybody else.
//! The clock and the randomness are handed in.
//!
//! Reading order: `site`, `guard`, `lock`, `login`, `expired`, `page`, `form`, then one file a screen action under the screen's name.

// What a server runs must not fall over, whatever it is given.
#![cfg_attr(
    not(test),
    warn(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::unreachable
    )
)]

mod address;
mod alarm;
mod api;
mod apology;
mod assets;
mod backup;
mod calendar;
mod checkin;
mod compress;
mod country;
mod counts;
mod cramp;
mod devices;
mod doorkeeper;
mod erase;
mod evidence;
mod expired;
mod export;
mod food;
mod form;
mod guard;
mod import;
mod lock;
mod login;
mod nights;
mod offline;
mod page;
mod pair;
mod phone;
mod picture;
mod place;
mod plan;
mod preferences;
mod problem;
mod profile;
mod questionnaires;
mod ready;
mod record;
mod refill;
mod report;
mod router;
mod say;
mod serve;
mod settings;
mod site;
mod suspects;
mod theme;
mod tonight;
mod trials;
mod waiting;
mod welcome;
mod words;

pub(crate) use say::{
    apart, english, english_all, language, said_as, say, spoken, spoken_all, typed, word,
};

pub use counts::{Counts, serve_counts};
pub use login::Cookie;
pub use router::router;
pub use serve::{Tls, TlsError, hosts_of, serve};
pub use site::{Backups, Scheme, Site, loopback_hosts};
