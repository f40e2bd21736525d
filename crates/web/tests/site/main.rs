//! The site as a browser without JavaScript meets it: addresses, forms, answers.

#[cfg(test)]
mod api;
#[cfg(test)]
mod apology;
#[cfg(test)]
mod ask;
#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod checkin;
#[cfg(test)]
mod clinic;
#[cfg(test)]
mod clock;
#[cfg(test)]
mod common;
#[cfg(test)]
mod compressed;
#[cfg(test)]
mod corpus;
#[cfg(test)]
mod cramp;
#[cfg(test)]
mod cramp_details;
#[cfg(test)]
mod cramp_signs;
#[cfg(test)]
mod direction;
#[cfg(test)]
mod expired;
#[cfg(test)]
mod food;
#[cfg(test)]
mod german;
#[cfg(test)]
mod import;
#[cfg(test)]
mod locked;
#[cfg(test)]
mod measures;
#[cfg(test)]
mod outward;
#[cfg(test)]
mod pages;
#[cfg(test)]
mod phone;
#[cfg(test)]
mod report;
#[cfg(test)]
mod routines;
#[cfg(test)]
mod security;
#[cfg(test)]
mod server;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod trials;
#[cfg(test)]
mod walk;
#[cfg(test)]
mod welcome;
#[cfg(test)]
mod wish;
