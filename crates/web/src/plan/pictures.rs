//! The pictures of the routines: line drawings in the colour of the text, so that they fit day, dark and night.

const PICTURES: [(&str, &str); 13] = [
    (
        "breathing",
        include_str!("../../assets/routines/breathing.svg"),
    ),
    (
        "break-up-sitting",
        include_str!("../../assets/routines/break-up-sitting.svg"),
    ),
    (
        "calf-seated",
        include_str!("../../assets/routines/calf-seated.svg"),
    ),
    (
        "calf-wall",
        include_str!("../../assets/routines/calf-wall.svg"),
    ),
    (
        "evening-walk",
        include_str!("../../assets/routines/evening-walk.svg"),
    ),
    (
        "footwear",
        include_str!("../../assets/routines/footwear.svg"),
    ),
    (
        "hamstring",
        include_str!("../../assets/routines/hamstring.svg"),
    ),
    (
        "heel-raises",
        include_str!("../../assets/routines/heel-raises.svg"),
    ),
    (
        "leg-massage",
        include_str!("../../assets/routines/leg-massage.svg"),
    ),
    (
        "loose-bedding",
        include_str!("../../assets/routines/loose-bedding.svg"),
    ),
    (
        "sleep-back",
        include_str!("../../assets/routines/sleep-back.svg"),
    ),
    (
        "sleep-side",
        include_str!("../../assets/routines/sleep-side.svg"),
    ),
    ("sole", include_str!("../../assets/routines/sole.svg")),
];

/// The drawing with this id.
pub(super) fn picture(id: &str) -> Option<&'static str> {
    PICTURES
        .iter()
        .find(|(known, _)| *known == id)
        .map(|(_, svg)| *svg)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_routine_has_its_own_drawing_without_colours_of_its_own() {
        for routine in knowledge::routines() {
            let svg = picture(routine.picture).unwrap_or_else(|| panic!("{}", routine.id));
            assert!(
                svg.contains("currentColor") && svg.contains("aria-hidden"),
                "{}",
                routine.id
            );
            assert!(!svg.contains('#') && !svg.contains("rgb"), "{}", routine.id);
        }
        for (id, _) in PICTURES {
            assert!(
                knowledge::routines()
                    .iter()
                    .any(|routine| routine.picture == id),
                "{id} is shown nowhere"
            );
        }
    }
}
