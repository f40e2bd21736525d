//! Synthetic people: the same bytes from the same seed, and numbers inside the published and judged calibrations.

mod demo;
mod table;
