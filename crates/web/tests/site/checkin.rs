//! The check-in: skipped is missing, zero is an answer, proposals count only when confirmed, mistakes lose nothing.

use crate::common::{Answer, House};
use axum::http::StatusCode;
use diary::entry::Origin;
use diary::{Night, NightId, Outcome};

const MORNING: &str = "2026-05-03T06:30:00Z";
const EVENING: &str = "2026-05-03T19:30:00Z";

fn night(house: &House, date: &str) -> Night {
    let nights = house.desk.nights("2026-05-04".parse().unwrap()).unwrap();
    nights
        .iter()
        .find(|night| night.id.to_string() == date)
        .unwrap()
        .clone()
}

/// Ids of the yes/no questions on a page.
fn yes_no(page: &Answer) -> Vec<String> {
    let radios = page.body.split("name=\"x-").skip(1);
    radios
        .filter_map(|rest| rest.split_once("\" value=\"yes\""))
        .map(|(id, _)| id.to_owned())
        .filter(|id: &String| !id.contains('"'))
        .collect()
}

/// The first choice of each question on a page.
fn first_choices(page: &Answer) -> Vec<(String, String)> {
    let fieldsets = page.body.split("<fieldset id=\"f-x-").skip(1);
    let first = |fieldset: &str| {
        let (id, rest) = fieldset.split_once('"')?;
        let value = rest
            .split_once(&format!("name=\"x-{id}\" value=\""))?
            .1
            .split_once('"')?
            .0;
        Some((format!("x-{id}"), value.to_owned()))
    };
    fieldsets.filter_map(first).collect()
}

#[tokio::test]
async fn the_clock_chooses_the_check_in() {
    let house = House::at(MORNING);
    assert_eq!(
        house.get("/check-in").await.location(),
        "/check-in/2026-05-02/morning"
    );
    house.set_clock(EVENING);
    assert_eq!(
        house.get("/check-in").await.location(),
        "/check-in/2026-05-03/evening"
    );
    house.set_clock("2026-05-03T23:30:00Z");
    assert_eq!(
        house.get("/check-in").await.location(),
        "/check-in/2026-05-03/evening",
        "half past one is still that day"
    );
}

#[tokio::test]
async fn zero_is_an_answer_and_nothing_is_none() {
    let house = House::at(MORNING);
    let nothing = house
        .post(
            "/check-in/2026-05-02/morning",
            &[("cramps", ""), ("minutes", ""), ("note", " ")],
        )
        .await;
    assert_eq!(nothing.location(), "/?done=nothing");
    assert!(house.log().told().is_empty());
    let zero = house
        .post("/check-in/2026-05-02/morning", &[("cramps", "0")])
        .await;
    assert_eq!(zero.location(), "/?done=saved");
    assert_eq!(night(&house, "2026-05-02").outcome, Outcome::Exactly(0));
    assert!(
        house
            .get("/")
            .await
            .body
            .contains("answered; you can change it")
    );
}

#[tokio::test]
async fn an_earlier_answer_is_shown_changed_and_taken_away() {
    let house = House::at(MORNING);
    let place = "/check-in/2026-05-02/morning";
    house
        .post(
            place,
            &[
                ("cramps", "2"),
                ("minutes", "12"),
                ("pain", "6"),
                ("note", "a\r\nb"),
            ],
        )
        .await;
    let page = house.get(place).await;
    assert!(page.body.contains("name=\"cramps\" value=\"2\" checked"));
    assert!(page.body.contains("value=\"12\""));
    house
        .post(
            place,
            &[("cramps", ""), ("cramps-other", "7"), ("pain", "6")],
        )
        .await;
    let changed = night(&house, "2026-05-02");
    assert_eq!(
        (changed.outcome, changed.minutes),
        (Outcome::Exactly(7), None)
    );
    assert_eq!(
        house.log().told().len(),
        1,
        "a correction, not a second answer"
    );
    let again = house
        .post(
            place,
            &[("cramps", ""), ("cramps-other", "7"), ("pain", "6")],
        )
        .await;
    assert_eq!(again.location(), "/?done=nothing", "sent twice");
    house.post(place, &[("cramps", "")]).await;
    assert!(house.log().told().is_empty());
}

#[tokio::test]
async fn each_mistake_has_its_sentence_and_what_was_typed_stays() {
    let house = House::at(MORNING);
    let sent = [
        ("cramps", ""),
        ("cramps-other", "1.5"),
        ("minutes", "9999"),
        ("pain", "11"),
        ("note", "keep me"),
    ];
    let answer = house.post("/check-in/2026-05-02/morning", &sent).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for sentence in [
        "“1.5” is not a whole number",
        "it must be from 0 to 1440",
        "it must be from 0 to 10",
    ] {
        assert!(answer.body.contains(sentence), "{sentence}");
    }
    assert!(
        answer.body.contains("keep me")
            && answer.body.contains("value=\"1.5\"")
            && answer.body.contains("value=\"9999\"")
    );
    assert!(house.log().told().is_empty());
    let both = house
        .post(
            "/check-in/2026-05-02/morning",
            &[("cramps", "2"), ("cramps-other", "7")],
        )
        .await;
    assert!(both.body.contains("You chose 2 and typed 7"));
    let odd = house
        .post(
            "/check-in/2026-05-02/morning",
            &[("cramps", "0"), ("minutes", "20")],
        )
        .await;
    assert!(odd.body.contains("no cramps, but 20 minutes"));
}

#[tokio::test]
async fn at_most_eight_questions_and_skipping_all_is_fine() {
    let house = House::at(EVENING);
    let page = house.get("/check-in/2026-05-03/evening").await;
    let questions = page.body.matches("<fieldset id=\"f-x-").count();
    assert!((1..=8).contains(&questions), "{questions}");
    assert_eq!(
        page.body.matches("No answer").count(),
        questions,
        "each can be skipped"
    );
    let skipped = house.post("/check-in/2026-05-03/evening", &[]).await;
    assert_eq!(skipped.location(), "/?done=nothing");
}

#[tokio::test]
async fn same_as_usual_counts_only_when_confirmed() {
    let house = House::at("2026-05-01T19:30:00Z");
    // Questions take turns: the first choice of each on 45 evenings makes most of them usual.
    for ago in (1..=45).rev() {
        let day: NightId = "2026-05-26".parse().unwrap();
        let day = day.plus_days(-ago);
        house.set_clock(&format!("{day}T19:30:00Z"));
        let place = format!("/check-in/{day}/evening");
        let answers = first_choices(&house.get(&place).await);
        let answers: Vec<(&str, &str)> = answers
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        house.post(&place, &answers).await;
    }
    house.set_clock("2026-05-26T19:30:00Z");
    let place = "/check-in/2026-05-26/evening";
    let before = house.desk.head().unwrap();
    let page = house.get(&format!("{place}?usual=1")).await;
    assert!(page.body.contains("proposed, not saved yet"));
    assert!(page.body.contains("Nothing is saved until you confirm"));
    let id = page
        .body
        .split_once("name=\"u-")
        .unwrap()
        .1
        .split_once('"')
        .unwrap()
        .0
        .to_owned();
    let (field, usual) = (format!("x-{id}"), format!("u-{id}"));
    let value = page.field(&usual).to_owned();
    assert!(
        page.body
            .contains(&format!("name=\"{field}\" value=\"{value}\" checked"))
    );
    assert_eq!(house.desk.head().unwrap(), before, "looking stores nothing");
    assert_eq!(origin(&house, &id), None, "and a proposal is no answer");
    house
        .post(place, &[(&field, &value), (&usual, &value)])
        .await;
    assert_eq!(origin(&house, &id), Some(Origin::ConfirmedUsual));
    let radio = format!("name=\"{field}\" value=\"");
    let mut others = page
        .body
        .split(&radio)
        .skip(1)
        .map(|rest| rest.split_once('"').unwrap().0);
    let other = others.find(|other| *other != value).unwrap();
    house
        .post(place, &[(&field, other), (&usual, &value)])
        .await;
    assert_eq!(
        origin(&house, &id),
        Some(Origin::Asked),
        "what differs from the proposal was answered"
    );
}

/// How the answer of 26 May came about.
fn origin(house: &House, id: &str) -> Option<Origin> {
    let nights = house.desk.nights("2026-05-27".parse().unwrap()).unwrap();
    let night = nights
        .iter()
        .find(|night| night.id.to_string() == "2026-05-26")?;
    night.exposures.get(id).map(|value| value.origin)
}

#[tokio::test]
async fn a_day_to_come_cannot_be_answered() {
    let house = House::at(MORNING);
    let far = house.get("/check-in/2026-05-09/morning").await;
    assert_eq!(far.status, StatusCode::BAD_REQUEST);
    for place in [
        "/check-in/2026-05-03/evening",
        "/check-in/2026-05-09/morning",
    ] {
        assert_eq!(
            house.post(place, &[("cramps", "1")]).await.status,
            StatusCode::BAD_REQUEST
        );
    }
    assert!(house.log().told().is_empty());
}

#[tokio::test]
async fn an_answer_nobody_offered_is_refused() {
    let house = House::at(EVENING);
    let page = house.get("/check-in/2026-05-03/evening").await;
    let field = format!("x-{}", yes_no(&page)[0]);
    let answer = house
        .post(
            "/check-in/2026-05-03/evening",
            &[(&field, "perhaps"), ("x-no-such-factor", "yes")],
        )
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("Choose yes, no or no answer"));
    let unknown = house
        .post(
            "/check-in/2026-05-03/evening",
            &[("x-no-such-factor", "yes")],
        )
        .await;
    assert_eq!(unknown.location(), "/?done=nothing");
}

#[tokio::test]
async fn a_correction_holds_though_the_clock_was_set_back() {
    let house = House::at(MORNING);
    let place = "/check-in/2026-05-02/morning";
    house.post(place, &[("cramps", "2")]).await;
    house.set_clock("2026-05-03T06:00:00Z");
    let corrected = house.post(place, &[("cramps", "3")]).await;
    assert_eq!(corrected.location(), "/?done=saved");
    assert_eq!(night(&house, "2026-05-02").outcome, Outcome::Exactly(3));
    house.set_clock(EVENING);
    let evening = "/check-in/2026-05-03/evening";
    let field = format!("x-{}", yes_no(&house.get(evening).await)[0]);
    house.post(evening, &[(&field, "yes")]).await;
    house.set_clock("2026-05-03T18:00:00Z");
    house.post(evening, &[(&field, "no")]).await;
    let told = night(&house, "2026-05-03");
    let value = told.exposures.get(&field[2..]).unwrap();
    assert_eq!(value.answer.value(), 0.0);
}

#[tokio::test]
async fn a_traveller_answers_for_the_day_that_has_begun_where_they_are() {
    // Late Saturday morning in Berlin is Saturday evening in Auckland.
    let house = House::at("2026-05-02T09:00:00Z");
    let evening = "/check-in/2026-05-02/evening";
    let page = house.get(evening).await;
    assert_eq!(page.status, StatusCode::OK);
    let field = format!("x-{}", yes_no(&page)[0]);
    let sent = [(field.as_str(), "no"), ("zone", "Pacific/Auckland")];
    assert_eq!(house.post(evening, &sent).await.location(), "/?done=saved");
    assert_eq!(
        house.get("/nights/2026-05-02").await.status,
        StatusCode::OK,
        "and the night can be looked at"
    );
    let at_home = house.post(evening, &[(&field, "no")]).await;
    assert_eq!(at_home.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn same_as_usual_on_an_answered_day_says_that_it_is_answered() {
    let house = House::at(MORNING);
    let place = "/check-in/2026-05-02/evening";
    let few = "too few, or differ too much";
    let page = house.get(&format!("{place}?usual=1")).await.body;
    assert!(page.contains(few), "{page}");
    // Questions follow from answers: what is new is answered too.
    for _ in 0..10 {
        let page = house.get(place).await.body;
        let asked: Vec<String> = page
            .split("name=\"x-")
            .skip(1)
            .map(|rest| format!("x-{}", rest.split('"').next().unwrap()))
            .collect();
        let fields: Vec<(&str, &str)> = asked
            .iter()
            .map(|name| {
                let is_yes_no = page.contains(&format!("name=\"{name}\" value=\"no\""));
                (name.as_str(), if is_yes_no { "no" } else { "0" })
            })
            .collect();
        house.post(place, &fields).await;
    }
    let page = house.get(&format!("{place}?usual=1")).await.body;
    assert!(page.contains("answered already"), "{page}");
    assert!(!page.contains(few), "{page}");
}
