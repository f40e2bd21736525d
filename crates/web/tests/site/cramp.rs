//! Cramp now: one tap, twice the same tap, over, details, undo, notes.

use crate::common::House;
use axum::http::StatusCode;
use diary::entry::{Body, Muscle, Side};
use diary::{Cramp, Outcome};

const NIGHT: &str = "2026-05-03T01:12:00Z";

fn cramps(house: &House) -> Vec<Cramp> {
    let log = house.log();
    let cramps = log.told().iter().filter_map(|told| match &told.body {
        Body::Cramp(cramp) => Some(cramp.clone()),
        _ => None,
    });
    cramps.collect()
}

#[tokio::test]
async fn one_tap_logs_a_cramp_and_says_what_to_do() {
    let house = House::at(NIGHT);
    let page = house.get("/cramp").await;
    assert!(page.body.contains("data-theme=\"night\""));
    let tapped = house
        .post(
            "/cramp",
            &[("id", page.field("id")), ("zone", "Europe/Lisbon")],
        )
        .await;
    assert_eq!(tapped.status, StatusCode::SEE_OTHER);
    let running = house.get(tapped.location()).await;
    assert_eq!(running.status, StatusCode::OK);
    assert!(
        running
            .body
            .contains("cramp since <span class=\"clock\">02:12</span>"),
        "in the browser's zone"
    );
    assert!(running.body.contains("1 of "));
    let log = house.log();
    assert_eq!(log.told()[0].moment.zone.name(), "Europe/Lisbon");
    assert_eq!(log.told()[0].moment.at, NIGHT.parse().unwrap());
}

#[tokio::test]
async fn the_same_form_sent_twice_is_one_cramp_and_a_new_form_another() {
    let house = House::at(NIGHT);
    let page = house.get("/").await;
    let id = page.field("id").to_owned();
    let first = house.post("/cramp", &[("id", &id)]).await;
    house.set_clock("2026-05-03T01:12:05Z");
    let second = house.post("/cramp", &[("id", &id)]).await;
    assert_eq!(first.location(), second.location());
    assert_eq!(cramps(&house).len(), 1);
    let fresh = house.get("/").await;
    house.post("/cramp", &[("id", fresh.field("id"))]).await;
    assert_eq!(cramps(&house).len(), 2);
}

#[tokio::test]
async fn a_form_sent_again_after_undo_brings_nothing_back() {
    let house = House::at(NIGHT);
    let id = house.get("/cramp").await.field("id").to_owned();
    let place = house
        .post("/cramp", &[("id", &id)])
        .await
        .location()
        .to_owned();
    house.post(&format!("{place}/take-back"), &[]).await;
    house.set_clock("2026-05-03T01:12:30Z");
    house.post("/cramp", &[("id", &id)]).await;
    assert!(cramps(&house).is_empty());
}

#[tokio::test]
async fn details_are_set_one_by_one_and_pressed_again_taken_away() {
    let house = House::at(NIGHT);
    let place = house.post("/cramp", &[]).await.location().to_owned();
    house.post(&place, &[("muscle", "foot")]).await;
    house.post(&place, &[("side", "left")]).await;
    house.post(&place, &[("pain", "7")]).await;
    let page = house.get(&place).await;
    assert!(page.body.contains("value=\"foot\" aria-pressed=\"true\""));
    house.post(&place, &[("side", "left")]).await;
    house.post(&place, &[("ago", "5")]).await;
    let cramp = &cramps(&house)[0];
    assert_eq!(
        (cramp.muscle, cramp.side),
        (Some(Muscle::Foot), None::<Side>)
    );
    assert_eq!(cramp.pain.unwrap().get(), 7);
    assert_eq!(
        house.log().told()[0].moment.at,
        "2026-05-03T01:07:00Z".parse().unwrap()
    );
}

#[tokio::test]
async fn it_is_over_gives_the_length_once() {
    let house = House::at(NIGHT);
    let place = house.post("/cramp", &[]).await.location().to_owned();
    house.set_clock("2026-05-03T01:15:00Z");
    house.post(&place, &[("over", "1")]).await;
    house.set_clock("2026-05-03T01:15:09Z");
    house.post(&place, &[("over", "1")]).await;
    assert_eq!(
        cramps(&house)[0].ended,
        Some("2026-05-03T01:15:00Z".parse().unwrap())
    );
    assert!(
        house
            .get(&place)
            .await
            .body
            .contains("lasted about 3 minutes")
    );
}

#[tokio::test]
async fn pain_11_is_refused_with_a_sentence_and_stores_nothing() {
    let house = House::at(NIGHT);
    let place = house.post("/cramp", &[]).await.location().to_owned();
    let answer = house.post(&place, &[("pain", "11")]).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.body.contains("from 0 to 10"));
    assert_eq!(cramps(&house)[0].pain, None);
}

#[tokio::test]
async fn undo_takes_it_back_and_undo_of_that_brings_it_back() {
    let house = House::at(NIGHT);
    let place = house.post("/cramp", &[]).await.location().to_owned();
    house.post(&place, &[("pain", "4")]).await;
    let undone = house.post(&format!("{place}/take-back"), &[]).await;
    assert!(cramps(&house).is_empty());
    assert!(
        undone
            .location()
            .starts_with("/nights/2026-05-02?done=taken-back")
    );
    let page = house.get(undone.location()).await;
    assert!(page.body.contains("Taken back."));
    let id = page.field("id").to_owned();
    house
        .post("/nights/2026-05-02/bring-back", &[("id", &id)])
        .await;
    house
        .post("/nights/2026-05-02/bring-back", &[("id", &id)])
        .await;
    assert_eq!(cramps(&house).len(), 1);
    assert_eq!(cramps(&house)[0].pain.unwrap().get(), 4);
}

#[tokio::test]
async fn a_note_of_ten_thousand_characters_comes_back_with_a_sentence() {
    let house = House::at(NIGHT);
    let place = house.post("/cramp", &[]).await.location().to_owned();
    let note = "\u{1F9B5}".repeat(10_000);
    let sent = [
        ("date", "2026-05-03"),
        ("time", "03:12"),
        ("note", note.as_str()),
        ("pain", "3"),
    ];
    let answer = house.post(&format!("{place}/edit"), &sent).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer
            .body
            .contains("The note has 10000 characters: at most 4000 fit.")
    );
    assert!(answer.body.contains(&note), "what was typed is still there");
    assert!(
        answer.body.contains("value=\"3\" checked"),
        "and the other fields too"
    );
    assert_eq!(cramps(&house)[0].note, None);
}

#[tokio::test]
async fn html_in_a_note_is_shown_as_text() {
    let house = House::at(NIGHT);
    let place = house.post("/cramp", &[]).await.location().to_owned();
    let note = "</textarea><script>alert(1)</script> \u{202e}abc \u{1F984}";
    let sent = [("date", "2026-05-03"), ("time", "03:12"), ("note", note)];
    let answer = house.post(&format!("{place}/edit"), &sent).await;
    assert_eq!(answer.location(), "/nights/2026-05-02?done=changed");
    assert_eq!(cramps(&house)[0].note.as_ref().unwrap().as_str(), note);
    for page in [
        house.get("/nights/2026-05-02").await,
        house.get(&format!("{place}/edit")).await,
    ] {
        assert!(!page.body.contains("<script>alert"));
        assert!(page.body.contains("dir=\"auto\""), "read from its own side");
        assert!(
            page.body.contains("script&#62;alert(1)") || page.body.contains("script&gt;alert(1)")
        );
    }
}

#[tokio::test]
async fn a_cramp_in_the_future_or_on_no_day_comes_back_with_sentences() {
    let house = House::at(NIGHT);
    let place = house.post("/cramp", &[]).await.location().to_owned();
    let edit = format!("{place}/edit");
    let future = house
        .post(&edit, &[("date", "2026-05-04"), ("time", "03:12")])
        .await;
    assert_eq!(future.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(future.body.contains("That is in the future"));
    let nowhere = house.post(&edit, &[("date", "soon"), ("time", "")]).await;
    assert!(nowhere.body.contains("“soon” is not a date"));
    assert!(nowhere.body.contains("At what time did it begin?"));
    assert!(nowhere.body.contains("value=\"soon\""));
    let longer = house
        .post(
            &edit,
            &[("date", "2026-05-03"), ("time", "03:12"), ("minutes", "90")],
        )
        .await;
    assert!(
        longer.body.contains("That is in the future"),
        "it would end after now"
    );
}

#[tokio::test]
async fn saving_a_cramp_unchanged_writes_nothing() {
    let house = House::at("2026-10-25T01:30:20Z");
    let place = house.post("/cramp", &[]).await.location().to_owned();
    let head = house.desk.head().unwrap();
    // 02:30 comes twice in this night; the second one must not become the first.
    let answer = house
        .post(
            &format!("{place}/edit"),
            &[("date", "2026-10-25"), ("time", "02:30")],
        )
        .await;
    assert_eq!(answer.location(), "/nights/2026-10-24?done=nothing");
    assert_eq!(house.desk.head().unwrap(), head);
}

#[tokio::test]
async fn a_cramp_remembered_later_lands_in_its_night_once() {
    let house = House::at("2026-05-03T08:00:00Z");
    let page = house.get("/nights/2026-05-02").await;
    let id = page.field("id").to_owned();
    let sent = [("id", id.as_str()), ("time", "23:40")];
    house.post("/nights/2026-05-02/cramp", &sent).await;
    house.post("/nights/2026-05-02/cramp", &sent).await;
    let nights = house.desk.nights("2026-05-03".parse().unwrap()).unwrap();
    assert_eq!(nights.len(), 1);
    assert_eq!(nights[0].outcome, Outcome::AtLeast(1));
    let without = house
        .post("/nights/2026-05-02/cramp", &[("id", &id), ("time", "")])
        .await;
    assert!(without.body.contains("At what time was it?"));
}

#[tokio::test]
async fn an_emergency_flag_comes_before_any_instruction() {
    let house = House::at(NIGHT);
    house
        .post(
            "/profile/warning-signs",
            &[("r-cold-pale-numb-foot", "yes")],
        )
        .await;
    let place = house.post("/cramp", &[]).await.location().to_owned();
    let page = house.get(&place).await;
    assert!(page.body.contains("Get help now"));
    assert!(!page.body.contains("1 of "), "no stretch is advised");
}

#[tokio::test]
async fn an_unknown_cramp_is_not_found() {
    let house = House::at(NIGHT);
    for path in [
        "/cramp/01890000-0000-7000-8000-000000000000",
        "/cramp/nonsense",
        "/nights/never",
        "/suspects/nothing",
    ] {
        let answer = house.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.body.contains("Back to Tonight"), "{path}");
    }
}

#[tokio::test]
async fn what_only_takes_forms_says_so_when_it_is_opened() {
    let house = House::at(NIGHT);
    let answer = house
        .get("/cramp/01890000-0000-7000-8000-000000000000/take-back")
        .await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.headers["allow"], "POST");
    assert!(answer.body.contains("Back to Tonight"));
}

#[tokio::test]
async fn a_wish_that_makes_no_sense_is_left_out() {
    let house = House::at(NIGHT);
    let place = house.post("/cramp", &[]).await.location().to_owned();
    for path in [
        format!("{place}?step=-3"),
        format!("{place}?step=99"),
        "/nights?before=soon".to_owned(),
    ] {
        assert_eq!(house.get(&path).await.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn a_page_that_stayed_open_logs_another_cramp_days_later() {
    let house = House::at(NIGHT);
    let id = house.get("/cramp").await.field("id").to_owned();
    house.post("/cramp", &[("id", &id)]).await;
    house.set_clock("2026-05-05T01:00:00Z");
    let second = house.post("/cramp", &[("id", &id)]).await;
    assert_eq!(cramps(&house).len(), 2);
    assert_ne!(second.location(), format!("/cramp/{id}"));
    let again = house.post("/cramp", &[("id", &id)]).await;
    assert_eq!(cramps(&house).len(), 2, "and that one doubled is one");
    assert_eq!(again.location(), second.location());
    house
        .post(&format!("{}/take-back", second.location()), &[])
        .await;
    house.set_clock("2026-05-06T01:00:00Z");
    house.post("/cramp", &[("id", &id)]).await;
    assert_eq!(cramps(&house).len(), 2);
}

#[tokio::test]
async fn a_cramp_ended_long_after_is_asked_for_its_length() {
    let house = House::at(NIGHT);
    let place = house.post("/cramp", &[]).await.location().to_owned();
    house.set_clock("2026-05-03T05:12:00Z");
    let over = house.post(&place, &[("over", "1")]).await;
    assert_eq!(over.location(), format!("{place}/over"));
    assert_eq!(cramps(&house)[0].ended, None, "nothing is made up");
    let page = house.get(over.location()).await;
    for choice in ["1", "2", "5", "10", "20"] {
        let button = format!("name=\"lasted\" value=\"{choice}\"");
        assert!(page.body.contains(&button), "{choice}");
    }
    assert!(page.body.contains("Longer") && page.body.contains("I do not know"));
    let longer = house.get(&format!("{place}/over?longer=1")).await;
    assert!(longer.body.contains("name=\"lasted\" value=\"60\""));
    house.post(&place, &[("lasted", "5")]).await;
    assert_eq!(
        cramps(&house)[0].ended,
        Some("2026-05-03T01:17:00Z".parse().unwrap())
    );
    assert_eq!(
        house.get(&format!("{place}/over")).await.location(),
        place,
        "asked once"
    );
}

#[tokio::test]
async fn the_form_of_a_cramp_takes_back_what_it_showed() {
    let house = House::at(NIGHT);
    let place = house.post("/cramp", &[]).await.location().to_owned();
    let id = place.trim_start_matches("/cramp/").parse().unwrap();
    let told = house.log().find(id).cloned().unwrap();
    let now = "2026-05-05T02:00:00Z".parse().unwrap();
    let days = Cramp {
        ended: Some("2026-05-04T23:00:00Z".parse().unwrap()),
        ..Cramp::default()
    };
    house
        .desk
        .replace(id, told.moment, Body::Cramp(days.clone()), now, [3; 10])
        .unwrap();
    house.set_clock("2026-05-05T02:00:00Z");
    let edit = format!("{place}/edit");
    let page = house.get(&edit).await;
    let shown = ["date", "time", "minutes"].map(|name| {
        let input = page.body.split_once(&format!("name=\"{name}\"")).unwrap().1;
        let value = input.split_once("value=\"").unwrap().1;
        (name, value.split_once('"').unwrap().0.to_owned())
    });
    let sent: Vec<(&str, &str)> = shown
        .iter()
        .map(|(name, it)| (*name, it.as_str()))
        .collect();
    let same = house.post(&edit, &sent).await;
    assert_eq!(same.location(), "/nights/2026-05-02?done=nothing");
    let with_pain: Vec<(&str, &str)> = sent.iter().copied().chain([("pain", "4")]).collect();
    let changed = house.post(&edit, &with_pain).await;
    assert_eq!(changed.location(), "/nights/2026-05-02?done=changed");
    assert_eq!(cramps(&house)[0].ended, days.ended, "the end stays");
}

#[tokio::test]
async fn after_ten_minutes_a_calm_box_names_the_doctor_and_the_stretch_stays() {
    let house = House::at(NIGHT);
    let place = house.post("/cramp", &[]).await.location().to_owned();
    let sentence = "Longer than 10 minutes and not easing with stretching?";
    house.set_clock("2026-05-03T01:21:00Z");
    assert!(!house.get(&place).await.body.contains(sentence));
    house.set_clock("2026-05-03T01:23:00Z");
    let page = house.get(&place).await;
    let (calm, step) = (
        page.body.find(sentence).unwrap(),
        page.body.find("1 of ").unwrap(),
    );
    assert!(calm < step);
}

#[tokio::test]
async fn cautions_that_may_apply_are_one_short_line() {
    let house = House::at(NIGHT);
    let place = house.post("/cramp", &[]).await.location().to_owned();
    let page = house.get(&place).await;
    let stage = page.body.split_once("class=\"hands\"").unwrap().0;
    assert!(stage.contains("Do not stretch hard if one leg is swollen"));
    assert!(!stage.contains("blood clot"), "the rest is folded away");
    let folded = page
        .body
        .split_once("More about who should take care")
        .unwrap()
        .1;
    assert!(folded.contains("blood clot"));
}

/// An id as a phone makes it.
const PHONE_ID: &str = "019deb5c-0000-7000-8000-000000000001";

#[tokio::test]
async fn what_a_phone_kept_is_taken_once_however_often_it_is_sent() {
    let house = House::at(NIGHT);
    let place = format!("/cramp/{PHONE_ID}/keep");
    let began = "2026-05-03T00:12:00Z";
    let first = [
        ("queued", "1"),
        ("sent", NIGHT),
        ("began", began),
        ("zone", "Europe/Lisbon"),
    ];
    for _ in 0..3 {
        assert_eq!(
            house.post(&place, &first).await.status,
            StatusCode::NO_CONTENT
        );
    }
    house.set_clock("2026-05-03T02:12:00Z");
    let later = [
        ("sent", "2026-05-03T02:12:00Z"),
        ("began", began),
        ("ended", "2026-05-03T00:16:00Z"),
        ("muscle", "foot"),
    ];
    house.post(&place, &later).await;
    house.post(&place, &later).await;
    let log = house.log();
    assert_eq!(log.told().len(), 1);
    assert_eq!(log.told()[0].moment.at, began.parse().unwrap());
    assert_eq!(log.told()[0].moment.zone.name(), "Europe/Lisbon");
    assert_eq!(cramps(&house)[0].muscle, Some(Muscle::Foot));
    assert_eq!(
        cramps(&house)[0].ended,
        Some("2026-05-03T00:16:00Z".parse().unwrap())
    );
    // What the phone does not say stays as it is.
    house.post(&place, &[("sent", NIGHT), ("pain", "4")]).await;
    assert_eq!(cramps(&house)[0].muscle, Some(Muscle::Foot));
}

#[tokio::test]
async fn a_phone_whose_clock_is_wrong_tells_the_right_time() {
    let house = House::at(NIGHT);
    let place = format!("/cramp/{PHONE_ID}/keep");
    // The phone is three hours and a day ahead; the cramp began ten minutes before it sent this.
    let fields = [
        ("sent", "2026-05-04T04:12:00Z"),
        ("began", "2026-05-04T04:02:00Z"),
        ("ended", "2026-05-04T04:05:00Z"),
    ];
    assert_eq!(
        house.post(&place, &fields).await.status,
        StatusCode::NO_CONTENT
    );
    house.set_clock("2026-05-03T01:12:03Z");
    house.post(&place, &fields).await;
    assert_eq!(
        house.log().told()[0].moment.at,
        "2026-05-03T01:02:00Z".parse().unwrap()
    );
    assert_eq!(
        cramps(&house)[0].ended,
        Some("2026-05-03T01:05:00Z".parse().unwrap())
    );
}

#[tokio::test]
async fn what_was_taken_back_does_not_come_back_from_a_phone() {
    let house = House::at(NIGHT);
    let place = format!("/cramp/{PHONE_ID}/keep");
    let fields = [("sent", NIGHT), ("began", NIGHT)];
    house.post(&place, &fields).await;
    house
        .post(&place, &[("sent", NIGHT), ("began", NIGHT), ("gone", "1")])
        .await;
    assert!(cramps(&house).is_empty());
    for muscle in ["calf", "foot"] {
        let again = [("sent", NIGHT), ("began", NIGHT), ("muscle", muscle)];
        assert_eq!(
            house.post(&place, &again).await.status,
            StatusCode::NO_CONTENT
        );
    }
    assert!(cramps(&house).is_empty());
}

#[tokio::test]
async fn a_phone_is_told_in_one_sentence_what_can_never_be_taken() {
    let house = House::at(NIGHT);
    let place = format!("/cramp/{PHONE_ID}/keep");
    for (field, value, why) in [
        ("pain", "11", "from 0 to 10"),
        ("began", "yesterday", "cannot be read"),
        ("began", "2027-05-03T01:12:00Z", "in the future"),
    ] {
        let answer = house.post(&place, &[("sent", NIGHT), (field, value)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            answer.body.contains(why) && !answer.body.contains('<'),
            "{}",
            answer.body
        );
    }
    assert!(cramps(&house).is_empty());
}

#[tokio::test]
async fn a_cramp_that_began_a_while_ago_is_one_tap_too() {
    let house = House::at(NIGHT);
    house.post("/cramp", &[("ago", "15")]).await;
    house.post("/cramp", &[("ago", "7000")]).await;
    let log = house.log();
    let at: Vec<String> = log
        .told()
        .iter()
        .map(|told| told.moment.at.to_string())
        .collect();
    assert_eq!(at, ["2026-05-03T00:57:00Z", "2026-05-03T01:12:00Z"]);
}
