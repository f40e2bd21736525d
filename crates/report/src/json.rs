//! The summary as JSON for programs: the same facts as the page, as fields. `null` is not known.

use insight::summary::{Ask, Counted, Scores, State, Summary};
use insight::{Basis, RaisedFrom, Suspect, Tag};
use knowledge::{CrampLabel, Urgency};
use serde::Serialize;

use crate::words;

/// Version of this form: it changes when a field changes its meaning or goes.
const VERSION: u32 = 1;

/// The summary as a serialisable value.
#[must_use]
pub fn json(summary: &Summary) -> impl Serialize + use<> {
    let (nights_answered, nights_in_diary) = match summary.basis {
        Basis::EvidenceOnly => (0, 0),
        Basis::Nights { answered, all } => (answered, all),
    };
    let suspects = |list: &[Suspect], word: &'static str| -> Vec<SuspectJson> {
        list.iter().map(|one| suspect(one, word)).collect()
    };
    ReportJson {
        version: VERSION,
        made_on: summary.today.to_string(),
        period: summary.period.map(|period| PeriodJson {
            first_night: period.first.to_string(),
            last_night: period.last.to_string(),
        }),
        person: person(summary),
        burden: summary.burden.as_ref().map(burden),
        pattern: pattern(summary),
        suspects: [
            suspects(&summary.likely, "likely"),
            suspects(&summary.unclear, "unclear"),
            suspects(&summary.unlikely, "unlikely"),
        ]
        .concat(),
        medicines: medicines(summary),
        medicines_complete: summary.medicines.complete,
        warning_signs: signs(summary),
        labs: summary
            .labs
            .iter()
            .map(|lab| LabJson {
                test: lab.test.as_str().to_owned(),
                value: lab.value.get(),
                unit: lab.unit.clone(),
                taken: lab.taken.to_string(),
            })
            .collect(),
        questions: summary.questions.iter().map(ask).collect(),
        checks: summary.checks.iter().map(ask).collect(),
        method: MethodJson {
            nights_answered,
            nights_in_diary,
            engine: infer::ENGINE_VERSION,
            knowledge: knowledge::VERSION,
            reviewed_by_a_clinician: false,
        },
    }
}

#[derive(Serialize)]
struct ReportJson {
    version: u32,
    made_on: String,
    period: Option<PeriodJson>,
    person: PersonJson,
    burden: Option<BurdenJson>,
    pattern: PatternJson,
    suspects: Vec<SuspectJson>,
    medicines: Vec<MedicineJson>,
    medicines_complete: Option<bool>,
    warning_signs: SignsJson,
    labs: Vec<LabJson>,
    questions: Vec<AskJson>,
    checks: Vec<AskJson>,
    method: MethodJson,
}

#[derive(Serialize)]
struct PeriodJson {
    first_night: String,
    last_night: String,
}

#[derive(Serialize)]
struct PersonJson {
    birth_year: Option<i16>,
    age: Option<u32>,
    may_be_minor: bool,
    sex: Option<&'static str>,
    height_cm: Option<f64>,
    weight_kg: Option<f64>,
    body_mass_index: Option<f64>,
    pregnant: Option<bool>,
    due: Option<String>,
    conditions: Vec<ConditionJson>,
    conditions_unasked: usize,
}

#[derive(Serialize)]
struct ConditionJson {
    condition: String,
    name: String,
    since: Option<String>,
}

#[derive(Serialize)]
struct BurdenJson {
    nights: usize,
    nights_answered: usize,
    nights_with_cramps: usize,
    cramps: u32,
    /// Some nights are known from taps only: `cramps` is a lower bound.
    at_least: bool,
    worst_pain: Option<u8>,
    pain: Option<ScoresJson>,
    minutes: Option<MinutesJson>,
    sleep_lost: Option<ScoresJson>,
    tiredness: Option<ScoresJson>,
    soreness: Option<ScoresJson>,
    trend: Option<TrendJson>,
}

#[derive(Serialize)]
struct ScoresJson {
    nights_told: usize,
    /// Nights of 5 or more of 10.
    nights_bad: usize,
    median: u8,
}

#[derive(Serialize)]
struct MinutesJson {
    nights_told: usize,
    median: u32,
    most: u32,
}

#[derive(Serialize)]
struct TrendJson {
    nights: usize,
    recent: CountedJson,
    before: CountedJson,
    /// `fewer`, `more`, `no-clear-change`; `null` when too few nights are answered.
    change: Option<&'static str>,
}

#[derive(Serialize)]
struct CountedJson {
    nights_with_cramps: usize,
    nights_answered: usize,
}

#[derive(Serialize)]
struct PatternJson {
    cramps_logged: usize,
    window: Option<WindowJson>,
    sides: Vec<CountJson>,
    muscles: Vec<CountJson>,
}

#[derive(Serialize)]
struct WindowJson {
    from_hour: u8,
    hours: u8,
    cramps: usize,
}

#[derive(Serialize)]
struct CountJson {
    what: &'static str,
    cramps: usize,
}

#[derive(Clone, Serialize)]
struct SuspectJson {
    factor: &'static str,
    name: &'static str,
    /// `likely`, `unclear` or `unlikely`.
    list: &'static str,
    /// `from-studies`, `from-your-nights` or `tested`.
    tag: &'static str,
    probability: f64,
    p_raises: f64,
    p_lowers: f64,
    /// Null where no number may be shown.
    rate_ratio: Option<f64>,
    rate_ratio_low: Option<f64>,
    rate_ratio_high: Option<f64>,
    /// What the ratio is for.
    per: String,
    study_certainty: &'static str,
}

#[derive(Serialize)]
struct MedicineJson {
    medicine: String,
    name: String,
    dose: Option<String>,
    taking: bool,
    since: Option<String>,
    /// `listed`, `not-listed`, or null when no label was read.
    cramps_on_label: Option<&'static str>,
    factors: Vec<&'static str>,
    before_start: Option<CountedJson>,
    after_start: Option<CountedJson>,
}

#[derive(Serialize)]
struct SignsJson {
    raised: Vec<SignJson>,
    seen: Vec<&'static str>,
    answered_no: Vec<&'static str>,
    not_asked: Vec<&'static str>,
}

#[derive(Serialize)]
struct SignJson {
    flag: &'static str,
    suggests: &'static str,
    urgency: &'static str,
    /// `answer`, `night`, `questionnaire` or `profile`.
    from: &'static str,
    date: Option<String>,
}

#[derive(Serialize)]
struct LabJson {
    test: String,
    value: f64,
    unit: String,
    taken: String,
}

#[derive(Serialize)]
struct AskJson {
    text: String,
    reason: String,
}

#[derive(Serialize)]
struct MethodJson {
    nights_answered: usize,
    nights_in_diary: usize,
    engine: &'static str,
    knowledge: &'static str,
    reviewed_by_a_clinician: bool,
}

fn person(summary: &Summary) -> PersonJson {
    let who = &summary.who;
    PersonJson {
        birth_year: who.birth_year,
        age: who.age,
        may_be_minor: who.may_be_minor,
        sex: who.sex.map(words::sex),
        height_cm: who.height_cm,
        weight_kg: who.weight_kg,
        body_mass_index: who.body_mass_index,
        pregnant: who.pregnant,
        due: who.due.map(|due| due.to_string()),
        conditions: who
            .conditions
            .iter()
            .map(|one| ConditionJson {
                condition: one.id.clone(),
                name: one.name.clone(),
                since: one.since.map(|since| since.to_string()),
            })
            .collect(),
        conditions_unasked: who.conditions_unasked,
    }
}

fn burden(burden: &insight::summary::Burden) -> BurdenJson {
    let scores = |scores: Option<Scores>| {
        scores.map(|scores| ScoresJson {
            nights_told: scores.told,
            nights_bad: scores.bad,
            median: scores.median,
        })
    };
    BurdenJson {
        nights: burden.nights,
        nights_answered: burden.counted.answered,
        nights_with_cramps: burden.counted.with_cramps,
        cramps: burden.cramps,
        at_least: burden.only_taps > 0,
        worst_pain: burden.worst_pain.map(|(pain, _)| pain.get()),
        pain: scores(burden.pain),
        minutes: burden.minutes.map(|minutes| MinutesJson {
            nights_told: minutes.told,
            median: minutes.median,
            most: minutes.most,
        }),
        sleep_lost: scores(burden.sleep_lost),
        tiredness: scores(burden.tiredness),
        soreness: scores(burden.soreness),
        trend: burden.trend.map(|trend| TrendJson {
            nights: trend.nights,
            recent: counted(trend.recent),
            before: counted(trend.before),
            change: trend.change.map(|change| match change {
                insight::summary::Change::Fewer => "fewer",
                insight::summary::Change::More => "more",
                insight::summary::Change::NoClearChange => "no-clear-change",
            }),
        }),
    }
}

fn counted(counted: Counted) -> CountedJson {
    CountedJson {
        nights_with_cramps: counted.with_cramps,
        nights_answered: counted.answered,
    }
}

fn pattern(summary: &Summary) -> PatternJson {
    let pattern = &summary.pattern;
    PatternJson {
        cramps_logged: pattern.logged,
        window: pattern.window.map(|window| WindowJson {
            from_hour: window.from_hour,
            hours: insight::summary::WINDOW_HOURS,
            cramps: window.count,
        }),
        sides: pattern
            .sides
            .iter()
            .map(|(side, cramps)| CountJson {
                what: words::side(*side),
                cramps: *cramps,
            })
            .collect(),
        muscles: pattern
            .muscles
            .iter()
            .map(|(muscle, cramps)| CountJson {
                what: words::muscle(*muscle),
                cramps: *cramps,
            })
            .collect(),
    }
}

fn suspect(suspect: &Suspect, list: &'static str) -> SuspectJson {
    let shown = |ratio: f64| suspect.shows_number.then_some(ratio);
    SuspectJson {
        factor: suspect.factor.id,
        name: suspect.factor.name,
        list,
        tag: match suspect.tag {
            Tag::FromStudies => "from-studies",
            Tag::FromYourNights => "from-your-nights",
            Tag::Tested => "tested",
        },
        probability: suspect.probability,
        p_raises: suspect.p_raises,
        p_lowers: suspect.p_lowers,
        rate_ratio: shown(suspect.ratio),
        rate_ratio_low: shown(suspect.ratio_low),
        rate_ratio_high: shown(suspect.ratio_high),
        per: insight::suspects::per(suspect),
        study_certainty: words::grade(suspect.factor.grade),
    }
}

fn medicines(summary: &Summary) -> Vec<MedicineJson> {
    summary
        .medicines
        .all
        .iter()
        .map(|one| {
            let (taking, since) = match one.state {
                State::Taking(since) => (true, since),
                State::Stopped(since) => (false, since),
            };
            MedicineJson {
                medicine: one.id.clone(),
                name: one.name.clone(),
                dose: one.dose.clone(),
                taking,
                since: since.map(|since| since.to_string()),
                cramps_on_label: match one.label() {
                    CrampLabel::Listed => Some("listed"),
                    CrampLabel::NotListed => Some("not-listed"),
                    CrampLabel::Unknown => None,
                },
                factors: one.factors.iter().map(|factor| factor.id).collect(),
                before_start: one.around_start.map(|(before, _)| counted(before)),
                after_start: one.around_start.map(|(_, after)| counted(after)),
            }
        })
        .collect()
}

fn signs(summary: &Summary) -> SignsJson {
    let signs = &summary.signs;
    let ids =
        |answers: &[insight::summary::Answered]| answers.iter().map(|one| one.flag.id).collect();
    SignsJson {
        raised: signs
            .raised
            .iter()
            .map(|raised| {
                let (from, date) = match raised.from {
                    RaisedFrom::Answer(day) => ("answer", Some(day.to_string())),
                    RaisedFrom::Night(night) => ("night", Some(night.to_string())),
                    RaisedFrom::Questionnaire(day) => ("questionnaire", Some(day.to_string())),
                    RaisedFrom::Profile => ("profile", None),
                };
                SignJson {
                    flag: raised.flag.id,
                    suggests: raised.flag.suggests,
                    urgency: match raised.flag.urgency {
                        Urgency::Emergency => "emergency",
                        Urgency::SameDay => "same-day",
                        Urgency::Soon => "soon",
                        Urgency::Routine => "routine",
                    },
                    from,
                    date,
                }
            })
            .collect(),
        seen: ids(&signs.seen),
        answered_no: ids(&signs.denied),
        not_asked: signs.unasked.iter().map(|flag| flag.id).collect(),
    }
}

fn ask(ask: &Ask) -> AskJson {
    AskJson {
        text: ask.text.clone(),
        reason: ask.reason.clone(),
    }
}
