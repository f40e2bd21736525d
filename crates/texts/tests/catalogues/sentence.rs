//! Sentences that are in no language until somebody says them.

use texts::{Language, Measures, Origin, Sentence, Voice};

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
            measures: Measures::Metric,
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

#[test]
fn drinks_are_told_in_the_readers_measure() {
    let said = |sentence: Sentence, language, measures| {
        sentence.said_by(Voice {
            language,
            translated,
            measures,
            put_in: |text, _| text.to_owned(),
        })
    };
    let day = || Sentence::of("water-amount").with("volume", Sentence::litres(1600));
    let (english, german) = (Language::English, Language::German);
    for (sentence, language, measures, told) in [
        (
            day(),
            english,
            Measures::Metric,
            "About 1.6 litres of drinks today, of all kinds.",
        ),
        (
            day(),
            german,
            Measures::Metric,
            "Etwa 1,6 Liter Getränke heute, aller Art.",
        ),
        // 1,600 ml / 29.57 ml = 54.1.
        (
            day(),
            english,
            Measures::Us,
            "About 54 fl oz of drinks today, of all kinds.",
        ),
        (
            Sentence::litres(2000),
            english,
            Measures::Metric,
            "2 litres",
        ),
        (
            Sentence::millilitres(200),
            english,
            Measures::Metric,
            "200 ml",
        ),
        (Sentence::millilitres(200), german, Measures::Us, "7 fl oz"),
        (
            Sentence::added_millilitres(500),
            english,
            Measures::Us,
            "+17 fl oz",
        ),
        (
            Sentence::added_millilitres(-150),
            english,
            Measures::Metric,
            "-150 ml",
        ),
    ] {
        assert_eq!(said(sentence, language, measures), told);
    }
    assert_eq!(
        day().to_string(),
        "About 1.6 litres of drinks today, of all kinds."
    );
}
