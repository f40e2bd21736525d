//! A source that gives only so much for one XML event, and counts lines.

use std::io::{self, BufRead, Read};

/// Most bytes of one tag, comment or declaration: 1 MiB. The DOCTYPE of an honest export has 10 KB.
const MOST_AT_ONCE: u64 = 1 << 20;

/// Wraps a source.
pub(super) struct Rationed<R> {
    inner: R,
    left: u64,
    consumed: u64,
    lines: u64,
    is_at_end: bool,
}

/// One event was larger than [`MOST_AT_ONCE`].
#[derive(Debug, thiserror::Error)]
#[error("one tag is larger than 1 MiB")]
pub(super) struct TooLong;

impl<R> Rationed<R> {
    pub(super) fn new(inner: R) -> Self {
        Self {
            inner,
            left: MOST_AT_ONCE,
            consumed: 0,
            lines: 0,
            is_at_end: false,
        }
    }

    /// Allows the next event.
    pub(super) fn refill(&mut self) {
        self.left = MOST_AT_ONCE;
    }

    /// Bytes given so far.
    pub(super) fn consumed(&self) -> u64 {
        self.consumed
    }

    /// The line that is read, from 1.
    pub(super) fn line(&self) -> u64 {
        self.lines + 1
    }

    /// Whether the source has come to its end.
    pub(super) fn is_at_end(&self) -> bool {
        self.is_at_end
    }

    fn take(&mut self, bytes: usize, lines: usize) {
        self.consumed += bytes as u64;
        self.left = self.left.saturating_sub(bytes as u64);
        self.lines += lines as u64;
    }
}

impl<R: BufRead> Read for Rationed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.take(read, newlines(buffer.get(..read).unwrap_or_default()));
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Rationed<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::Error::other(TooLong));
        }
        let buffer = self.inner.fill_buf()?;
        self.is_at_end = buffer.is_empty();
        Ok(buffer)
    }

    fn consume(&mut self, amount: usize) {
        let lines = self
            .inner
            .fill_buf()
            .map_or(0, |buffer| newlines(buffer.get(..amount).unwrap_or(buffer)));
        self.take(amount, lines);
        self.inner.consume(amount);
    }
}

fn newlines(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte == b'\n').count()
}
