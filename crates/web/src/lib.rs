//! Pages and forms of one person's diary: rendered on the server, working without JavaScript.
//!
//! Invariants: no statistics and no medical opinion here; nothing about health in an address or a log line; no request
//! to anybody else. The clock and the randomness are handed in.
//!
//! Reading order: [`site`], [`guard`], [`page`], [`form`], then one file a screen action under the screen's name.

mod address;
mod assets;
mod checkin;
mod cramp;
mod form;
mod guard;
mod nights;
mod page;
mod plan;
mod problem;
mod profile;
mod router;
mod site;
mod suspects;
mod theme;
mod tonight;
mod words;

pub use router::{router, serve};
pub use site::{Site, loopback_hosts};
