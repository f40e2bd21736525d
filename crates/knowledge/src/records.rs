//! The records as the build script wrote them.

use crate::foods::{Composition, Contains, Food, FoodGroup, Portion};
use crate::labs::{Assumption, Lab, LabUnit, Limit};
use crate::menu::{LeftAsItIs, LeftOut};
use crate::routines::{Done, Fluid, FluidKind, Pose, Routine, Sides, Week};
use crate::types::*;

include!(concat!(env!("OUT_DIR"), "/records.rs"));
