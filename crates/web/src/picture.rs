//! The drawings of the stretches, as SVG to stand in a page; they take their colours from the theme.

/// Name and drawing, in the order of the names.
pub(crate) const ALL: [(&str, &str); 13] = [
    (
        "back-thigh-bed",
        include_str!("../pictures/back-thigh-bed.svg"),
    ),
    (
        "back-thigh-sitting",
        include_str!("../pictures/back-thigh-sitting.svg"),
    ),
    (
        "back-thigh-standing",
        include_str!("../pictures/back-thigh-standing.svg"),
    ),
    ("calf-bed", include_str!("../pictures/calf-bed.svg")),
    ("calf-sitting", include_str!("../pictures/calf-sitting.svg")),
    (
        "calf-standing",
        include_str!("../pictures/calf-standing.svg"),
    ),
    ("foot-hand", include_str!("../pictures/foot-hand.svg")),
    (
        "foot-standing",
        include_str!("../pictures/foot-standing.svg"),
    ),
    (
        "front-thigh-bed",
        include_str!("../pictures/front-thigh-bed.svg"),
    ),
    (
        "front-thigh-sitting",
        include_str!("../pictures/front-thigh-sitting.svg"),
    ),
    (
        "front-thigh-standing",
        include_str!("../pictures/front-thigh-standing.svg"),
    ),
    ("toes-hand", include_str!("../pictures/toes-hand.svg")),
    (
        "toes-standing",
        include_str!("../pictures/toes-standing.svg"),
    ),
];

/// The drawing with this name; empty when there is none.
pub(crate) fn svg(name: &str) -> &'static str {
    ALL.iter()
        .find(|(other, _)| *other == name)
        .map_or("", |(_, svg)| svg)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stretch_that_names_a_picture_has_one() {
        for stretch in knowledge::stretches() {
            assert!(
                stretch.picture.is_empty() || !svg(stretch.picture).is_empty(),
                "{}",
                stretch.id
            );
        }
    }
}
