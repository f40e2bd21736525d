//! Bytes to text: UTF-8 with or without a mark, UTF-16 with a mark, Windows-1252; anything else is refused with its line.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes that are not text in any encoding we read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotText {
    /// A zero byte: a spreadsheet program's own format, a picture, a text without its byte-order mark.
    #[error(
        "Line {line} holds a zero byte: this is not a text file. Save the sheet as CSV (UTF-8) and try again."
    )]
    ZeroByte {
        /// Line, from 1.
        line: usize,
    },
    /// A byte that is no character in UTF-8 or Windows-1252.
    #[error(
        "Line {line} holds the byte {byte:#04x}, which is no character in UTF-8 or Windows-1252. Save the sheet as CSV (UTF-8) and try again."
    )]
    NoCharacter {
        /// Line, from 1.
        line: usize,
        /// The byte.
        byte: u8,
    },
    /// UTF-8, by its byte-order mark or its other characters, with a byte that does not belong.
    #[error(
        "Line {line} holds the byte {byte:#04x} where a character should be; the rest of the file is UTF-8, so some of its text is damaged. Save the sheet as CSV (UTF-8) again and try again."
    )]
    BrokenUtf8 {
        /// Line, from 1.
        line: usize,
        /// The byte.
        byte: u8,
    },
    /// UTF-16 with a broken pair.
    #[error("This UTF-16 text is damaged. Save the sheet as CSV (UTF-8) and try again.")]
    BrokenUtf16,
}

/// What the bytes were read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Encoding {
    Utf8,
    Utf16,
    Windows1252,
}

/// Decodes the bytes of a text file.
///
/// # Errors
/// [`NotText`] with the line.
pub fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), NotText> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, UTF_16LE),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, UTF_16BE),
        _ => utf8_or_windows(bytes),
    }
}

fn utf16<'a>(
    bytes: &'a [u8],
    encoding: &'static encoding_rs::Encoding,
) -> Result<(Cow<'a, str>, Encoding), NotText> {
    let text = encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or(NotText::BrokenUtf16)?;
    match text.find('\0') {
        Some(at) => Err(NotText::ZeroByte {
            line: line_of(text.as_bytes(), at),
        }),
        None => Ok((text, Encoding::Utf16)),
    }
}

fn without_zero(bytes: &[u8]) -> Result<(), NotText> {
    match bytes.iter().position(|&b| b == 0) {
        Some(at) => Err(NotText::ZeroByte {
            line: line_of(bytes, at),
        }),
        None => Ok(()),
    }
}

/// Text that must be UTF-8.
fn utf8(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), NotText> {
    without_zero(bytes)?;
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((Cow::Borrowed(text), Encoding::Utf8)),
        Err(error) => Err(NotText::BrokenUtf8 {
            line: line_of(bytes, error.valid_up_to()),
            byte: bytes.get(error.valid_up_to()).copied().unwrap_or_default(),
        }),
    }
}

/// Whether some characters are UTF-8 sequences of several bytes: two letters of Windows-1252 hardly ever look like one.
fn has_utf8_sequences(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii())
}

fn utf8_or_windows(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), NotText> {
    without_zero(bytes)?;
    if has_utf8_sequences(bytes) {
        return utf8(bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((Cow::Borrowed(text), Encoding::Utf8));
    }
    // The five bytes that Windows-1252 leaves undefined; the decoder would make control characters of them.
    let undefined = |b: u8| matches!(b, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D);
    if let Some((at, &byte)) = bytes.iter().enumerate().find(|(_, b)| undefined(**b)) {
        return Err(NotText::NoCharacter {
            line: line_of(bytes, at),
            byte,
        });
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    Ok((text, Encoding::Windows1252))
}

fn line_of(bytes: &[u8], at: usize) -> usize {
    bytes.iter().take(at).filter(|&&b| b == b'\n').count() + 1
}

/// A name or a cell as messages show it: at most 40 characters, control characters replaced.
pub(crate) fn shown(text: &str) -> String {
    let mut short: String = text
        .chars()
        .take(40)
        .map(|c| {
            if c.is_control() {
                char::REPLACEMENT_CHARACTER
            } else {
                c
            }
        })
        .collect();
    if text.chars().nth(40).is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_encodings_are_recognised() {
        let check = |bytes: &[u8], text: &str, encoding| {
            let (read, as_what) = decode(bytes).expect("text");
            assert_eq!((read.as_ref(), as_what), (text, encoding));
        };
        check(b"a\xC3\xA4", "aä", Encoding::Utf8);
        check(b"\xEF\xBB\xBFa\xC3\xA4", "aä", Encoding::Utf8);
        check(b"\xFF\xFEa\0\xE4\0", "aä", Encoding::Utf16);
        check(b"\xFE\xFF\0a\0\xE4", "aä", Encoding::Utf16);
        check(b"a\xE4\x80", "aä€", Encoding::Windows1252);
        check(b"", "", Encoding::Utf8);
    }

    #[test]
    fn what_is_not_text_is_refused_with_its_line() {
        assert_eq!(decode(b"a\nb\0"), Err(NotText::ZeroByte { line: 2 }));
        assert_eq!(
            decode(b"a\n\n\xE4\x81"),
            Err(NotText::NoCharacter {
                line: 3,
                byte: 0x81
            })
        );
        assert_eq!(decode(b"\xFF\xFE\x00\xD8"), Err(NotText::BrokenUtf16));
    }

    #[test]
    fn broken_utf8_is_not_taken_for_windows_1252() {
        let broken = |line, byte| Err(NotText::BrokenUtf8 { line, byte });
        assert_eq!(decode(b"\xEF\xBB\xBFa\nb\xE4c"), broken(2, 0xE4));
        assert_eq!(decode(b"a\xC3\xA4\nb\nc\xC3\nd"), broken(3, 0xC3));
        assert_eq!(decode(b"a\xE4\nb\xC3\xA4"), broken(1, 0xE4));
        assert_eq!(decode(b"a\xE2\x82\xAC\xE2\x82"), broken(1, 0xE2));
    }

    #[test]
    fn what_is_shown_is_short_and_without_control_characters() {
        assert_eq!(shown("a\u{1b}[31mb\u{9b}"), "a\u{fffd}[31mb\u{fffd}");
        assert_eq!(shown(&"ä".repeat(41)), format!("{}…", "ä".repeat(40)));
    }
}
