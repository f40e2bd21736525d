//! The catalogues beside each other.

#[cfg(test)]
mod same;
