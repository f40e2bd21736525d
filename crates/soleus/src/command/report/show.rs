//! The report in the terminal.

use report::{Block, Document, Section, Table};

use crate::output;

/// Shows the pages one after the other.
pub(super) fn document(document: &Document) -> anyhow::Result<()> {
    if let Some(banner) = &document.banner {
        output::line(banner)?;
    }
    output::line(&document.title)?;
    for line in &document.head {
        output::paragraph("", &line.text())?;
    }
    document.sections().try_for_each(section)
}

fn section(section: &Section) -> anyhow::Result<()> {
    output::line(format!("\n{}", section.heading))?;
    for block in &section.blocks {
        match block {
            Block::Line(line) => output::paragraph("  ", &line.text())?,
            Block::List(lines) => {
                for line in lines {
                    output::point("  ", &line.text())?;
                }
            }
            Block::Table(table) => rows(table)?,
            // The picture stands on paper; its numbers stand in the lines above it.
            Block::Strip(_) => {}
        }
    }
    Ok(())
}

fn rows(table: &Table) -> anyhow::Result<()> {
    for row in &table.rows {
        let mut cells = row.iter();
        let name = cells.next().map_or("", String::as_str);
        let rest: Vec<&str> = cells.map(String::as_str).collect();
        output::point("  ", &format!("{name}: {}", rest.join("; ")))?;
    }
    Ok(())
}
