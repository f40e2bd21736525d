//! One row a cramp that was logged by itself, for spreadsheets, R and Python. Without the person's own words.

use diary::entry::Body;
use diary::log::Told;
use diary::{Cramp, Log, Score};
use serde::Serialize;

/// Names of the columns, in order.
const COLUMNS: [&str; 12] = [
    "night",
    "began",
    "zone",
    "seconds",
    "side",
    "muscle",
    "pain",
    "position",
    "toes_pointed",
    "bedding_heavy",
    "helped",
    "soreness",
];

/// The cramps that hold, in order of time, as CSV (RFC 4180): an empty cell was not answered, yes is 1 and no is 0. What
/// helped stands in one cell, parted by spaces. Also gives how many there are.
///
/// # Errors
/// Never for a log; the CSV library can fail in general.
pub fn csv(log: &Log) -> Result<(Vec<u8>, usize), csv::Error> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(COLUMNS)?;
    let mut rows = 0;
    for told in log.told() {
        if let Body::Cramp(cramp) = &told.body {
            out.write_record(row(told, cramp))?;
            rows += 1;
        }
    }
    let file = out.into_inner().map_err(|error| error.into_error())?;
    Ok((file, rows))
}

fn row(told: &Told, cramp: &Cramp) -> [String; 12] {
    let moment = &told.moment;
    let seconds = cramp.ended.map(|ended| ended.duration_since(moment.at));
    let score = |score: Option<Score>| score.map(|score| score.get().to_string());
    let yes_no = |yes: Option<bool>| yes.map(|yes| u8::from(yes).to_string());
    let helped: Vec<String> = cramp.helped.iter().map(name).collect();
    [
        moment.night().to_string(),
        moment.local().strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        moment.zone.name().to_owned(),
        seconds
            .map(|lasted| lasted.as_secs().to_string())
            .unwrap_or_default(),
        cramp.side.as_ref().map(name).unwrap_or_default(),
        cramp.muscle.as_ref().map(name).unwrap_or_default(),
        score(cramp.pain).unwrap_or_default(),
        cramp.position.as_ref().map(name).unwrap_or_default(),
        yes_no(cramp.toes_pointed).unwrap_or_default(),
        yes_no(cramp.bedding_heavy).unwrap_or_default(),
        helped.join(" "),
        score(cramp.soreness).unwrap_or_default(),
    ]
}

/// The name of a choice in the written form of an entry.
fn name<T: Serialize>(choice: &T) -> String {
    match serde_json::to_value(choice) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use diary::entry::{Helped, Muscle, Position, Side};
    use diary::{Act, Entry, EntryId, Moment, Text, Zone};

    fn log(cramps: &[(&str, Cramp)]) -> Log {
        let zone = Zone::named("Europe/Berlin").expect("a zone");
        let entries = cramps.iter().zip(1..).map(|((at, cramp), n)| Entry {
            id: EntryId::new(at.parse().expect("an instant"), [n; 10]),
            moment: Moment::new(at.parse().expect("an instant"), zone.clone()),
            act: Act::Tell {
                body: Body::Cramp(cramp.clone()),
            },
        });
        Log::from_entries(&entries.collect::<Vec<_>>())
    }

    #[test]
    fn a_cramp_is_a_row_and_what_nobody_said_is_empty() {
        let whole = Cramp {
            side: Some(Side::Left),
            muscle: Some(Muscle::BackThigh),
            pain: Score::new(7).ok(),
            position: Some(Position::OnBack),
            toes_pointed: Some(true),
            bedding_heavy: Some(false),
            helped: [Helped::Walking, Helped::Stretching].into(),
            soreness: Score::new(2).ok(),
            ended: "2026-05-04T01:15:30Z".parse().ok(),
            note: Text::new("=1+1, in my own words").ok(),
        };
        let log = log(&[
            ("2026-05-04T01:12:00Z", whole),
            ("2026-05-05T01:00:00Z", Cramp::default()),
        ]);
        let (file, rows) = csv(&log).expect("a table");
        assert_eq!(rows, 2);
        assert_eq!(
            String::from_utf8(file).expect("text"),
            "night,began,zone,seconds,side,muscle,pain,position,toes_pointed,bedding_heavy,helped,soreness\n\
             2026-05-03,2026-05-04T03:12:00+02:00,Europe/Berlin,210,left,back-thigh,7,on-back,1,0,stretching walking,2\n\
             2026-05-04,2026-05-05T03:00:00+02:00,Europe/Berlin,,,,,,,,,\n"
        );
    }
}
