//! Warning signs: they go with everything that advises.

use insight::Raised;
use knowledge::Urgency;
use serde::Serialize;
use utoipa::ToSchema;

/// A warning sign that applies.
#[derive(Serialize, ToSchema)]
pub(super) struct RaisedView {
    flag: &'static str,
    urgency: UrgencyView,
    /// Why it applies.
    because: String,
    /// What to do.
    advice: &'static str,
    /// Whether all other advice waits until a professional has seen it.
    silences: bool,
}

#[derive(Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum UrgencyView {
    Emergency,
    SameDay,
    Soon,
    Routine,
}

/// Views of warning signs, most urgent first.
pub(super) fn views(raised: &[Raised]) -> Vec<RaisedView> {
    let view = |raised: &Raised| RaisedView {
        flag: raised.flag.id,
        urgency: match raised.flag.urgency {
            Urgency::Emergency => UrgencyView::Emergency,
            Urgency::SameDay => UrgencyView::SameDay,
            Urgency::Soon => UrgencyView::Soon,
            Urgency::Routine => UrgencyView::Routine,
        },
        because: raised.because.to_string(),
        advice: raised.flag.advice,
        silences: raised.silences,
    };
    raised.iter().map(view).collect()
}
