//! A lock around a cache.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// A lock that a panic elsewhere cannot make unusable: what it guards is only a cache.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
