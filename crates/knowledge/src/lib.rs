//! What is known about night leg cramps: factors, findings, remedies, safety rules, flags, medicines; each with its source.
//!
//! The records live in the project's `knowledge/` folder; they are validated and written into the program when it is built,
//! so that nothing is read or parsed at run time.
//!
//! ```
//! let alcohol = knowledge::factor("alcohol").ok_or("no such factor")?;
//! assert_eq!(alcohol.unit, "drink");
//! assert!(!knowledge::findings_about("alcohol").is_empty());
//! let salbutamol = knowledge::find_medicine("Ventolin")[0];
//! assert!(knowledge::takes(salbutamol, "saba"));
//! # Ok::<(), &str>(())
//! ```
//!
//! Reading order: [`types`] (the shapes), [`lookup`] (the lists and by-id look-ups), [`mod@medicines`] (searching by name),
//! [`mod@labs`] (blood tests and their units), [`mod@routines`] (guided routines, and what a day adds to the drinks).

mod coverage;
mod fold;
pub mod hygiene;
pub mod labs;
pub mod lookup;
pub mod medicines;
mod records;
pub mod routines;
pub mod types;

pub use coverage::coverage;
pub use labs::{Assumption, Lab, LabUnit, Limit, lab, labs};
pub use lookup::*;
pub use medicines::{class_name, classes, find_medicine, medicine, medicines, takes};
pub use routines::{Done, Fluid, FluidKind, Pose, Routine, Sides, Week};
pub use types::*;
