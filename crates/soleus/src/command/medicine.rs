//! `soleus medicine`: search by any name, what is known about one, and the review sheet for the doctor.

mod json;

use clap::Subcommand;
use insight::medicines::{Change, Review, Row, never_stop};
use knowledge::Medicine;

use crate::fault::refuse;
use crate::output;
use crate::progress::while_working;
use crate::world::World;

/// Search medicines, see what labels and studies say, and print the review sheet for your doctor.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  soleus medicine search lasix\n  soleus medicine show furosemide\n  soleus medicine review\n\nTell what you take with `soleus profile medicine`."
)]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Medicines by generic name, brand name, or a near miss of one.
    Search {
        /// The name on the box.
        name: String,
    },
    /// Classes, label, studies and rules of one medicine.
    Show {
        /// Its id or exact name.
        name: String,
    },
    /// What you take, what points at it, and what to ask.
    Review,
}

/// Searches, shows one, or makes the sheet.
pub(crate) fn run(world: &World, args: &Args) -> anyhow::Result<()> {
    match &args.what {
        What::Search { name } => search(world, name),
        What::Show { name } => show(world, name),
        What::Review => review(world),
    }
}

fn search(world: &World, name: &str) -> anyhow::Result<()> {
    let found = knowledge::find_medicine(name);
    if found.is_empty() {
        return refuse(format!(
            "We know no medicine ‘{name}’. Try the name of its ingredient, as printed on the package, or its brand."
        ));
    }
    if world.json() {
        return output::json(
            &found
                .iter()
                .map(|one| json::medicine(one))
                .collect::<Vec<_>>(),
        );
    }
    for one in found {
        output::line(format!("{:<36} {}", one.id, one.synonyms.join(", ")))?;
    }
    Ok(())
}

fn show(world: &World, name: &str) -> anyhow::Result<()> {
    let id = name.to_lowercase().replace([' ', '_'], "-");
    let found: Option<&'static Medicine> =
        knowledge::medicine(&id).or_else(|| knowledge::find_medicine(name).first().copied());
    let Some(medicine) = found else {
        return refuse(format!(
            "We know no medicine ‘{name}’. Search with `soleus medicine search`."
        ));
    };
    let row = insight::medicines::of(medicine);
    if world.json() {
        return output::json(&json::row(&row));
    }
    print_row(&row)?;
    output::paragraph("", &never_stop())
}

fn review(world: &World) -> anyhow::Result<()> {
    let today = world.today()?;
    let desk = world.desk()?;
    let sheet = while_working("Comparing the nights before and after each start", || {
        desk.medicine_review(today)
    })?;
    if world.json() {
        return output::json(&json::review(&sheet));
    }
    print(&sheet)
}

fn print(sheet: &Review) -> anyhow::Result<()> {
    output::paragraph("", &never_stop())?;
    output::line("")?;
    if sheet.rows.is_empty() {
        output::line("No medicine is told. Tell one with: soleus profile medicine NAME")?;
    }
    for row in &sheet.rows {
        print_row(row)?;
        output::line("")?;
    }
    for rule in &sheet.together {
        output::paragraph("", &format!("Together: {}", rule.message))?;
    }
    if sheet.complete != Some(true) {
        output::paragraph(
            "",
            "The list may not be complete. Say when it is: soleus profile medicines-complete yes",
        )?;
    }
    if !sheet.questions.is_empty() {
        output::line("Ask your doctor or pharmacist")?;
    }
    sheet
        .questions
        .iter()
        .try_for_each(|question| output::point("  ", question))
}

fn print_row(row: &Row) -> anyhow::Result<()> {
    let dose = row
        .dose
        .as_ref()
        .map_or_else(String::new, |dose| format!(", {dose}"));
    let since = match (row.started, row.stopped) {
        (_, Some(stopped)) => format!(" (stopped {stopped})"),
        (Some(started), None) => format!(" (since {started})"),
        _ => String::new(),
    };
    output::line(format!("{}{dose}{since}", row.name))?;
    for class in &row.classes {
        output::point("  ", class)?;
    }
    output::paragraph("  ", &row.label())?;
    for factor in &row.factors {
        output::paragraph("  ", &format!("Studies: {}", factor.summary))?;
    }
    if let Some(change) = &row.change {
        output::paragraph("  ", &format!("Your nights: {}", change.sentence()))?;
        output::paragraph("  ", &Change::caveat())?;
    }
    for rule in &row.rules {
        output::paragraph("  ", &format!("With other things: {}", rule.message))?;
    }
    Ok(())
}
