//! Warning signs, shown wherever something is told or advised.

use insight::Raised;
use knowledge::Urgency;
use serde::Serialize;

use crate::output;

/// Whom to call: every emergency says it.
const EMERGENCY_NUMBER: &str =
    "Call your local emergency number (112 in Europe, 911 in North America).";

/// A warning sign as `--json` shows it.
#[derive(Serialize)]
pub(crate) struct RaisedJson {
    flag: &'static str,
    /// `emergency`, `same-day`, `soon` or `routine`.
    urgency: &'static str,
    /// What it is about: the sign's question.
    question: &'static str,
    because: String,
    /// What may be behind it: never a diagnosis.
    suggests: &'static str,
    advice: &'static str,
    /// Whether suggestions wait until a professional has seen it.
    silences: bool,
}

/// Warning signs for `--json`.
pub(crate) fn json(raised: &[Raised]) -> Vec<RaisedJson> {
    let one = |raised: &Raised| RaisedJson {
        flag: raised.flag.id,
        urgency: match raised.flag.urgency {
            Urgency::Emergency => "emergency",
            Urgency::SameDay => "same-day",
            Urgency::Soon => "soon",
            Urgency::Routine => "routine",
        },
        question: raised.flag.ask,
        because: raised.because.to_string(),
        suggests: raised.flag.suggests,
        advice: raised.flag.advice,
        silences: raised.silences,
    };
    raised.iter().map(one).collect()
}

/// Shows every warning sign.
pub(crate) fn show(raised: &[Raised]) -> anyhow::Result<()> {
    raised.iter().try_for_each(show_one)
}

/// Shows those that cannot wait, after something was told.
pub(crate) fn show_urgent(raised: &[Raised]) -> anyhow::Result<()> {
    let urgent: Vec<&Raised> = raised
        .iter()
        .filter(|raised| raised.flag.urgency >= Urgency::SameDay)
        .collect();
    if !urgent.is_empty() {
        output::line("")?;
    }
    urgent.into_iter().try_for_each(show_one)
}

fn show_one(raised: &Raised) -> anyhow::Result<()> {
    output::line(match raised.flag.urgency {
        Urgency::Emergency => "GET HELP NOW",
        Urgency::SameDay => "SEE A DOCTOR TODAY",
        Urgency::Soon => "See a doctor within days",
        Urgency::Routine => "Tell your doctor at the next visit",
    })?;
    output::paragraph("  ", &raised.because)?;
    output::paragraph("  ", raised.flag.advice)?;
    if raised.flag.urgency == Urgency::Emergency {
        output::paragraph("  ", EMERGENCY_NUMBER)?;
    }
    output::line("")
}
