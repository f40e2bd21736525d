//! How often and how badly, when and where.

use insight::Summary;
use insight::summary::{Counted, Scores, YesNo};
use serde::Serialize;

use crate::words;

#[derive(Serialize)]
pub(super) struct BurdenJson {
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
pub(super) struct ScoresJson {
    nights_told: usize,
    /// Nights of 5 or more of 10.
    nights_bad: usize,
    median: u8,
}

#[derive(Serialize)]
pub(super) struct MinutesJson {
    nights_told: usize,
    median: u32,
    most: u32,
}

#[derive(Serialize)]
pub(super) struct TrendJson {
    nights: usize,
    recent: CountedJson,
    before: CountedJson,
    /// `fewer`, `more`, `no-clear-change`; `null` when too few nights are answered.
    change: Option<&'static str>,
}

#[derive(Serialize)]
pub(super) struct CountedJson {
    nights_with_cramps: usize,
    nights_answered: usize,
}

#[derive(Serialize)]
pub(super) struct PatternJson {
    cramps_logged: usize,
    window: Option<WindowJson>,
    sides: Vec<CountJson>,
    muscles: Vec<CountJson>,
    positions: Vec<CountJson>,
    toes_pointed: YesNoJson,
    bedding_heavy: YesNoJson,
    helped_told: usize,
    helped: Vec<CountJson>,
}

/// Of so many cramps of which it was told, so many with a yes.
#[derive(Serialize)]
struct YesNoJson {
    yes: usize,
    told: usize,
}

#[derive(Serialize)]
pub(super) struct WindowJson {
    from_hour: u8,
    hours: u8,
    cramps: usize,
}

#[derive(Serialize)]
pub(super) struct CountJson {
    what: String,
    cramps: usize,
}

pub(super) fn burden(burden: &insight::summary::Burden) -> BurdenJson {
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

pub(super) fn counted(counted: Counted) -> CountedJson {
    CountedJson {
        nights_with_cramps: counted.with_cramps,
        nights_answered: counted.answered,
    }
}

pub(super) fn pattern(summary: &Summary) -> PatternJson {
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
                what: words::side(*side).to_string(),
                cramps: *cramps,
            })
            .collect(),
        muscles: pattern
            .muscles
            .iter()
            .map(|(muscle, cramps)| CountJson {
                what: words::muscle(*muscle).to_string(),
                cramps: *cramps,
            })
            .collect(),
        positions: pattern
            .positions
            .iter()
            .map(|(position, cramps)| CountJson {
                what: words::position(*position).to_string(),
                cramps: *cramps,
            })
            .collect(),
        toes_pointed: yes_no(pattern.toes_pointed),
        bedding_heavy: yes_no(pattern.bedding_heavy),
        helped_told: pattern.helped_told,
        helped: pattern
            .helped
            .iter()
            .map(|(helped, cramps)| CountJson {
                what: words::helped(*helped).to_string(),
                cramps: *cramps,
            })
            .collect(),
    }
}

fn yes_no(said: YesNo) -> YesNoJson {
    YesNoJson {
        yes: said.yes,
        told: said.told,
    }
}
