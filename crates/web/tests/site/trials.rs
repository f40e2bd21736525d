//! Trials on the pages: the card before the start, today's instruction, the morning's questions, pause and stop.

use axum::http::StatusCode;
use diary::entry::{Body, Morning};
use diary::{Count, NightId, Trial};

use crate::common::House;

/// A house in which four weeks were answered.
fn answered() -> House {
    let house = House::at("2026-05-29T08:00:00+02:00");
    let last: NightId = "2026-05-28".parse().unwrap();
    for back in 0..28_u64 {
        let night = last.plus_days(-i32::try_from(back).unwrap());
        let morning = Morning {
            night,
            cramps: Some(Count::new([1, 0, 2, 3][back as usize % 4]).unwrap()),
            minutes: None,
            pain: None,
            sleep_lost: None,
            soreness: None,
            tiredness: None,
            note: None,
        };
        let zone = diary::Zone::named("Europe/Berlin").unwrap();
        let now = "2026-05-29T06:00:00Z".parse().unwrap();
        let moment = diary::Moment::new(now, zone);
        let random = [u8::try_from(back).unwrap(); 10];
        house
            .desk
            .tell(moment, Body::Morning(morning), now, random)
            .unwrap();
    }
    house
}

#[tokio::test]
async fn a_trial_from_its_card_to_its_stop() {
    let house = answered();
    let list = house.get("/trials").await;
    assert!(
        list.body.contains("You have no trial yet")
            && list.body.contains("/trials/new/loose-bedding")
    );
    house.set_clock("2026-05-29T20:00:00+02:00");
    let card = house.get("/trials/new/loose-bedding?weeks=6").await;
    assert_eq!(card.status, StatusCode::OK);
    for words in [
        "chance of a clear answer",
        "Largest e-value",
        "Smallest randomisation p",
        "Stop if",
        "Start this trial",
    ] {
        assert!(card.body.contains(words), "{words}");
    }
    let started = house
        .post(
            "/trials/new/loose-bedding",
            &[
                ("zone", ""),
                ("weeks", "6"),
                ("first", "2026-05-29"),
                ("start", "1"),
            ],
        )
        .await;
    assert_eq!(started.status, StatusCode::SEE_OTHER, "{}", started.body);
    let place = started.location().split('?').next().unwrap().to_owned();
    let tonight = house.get("/").await;
    assert!(tonight.body.contains("night 1 of") && tonight.body.contains(&place));
    let page = house.get(&place).await;
    assert!(page.body.contains("SHA-256") && page.body.contains("Results are shown on"));
    assert!(
        !page.body.contains("<dt>Schedule</dt>"),
        "what comes stays hidden"
    );
    // The morning asks whether it was followed, once.
    house.set_clock("2026-05-30T08:00:00+02:00");
    let morning = house.get("/check-in/2026-05-29/morning").await;
    let id = place.strip_prefix("/trials/").unwrap();
    let field = format!("t-{id}");
    assert!(morning.body.contains(&field), "{}", morning.body);
    let saved = house
        .post(
            "/check-in/2026-05-29/morning",
            &[("zone", ""), ("cramps", "1"), (&field, "yes")],
        )
        .await;
    assert_eq!(saved.location(), "/?done=saved");
    assert!(
        !house
            .get("/check-in/2026-05-29/morning")
            .await
            .body
            .contains(&field)
    );
    let told = house
        .log()
        .told()
        .iter()
        .any(|told| matches!(&told.body, Body::Trial(Trial::Adherence { .. })));
    assert!(told);
    assert!(
        house
            .get("/nights/2026-05-29")
            .await
            .body
            .contains("instruction of 29 May 2026: followed")
    );
    // Pause, go on, stop; a second press changes nothing.
    house.set_clock("2026-05-30T20:00:00+02:00");
    for (act, fields, done) in [
        ("pause", &[("zone", ""), ("why", "travel")][..], "saved"),
        ("pause", &[("zone", ""), ("why", "travel")], "nothing"),
        ("resume", &[("zone", "")], "saved"),
        ("stop", &[("zone", ""), ("why", "burden")], "saved"),
        ("stop", &[("zone", ""), ("why", "burden")], "nothing"),
    ] {
        let answer = house.post(&format!("{place}/{act}"), fields).await;
        assert_eq!(answer.location(), format!("{place}?done={done}"), "{act}");
    }
    assert!(house.get("/trials").await.body.contains("too much trouble"));
}

#[tokio::test]
async fn something_of_ones_own_is_described_first_and_is_no_medicine() {
    let house = answered();
    let blank = house.get("/trials/new/free").await;
    assert!(
        blank.body.contains("What do you want to test?")
            && !blank.body.contains("Start this trial")
    );
    let own = |name: &'static str| {
        [
            ("zone", ""),
            ("name", name),
            ("with", "One glass"),
            ("without", "None"),
        ]
    };
    let missing = house.post("/trials/new/free", &own("")).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    let medicine = house
        .post("/trials/new/free", &own("Half my ramipril"))
        .await;
    assert!(medicine.body.contains("is a medicine"), "{}", medicine.body);
    assert_eq!(
        house.get("/trials/new/no-such").await.status,
        StatusCode::NOT_FOUND
    );
}
