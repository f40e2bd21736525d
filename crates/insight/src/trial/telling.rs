//! A proposal in plain sentences: what is told before the button.

use texts::Sentence;

use super::layouts::weeks;
use super::proposal::{
    ANSWER, ANSWERED_AT_LEAST, GOOD_CHANCE, Proposal, REFERENCE_CUT, RUN_IN_NIGHTS, WEEKS_MOST,
    recorded,
};
use super::words;
use crate::words::{figure, number};

/// The proposal, sentence by sentence: chance, days, design, what it can show at most, what counts, harm, looks, recording.
pub(super) fn sentences(proposal: &Proposal) -> Vec<Sentence> {
    let template = proposal.wish.template;
    vec![
        chance(proposal),
        design(proposal),
        counting(proposal),
        Sentence::of("proposal-answer")
            .with("answer", figure(ANSWER))
            .with("best", words::odds(proposal.reach.largest_e))
            .with("rarely", words::one_of(proposal.reach.smallest_p)),
        // Three quarters of the bets are on a remedy that helps.
        Sentence::of("proposal-harm"),
        Sentence::of("proposal-looks").with("nights", looks(&proposal.looks)),
        Sentence::of("proposal-record")
            .with("outcomes", recorded(template))
            .with("note", Sentence::known(template.blinding_note)),
    ]
}

fn design(proposal: &Proposal) -> Sentence {
    let layout = proposal.layout;
    let template = proposal.wish.template;
    Sentence::of("proposal-design")
        .with("weeks", weeks(layout))
        .with("nights", layout.nights())
        .with("pairs", words::pairs(layout))
        .with("period", layout.period_nights)
        .with("a", Sentence::known(template.a_label))
        .with("b", Sentence::known(template.b_label))
}

/// Which nights count, and why.
fn counting(proposal: &Proposal) -> Sentence {
    let template = proposal.wish.template;
    let reason = Sentence::known(template.timing_reason);
    if proposal.layout.left_out == 0 {
        return Sentence::of("proposal-every-night").with("reason", reason);
    }
    let (works, gone) = match &proposal.wish.own {
        Some(own) => (own.days_until_effect, own.washout_days),
        None => (template.days_until_effect, template.washout_days),
    };
    Sentence::of("proposal-left-out")
        .with("nights", proposal.layout.left_out)
        .with("works", works)
        .with("gone", gone)
        .with("reason", reason)
}

/// “14, 28 and after night 42”.
fn looks(nights: &[u16]) -> Sentence {
    let named = |nights: &[u16]| Sentence::joined(", ", nights.iter().map(|&night| night.into()));
    match nights {
        [first @ .., last] if !first.is_empty() => Sentence::of("proposal-looks-and")
            .with("first", named(first))
            .with("last", *last),
        all => named(all),
    }
}

/// The chance of a clear answer, and how long a good one would take.
fn chance(proposal: &Proposal) -> Sentence {
    let reference = proposal
        .chances
        .iter()
        .find(|chance| chance.cut == REFERENCE_CUT)
        .map_or(0.0, |chance| chance.chance);
    let now = Sentence::of("proposal-chance")
        .with("rate", rate(proposal.per_week))
        .with("weeks", weeks(proposal.layout))
        .with("percent", percent(reference));
    if reference >= GOOD_CHANCE {
        return Sentence::of("proposal-good").with("chance", now);
    }
    match proposal.weeks_for_good {
        Some(weeks) => Sentence::of("proposal-longer")
            .with("chance", now)
            .with("percent", percent(GOOD_CHANCE))
            .with("span", span(weeks)),
        None => Sentence::of("proposal-year")
            .with("chance", now)
            .with("percent", percent(GOOD_CHANCE)),
    }
}

/// “4 cramps a week”, “nights without cramps”.
fn rate(per_week: f64) -> Sentence {
    let told = number(if per_week >= 2.0 {
        libm::round(per_week)
    } else {
        per_week
    });
    let choice = match told.as_str() {
        _ if per_week <= 0.0 => "none",
        "1" => "one",
        _ => "other",
    };
    Sentence::of("proposal-rate")
        .choosing("number", choice)
        .with("amount", Sentence::figure(told))
}

/// A length of time as people say it.
fn span(weeks: u16) -> Sentence {
    Sentence::of("proposal-span")
        .choosing(
            "span",
            match weeks {
                0..=20 => "weeks",
                21..=30 => "half-year",
                31..=40 => "three-quarters",
                _ => "year",
            },
        )
        .with("weeks", weeks)
}

/// Whole percents, in fives: a forecast is no better than that.
pub(super) fn percent(chance: f64) -> Sentence {
    let fives = 5.0 * libm::round(20.0 * chance);
    if fives <= 0.0 && chance > 0.0 {
        Sentence::of("percent-less-than").with("figure", figure(5.0))
    } else if fives >= 100.0 {
        Sentence::of("trial-more-than").with("figure", figure(95.0))
    } else {
        figure(fives)
    }
}

/// Two leading digits of a large number.
pub(super) fn rounded(value: f64) -> Sentence {
    if value < 100.0 {
        return figure(libm::floor(value));
    }
    let scale = libm::pow(10.0, libm::floor(libm::log10(value)) - 1.0);
    let digits = number(libm::floor(value / scale) * scale);
    let mut grouped = Vec::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(Sentence::of("words-thousands"));
        }
        grouped.push(Sentence::text(digit));
    }
    Sentence::joined("", grouped)
}

pub(super) fn run_in(answered: usize) -> Sentence {
    Sentence::of("refusal-run-in")
        .with("nights", RUN_IN_NIGHTS)
        .with("answered", answered)
        .with("needed", ANSWERED_AT_LEAST)
}

pub(super) fn too_few(per_week: f64) -> Sentence {
    Sentence::of("refusal-too-few").with("rate", rate(per_week))
}

pub(super) fn out_of_reach(largest_e: f64, weeks: Option<u16>) -> Sentence {
    let longer = match weeks {
        Some(weeks) if weeks <= WEEKS_MOST => Sentence::of("refusal-weeks").with("weeks", weeks),
        _ => Sentence::of("refusal-year"),
    };
    Sentence::of("refusal-out-of-reach")
        .with("best", words::odds(largest_e))
        .with("answer", figure(ANSWER))
        .with("longer", longer)
}

#[cfg(test)]
mod tests {
    use super::super::proposal::{Chance, Reach};
    use super::super::wish::Wish;
    use super::*;
    use diary::trial::Layout;
    use texts::Language;

    #[test]
    fn numbers_that_read_well() {
        for (value, expected) in [
            (32.0, "32"),
            (128.0, "120"),
            (4096.0, "4,000"),
            (1_048_576.0, "1,000,000"),
        ] {
            assert_eq!(rounded(value).to_string(), expected);
        }
        for (chance, expected) in [
            (0.21, "20"),
            (0.004, "less than 5"),
            (0.99, "more than 95"),
            (0.8, "80"),
        ] {
            assert_eq!(percent(chance).to_string(), expected);
        }
        assert_eq!(rate(3.9).to_string(), "4 cramps a week");
        assert_eq!(rate(1.04).to_string(), "1 cramp a week");
        let german = |sentence: Sentence| sentence.within(Language::German, |_| None);
        assert_eq!(german(rounded(1_048_576.0)), "1.000.000");
        assert_eq!(german(rate(1.5)), "1,5 Krämpfen in der Woche");
    }

    /// A card before a trial of this.
    fn card(template: &'static knowledge::Template) -> Vec<Sentence> {
        sentences(&Proposal {
            wish: Wish {
                template,
                own: None,
                first_night: "2026-05-04".parse().expect("a night"),
                weeks: None,
            },
            layout: Layout {
                pairs: 9,
                period_nights: 4,
                left_out: 1,
            },
            looks: vec![24, 48, 72],
            per_week: 3.9,
            chances: vec![Chance {
                cut: REFERENCE_CUT,
                chance: 0.55,
            }],
            weeks_for_good: Some(26),
            reach: Reach {
                largest_e: 4096.0,
                smallest_p: 0.0004,
            },
            warnings: Vec::new(),
            sentences: Vec::new(),
        })
    }

    #[test]
    fn the_card_is_whole_in_german() {
        for template in knowledge::templates() {
            let german: Vec<String> = card(template)
                .iter()
                .map(|sentence| sentence.within(Language::German, knowledge::in_german))
                .collect();
            let german = german.join(" ");
            for english in [" the ", " of ", " and ", " night "] {
                assert!(!german.contains(english), "{english}: {german}");
            }
        }
    }

    #[test]
    fn the_card_says_how_likely_an_answer_is_and_when_results_are_shown() {
        let card = card(&knowledge::templates()[0]);
        let german = |place: usize| card[place].within(Language::German, knowledge::in_german);
        assert_eq!(
            card[0].to_string(),
            "With your 4 cramps a week, 11 weeks give a 55 % chance of a clear answer about a remedy that cuts cramps by a third; 80 % would take about half a year."
        );
        assert_eq!(
            german(0),
            "Bei 4 Krämpfen in der Woche geben 11 Wochen mit einer Wahrscheinlichkeit von 55 % eine klare Antwort zu einem Mittel, das Krämpfe um ein Drittel senkt; für 80 % bräuchte es etwa ein halbes Jahr."
        );
        assert_eq!(
            card[5].to_string(),
            "Results are shown after night 24, 48 and after night 72. You can ask earlier; we then tell you the price."
        );
        assert!(
            german(5).starts_with("Ergebnisse werden nach Nacht 24, 48 und nach Nacht 72 gezeigt.")
        );
    }
}
