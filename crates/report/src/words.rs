//! Plain words for dates, counts and numbers on the page.

use diary::NightId;
use diary::entry::{Helped, Muscle, Position, Sex, Side};
use insight::summary::Period;
use jiff::civil::Date;
use knowledge::{CrampLabel, Grade, Urgency};
use texts::Sentence;

pub(crate) use insight::number;

/// “3 May 2026”.
pub(crate) fn date(date: Date) -> Sentence {
    Sentence::of("report-date")
        .with("day", date.day())
        .with("month", month(date))
        .with("year", Sentence::text(date.year().to_string()))
}

/// “3 May”.
pub(crate) fn day(date: Date) -> Sentence {
    Sentence::of("report-day")
        .with("day", date.day())
        .with("month", month(date))
}

fn month(date: Date) -> Sentence {
    Sentence::of(match date.month() {
        1 => "month-short-1",
        2 => "month-short-2",
        3 => "month-short-3",
        4 => "month-short-4",
        5 => "month-short-5",
        6 => "month-short-6",
        7 => "month-short-7",
        8 => "month-short-8",
        9 => "month-short-9",
        10 => "month-short-10",
        11 => "month-short-11",
        _ => "month-short-12",
    })
}

/// “night of 3 May 2026”.
pub(crate) fn night(night: NightId) -> Sentence {
    Sentence::of("report-night").with("date", date(night.evening()))
}

/// “1 Sep 2025 to 3 May 2026”, “1 Mar to 3 May 2026”.
pub(crate) fn period(period: Period) -> Sentence {
    let (first, last) = (period.first.evening(), period.last.evening());
    if first == last {
        date(first)
    } else {
        days(first, last)
    }
}

/// “18 Aug to 26 Oct 2026”; both years where they differ.
pub(crate) fn days(first: Date, last: Date) -> Sentence {
    let begins = if first.year() == last.year() {
        day(first)
    } else {
        date(first)
    };
    Sentence::of("report-days")
        .with("first", begins)
        .with("last", date(last))
}

/// The first ones, parted by semicolons, and how many more there are.
pub(crate) fn first(mut items: Vec<Sentence>, most: usize) -> Sentence {
    let more = items.len().saturating_sub(most);
    items.truncate(most);
    if more > 0 {
        items.push(Sentence::of("report-and-more").with("count", more));
    }
    Sentence::joined("; ", items)
}

/// A number with at most one decimal.
pub(crate) fn figure(value: f64) -> Sentence {
    Sentence::figure(number(value))
}

/// A ratio with two figures that matter.
pub(crate) fn ratio(value: f64) -> Sentence {
    Sentence::figure(if value < 0.95 {
        format!("{value:.2}")
    } else {
        format!("{value:.1}")
    })
}

/// “1.4 (1.1 to 1.9)”.
pub(crate) fn ratio_between(value: f64, low: f64, high: f64) -> Sentence {
    Sentence::of("report-ratio")
        .with("value", ratio(value))
        .with("low", ratio(low))
        .with("high", ratio(high))
}

/// The name of a record without what stands in brackets.
pub(crate) fn without_brackets(name: &str) -> &str {
    name.split(" (").next().unwrap_or(name)
}

pub(crate) fn sex(sex: Option<Sex>) -> Sentence {
    Sentence::of(match sex {
        Some(Sex::Female) => "report-female",
        Some(Sex::Male) => "report-male",
        None => "report-sex-not-told",
    })
}

pub(crate) fn side(side: Side) -> Sentence {
    Sentence::of(match side {
        Side::Left => "report-left",
        Side::Right => "report-right",
        Side::Both => "report-both-legs",
    })
}

pub(crate) fn muscle(muscle: Muscle) -> Sentence {
    Sentence::of(match muscle {
        Muscle::Calf => "report-calf",
        Muscle::Foot => "report-foot",
        Muscle::Toes => "report-toes",
        Muscle::FrontThigh => "report-front-thigh",
        Muscle::BackThigh => "report-back-thigh",
        Muscle::Arm => "report-arm",
        Muscle::Elsewhere => "report-elsewhere",
    })
}

/// How somebody was when a cramp struck.
pub(crate) fn position(position: Position) -> Sentence {
    Sentence::of(match position {
        Position::OnBack => "report-on-back",
        Position::OnSide => "report-on-side",
        Position::OnFront => "report-on-front",
        Position::Sitting => "report-sitting",
        Position::Standing => "report-standing",
        Position::Moving => "report-moving",
    })
}

/// What made a cramp let go.
pub(crate) fn helped(helped: Helped) -> Sentence {
    Sentence::of(match helped {
        Helped::Stretching => "report-stretching",
        Helped::Walking => "report-walking",
        Helped::Massage => "report-massage",
        Helped::Warmth => "report-warmth",
        Helped::Cold => "report-cold",
        Helped::AnotherPosition => "report-another-position",
        Helped::Drinking => "report-drinking",
        Helped::Nothing => "report-nothing-helped",
    })
}

/// How soon a professional is needed.
pub(crate) fn urgency(urgency: Urgency) -> Sentence {
    Sentence::of(match urgency {
        Urgency::Emergency => "report-emergency",
        Urgency::SameDay => "report-same-day",
        Urgency::Soon => "report-soon",
        Urgency::Routine => "report-routine",
    })
}

/// How sure studies are.
pub(crate) fn certainty(grade: Grade) -> Sentence {
    Sentence::of("report-certainty").choosing("grade", grade.name())
}

/// The same where a column says already that it is about certainty.
pub(crate) fn certainty_short(grade: Grade) -> Sentence {
    Sentence::of("report-certainty-short").choosing("grade", grade.name())
}

/// Whether a US label lists muscle cramps or spasms.
pub(crate) fn on_label(label: CrampLabel) -> Sentence {
    Sentence::of(match label {
        CrampLabel::Listed => "report-listed",
        CrampLabel::NotListed => "report-not-listed",
        CrampLabel::Unknown => "report-no-label",
    })
}
