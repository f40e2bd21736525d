//! Quotes that swallow rows: one that never closes, or that closes in the middle of another row's cell.

/// What is wrong with the quotes of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum BadQuote {
    #[error("The quote that opens in line {line} is never closed.")]
    NeverClosed { line: u64 },
    #[error(
        "The quote that opens in line {line} closes in line {end}, in the middle of a cell. Close it where its text ends."
    )]
    ClosesInACell { line: u64, end: u64 },
}

/// Where a reader of quoted cells stands.
enum State {
    /// At the start of a cell.
    Start,
    /// In a cell without quotes, or behind the closing quote: a quote here is a character like any other.
    Bare,
    /// In a quoted cell that opened in this line.
    Quoted(u64),
    /// Behind a quote in a quoted cell: the first half of a doubled quote, or the end.
    Closing(u64),
}

/// Walks the text as the reader of the cells will, counting lines from `first`. A quote opens only at the start of a cell.
///
/// # Errors
/// [`BadQuote`] with the line in which the quote opens.
pub(crate) fn check(text: &str, delimiter: u8, first: u64) -> Result<(), BadQuote> {
    let mut state = State::Start;
    let mut line = first;
    let mut before = 0;
    for byte in text.bytes() {
        let is_end = matches!(byte, b'\n' | b'\r');
        if byte == b'\r' || byte == b'\n' && before != b'\r' {
            line += 1;
        }
        before = byte;
        state = match state {
            State::Quoted(opened) if byte == b'"' => State::Closing(opened),
            State::Quoted(opened) => State::Quoted(opened),
            State::Closing(opened) if byte == b'"' => State::Quoted(opened),
            State::Start if byte == b'"' => State::Quoted(line),
            _ if is_end || byte == delimiter => State::Start,
            State::Closing(opened) if byte == b' ' => State::Closing(opened),
            State::Closing(opened) if line > opened => {
                return Err(BadQuote::ClosesInACell {
                    line: opened,
                    end: line,
                });
            }
            _ => State::Bare,
        };
    }
    match state {
        State::Quoted(line) => Err(BadQuote::NeverClosed { line }),
        _ => Ok(()),
    }
}
