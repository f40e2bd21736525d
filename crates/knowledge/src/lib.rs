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
//! [`mod@foods`] (foods and what is in them), [`menu`] (which of them are offered), [`search`] (finding any of them by what
//! people type), [`mod@labs`] (blood tests and their units), [`mod@routines`] (guided routines, and what a day adds to the
//! drinks). What has been translated is found with [`in_german`].

pub mod conversions;
mod coverage;
mod fold;
pub mod foods;
mod german;
pub mod hygiene;
pub mod labs;
pub mod lookup;
pub mod medicines;
pub mod menu;
mod records;
pub mod routines;
pub mod search;
pub mod sources;
pub mod types;

pub use conversions::{Conversion, conversion};
pub use coverage::coverage;
pub use foods::{
    Composition, Contains, Food, FoodGroup, Nutrient, Portion, find_food, food, foods,
};
pub use german::in_german;
pub use labs::{Assumption, Lab, LabUnit, Limit, lab, labs};
pub use lookup::*;
pub use medicines::{
    class_name, classes, find_medicine, medicine, medicines, medicines_named, takes,
};
pub use menu::{LeftAsItIs, LeftOut, left_as_it_is, left_out, offered};
pub use routines::{Done, Fluid, FluidKind, Pose, Routine, Sides, Week};
pub use types::*;
