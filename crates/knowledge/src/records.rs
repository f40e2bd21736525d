//! The records as the build script wrote them.

use crate::labs::{Assumption, Lab, LabUnit, Limit};
use crate::types::*;

include!(concat!(env!("OUT_DIR"), "/records.rs"));
