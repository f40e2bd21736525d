//! The details of a cramp as buttons and form fields, each with the diary's choice behind it: one list for every page.

use std::collections::BTreeSet;

use diary::Cramp;
use diary::entry::{Helped, Position};

use crate::form::{Fields, Mistakes};
use crate::words;

/// A choice of a form: its name there, the key of its words, what it means.
type Named<T> = (&'static str, &'static str, T);

const POSITIONS: [Named<Position>; 6] = [
    ("on-back", "lay-on-back", Position::OnBack),
    ("on-side", "lay-on-side", Position::OnSide),
    ("on-front", "lay-on-front", Position::OnFront),
    ("sitting", "lay-sitting", Position::Sitting),
    ("standing", "lay-standing", Position::Standing),
    ("moving", "lay-moving", Position::Moving),
];

const HELPED: [Named<Helped>; 8] = [
    ("stretching", "helped-stretching", Helped::Stretching),
    ("walking", "helped-walking", Helped::Walking),
    ("massage", "helped-massage", Helped::Massage),
    ("warmth", "helped-warmth", Helped::Warmth),
    ("cold", "helped-cold", Helped::Cold),
    (
        "another-position",
        "helped-another-position",
        Helped::AnotherPosition,
    ),
    ("drinking", "helped-drinking", Helped::Drinking),
    ("nothing", "helped-nothing", Helped::Nothing),
];

const YES_NO: [Named<bool>; 2] = [("yes", "choice-yes", true), ("no", "choice-no", false)];

/// A button that says whether it is chosen.
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) chosen: bool,
}

/// One question about a cramp, with its buttons.
pub(crate) struct Detail {
    /// Its name in a form.
    pub(crate) name: &'static str,
    pub(crate) question: &'static str,
    /// How its buttons stand: `two`, `three` or `score` beside each other.
    pub(crate) grid: &'static str,
    pub(crate) choices: Vec<Choice>,
}

impl Detail {
    /// Whether nothing is chosen.
    pub(crate) fn is_open(&self) -> bool {
        self.choices.iter().all(|choice| !choice.chosen)
    }

    /// Whether more than one may be chosen.
    pub(crate) fn takes_several(&self) -> bool {
        self.name == "helped"
    }
}

/// What can be told while it lasts.
pub(crate) fn of_the_muscle(cramp: &Cramp) -> Vec<Detail> {
    vec![
        detail(
            ("muscle", "detail-muscle", "two"),
            &words::MUSCLES,
            |muscle| cramp.muscle == Some(muscle),
        ),
        detail(("side", "detail-side", "three"), &words::SIDES, |side| {
            cramp.side == Some(side)
        }),
        score("pain", "detail-pain", cramp.pain),
    ]
}

/// What can be told once it is over.
pub(crate) fn afterwards(cramp: &Cramp) -> Vec<Detail> {
    vec![
        detail(("helped", "detail-helped", "two"), &HELPED, |helped| {
            cramp.helped.contains(&helped)
        }),
        detail(
            ("position", "detail-position", "two"),
            &POSITIONS,
            |position| cramp.position == Some(position),
        ),
        detail(("toes_pointed", "detail-toes", "two"), &YES_NO, |yes| {
            cramp.toes_pointed == Some(yes)
        }),
        detail(("bedding_heavy", "detail-bedding", "two"), &YES_NO, |yes| {
            cramp.bedding_heavy == Some(yes)
        }),
        score("soreness", "detail-soreness", cramp.soreness),
    ]
}

/// All of them.
pub(crate) fn all(cramp: &Cramp) -> Vec<Detail> {
    let mut all = of_the_muscle(cramp);
    all.extend(afterwards(cramp));
    all
}

fn detail<T: Copy>(
    (name, question, grid): (&'static str, &'static str, &'static str),
    choices: &[Named<T>],
    chosen: impl Fn(T) -> bool,
) -> Detail {
    Detail {
        name,
        question: crate::word(question),
        grid,
        choices: choices
            .iter()
            .map(|(value, key, means)| choice(value, crate::word(key), chosen(*means)))
            .collect(),
    }
}

fn score(name: &'static str, question: &'static str, told: Option<diary::Score>) -> Detail {
    let choices = (0..=10_u8).map(|score| {
        let text = score.to_string();
        choice(&text, &text, told.is_some_and(|told| told.get() == score))
    });
    Detail {
        name,
        question: crate::word(question),
        grid: "score",
        choices: choices.collect(),
    }
}

/// A button.
pub(crate) fn choice(value: &str, label: &str, chosen: bool) -> Choice {
    Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        chosen,
    }
}

fn named<T: Copy>(choices: &[Named<T>], name: &str) -> Option<T> {
    let found = choices.iter().find(|(value, _, _)| *value == name);
    found.map(|(_, _, means)| *means)
}

/// Sets the details that were sent; an empty one is no answer any more. What was not sent stays.
pub(crate) fn set(cramp: &mut Cramp, fields: &Fields, mistakes: &mut Mistakes) {
    let sent = |name: &str| fields.has(name).then(|| fields.get(name));
    if let Some(name) = sent("side") {
        cramp.side = words::side_named(name);
    }
    if let Some(name) = sent("muscle") {
        cramp.muscle = words::muscle_named(name);
    }
    if fields.has("pain") {
        cramp.pain = mistakes.take("pain", fields.score("pain"));
    }
    if let Some(name) = sent("position") {
        cramp.position = named(&POSITIONS, name);
    }
    if let Some(name) = sent("toes_pointed") {
        cramp.toes_pointed = named(&YES_NO, name);
    }
    if let Some(name) = sent("bedding_heavy") {
        cramp.bedding_heavy = named(&YES_NO, name);
    }
    if fields.has("helped") {
        cramp.helped = helped(fields);
    }
    if fields.has("soreness") {
        cramp.soreness = mistakes.take("soreness", fields.score("soreness"));
    }
}

/// A button was pressed: sets its detail, or takes it away when it was chosen already. Gives the name of the detail.
pub(crate) fn press(
    cramp: &mut Cramp,
    fields: &Fields,
    mistakes: &mut Mistakes,
) -> Option<&'static str> {
    let before = all(cramp);
    let pressed = before.iter().find(|detail| fields.has(detail.name))?;
    if pressed.takes_several() {
        let one = helped(fields);
        cramp.helped = toggled(&cramp.helped, &one);
        return Some(pressed.name);
    }
    let was = cramp.clone();
    set(cramp, fields, mistakes);
    if *cramp == was {
        let nothing = Fields::from_pairs(&[(pressed.name, "")]);
        set(cramp, &nothing, mistakes);
    }
    Some(pressed.name)
}

fn helped(fields: &Fields) -> BTreeSet<Helped> {
    fields
        .all("helped")
        .flat_map(str::split_whitespace)
        .filter_map(|name| named(&HELPED, name))
        .collect()
}

/// Those that helped after a button was pressed: “nothing” takes the place of all others, and they of it.
fn toggled(before: &BTreeSet<Helped>, pressed: &BTreeSet<Helped>) -> BTreeSet<Helped> {
    let mut after: BTreeSet<Helped> = before.symmetric_difference(pressed).copied().collect();
    if after.len() > 1 {
        let nothing = pressed.contains(&Helped::Nothing);
        after.retain(|helped| (*helped == Helped::Nothing) == nothing);
    }
    after
}

/// What was told about how the person lay and what helped, in words for one line.
pub(crate) fn in_words(cramp: &Cramp) -> Vec<String> {
    let mut parts = Vec::new();
    if let Some((name, _, _)) = POSITIONS
        .iter()
        .find(|(_, _, position)| cramp.position == Some(*position))
    {
        parts.push(crate::say("told-position").with("name", *name).plain());
    }
    match cramp.toes_pointed {
        Some(true) => parts.push(crate::word("told-toes-pointed").to_owned()),
        Some(false) => parts.push(crate::word("told-toes-not-pointed").to_owned()),
        None => {}
    }
    match cramp.bedding_heavy {
        Some(true) => parts.push(crate::word("told-bedding-heavy").to_owned()),
        Some(false) => parts.push(crate::word("told-bedding-light").to_owned()),
        None => {}
    }
    if cramp.helped.contains(&Helped::Nothing) {
        parts.push(crate::word("told-let-go").to_owned());
    } else if !cramp.helped.is_empty() {
        let names = HELPED
            .iter()
            .filter(|(_, _, helped)| cramp.helped.contains(helped))
            .map(|(name, _, _)| crate::say("told-what-helped").with("name", *name).plain());
        let names = names.collect::<Vec<_>>().join("; ");
        parts.push(crate::say("told-helped").with("names", names).plain());
    }
    if let Some(soreness) = cramp.soreness {
        let score = soreness.to_string();
        parts.push(crate::say("told-soreness").with("score", score).plain());
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press_all(pairs: &[(&str, &str)]) -> Cramp {
        let mut cramp = Cramp::default();
        for pair in pairs {
            let mut mistakes = Mistakes::default();
            press(&mut cramp, &Fields::from_pairs(&[*pair]), &mut mistakes);
            assert!(mistakes.is_empty(), "{}", mistakes.in_words());
        }
        cramp
    }

    #[test]
    fn every_button_of_every_question_is_taken_and_pressed_again_taken_away() {
        for detail in all(&Cramp::default()) {
            for button in &detail.choices {
                let pair = (detail.name, button.value.as_str());
                let once = press_all(&[pair]);
                let told = all(&once);
                let told = told.iter().find(|other| other.name == detail.name).unwrap();
                let chosen: Vec<&str> = told
                    .choices
                    .iter()
                    .filter(|choice| choice.chosen)
                    .map(|choice| choice.value.as_str())
                    .collect();
                assert_eq!(chosen, [button.value.as_str()], "{}", detail.name);
                assert_eq!(press_all(&[pair, pair]), Cramp::default());
            }
        }
    }

    #[test]
    fn nothing_helped_and_something_helped_take_each_others_place() {
        let pressed = |names: &[&str]| {
            let pairs: Vec<(&str, &str)> = names.iter().map(|name| ("helped", *name)).collect();
            press_all(&pairs).helped
        };
        assert_eq!(pressed(&["stretching", "warmth"]).len(), 2);
        assert_eq!(
            pressed(&["stretching", "warmth", "nothing"]),
            [Helped::Nothing].into()
        );
        assert_eq!(pressed(&["nothing", "cold"]), [Helped::Cold].into());
    }
}
