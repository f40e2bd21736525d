//! Walks every page that a person can reach by links: no blocked remedy is advised on any of them.

use std::collections::BTreeSet;

use insight::{Facts, Verdict};
use knowledge::Remedy;

use crate::common::{House, no_warning_signs};

/// Every page reachable by links from the first, with its text.
async fn walk(house: &House) -> Vec<(String, String)> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut to_visit = vec!["/".to_owned()];
    let mut pages = Vec::new();
    while let Some(address) = to_visit.pop() {
        if seen.len() > 600 || !seen.insert(address.clone()) {
            continue;
        }
        let answer = house.get(&address).await;
        if !answer.status.is_success() {
            continue;
        }
        for link in answer.body.split("href=\"").skip(1) {
            let link = link.split(['"', '#']).next().unwrap_or_default();
            // Assets change nothing, the nights before the first would never end, and the PDF has the words of the report.
            if link.starts_with('/')
                && link != "/report.pdf"
                && !link.starts_with("/assets")
                && !link.starts_with("/nights/")
            {
                to_visit.push(link.replace("&amp;", "&"));
            }
        }
        pages.push((address, answer.body));
    }
    pages
}

/// As the template writes a text into a page.
fn escaped(text: &str) -> String {
    text.replace('&', "&#38;")
        .replace('<', "&#60;")
        .replace('>', "&#62;")
        .replace('"', "&#34;")
        .replace('\'', "&#39;")
}

/// Steps of a remedy that no other remedy has.
fn own_steps(remedy: &Remedy) -> impl Iterator<Item = &'static str> + use<'_> {
    remedy.how_to.iter().copied().filter(move |step| {
        knowledge::remedies()
            .iter()
            .filter(|other| other.id != remedy.id)
            .all(|other| !other.how_to.contains(step))
    })
}

fn advised(pages: &[(String, String)], remedy: &Remedy) -> Option<(String, &'static str)> {
    pages.iter().find_map(|(address, body)| {
        own_steps(remedy)
            .find(|step| body.contains(&escaped(step)))
            .map(|step| (address.clone(), step))
    })
}

/// A person with weak kidneys by blood test, on warfarin and lithium, of whom all else is known.
async fn told(house: &House) {
    house
        .post(
            "/profile",
            &[
                ("birth-year", "1950"),
                ("sex", "female"),
                ("pregnant", "no"),
            ],
        )
        .await;
    let value = [
        ("do", "add"),
        ("test", "creatinine"),
        ("value", "2.6"),
        ("unit", "mg/dL"),
        ("taken", "2026-04-02"),
    ];
    assert_eq!(house.post("/profile/labs", &value).await.status, 303);
    for medicine in ["warfarin", "lithium"] {
        house
            .post(
                "/profile/medicines",
                &[("do", "add"), ("medicine", medicine)],
            )
            .await;
    }
    house
        .post("/profile/medicines", &[("do", "complete")])
        .await;
    let groups: BTreeSet<&str> = knowledge::conditions()
        .iter()
        .map(|one| one.group)
        .collect();
    for number in 1..=groups.len() {
        let group = number.to_string();
        let ids: Vec<String> = knowledge::conditions()
            .iter()
            .map(|c| format!("c-{}", c.id))
            .collect();
        let mut fields = vec![("group", group.as_str()), ("none", "1")];
        fields.extend(ids.iter().map(|id| (id.as_str(), "")));
        house.post("/profile/conditions", &fields).await;
    }
    no_warning_signs(house, "known-liver-kidney-thyroid-disease").await;
}

#[tokio::test]
async fn no_page_advises_a_blocked_remedy() {
    let house = House::at("2026-05-03T08:00:00Z");
    told(&house).await;
    let facts = Facts::of(&house.desk.person().unwrap(), jiff::civil::date(2026, 5, 3));
    let pages = walk(&house).await;
    assert!(pages.len() > 40, "{}", pages.len());
    let (mut blocked, mut shown) = (0, 0);
    for remedy in knowledge::remedies() {
        match insight::check(remedy, &facts) {
            Verdict::Allowed { .. } => {
                shown += usize::from(advised(&pages, remedy).is_some());
            }
            Verdict::Blocked { .. } | Verdict::NeedsFacts { .. } => {
                blocked += 1;
                assert_eq!(advised(&pages, remedy), None, "{}", remedy.id);
            }
        }
    }
    assert!(
        blocked >= 8 && shown >= 2,
        "{blocked} blocked, {shown} shown"
    );
    let plan = &pages
        .iter()
        .find(|(address, _)| address == "/plan")
        .unwrap()
        .1;
    for why in ["You take warfarin.", "kidney filtration (eGFR) 18.5"] {
        assert!(plan.contains(why), "{why} is not in {plan}");
    }
}

#[tokio::test]
async fn an_emergency_silences_advice_on_every_page_and_stands_on_top() {
    let house = House::at("2026-05-03T08:00:00Z");
    told(&house).await;
    house
        .post(
            "/profile/warning-signs",
            &[("r-chest-pain-breathless", "yes")],
        )
        .await;
    let flag = knowledge::flag("chest-pain-breathless").unwrap();
    let mut pages = walk(&house).await;
    for remedy in knowledge::remedies() {
        assert_eq!(advised(&pages, remedy), None, "{}", remedy.id);
    }
    house
        .post("/check-in/2026-05-02/morning", &[("cramps", "2")])
        .await;
    let entry = house.log().told().last().unwrap().id;
    let mut looked_at = 0;
    for path in [
        "/settings/erase",
        "/devices",
        "/import",
        "/phone",
        "/welcome",
        "/nights/2026-05-02",
        "/profile/medicines",
        &format!("/entries/{entry}/erase"),
    ] {
        let page = house.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        pages.push((path.to_owned(), page.body));
    }
    for (address, body) in &pages {
        // A calendar or a table is no page.
        let Some(heading) = body.find("<h1") else {
            continue;
        };
        looked_at += 1;
        let alarms = body.matches(flag.advice).count();
        let first = body.find(flag.advice).is_some_and(|alarm| alarm < heading);
        // Cramp now is kept on the phone and shows the advice among what it does itself.
        assert!(
            first || address == "/cramp",
            "{address}: the alarm comes first"
        );
        assert!(
            alarms == 1 || address.contains("warning-signs") || address == "/cramp",
            "{address}: once"
        );
    }
    assert!(looked_at > 60, "{looked_at}");
    for (path, page) in [
        ("/away", house.get("/away").await),
        ("/check-in/away", house.get("/check-in/away").await),
    ] {
        assert!(!page.body.contains(flag.advice), "{path} is kept for days");
    }
}
