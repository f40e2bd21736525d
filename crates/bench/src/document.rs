//! Puts the tables between their markers in `docs/engine.md`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

const BEGIN: &str = "<!-- tables: cargo run --release -p bench -- engine --write -->";
const END: &str = "<!-- end of tables -->";

/// Replaces what stands between the markers.
pub(crate) fn write(tables: &str) -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/engine.md");
    let page =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    fs::write(
        &path,
        with_tables(&page, tables).context("docs/engine.md has lost its markers")?,
    )?;
    Ok(())
}

fn with_tables(page: &str, tables: &str) -> Option<String> {
    let (before, rest) = page.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n\n{tables}\n{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_between_the_markers_changes() {
        let page = format!("above\n{BEGIN}\nold\n{END}\nbelow\n");
        let new = with_tables(&page, "new\n").unwrap();
        assert_eq!(new, format!("above\n{BEGIN}\n\nnew\n\n{END}\nbelow\n"));
        assert_eq!(with_tables(&new, "new\n").as_deref(), Some(new.as_str()));
        assert!(with_tables("no markers", "new").is_none());
    }

    #[test]
    fn the_page_has_its_markers() {
        assert!(with_tables(include_str!("../../../docs/engine.md"), "").is_some());
    }
}
