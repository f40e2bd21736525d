//! The start card: all numbers and sentences before the button.

use diary::Text;
use insight::trial::Proposal;
use insight::trial::words::{odds, one_of, pairs, percent};
use texts::Sentence;

use crate::spoken;
use crate::words;

/// All numbers before the button.
pub(super) struct Card {
    pub(super) name: String,
    pub(super) sentences: Vec<Sentence>,
    pub(super) warnings: Vec<Sentence>,
    pub(super) chances: Vec<(String, String)>,
    pub(super) a: String,
    pub(super) b: String,
    pub(super) nights: usize,
    pub(super) weeks: u16,
    pub(super) per_week: String,
    pub(super) pairs: String,
    pub(super) left_out: String,
    pub(super) largest_e: String,
    pub(super) smallest_p: String,
}

impl Card {
    pub(super) fn of(proposal: &Proposal) -> Self {
        let arms = proposal.wish.arms();
        let text =
            |text: Option<&Text>| text.map_or_else(String::new, |text| text.as_str().to_owned());
        Self {
            name: proposal
                .wish
                .subject()
                .map_or_else(String::new, |subject| subject.name.as_str().to_owned()),
            sentences: proposal.sentences.clone(),
            warnings: proposal
                .warnings
                .iter()
                .map(insight::Warning::sentence)
                .collect(),
            chances: proposal
                .chances
                .iter()
                .map(|chance| {
                    (
                        crate::say("card-cut")
                            .with("percent", format!("{:.0}", 100.0 * chance.cut))
                            .plain(),
                        format!("{} %", spoken(percent(chance.chance)).plain()),
                    )
                })
                .collect(),
            a: text(arms.as_ref().map(|arms| &arms.a)),
            b: text(arms.as_ref().map(|arms| &arms.b)),
            nights: proposal.layout.nights(),
            weeks: insight::trial::layouts::weeks(proposal.layout),
            per_week: words::number((10.0 * proposal.per_week).round() / 10.0),
            pairs: spoken(pairs(proposal.layout)).plain(),
            left_out: match proposal.layout.left_out {
                0 => crate::word("card-none").to_owned(),
                nights => crate::say("card-first").with("count", nights).plain(),
            },
            largest_e: spoken(odds(proposal.reach.largest_e)).plain(),
            smallest_p: spoken(Sentence::joined(
                ": ",
                [
                    Sentence::figure(format!("{:.4}", proposal.reach.smallest_p)),
                    one_of(proposal.reach.smallest_p),
                ],
            ))
            .plain(),
        }
    }
}
