//! Plain words for dates, counts and numbers on the page.

use diary::NightId;
use diary::entry::{Helped, Muscle, Position, Sex, Side};
use insight::summary::Period;
use jiff::civil::Date;
use knowledge::{CrampLabel, Grade, Urgency};

pub(crate) use insight::{capital, counted, lower_first, number};

/// “3 May 2026”.
pub(crate) fn date(date: Date) -> String {
    date.strftime("%-d %b %Y").to_string()
}

/// “night of 3 May 2026”.
pub(crate) fn night(night: NightId) -> String {
    format!("night of {}", date(night.evening()))
}

/// “1 Sep 2025 to 3 May 2026”, “1 Mar to 3 May 2026”.
pub(crate) fn period(period: Period) -> String {
    let (first, last) = (period.first.evening(), period.last.evening());
    if first == last {
        date(first)
    } else {
        days(first, last)
    }
}

/// “18 Aug to 26 Oct 2026”; both years where they differ.
pub(crate) fn days(first: Date, last: Date) -> String {
    if first.year() == last.year() {
        format!("{} to {}", first.strftime("%-d %b"), date(last))
    } else {
        format!("{} to {}", date(first), date(last))
    }
}

/// The first ones, parted by semicolons, and how many more there are.
pub(crate) fn first(mut items: Vec<String>, most: usize) -> String {
    let more = items.len().saturating_sub(most);
    items.truncate(most);
    if more > 0 {
        items.push(format!("and {more} more"));
    }
    items.join("; ")
}

/// A ratio with two figures that matter.
pub(crate) fn ratio(value: f64) -> String {
    if value < 0.95 {
        format!("{value:.2}")
    } else {
        format!("{value:.1}")
    }
}

pub(crate) fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "female",
        Sex::Male => "male",
    }
}

pub(crate) fn side(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
        Side::Both => "both legs",
    }
}

pub(crate) fn muscle(muscle: Muscle) -> &'static str {
    match muscle {
        Muscle::Calf => "calf",
        Muscle::Foot => "foot",
        Muscle::Toes => "toes",
        Muscle::FrontThigh => "front of thigh",
        Muscle::BackThigh => "back of thigh",
        Muscle::Arm => "hand or arm",
        Muscle::Elsewhere => "elsewhere",
    }
}

/// How somebody was when a cramp struck.
pub(crate) fn position(position: Position) -> &'static str {
    match position {
        Position::OnBack => "on the back",
        Position::OnSide => "on the side",
        Position::OnFront => "on the front",
        Position::Sitting => "sitting",
        Position::Standing => "standing",
        Position::Moving => "moving",
    }
}

/// What made a cramp let go.
pub(crate) fn helped(helped: Helped) -> &'static str {
    match helped {
        Helped::Stretching => "stretching",
        Helped::Walking => "standing or walking",
        Helped::Massage => "massage",
        Helped::Warmth => "warmth",
        Helped::Cold => "cold",
        Helped::AnotherPosition => "another position",
        Helped::Drinking => "drinking",
        Helped::Nothing => "nothing, it let go by itself",
    }
}

/// How soon a professional is needed.
pub(crate) fn urgency(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Emergency => "EMERGENCY",
        Urgency::SameDay => "SAME DAY",
        Urgency::Soon => "Within days",
        Urgency::Routine => "Routine",
    }
}

/// How sure studies are.
pub(crate) fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::None => "no study",
        Grade::ExpertOpinion => "expert opinion only",
        Grade::VeryLow => "very low certainty",
        Grade::Low => "low certainty",
        Grade::Moderate => "moderate certainty",
        Grade::High => "high certainty",
    }
}

/// Whether a US label lists muscle cramps or spasms.
pub(crate) fn label(label: CrampLabel) -> &'static str {
    match label {
        CrampLabel::Listed => "listed",
        CrampLabel::NotListed => "not listed",
        CrampLabel::Unknown => "no label read",
    }
}
