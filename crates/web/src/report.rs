//! The page for the doctor: on the screen, to print, as PDF, as FHIR for a record system.

mod file;
mod show;
mod wish;

pub(crate) use file::{fhir, pdf};
pub(crate) use show::show;
