//! One file a command.

pub(crate) mod analyze;
pub(crate) mod checkin;
pub(crate) mod cramp;
pub(crate) mod demo;
pub(crate) mod import;
pub(crate) mod instrument;
pub(crate) mod night;
pub(crate) mod plan;
pub(crate) mod profile;
pub(crate) mod serve;
pub(crate) mod suspects;
pub(crate) mod triage;
pub(crate) mod trial;
pub(crate) mod undo;
