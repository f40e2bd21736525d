//! The records as the build script wrote them.

use crate::types::*;

include!(concat!(env!("OUT_DIR"), "/records.rs"));
