//! What the fuzz targets call: one function a target.

pub mod readers;
pub mod requests;
