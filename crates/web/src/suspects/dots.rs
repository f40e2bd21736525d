//! Twenty dots: twenty equally likely answers to “does it make cramps more or less frequent?”, as a picture and as a sentence.

use std::fmt::Write as _;

use crate::words;

/// A ratio within 10 % of 1 makes no difference that matters.
const LITTLE: f64 = 1.1;

/// How many of the twenty say more, little difference, and less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Split {
    pub(crate) more: usize,
    pub(crate) same: usize,
    pub(crate) less: usize,
}

impl Split {
    pub(crate) fn of(ratios: &[f64; 20]) -> Self {
        let more = ratios.iter().filter(|&&ratio| ratio > LITTLE).count();
        let less = ratios.iter().filter(|&&ratio| ratio < 1.0 / LITTLE).count();
        Self {
            more,
            same: ratios.len() - more - less,
            less,
        }
    }

    /// “Of 20 equally likely answers, 14 say more cramps, 5 say little difference and 1 says fewer.”
    pub(crate) fn sentence(self) -> String {
        let parts = [
            (self.more, "dots-more", "dots-all-more"),
            (self.same, "dots-same", "dots-all-same"),
            (self.less, "dots-less", "dots-all-less"),
        ];
        let told = parts.into_iter().filter(|(count, ..)| *count > 0);
        let told: Vec<_> = told.collect();
        if let [(_, _, all)] = told[..] {
            return crate::word(all).to_owned();
        }
        let told = told
            .into_iter()
            .map(|(count, key, _)| crate::say(key).with("count", count).plain());
        let answers = words::all_of(&told.collect::<Vec<_>>());
        crate::say("dots-split").with("answers", answers).plain()
    }
}

#[derive(Clone, Copy)]
enum Side {
    Less,
    Same,
    More,
}

fn side(ratio: f64) -> Side {
    if ratio > LITTLE {
        Side::More
    } else if ratio < 1.0 / LITTLE {
        Side::Less
    } else {
        Side::Same
    }
}

/// One row of twenty dots, fewer cramps at the left, more at the right. Told apart by form, not by colour alone:
/// more is a full disc, fewer a ring, no difference a small dot.
pub(crate) fn row(ratios: &[f64; 20], id: &str) -> String {
    let mut svg = open(
        id,
        320,
        20,
        crate::word("dots-twenty"),
        &Split::of(ratios).sentence(),
    );
    for (place, ratio) in ratios.iter().enumerate() {
        dot(&mut svg, 8.0 + 16.0 * place as f64, 10.0, side(*ratio));
    }
    svg.push_str("</svg>");
    svg
}

/// Stacks from one rate to twice that rate.
const STACKS_PER_DOUBLING: f64 = 4.0;
/// How far the axis reaches to either side.
const DOUBLINGS: f64 = 1.5;
/// Distance of two stacks on the page.
const APART: f64 = 25.0;

/// Twenty dots stacked over an axis around “the same”; what lies beyond its ends stands at its ends.
pub(crate) fn plot(ratios: &[f64; 20], id: &str, title: &str) -> String {
    let column = |ratio: f64| {
        (libm::log2(ratio).clamp(-DOUBLINGS, DOUBLINGS) * STACKS_PER_DOUBLING).round() as i32
    };
    let columns: Vec<i32> = ratios.iter().map(|ratio| column(*ratio)).collect();
    let tallest = columns
        .iter()
        .map(|c| columns.iter().filter(|other| *other == c).count())
        .max()
        .unwrap_or(1);
    let base = 14.0 * tallest as f64 + 6.0;
    let mut svg = open(
        id,
        340,
        base as usize + 50,
        title,
        &Split::of(ratios).sentence(),
    );
    let x = |column: i32| 170.0 + APART * f64::from(column);
    for (place, (ratio, at)) in ratios.iter().zip(&columns).enumerate() {
        let height = columns
            .iter()
            .take(place)
            .filter(|other| *other == at)
            .count();
        dot(
            &mut svg,
            x(*at),
            base - 9.0 - 14.0 * height as f64,
            side(*ratio),
        );
    }
    // Writing to a String cannot fail.
    let _ = write!(
        svg,
        "<line class=\"axis\" x1=\"10\" x2=\"330\" y1=\"{base}\" y2=\"{base}\"/>"
    );
    for (at, label) in [(-4, "½×"), (0, crate::word("dots-axis-same")), (4, "2×")] {
        let _ = write!(
            svg,
            "<line class=\"axis\" x1=\"{0}\" x2=\"{0}\" y1=\"{1}\" y2=\"{2}\"/><text class=\"text\" x=\"{0}\" y=\"{3}\" \
             text-anchor=\"middle\">{label}</text>",
            x(at),
            base - 3.0,
            base + 5.0,
            base + 22.0,
        );
    }
    let _ = write!(
        svg,
        "<text class=\"text\" x=\"170\" y=\"{}\" text-anchor=\"middle\">{}</text></svg>",
        base + 43.0,
        crate::word("dots-axis")
    );
    svg
}

fn open(id: &str, width: usize, height: usize, title: &str, description: &str) -> String {
    format!(
        "<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{title}\
         </title><desc id=\"{id}-d\">{description}</desc>"
    )
}

fn dot(svg: &mut String, x: f64, y: f64, side: Side) {
    let (class, radius) = match side {
        Side::More => ("dot-more", 5.5),
        Side::Less => ("dot-less", 5.2),
        Side::Same => ("dot-same", 3.2),
    };
    let _ = write!(
        svg,
        "<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_split_at_ten_percent_and_the_sentence_counts_them() {
        let mut ratios = [1.0; 20];
        ratios[0] = 0.7;
        for ratio in &mut ratios[15..] {
            *ratio = 1.6;
        }
        assert_eq!(
            Split::of(&ratios),
            Split {
                more: 5,
                same: 14,
                less: 1
            }
        );
        assert_eq!(
            Split::of(&ratios).sentence(),
            "Of 20 equally likely answers, 5 say more cramps, 14 say little or no difference and 1 says fewer cramps."
        );
        assert_eq!(row(&ratios, "a").matches("<circle").count(), 20);
        assert_eq!(plot(&ratios, "a", "Now").matches("<circle").count(), 20);
    }
}
