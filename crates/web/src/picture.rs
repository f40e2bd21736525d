//! The drawings of the stretches and of how the body does it, as SVG to stand in a page; they take their colours from the theme.

macro_rules! drawings {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../pictures/", $name, ".svg")))),*]
    };
}

/// Name and drawing, in the order of the names.
pub(crate) const ALL: [(&str, &str); 19] = drawings![
    "back-thigh-bed",
    "back-thigh-sitting",
    "back-thigh-standing",
    "calcium",
    "calf-bed",
    "calf-sitting",
    "calf-standing",
    "foot-hand",
    "foot-standing",
    "front-thigh-bed",
    "front-thigh-sitting",
    "front-thigh-standing",
    "magnesium",
    "nerve-and-muscle",
    "night-calf",
    "potassium",
    "sodium",
    "toes-hand",
    "toes-standing",
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
        for lesson in knowledge::lessons() {
            assert!(!svg(lesson.picture).is_empty(), "{}", lesson.id);
        }
    }
}
