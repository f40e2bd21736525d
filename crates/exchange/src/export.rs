//! Out of the diary: the log itself, one row a night, one row a cramp, reminders for a calendar.

pub mod calendar;
pub mod cramps;
pub mod log_file;
pub mod nights;

#[cfg(test)]
mod calendar_tests;
#[cfg(test)]
mod tests;
