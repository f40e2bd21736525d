//! What was told, night by night: everything can be changed, taken back and brought back.

pub(crate) mod add_cramp;
pub(crate) mod bring_back;
pub(crate) mod erase_one;
pub(crate) mod list;
mod month;
pub(crate) mod one;
pub(crate) mod take_back;

use diary::log::Told;
use diary::{Body, Moment, NightId, Trial};

/// Keys of the weekdays over a calendar, from Monday.
const DAYS: [&str; 7] = [
    "calendar-1",
    "calendar-2",
    "calendar-3",
    "calendar-4",
    "calendar-5",
    "calendar-6",
    "calendar-7",
];

/// The night that something told is shown under.
fn page_of(told: &Told) -> NightId {
    match &told.body {
        // A first night may be days away, and its page does not exist yet.
        Body::Trial(Trial::Registered(_)) => told.moment.night(),
        Body::Trial(event) => event.day(),
        Body::Food(_) => NightId::of_evening(told.moment.local().date()),
        _ => diary::night::night_of(told).unwrap_or_else(|| told.moment.night()),
    }
}

/// The instant of a wall-clock time in a night: afternoon and evening hours are on its first date, hours before noon on
/// the next one.
fn instant_in(
    night: NightId,
    time: jiff::civil::Time,
    zone: &diary::Zone,
) -> Result<Moment, String> {
    let date = if time.hour() >= 12 {
        night.evening()
    } else {
        night.next().evening()
    };
    date.to_datetime(time)
        .to_zoned(zone.tz().clone())
        .map(|zoned| Moment::new(zoned.timestamp(), zone.clone()))
        .map_err(|_| crate::word("nights-no-such-time").to_owned())
}
