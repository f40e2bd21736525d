//! Standard output: lines, JSON, plain tables. A reader that goes away ends the program quietly.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, Write};

use comfy_table::{ContentArrangement, Table, presets};
use serde::Serialize;

/// Prints a text and a line end.
pub(crate) fn line(text: impl AsRef<str>) -> anyhow::Result<()> {
    writeln!(io::stdout(), "{}", harmless(text.as_ref()))?;
    Ok(())
}

/// Prints a value as indented JSON.
pub(crate) fn json(value: &impl Serialize) -> anyhow::Result<()> {
    json_text(&serde_json::to_string_pretty(value)?)
}

/// Prints a value as one line of JSON at once.
pub(crate) fn json_line(value: &impl Serialize) -> anyhow::Result<()> {
    json_text(&serde_json::to_string(value)?)?;
    flush()
}

/// Prints JSON that was written already.
pub(crate) fn json_text(json: &str) -> anyhow::Result<()> {
    writeln!(io::stdout(), "{}", escaped(json))?;
    Ok(())
}

/// The text without the control characters that could make a terminal do things; line ends and tabs stay.
pub(crate) fn harmless(text: &str) -> Cow<'_, str> {
    let is_harmful = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if text.contains(is_harmful) {
        text.replace(is_harmful, "\u{fffd}").into()
    } else {
        text.into()
    }
}

/// JSON with the control characters escaped that its standard lets stand, but a terminal may obey.
fn escaped(json: &str) -> Cow<'_, str> {
    let is_left = |c: char| matches!(c, '\u{7f}'..='\u{9f}');
    if !json.contains(is_left) {
        return json.into();
    }
    let mut text = String::with_capacity(json.len() + 6);
    for c in json.chars() {
        if is_left(c) {
            text.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            text.push(c);
        }
    }
    text.into()
}

/// Hands over what was printed so far.
pub(crate) fn flush() -> anyhow::Result<()> {
    Ok(io::stdout().flush()?)
}

/// A table without lines, to be filled.
pub(crate) fn table<const N: usize>(header: [&str; N]) -> Table {
    let mut table = Table::new();
    table
        .load_style(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Disabled)
        .set_header(header);
    table
}

/// Prints a table.
pub(crate) fn print(table: &Table) -> anyhow::Result<()> {
    line(table.trim_fmt())
}

/// Prints a paragraph indented and wrapped at 78 columns.
pub(crate) fn paragraph(indent: &str, text: &(impl fmt::Display + ?Sized)) -> anyhow::Result<()> {
    wrapped(indent, indent, &text.to_string())
}

/// Prints one point of a list.
pub(crate) fn point(indent: &str, text: &(impl fmt::Display + ?Sized)) -> anyhow::Result<()> {
    wrapped(
        &format!("{indent}- "),
        &format!("{indent}  "),
        &text.to_string(),
    )
}

/// Prints a text wrapped at 78 columns, the first row beginning with `first`, the others with `others`.
fn wrapped(first: &str, others: &str, text: &str) -> anyhow::Result<()> {
    let mut row = first.to_owned();
    let mut is_bare = true;
    for word in text.split_whitespace() {
        if !is_bare && row.chars().count() + word.chars().count() > 78 {
            line(row.trim_end())?;
            row = others.to_owned();
        }
        row.push_str(word);
        row.push(' ');
        is_bare = false;
    }
    line(row.trim_end())
}

/// Prints a text that ends its own lines.
pub(crate) fn text(text: &str) -> anyhow::Result<()> {
    Ok(io::stdout().write_all(harmless(text).as_bytes())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_printed_commands_a_terminal() {
        assert_eq!(
            harmless("a\u{1b}]0;x\u{7}\u{9b}2J\r\n\tb"),
            "a\u{fffd}]0;x\u{fffd}\u{fffd}2J\u{fffd}\n\tb"
        );
        let json = serde_json::to_string("a\u{9b}\u{7f}\u{1b}ä").expect("JSON");
        assert_eq!(escaped(&json), r#""a\u009b\u007f\u001bä""#);
        let back: String = serde_json::from_str(&escaped(&json)).expect("JSON");
        assert_eq!(back, "a\u{9b}\u{7f}\u{1b}ä");
    }
}
