//! One file a command.

pub(crate) mod analyze;
pub(crate) mod backup;
pub(crate) mod check;
pub(crate) mod checkin;
pub(crate) mod cramp;
pub(crate) mod demo;
pub(crate) mod erase_everything;
pub(crate) mod evidence;
pub(crate) mod export;
pub(crate) mod food;
pub(crate) mod import;
pub(crate) mod instrument;
pub(crate) mod medicine;
pub(crate) mod night;
pub(crate) mod passphrase;
pub(crate) mod plan;
pub(crate) mod profile;
pub(crate) mod report;
pub(crate) mod restore;
pub(crate) mod routine;
pub(crate) mod serve;
pub(crate) mod suspects;
pub(crate) mod token;
pub(crate) mod triage;
pub(crate) mod trial;
pub(crate) mod undo;
