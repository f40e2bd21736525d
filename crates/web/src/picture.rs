//! The drawings of the stretches and of how the body does it, as SVG to stand in a page; they take their colours from the theme and
//! their labels from the catalogue.

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

/// The messages that stand in drawings, each between braces.
const LABELS: [&str; 9] = [
    "picture-threads-together",
    "picture-mg-door",
    "picture-spinal-cord",
    "picture-nerve",
    "picture-muscle",
    "picture-blanket",
    "picture-calf-short",
    "picture-outside",
    "picture-inside",
];

/// The drawing with this name, labelled in the page's language; empty when there is none.
pub(crate) fn svg(name: &str) -> String {
    let drawn = ALL
        .iter()
        .find(|(other, _)| *other == name)
        .map_or("", |(_, svg)| svg);
    LABELS.iter().fold(drawn.to_owned(), |svg, key| {
        svg.replace(&format!("{{{key}}}"), crate::word(key))
    })
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

    #[test]
    fn every_label_is_a_word_of_the_catalogue() {
        for (name, _) in ALL {
            assert!(!svg(name).contains(['{', '}']), "{name}");
        }
    }
}
