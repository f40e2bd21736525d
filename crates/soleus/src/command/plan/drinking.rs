//! How much to drink and when, as text and as JSON.

use insight::Water;
use insight::water::{Part, honest};
use serde::Serialize;

use super::{joined, warning_words};
use crate::output;

/// What `--json` says about drinking.
#[derive(Serialize)]
pub(super) struct WaterJson {
    headline: String,
    /// Millilitres of drinks in the day; null where no amount is told.
    millilitres: Option<u32>,
    parts: Vec<PartJson>,
    glass_millilitres: Option<u32>,
    glasses: Vec<String>,
    sips_from: Option<String>,
    after_sweating: Option<String>,
    warnings: Vec<String>,
    /// What the safety rules say instead of an amount.
    instead: Vec<&'static str>,
    asks: Vec<&'static str>,
}

#[derive(Serialize)]
struct PartJson {
    name: String,
    millilitres: i32,
    reason: String,
    source: &'static str,
}

/// Drinking as JSON.
pub(super) fn json(water: &Water) -> WaterJson {
    let mut shown = WaterJson {
        headline: water.headline().to_string(),
        millilitres: None,
        parts: Vec::new(),
        glass_millilitres: None,
        glasses: Vec::new(),
        sips_from: None,
        after_sweating: None,
        warnings: Vec::new(),
        instead: Vec::new(),
        asks: Vec::new(),
    };
    match water {
        Water::Target(target) => {
            shown.millilitres = Some(target.millilitres);
            shown.parts = target.parts.iter().map(part).collect();
            shown.glass_millilitres = Some(target.rhythm.glass);
            shown.glasses = target
                .rhythm
                .glasses
                .iter()
                .map(|at| at.strftime("%H:%M").to_string())
                .collect();
            shown.sips_from = Some(target.rhythm.sips_from.strftime("%H:%M").to_string());
            shown.after_sweating = Some(target.after_sweating().to_string());
            shown.warnings = target.warnings.iter().map(warning_words).collect();
        }
        Water::Asks(missing) => {
            shown.asks = missing.iter().flat_map(|one| one.asks.clone()).collect();
        }
        Water::Silent { messages, .. } => shown.instead.clone_from(messages),
    }
    shown
}

fn part(part: &Part) -> PartJson {
    PartJson {
        name: part.name.to_string(),
        millilitres: part.millilitres,
        reason: part.reason.to_string(),
        source: part.source_url,
    }
}

/// Shows it as text.
pub(super) fn show(water: &Water) -> anyhow::Result<()> {
    output::line("Water")?;
    output::paragraph("  ", &water.headline())?;
    match water {
        Water::Target(target) => {
            for part in &target.parts {
                output::point("  ", &format!("{}. {}", part.line(), part.reason))?;
            }
            output::paragraph(
                "  ",
                &format!("{}: {}.", target.rhythm.glasses(), target.rhythm.times()),
            )?;
            output::paragraph("  ", &target.rhythm.evening())?;
            output::paragraph("  ", &target.after_sweating())?;
            for warning in &target.warnings {
                output::paragraph("  ", &warning_words(warning))?;
            }
            output::paragraph("  ", &honest())?;
        }
        Water::Asks(missing) => {
            for one in missing {
                output::point("  ", &one.question)?;
            }
            output::paragraph(
                "  ",
                "Until then: drink when you are thirsty, unless somebody told you to drink less.",
            )?;
        }
        Water::Silent { messages, because } => {
            for message in messages {
                output::paragraph("  ", message)?;
            }
            output::paragraph("  ", &format!("What this rests on: {}", joined(because)))?;
        }
    }
    output::line("")
}
