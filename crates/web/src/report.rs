//! The page for the doctor: on the screen, to print, as PDF.

mod file;
mod show;
mod wish;

pub(crate) use file::pdf;
pub(crate) use show::show;
