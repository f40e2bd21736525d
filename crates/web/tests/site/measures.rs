//! A number that cannot be is refused with the bounds of what it measures, not with those of any amount.

use axum::http::StatusCode;

use crate::common::House;

#[tokio::test]
async fn an_impossible_number_is_told_the_bounds_of_its_field() {
    let house = House::at("2026-05-03T08:00:00Z");
    let ferritin = |value| {
        vec![
            ("do", "add"),
            ("test", "ferritin"),
            ("value", value),
            ("unit", "ug/L"),
            ("taken", "2026-04-02"),
        ]
    };
    let grams = |grams| vec![("do", "eat"), ("food", "banana"), ("grams", grams)];
    for (path, fields, sentence) in [
        (
            "/profile",
            vec![("weight", "-5")],
            "The weight is -5 kilograms: it must be from 15 to 350.",
        ),
        (
            "/profile",
            vec![("weight", "1e9")],
            "it must be from 15 to 350.",
        ),
        (
            "/profile",
            vec![("weight", "-5"), ("units", "us")],
            "kilograms: it must be from 15 to 350.",
        ),
        (
            "/profile",
            vec![("height", "-170")],
            "The height is -170 centimetres: it must be from 80 to 250.",
        ),
        ("/profile", vec![("weight", "inf")], "is not a number"),
        ("/profile/labs", ferritin("-5"), "cannot be right for"),
        ("/profile/labs", ferritin("1e9"), "cannot be right for"),
        (
            "/food",
            grams("-20"),
            "A portion of -20 g cannot be: it must weigh from",
        ),
    ] {
        let answer = house.post(path, &fields).await;
        let shown = format!("{path} {fields:?}: {}", answer.body);
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{shown}");
        assert!(answer.body.contains(sentence), "{shown}");
        assert!(!answer.body.contains("The amount is"), "{shown}");
    }
    assert!(house.log().told().is_empty());
}
