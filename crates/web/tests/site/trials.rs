//! Trials on the pages: the card before the start, today's instruction, the morning's questions, pause and stop.

use axum::http::StatusCode;
use diary::entry::{Body, Morning};
use diary::trial::Look;
use diary::{Count, NightId, Trial};

use crate::common::House;

/// A house in which four weeks were answered.
pub(crate) fn answered() -> House {
    let house = House::at("2026-05-29T08:00:00+02:00");
    let last: NightId = "2026-05-28".parse().unwrap();
    for back in 0..28_u64 {
        let night = last.plus_days(-i32::try_from(back).unwrap());
        let morning = Morning {
            cramps: Some(Count::new([1, 0, 2, 3][back as usize % 4]).unwrap()),
            ..Morning::silent(night)
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

/// A page in German, of which nothing is left in English.
async fn in_german(house: &House, address: &str) -> String {
    let page = house.get_with(address, "prefers=lang-de").await.body;
    assert!(!page.contains("<span lang=\"en\">"), "{page}");
    page
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
    let address = "/trials/new/loose-bedding?weeks=6";
    // A page does not wait for its forecast.
    let waiting = house.get(address).await;
    assert_eq!(waiting.status, StatusCode::OK);
    for words in ["Imagining trials", "<progress", "Look again", "waiting-"] {
        assert!(waiting.body.contains(words), "{words}: {}", waiting.body);
    }
    assert!(!waiting.body.contains("Start this trial"));
    in_german(&house, address).await;
    let card = house.get_there(address).await;
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
    let german = in_german(&house, address).await;
    assert!(
        german.contains("eine klare Antwort zu einem Mittel"),
        "{german}"
    );
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

/// Results are shown to who asks for them, and that they were asked for stands in the log.
#[tokio::test]
async fn a_look_is_written_down() {
    let house = answered();
    house.set_clock("2026-05-29T20:00:00+02:00");
    let wish = [
        ("zone", ""),
        ("weeks", "6"),
        ("first", "2026-05-29"),
        ("start", "1"),
    ];
    let started = house.post("/trials/new/loose-bedding", &wish).await;
    let place = started.location().split('?').next().unwrap().to_owned();
    let looks = || -> Vec<Look> {
        let log = house.log();
        let told = log.told().iter();
        told.filter_map(|told| match &told.body {
            Body::Trial(Trial::Looked { look, .. }) => Some(*look),
            _ => None,
        })
        .collect()
    };
    let look = async |kind: &str| {
        house
            .post(&format!("{place}/{kind}"), &[("zone", "")])
            .await
    };
    // Before its time: no planned look, and a look before the time only when there is something to see.
    assert_eq!(look("look").await.status, StatusCode::NOT_FOUND);
    house.set_clock("2026-06-01T08:00:00+02:00");
    assert!(look("peek").await.body.contains("no result yet"));
    assert!(looks().is_empty());
    for day in 29..=31 {
        let page = format!("/check-in/2026-05-{day}/morning");
        house
            .post(
                &page,
                &[("zone", ""), ("cramps", if day == 30 { "0" } else { "2" })],
            )
            .await;
    }
    let hidden = house.get(&place).await.body;
    assert!(
        hidden.contains("Looking early has a price")
            && !hidden.contains("Going by the nights of the trial")
    );
    look("peek").await;
    let peeked = house.get(&place).await.body;
    assert!(
        peeked.contains("Going by the nights of the trial")
            && peeked.contains("Looked at before its time: 1 time")
    );
    assert_eq!(looks(), [Look::Peek]);
    let german = in_german(&house, &place).await;
    assert!(german.contains("Die Wahrscheinlichkeit, dass"), "{german}");
    // Its time has come: a page that is only opened writes nothing.
    house.set_clock("2026-08-01T08:00:00+02:00");
    assert!(house.get(&place).await.body.contains("Show the result"));
    assert_eq!(looks(), [Look::Peek]);
    look("look").await;
    look("look").await;
    assert_eq!(
        looks(),
        [Look::Peek, Look::Planned],
        "pressed twice, written once"
    );
    assert!(!house.get(&place).await.body.contains("Show the result"));
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
    for name in ["Half my ramipril", "Ohne mein Johanniskraut"] {
        let medicine = house.post("/trials/new/free", &own(name)).await;
        assert!(medicine.body.contains("is a medicine"), "{}", medicine.body);
    }
    assert_eq!(
        house.get("/trials/new/no-such").await.status,
        StatusCode::NOT_FOUND
    );
}
