//! A proposal in plain sentences: what is told before the button.

use super::layouts::weeks;
use super::proposal::{
    ANSWER, ANSWERED_AT_LEAST, GOOD_CHANCE, Proposal, REFERENCE_CUT, RUN_IN_NIGHTS, WEEKS_MOST,
    recorded,
};
use super::words;
use crate::words::{counted, number};

/// The proposal, sentence by sentence: chance, days, design, what it can show at most, what counts, harm, looks, recording.
pub(super) fn sentences(proposal: &Proposal) -> Vec<String> {
    let layout = proposal.layout;
    let template = proposal.wish.template;
    let mut all = vec![chance(proposal)];
    all.push(format!(
        "It takes {} ({} nights): {}. In each pair, {} “{}” and {} “{}”. Chance decides which comes first.",
        counted(weeks(layout).into(), "week"),
        layout.nights(),
        words::pairs(layout),
        match layout.period_nights {
            1 => "one night is".to_owned(),
            nights => format!("{nights} nights are"),
        },
        template.a_label,
        match layout.period_nights {
            1 => "one is".to_owned(),
            nights => format!("{nights} are"),
        },
        template.b_label,
    ));
    all.push(if layout.left_out == 0 {
        format!("Every night counts, because one night leaves nothing behind for the next. {}", template.timing_reason)
    } else {
        let (works, gone) = match &proposal.wish.own {
            Some(own) => (own.days_until_effect, own.washout_days),
            None => (template.days_until_effect, template.washout_days),
        };
        format!(
            "The first {} of each period do not count: we allow {} until it works and {} until it has worn off. This is our judgement. {}",
            counted(layout.left_out.into(), "night"),
            counted(works.into(), "day"),
            counted(gone.into(), "day"),
            template.timing_reason
        )
    });
    all.push(format!(
        "An answer is evidence of at least {} to 1. The best result that this design can give is {} to 1, and chance alone gives it in {}.",
        number(ANSWER),
        words::odds(proposal.reach.largest_e),
        words::one_of(proposal.reach.smallest_p),
    ));
    all.push(HARM.to_owned());
    all.push(format!(
        "Results are shown after night {}. You can ask earlier; we then tell you the price.",
        crate::words::all_of(
            &proposal
                .looks
                .iter()
                .map(u16::to_string)
                .collect::<Vec<_>>()
        )
        .replace(" and ", " and after night "),
    ));
    all.push(format!(
        "Each morning, write down {}, and whether you did what the day asked. {}",
        recorded(template),
        template.blinding_note
    ));
    all
}

/// Three quarters of the bets are on a remedy that helps.
const HARM: &str = "The test looks harder for help than for harm: that it makes things worse shows later. You need not wait for that: stop when one of the reasons below comes up, or when you have had enough.";

/// The chance of a clear answer, and how long a good one would take.
fn chance(proposal: &Proposal) -> String {
    let reference = proposal
        .chances
        .iter()
        .find(|chance| chance.cut == REFERENCE_CUT)
        .map_or(0.0, |chance| chance.chance);
    let now = format!(
        "With your {}, {} give a {} % chance of a clear answer about a remedy that cuts cramps by a third",
        per_week(proposal.per_week),
        counted(weeks(proposal.layout).into(), "week"),
        percent(reference)
    );
    if reference >= GOOD_CHANCE {
        return format!("{now}.");
    }
    match proposal.weeks_for_good {
        Some(weeks) => format!(
            "{now}; {} % would take {}.",
            percent(GOOD_CHANCE),
            about(weeks)
        ),
        None => format!(
            "{now}; {} % would take more than a year.",
            percent(GOOD_CHANCE)
        ),
    }
}

/// “4 cramps a week”.
fn per_week(rate: f64) -> String {
    let told = if rate >= 2.0 {
        number(libm::round(rate))
    } else {
        number(rate)
    };
    if told == "1" {
        "1 cramp a week".to_owned()
    } else {
        format!("{told} cramps a week")
    }
}

/// A length of time as people say it.
fn about(weeks: u16) -> String {
    match weeks {
        0..=20 => format!("about {weeks} weeks"),
        21..=30 => "about half a year".to_owned(),
        31..=40 => "about three quarters of a year".to_owned(),
        _ => "most of a year".to_owned(),
    }
}

/// Whole percents, in fives: a forecast is no better than that.
pub(super) fn percent(chance: f64) -> String {
    let fives = 5.0 * libm::round(20.0 * chance);
    if fives <= 0.0 && chance > 0.0 {
        "less than 5".to_owned()
    } else if fives >= 100.0 {
        "more than 95".to_owned()
    } else {
        number(fives)
    }
}

/// Two leading digits of a large number.
pub(super) fn rounded(value: f64) -> String {
    if value < 100.0 {
        return number(libm::floor(value));
    }
    let scale = libm::pow(10.0, libm::floor(libm::log10(value)) - 1.0);
    let digits = number(libm::floor(value / scale) * scale);
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

pub(super) fn run_in(answered: usize) -> String {
    format!(
        "First keep your diary for a while: of the last {RUN_IN_NIGHTS} nights {answered} {} answered, and a trial is planned on at least {ANSWERED_AT_LEAST}. Nothing else is needed until then.",
        if answered == 1 { "is" } else { "are" }
    )
}

pub(super) fn too_few(per_week: f64) -> String {
    format!(
        "This test can’t answer: too few cramps. With your {}, not even half a year would show whether a remedy halves them. That is good news about your nights. Come back if they get worse.",
        if per_week <= 0.0 {
            "nights without cramps".to_owned()
        } else {
            self::per_week(per_week)
        }
    )
}

pub(super) fn out_of_reach(largest_e: f64, weeks: Option<u16>) -> String {
    let longer = match weeks {
        Some(weeks) if weeks <= WEEKS_MOST => {
            format!("It needs at least {}.", counted(weeks.into(), "week"))
        }
        _ => "Not even a year would do.".to_owned(),
    };
    format!(
        "This test can’t answer in that time: however well the remedy worked, the evidence could not exceed {} to 1, and an answer takes {} to 1. {longer}",
        words::odds(largest_e),
        number(ANSWER)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_read_well() {
        for (value, expected) in [
            (32.0, "32"),
            (128.0, "120"),
            (4096.0, "4,000"),
            (1_048_576.0, "1,000,000"),
        ] {
            assert_eq!(rounded(value), expected);
        }
        for (chance, expected) in [
            (0.21, "20"),
            (0.004, "less than 5"),
            (0.99, "more than 95"),
            (0.8, "80"),
        ] {
            assert_eq!(percent(chance), expected);
        }
        assert_eq!(per_week(3.9), "4 cramps a week");
        assert_eq!(per_week(1.04), "1 cramp a week");
    }
}
