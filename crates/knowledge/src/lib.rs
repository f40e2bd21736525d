//! What is known about night leg cramps: factors, findings, remedies, safety rules, flags, medicines; each with its source.
//!
//! The records live in the project's `knowledge/` folder; they are validated and written into the program when it is built.

mod types;

pub use types::*;
