//! Synthetic people with known causes.
