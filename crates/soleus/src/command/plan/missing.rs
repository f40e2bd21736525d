//! What must be told before more can be advised, each question with the command that answers it.

use insight::Missing;

use crate::output;

/// Shows the questions; nothing when there is none.
pub(super) fn show(missing: &[Missing]) -> anyhow::Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    output::line("What we need to know to say more")?;
    missing.iter().try_for_each(show_one)?;
    output::line("")
}

fn show_one(missing: &Missing) -> anyhow::Result<()> {
    output::point("  ", &missing.question)?;
    let flags = missing.asks.iter().filter_map(|id| knowledge::flag(id));
    for flag in flags {
        output::point("      ", &format!("{}: {}", flag.id, flag.ask))?;
    }
    match answered_with(&missing.asks) {
        Some(command) => output::paragraph("    ", &command),
        None => Ok(()),
    }
}

/// How to answer a question about these.
fn answered_with(asks: &[&str]) -> Option<String> {
    let sentence = match *asks.first()? {
        "birth-year" => "Answer with `soleus profile set birth-year 1958`.",
        "pregnancy" => "Answer with `soleus profile pregnant yes|no`.",
        "medicines" => {
            "Answer with `soleus profile medicine NAME` for each, then `soleus profile medicines-complete yes`."
        }
        id if knowledge::flag(id).is_some() => {
            "Answer each with `soleus profile flag ID yes|no`; `soleus profile list flags` shows all of them."
        }
        id if knowledge::condition(id).is_some() => {
            return Some(format!(
                "Answer each with `soleus profile condition ID yes|no`; the IDs: {}.",
                asks.join(", ")
            ));
        }
        _ => return None,
    };
    Some(sentence.to_owned())
}
