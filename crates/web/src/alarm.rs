//! Red flags that cannot wait: they stand before everything else on a page.

use insight::Raised;
use knowledge::Urgency;

use crate::problem::Problem;
use crate::site::App;

/// Those of the flags that need help now or today.
fn urgent(raised: &[Raised]) -> Vec<Raised> {
    let urgent = raised
        .iter()
        .filter(|raised| raised.flag.urgency >= Urgency::SameDay);
    urgent.cloned().collect()
}

/// Those of the flags that can wait for days.
pub(crate) fn can_wait(raised: &[Raised]) -> Vec<Raised> {
    let rest = raised
        .iter()
        .filter(|raised| raised.flag.urgency < Urgency::SameDay);
    rest.cloned().collect()
}

/// Those of the flags that a person in pain must read before a stretch: what the log shows by itself never stands between.
pub(crate) fn before_relief(raised: &[Raised]) -> Vec<Raised> {
    let before = raised.iter().filter(|raised| raised.comes_before_relief());
    before.cloned().collect()
}

/// The urgent flags, which stand on every page of the diary: without the statistics, so that none waits for them.
pub(crate) fn now(app: &App) -> Result<Vec<Raised>, Problem> {
    Ok(urgent(&app.desk().raised(app.today())?))
}

/// Whether a flag needs an ambulance: its box then names the numbers to call.
pub(crate) fn is_emergency(raised: &Raised) -> bool {
    raised.flag.urgency == Urgency::Emergency
}
