//! Sentences that are in no language until somebody says them.

use texts::{Language, Origin, Sentence, Voice};

fn translated(english: &str) -> Option<&'static str> {
    match english {
        "Flat feet / low arches (both)" => Some("Plattfüße / Senkfüße (beide)"),
        _ => None,
    }
}

fn german(sentence: &Sentence) -> String {
    sentence.within(Language::German, translated)
}

#[test]
fn a_number_has_the_mark_of_the_language_before_its_fraction() {
    let range = Sentence::of("suspect-range")
        .with("times", Sentence::of("suspect-as-many").capital())
        .with("low", Sentence::figure("0.9"))
        .with("high", Sentence::figure("1.1"));
    assert_eq!(
        range.to_string(),
        "About as many cramps as without (0.9 to 1.1 times)"
    );
    assert_eq!(
        german(&range),
        "Etwa so viele Krämpfe wie ohne (0,9- bis 1,1-mal so viele)"
    );
}

#[test]
fn a_name_of_the_records_is_translated_where_somebody_has() {
    let feet = Sentence::known_short("Flat feet / low arches (both)");
    let cold = Sentence::known_inside("Cold feet");
    let both = Sentence::all_of([feet, Sentence::text("<b>"), cold.clone()]);
    assert_eq!(
        both.to_string(),
        "flat feet or low arches, <b> and cold feet"
    );
    assert_eq!(german(&both), "Plattfüße oder Senkfüße, <b> und cold feet");
    assert_eq!(Sentence::any_of([cold]).to_string(), "cold feet");
    assert_eq!(Sentence::any_of([]).to_string(), "");
}

#[test]
fn whoever_shows_a_sentence_shows_what_is_put_in() {
    let said = |sentence: &Sentence, language| {
        sentence.said_by(Voice {
            language,
            translated,
            put_in: |text, origin| match origin {
                Origin::English => format!("<i>{text}</i>"),
                Origin::InTheLanguage => format!("[{text}]"),
                Origin::OfNoLanguage => format!("({text})"),
            },
        })
    };
    let name = |name: &'static str| {
        Sentence::of("note-constant").with("name", Sentence::known_inside(name))
    };
    assert_eq!(
        said(&name("Cold feet"), Language::German)
            .split(" war")
            .next(),
        Some("„<i>cold feet</i>“")
    );
    assert_eq!(
        said(&name("Flat feet / low arches (both)"), Language::German)
            .split(" war")
            .next(),
        Some("„[Plattfüße / Senkfüße (beide)]“")
    );
    let own = Sentence::in_turn([Sentence::text("mine"), Sentence::from(3_u8)]);
    assert_eq!(said(&own, Language::English), "(mine) 3");
    let cold = Sentence::known_inside("Cold feet").capital();
    assert_eq!(said(&cold, Language::German), "<i>Cold feet</i>");
}
