//! What food brings beside what is needed, and the menu.

use insight::intake::{Menu, no_trial, words};

use super::json;
use crate::command::plan::warning_words;
use crate::output;
use crate::world::World;

pub(super) fn intake(world: &World) -> anyhow::Result<()> {
    let today = world.today()?;
    let intake = world.desk()?.intake(today)?;
    if world.json() {
        return output::json(&json::intake(&intake));
    }
    output::paragraph("", &words::basis(&intake))?;
    let mut table = output::table(["", "a day", "90% sure", "people like you need"]);
    for line in &intake.lines {
        table.add_row([
            line.amount.nutrient.name().to_owned(),
            words::total(line).to_string(),
            words::interval(line).to_string(),
            words::need(line).to_string(),
        ]);
    }
    output::print(&table)?;
    for note in words::notes(&intake) {
        output::paragraph("", &note)?;
    }
    Ok(())
}

pub(super) fn menu(world: &World) -> anyhow::Result<()> {
    let today = world.today()?;
    let desk = world.desk()?;
    let menu = desk.menu(&desk.intake(today)?, today)?;
    if world.json() {
        return output::json(&json::menu(&menu));
    }
    match &menu {
        Menu::Silent { why, asks } => {
            output::paragraph("", why)?;
            for ask in asks {
                output::point("  ", &words::ask(*ask))?;
            }
            if !asks.is_empty() {
                output::line("Tell it with `soleus profile` or `soleus triage`.")?;
            }
            Ok(())
        }
        Menu::Offered {
            picks,
            gaps,
            left_alone,
            warnings,
        } => {
            if picks.is_empty() {
                output::line("Nothing is missing that food can fill here.")?;
            } else {
                output::line("Each day, instead of something else:")?;
            }
            for pick in picks {
                output::point("  ", &words::pick(pick))?;
            }
            for gap in gaps {
                output::point("  ", &words::gap(gap))?;
            }
            for one in left_alone {
                output::paragraph("", &words::left_alone(one))?;
            }
            for warning in warnings {
                output::paragraph("", &warning_words(warning))?;
            }
            output::paragraph("", &no_trial())
        }
    }
}
