//! The catalogues beside each other.

#[cfg(test)]
mod same;
#[cfg(test)]
mod sentence;
