//! The files of each catalogue, one a part of the site: every language has the same ones.

macro_rules! catalogue {
    ($language:literal, [$($name:literal),* $(,)?]) => {
        [$(include_str!(concat!("../catalogue/", $language, "/", $name, ".ftl"))),*]
    };
}

macro_rules! catalogues {
    ($($names:tt)*) => {
        pub(crate) const ENGLISH: &[&str] = &catalogue!("en", [$($names)*]);
        pub(crate) const GERMAN: &[&str] = &catalogue!("de", [$($names)*]);
    };
}

catalogues![
    "checkin",
    "countries",
    "cramp",
    "data",
    "door",
    "erase",
    "evidence",
    "food",
    "frame",
    "imports",
    "insight-doubts",
    "insight-food",
    "insight-plan",
    "insight-signs",
    "insight-summary",
    "insight-suspects",
    "insight-trials",
    "insight-water",
    "nights",
    "plan",
    "profile",
    "questionnaires",
    "refusals",
    "report",
    "scripts",
    "settings",
    "suspects",
    "tonight",
    "trials",
    "welcome",
    "words",
];
