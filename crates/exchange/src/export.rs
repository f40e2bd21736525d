//! Out of the diary: the log itself, and one row a night.

pub mod log_file;
pub mod nights;

#[cfg(test)]
mod tests;
