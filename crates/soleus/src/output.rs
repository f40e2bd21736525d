//! Standard output: lines, JSON, plain tables. A reader that goes away ends the program quietly.

use std::io::{self, Write};

use comfy_table::{ContentArrangement, Table, presets};
use serde::Serialize;

/// Prints a text and a line end.
pub(crate) fn line(text: impl AsRef<str>) -> anyhow::Result<()> {
    writeln!(io::stdout(), "{}", text.as_ref())?;
    Ok(())
}

/// Prints a value as indented JSON.
pub(crate) fn json(value: &impl Serialize) -> anyhow::Result<()> {
    line(serde_json::to_string_pretty(value)?)
}

/// Prints a value as one line of JSON at once.
pub(crate) fn json_line(value: &impl Serialize) -> anyhow::Result<()> {
    line(serde_json::to_string(value)?)?;
    flush()
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
pub(crate) fn paragraph(indent: &str, text: &str) -> anyhow::Result<()> {
    wrapped(indent, indent, text)
}

/// Prints one point of a list.
pub(crate) fn point(indent: &str, text: &str) -> anyhow::Result<()> {
    wrapped(&format!("{indent}- "), &format!("{indent}  "), text)
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
    Ok(io::stdout().write_all(text.as_bytes())?)
}
