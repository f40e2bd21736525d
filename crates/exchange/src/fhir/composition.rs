//! The page's sections with what stands behind them.

use report::{Block, Section as Words};

use super::resource::{Composition, Concept, Narrative, Reference, Resource, Section};
use super::{Addressed, Ids, Record};

/// The composition; `behind` names, by a section's heading, the resources it refers to. None may stay unreferenced.
pub(super) fn of(record: &Record<'_>, ids: &Ids, behind: &[(&str, &Vec<Addressed>)]) -> Addressed {
    let section = |words: &Words| {
        let entries = behind
            .iter()
            .filter(|(heading, _)| *heading == words.heading);
        Section {
            title: words.heading.to_owned(),
            text: narrative(words),
            entry: entries
                .flat_map(|(_, resources)| resources.iter())
                .map(|(reference, _)| Reference {
                    reference: reference.clone(),
                })
                .collect(),
        }
    };
    let composition = Composition {
        status: "final",
        r#type: Concept {
            coding: Vec::new(),
            text: Some(record.document.title.clone()),
        },
        subject: ids.patient(),
        date: record.now.to_string(),
        author: vec![ids.patient()],
        title: record.document.title.clone(),
        section: record.document.first.iter().map(section).collect(),
    };
    (
        ids.urn(&format!("composition {}", record.now)),
        Resource::Composition(composition),
    )
}

fn narrative(words: &Words) -> Narrative {
    let mut div = "<div xmlns=\"http://www.w3.org/1999/xhtml\">".to_owned();
    let mut paragraph = |text: &str| {
        div.push_str("<p>");
        div.push_str(&escaped(text));
        div.push_str("</p>");
    };
    paragraph(words.heading);
    for block in &words.blocks {
        match block {
            Block::Line(line) => paragraph(&line.text()),
            Block::List(lines) => lines.iter().for_each(|line| paragraph(&line.text())),
            Block::Table(table) => table.rows.iter().for_each(|row| paragraph(&row.join("; "))),
            // The nights are there as resources.
            Block::Strip(_) => {}
        }
    }
    div.push_str("</div>");
    Narrative {
        status: "generated",
        div,
    }
}

/// The text as XML may hold it. Control characters are gone from the page already.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
