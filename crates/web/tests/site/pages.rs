//! Tonight, suspects, plan, nights and the profile.

use crate::common::House;
use axum::http::StatusCode;

const EVENING: &str = "2026-05-03T19:30:00Z";

#[tokio::test]
async fn day_one_says_that_it_rests_on_the_evidence() {
    let house = House::at(EVENING);
    let tonight = house.get("/").await;
    assert_eq!(tonight.status, StatusCode::OK);
    let (button, list) = (
        tonight.body.find("I have a cramp").unwrap(),
        tonight.body.find("To do").unwrap(),
    );
    assert!(button < list, "the cramp button comes first");
    assert!(
        tonight
            .body
            .contains("No night of the last 4 weeks is answered yet.")
    );
    assert!(
        house
            .get("/suspects")
            .await
            .body
            .contains("There is nothing from your own nights in this yet.")
    );
    assert!(
        house
            .get("/plan")
            .await
            .body
            .contains("Nothing from your own nights is in this plan yet")
    );
}

#[tokio::test]
async fn every_suspect_of_the_list_has_a_page_with_sources() {
    let house = House::at(EVENING);
    let list = house.get("/suspects").await;
    let ids: Vec<&str> = list
        .body
        .split("href=\"/suspects/")
        .skip(1)
        .map(|rest| rest.split_once('"').unwrap().0)
        .collect();
    assert!(ids.len() > 20, "{}", ids.len());
    for id in ids {
        let page = house.get(&format!("/suspects/{id}")).await;
        assert_eq!(page.status, StatusCode::OK, "{id}");
        assert!(page.body.contains("Before your diary"), "{id}");
    }
}

#[tokio::test]
async fn the_strip_counts_answered_nights_only() {
    let house = House::at(EVENING);
    house
        .post(
            "/check-in/2026-05-02/morning",
            &[("cramps", "2"), ("pain", "8")],
        )
        .await;
    house
        .post("/check-in/2026-05-01/morning", &[("cramps", "0")])
        .await;
    let page = house.get("/").await;
    assert!(
        page.body
            .contains("In the last 4 weeks: cramps on 1 of 2 answered nights.")
    );
    assert!(page.body.contains("no cramp"));
    assert_eq!(page.body.matches("class=\"unanswered\"").count(), 26);
}

#[tokio::test]
async fn a_red_flag_stands_first_and_advice_is_silent() {
    let house = House::at(EVENING);
    let saved = house
        .post(
            "/profile/warning-signs",
            &[("r-cold-pale-numb-foot", "yes")],
        )
        .await;
    assert_eq!(saved.location(), "/plan?done=saved");
    for path in [
        "/",
        "/suspects",
        "/suspects/alcohol",
        "/plan",
        "/nights",
        "/nights/2026-05-02",
        "/check-in/2026-05-02/morning",
        "/check-in/2026-05-03/evening",
    ] {
        let page = house.get(path).await;
        let (alarm, title) = (
            page.body.find("Get help now").unwrap_or(usize::MAX),
            page.body.find("<h1>").unwrap(),
        );
        assert!(alarm < title, "{path}");
        assert!(page.body.contains("href=\"tel:112\""), "{path}");
        assert!(page.body.contains("href=\"tel:911\""), "{path}");
    }
    let plan = house.get("/plan").await;
    assert!(plan.body.contains("Please get help for this first."));
    for list in ["What we need to know", "Left out", "below", "<h2>Now</h2>"] {
        assert!(!plan.body.contains(list), "{list}");
    }
    house
        .post(
            "/profile/warning-signs",
            &[
                ("r-cold-pale-numb-foot", "yes"),
                ("s-cold-pale-numb-foot", "1"),
            ],
        )
        .await;
    assert!(
        !house.get("/plan").await.body.contains("Get help now"),
        "a doctor has seen it"
    );
}

#[tokio::test]
async fn the_profile_is_told_changed_and_made_unknown_again() {
    let house = House::at(EVENING);
    let told = [
        ("birth-year", "1950"),
        ("sex", "female"),
        ("height", "162,5"),
        ("weight", "70"),
        ("hemisphere", "north"),
    ];
    assert_eq!(
        house.post("/profile", &told).await.location(),
        "/profile?done=saved"
    );
    let person = house.desk.person().unwrap();
    assert_eq!(
        (person.birth_year, person.height_cm),
        (Some(1950), Some(162.5))
    );
    let page = house.get("/profile").await;
    assert!(page.body.contains("value=\"1950\"") && page.body.contains("value=\"162.5\""));
    let same = [
        ("birth-year", "1950"),
        ("sex", "female"),
        ("height", "162.5"),
        ("weight", "70"),
        ("hemisphere", "north"),
    ];
    assert_eq!(
        house.post("/profile", &same).await.location(),
        "/profile?done=nothing"
    );
    house
        .post(
            "/profile",
            &[
                ("birth-year", ""),
                ("sex", "female"),
                ("height", "162.5"),
                ("weight", "70"),
                ("hemisphere", "north"),
            ],
        )
        .await;
    let person = house.desk.person().unwrap();
    assert_eq!((person.birth_year, person.weight_kg), (None, Some(70.0)));
    let bad = house
        .post(
            "/profile",
            &[
                ("birth-year", "1750"),
                ("height", "1.62"),
                ("due", "2026-06-01"),
            ],
        )
        .await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        bad.body.contains("Check the unit")
            && bad.body.contains("You gave a due date")
            && bad.body.contains("value=\"1750\"")
    );
    let year = house.post("/profile", &[("birth-year", "1750")]).await;
    assert!(year.body.contains("The year of birth is 1750"));
}

#[tokio::test]
async fn none_of_the_others_answers_the_open_ones_of_one_group_only() {
    let house = House::at(EVENING);
    let page = house.get("/profile/conditions").await;
    let ids: Vec<&str> = page
        .body
        .split("name=\"c-")
        .skip(1)
        .map(|rest| rest.split_once('"').unwrap().0)
        .collect();
    let (first, second) = (ids[0], ids[3]);
    let fields = [(format!("c-{first}"), "yes"), (format!("c-{second}"), "")];
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), *value))
        .collect();
    house.post("/profile/conditions", &fields).await;
    let person = house.desk.person().unwrap();
    assert_eq!(
        (person.has(first), person.has(second)),
        (Some(true), None),
        "unanswered stays unknown"
    );
    let none: Vec<(&str, &str)> = fields
        .iter()
        .copied()
        .chain([("none", "1"), ("group", "1")])
        .collect();
    house.post("/profile/conditions", &none).await;
    let person = house.desk.person().unwrap();
    assert_eq!(
        (person.has(first), person.has(second)),
        (Some(true), Some(false))
    );
    assert_eq!(
        person.conditions.len(),
        2,
        "conditions that the form did not ask stay unknown"
    );
}

#[tokio::test]
async fn medicines_are_found_added_stopped_and_removed() {
    let house = House::at(EVENING);
    let found = house
        .post("/profile/medicines/search", &[("name", "furosemid")])
        .await;
    assert_eq!(found.status, StatusCode::OK);
    let id = found.field("medicine").to_owned();
    assert_eq!(id, "furosemide");
    let add = [
        ("do", "add"),
        ("medicine", id.as_str()),
        ("since", "2026-04-01"),
        ("dose", "40 mg <b>"),
    ];
    house.post("/profile/medicines", &add).await;
    house.post("/profile/medicines", &add).await;
    assert_eq!(house.log().told().len(), 1, "sent twice");
    assert_eq!(house.desk.person().unwrap().taking().count(), 1);
    let list = house.get("/profile/medicines").await;
    assert!(list.body.contains("since 1 April 2026") && !list.body.contains("40 mg <b>"));
    house
        .post("/profile/medicines", &[("do", "complete")])
        .await;
    assert_eq!(house.desk.person().unwrap().medicines_complete, Some(true));
    house
        .post(
            "/profile/medicines",
            &[("do", "stop"), ("medicine", &id), ("since", "2026-05-01")],
        )
        .await;
    assert_eq!(house.desk.person().unwrap().taking().count(), 0);
    house
        .post("/profile/medicines", &[("do", "remove"), ("medicine", &id)])
        .await;
    assert!(house.desk.person().unwrap().medicines.is_empty());
    let unknown = house
        .post("/profile/medicines/search", &[("name", "zzzzqqq <i>")])
        .await;
    assert!(unknown.body.contains("We know no medicine") && !unknown.body.contains("<i>"));
}

#[tokio::test]
async fn nights_page_back_and_show_what_was_told() {
    let house = House::at(EVENING);
    for day in 1..=31 {
        house
            .post(
                &format!("/check-in/2026-03-{day:02}/morning"),
                &[("cramps", "1")],
            )
            .await;
    }
    let newest = house.get("/nights").await;
    assert!(newest.body.contains("/nights/2026-05-02"));
    let earlier = newest
        .body
        .split_once("/nights?before=")
        .unwrap()
        .1
        .split_once('"')
        .unwrap()
        .0;
    let older = house.get(&format!("/nights?before={earlier}")).await;
    assert!(older.body.contains("/nights/2026-03-20"));
    let one = house.get("/nights/2026-03-20").await;
    assert!(one.body.contains("1 cramp"));
}

#[tokio::test]
async fn the_theme_comes_from_the_cookie_and_the_clock() {
    let house = House::at(EVENING);
    assert!(house.get("/").await.body.contains("data-theme=\"auto\""));
    house.set_clock("2026-05-03T22:30:00Z");
    assert!(house.get("/").await.body.contains("data-theme=\"night\""));
    let request = axum::http::Request::get("/plan")
        .header("host", crate::common::HOST)
        .header("cookie", "a=b; theme=day");
    let page = house
        .send(request.body(axum::body::Body::empty()).unwrap())
        .await;
    assert!(page.body.contains("data-theme=\"day\""));
}

#[tokio::test]
async fn a_flag_that_the_diary_raises_is_settled_by_a_new_answer() {
    let house = House::at("2026-05-02T18:00:00Z");
    let flag = "cramp-over-10-minutes";
    let (answer, seen) = (format!("r-{flag}"), format!("s-{flag}"));
    house
        .post("/profile/warning-signs", &[(&answer, "no")])
        .await;
    house.set_clock("2026-05-03T01:00:00Z");
    let place = house.post("/cramp", &[]).await.location().to_owned();
    house.set_clock("2026-05-03T01:20:00Z");
    house.post(&place, &[("over", "1")]).await;
    house.set_clock("2026-05-03T09:00:00Z");
    assert!(
        house
            .get("/")
            .await
            .body
            .contains("a cramp lasted 20 minutes")
    );
    assert!(
        house
            .get("/profile/warning-signs")
            .await
            .body
            .contains("Please answer anew.")
    );
    let left_open = house.post("/profile/warning-signs", &[(&answer, "")]).await;
    assert_eq!(
        left_open.location(),
        "/plan?done=nothing",
        "the old answer is not lost"
    );
    house
        .post("/profile/warning-signs", &[(&answer, "yes"), (&seen, "1")])
        .await;
    assert!(
        !house
            .get("/")
            .await
            .body
            .contains("a cramp lasted 20 minutes")
    );
}

#[tokio::test]
async fn a_boy_of_sixteen_is_told_why_there_is_no_plan_and_points_nowhere_empty() {
    let house = House::at(EVENING);
    house.post("/profile", &[("birth-year", "2010")]).await;
    let plan = house.get("/plan").await;
    let main = plan.body.split_once("<h1>Plan</h1>").unwrap().1;
    assert!(
        main.trim_start()
            .starts_with("<p>There is no plan for people under 18")
    );
    let asked = main.contains("What we need to know first</h2>");
    assert_eq!(main.contains("below."), asked);
    let reasons = main.matches("None of the trials were in children").count();
    assert_eq!(
        reasons, 1,
        "one reason is said once, whatever it leaves out"
    );
}

#[tokio::test]
async fn none_of_the_others_is_said_of_one_urgency_and_the_emergencies_come_first() {
    let house = House::at(EVENING);
    let page = house.get("/profile/warning-signs").await;
    let sections: Vec<usize> = ["emergency", "same-day", "soon", "routine"]
        .iter()
        .map(|name| {
            let button = format!("name=\"none\" value=\"{name}\"");
            page.body.find(&button).unwrap()
        })
        .collect();
    assert!(sections.is_sorted());
    let ids: Vec<&str> = page
        .body
        .split("name=\"r-")
        .skip(1)
        .map(|rest| rest.split_once('"').unwrap().0)
        .collect();
    let fields: Vec<(String, &str)> = ids.iter().map(|id| (format!("r-{id}"), "")).collect();
    let sent: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), *value))
        .chain([("none", "emergency")])
        .collect();
    let saved = house.post("/profile/warning-signs", &sent).await;
    assert!(
        saved
            .location()
            .starts_with("/profile/warning-signs?done=saved"),
        "the other sections are still to be read: {}",
        saved.location()
    );
    let person = house.desk.person().unwrap();
    let emergencies = knowledge::flags()
        .iter()
        .filter(|flag| flag.urgency == knowledge::Urgency::Emergency)
        .filter(|flag| ids.contains(&flag.id))
        .count();
    assert_eq!(person.flags.len(), emergencies);
    assert!(person.flags.values().all(|answer| !answer.present));
}

#[tokio::test]
async fn a_medicine_stopped_by_a_slip_is_taken_again() {
    let house = House::at(EVENING);
    let add = [("do", "add"), ("medicine", "furosemide")];
    house.post("/profile/medicines", &add).await;
    let stop = [("do", "stop"), ("medicine", "furosemide")];
    let stopped = house.post("/profile/medicines", &stop).await;
    assert_eq!(house.desk.person().unwrap().taking().count(), 0);
    let page = house.get(stopped.location()).await;
    assert!(page.body.contains("Undo: I still take it"));
    let id = page.field("entry").to_owned();
    let undo = [("do", "undo"), ("entry", id.as_str())];
    for _ in 0..2 {
        let undone = house.post("/profile/medicines", &undo).await;
        assert_eq!(undone.status, StatusCode::SEE_OTHER);
        assert_eq!(house.desk.person().unwrap().taking().count(), 1);
    }
    let later = house.get("/profile/medicines").await;
    assert!(!later.body.contains("Undo: I still take it"));
}

#[tokio::test]
async fn a_finding_says_what_of_its_source_could_be_read() {
    let house = House::at(EVENING);
    for (page, says) in [
        ("prolonged-sitting", "; no study was found"),
        (
            "peripheral-artery-disease",
            ", but the source could not be opened",
        ),
        (
            "peripheral-artery-disease",
            "compared with the paper’s summary on",
        ),
    ] {
        let body = house.get(&format!("/evidence/factors/{page}")).await.body;
        assert!(body.contains(says), "{page}: {says}");
    }
}

#[tokio::test]
async fn the_suspects_link_to_what_they_ask_for() {
    let house = House::at("2026-05-03T08:00:00Z");
    let page = house.get("/suspects").await.body;
    assert!(page.contains("Tell us your conditions and medicines"));
    let links = "<p class=\"links\"><a href=\"/profile/conditions\">";
    assert!(page.contains(links), "{page}");
}
