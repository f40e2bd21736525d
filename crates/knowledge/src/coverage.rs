//! Which promise of the popular articles is kept where: `docs/coverage.md`.

use std::fmt::Write as _;

use crate::lookup::promises;
use crate::types::Promise;

/// The table of promises in Markdown.
#[must_use]
pub fn coverage() -> String {
    let open = promises().iter().filter(|row| !row.open.is_empty()).count();
    let mut text = format!(
        "# What was promised, and where it is done\n\nMade by `soleus evidence coverage` from `knowledge/coverage.toml`. The build refuses \
         a factor, remedy, flag, outcome or module that does not exist; tests open every page and start every command that is \
         named here. Something is still open in {open} of {} rows; the last column says what.\n\n\
         | # | the articles say | pages | commands | modules | records | still open |\n|---|---|---|---|---|---|---|\n",
        promises().len()
    );
    for row in promises() {
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} | {} | {} |",
            row.row,
            row.says,
            code(row.pages, ""),
            code(row.commands, "soleus "),
            code(row.modules, ""),
            records(row),
            row.open
        );
    }
    text
}

fn code(items: &[&str], before: &str) -> String {
    let items: Vec<String> = items
        .iter()
        .map(|item| format!("`{before}{item}`"))
        .collect();
    items.join(" ")
}

fn records(row: &Promise) -> String {
    let kinds = [
        ("factors", row.factors),
        ("remedies", row.remedies),
        ("flags", row.flags),
        ("outcomes", row.outcomes),
    ];
    let told: Vec<String> = kinds
        .iter()
        .filter(|(_, ids)| !ids.is_empty())
        .map(|(kind, ids)| format!("{kind} {}", ids.join(", ")))
        .collect();
    told.join("; ")
}
