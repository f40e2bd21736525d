//! Puts tables between their markers in a page of the documentation.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Where tables are shown.
#[derive(clap::Args)]
pub(crate) struct Page {
    /// Put the tables between their markers in their page of the documentation as well.
    #[arg(long)]
    write: bool,
}

impl Page {
    /// Prints what `bench <command>` measured; it belongs in `docs/<page>`.
    pub(crate) fn show(&self, page: &str, command: &str, tables: &str) -> Result<()> {
        println!("{tables}");
        if self.write {
            write(page, command, tables)?;
        }
        Ok(())
    }
}

/// Replaces what stands in `docs/<page>` between the markers of `bench <command>`.
fn write(page: &str, command: &str, tables: &str) -> Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../docs")
        .join(page);
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let text = with_tables(&text, command, tables)
        .with_context(|| format!("docs/{page} has lost its markers of `bench {command}`"))?;
    fs::write(&path, text)?;
    Ok(())
}

fn with_tables(page: &str, command: &str, tables: &str) -> Option<String> {
    let begin = format!("<!-- tables: cargo run --release -p bench -- {command} --write -->");
    let end = format!("<!-- end of {command} tables -->");
    let (before, rest) = page.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}\n\n{tables}\n{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "above\n<!-- tables: cargo run --release -p bench -- x --write -->\nold\n<!-- end of x tables -->\nbelow\n";

    #[test]
    fn only_what_is_between_the_markers_changes() {
        let new = with_tables(PAGE, "x", "new\n").unwrap();
        assert_eq!(new, PAGE.replace("old\n", "\nnew\n\n"));
        assert_eq!(
            with_tables(&new, "x", "new\n").as_deref(),
            Some(new.as_str())
        );
        assert!(with_tables(PAGE, "y", "new").is_none());
    }

    #[test]
    fn the_pages_have_their_markers() {
        let engine = include_str!("../../../docs/engine.md");
        let speed = include_str!("../../../docs/speed.md");
        let trials = include_str!("../../../docs/trials.md");
        assert!(with_tables(trials, "trials", "").is_some());
        assert!(with_tables(engine, "engine", "").is_some());
        assert!(with_tables(engine, "outside", "").is_some());
        assert!(with_tables(engine, "candidates", "").is_some());
        assert!(with_tables(speed, "process", "").is_some());
    }
}
