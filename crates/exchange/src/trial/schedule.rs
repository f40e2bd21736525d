//! How the treatments were drawn, read from the table: the periods of a trial and the orders that were possible.

mod blocks;

use infer::trial::{Admissible, Arm, BadDesign, Drawn, Group, TrialError};

use super::TrialTableError;
pub(super) use blocks::Blocks;

/// How the treatments were drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// Pairs of periods, one of each treatment in a pair, in an order of its own.
    Pairs,
    /// Periods in any order with as many of each treatment as there are.
    Blocks,
    /// Each night by the toss of a coin.
    Independent,
}

/// The nights with a treatment, in order.
pub(super) struct Nights<'t> {
    pub(super) days: &'t [i32],
    pub(super) lines: Vec<u64>,
    pub(super) arms: &'t [Arm],
}

/// Periods in order, with the group that each belongs to: within a group only the order was chance.
struct Periods {
    arms: Vec<Arm>,
    groups: Vec<Group>,
    of_night: Vec<usize>,
}

/// The orders that were possible and the one that was drawn; `None` when nothing tells how.
pub(super) fn drawn(
    nights: &Nights<'_>,
    drawing: Option<Drawing>,
    blocks: Option<&Blocks>,
    notes: &mut Vec<String>,
) -> Result<Option<Drawn>, TrialTableError> {
    let periods = match (drawing, blocks) {
        (None, None) => return Ok(None),
        (Some(Drawing::Independent), _) => by_night(nights),
        (drawing, Some(blocks)) => blocks::read(nights, blocks, drawing)?,
        (Some(Drawing::Pairs), None) => pairs(nights)?,
        (Some(Drawing::Blocks), None) => runs(nights),
    };
    let orders = Admissible::new(periods.groups, None)
        .map_err(|many| TrialError::Design(BadDesign::TooMany(many)))?;
    let over = periods.arms.len();
    notes.push(format!(
        "{over} periods were drawn; {} orders were possible.",
        about(&orders.count().to_string())
    ));
    Ok(Some(Drawn::new(
        orders,
        periods.arms,
        periods.of_night,
        over,
    )?))
}

/// A number of orders: to the last digit as long as one can read it.
fn about(count: &str) -> String {
    match (count.len(), count.get(..1)) {
        (digits @ 7.., Some(first)) => format!("about {first}e{}", digits - 1),
        _ => count.to_owned(),
    }
}

/// Each night is a period, drawn by the toss of a coin.
fn by_night(nights: &Nights<'_>) -> Periods {
    let n = nights.arms.len();
    Periods {
        arms: nights.arms.to_vec(),
        groups: vec![Group::free(n)],
        of_night: (0..n).collect(),
    }
}

/// Where each night stands: by its date, or, where the trial was interrupted, by its row.
fn places(nights: &Nights<'_>) -> [Vec<usize>; 2] {
    let first = nights.days[0];
    let by_date = nights.days.iter().map(|day| (day - first) as usize);
    [by_date.collect(), (0..nights.arms.len()).collect()]
}

/// Longest period whose beginning is looked for where the trial's first nights have no row.
const LONGEST_SHIFTED: usize = 60;

/// Nights read as periods of one length.
struct Reading<'p> {
    /// Where each night stands, counted from the first row.
    from_first: &'p [usize],
    /// Nights of the first period before the first row.
    missing: usize,
    length: usize,
}

impl Reading<'_> {
    /// Where each night stands, counted from the beginning of the first period.
    fn places(&self) -> Vec<usize> {
        let from_first = self.from_first.iter();
        from_first.map(|place| place + self.missing).collect()
    }

    /// Whether the last pair has its second period.
    fn is_whole(&self) -> bool {
        let last = self.from_first.last().copied().unwrap_or(0);
        (last + self.missing) / self.length % 2 == 1
    }
}

/// Ways to read the nights as pairs, the likeliest first: from the first row on with whole pairs, then with a pair that was
/// cut short, each time the longest periods first; then as if the first nights of the first period had no row.
fn readings<'p>([by_date, by_row]: [&'p [usize]; 2], arms: &[Arm]) -> Vec<Reading<'p>> {
    let reading = |from_first, missing, length| Reading {
        from_first,
        missing,
        length,
    };
    let mut all: Vec<Reading<'p>> = [by_date, by_row]
        .into_iter()
        .flat_map(|places| {
            let lengths = (1..=longest_run(places, arms)).rev();
            lengths.map(move |length| reading(places, 0, length))
        })
        .collect();
    all.sort_by_key(|reading| !reading.is_whole());
    // With a pair cut short at either end nearly any nights could be read so.
    let longest = longest_run(by_date, arms).min(LONGEST_SHIFTED);
    let shifted = (2..=longest)
        .rev()
        .flat_map(|length| (1..length).map(move |missing| reading(by_date, missing, length)));
    all.extend(shifted.filter(Reading::is_whole));
    all
}

/// The longest periods of equal length that make pairs.
fn pairs(nights: &Nights<'_>) -> Result<Periods, TrialTableError> {
    let mut broken = 0;
    let [by_date, by_row] = places(nights);
    for reading in readings([&by_date, &by_row], nights.arms) {
        let (places, length) = (reading.places(), reading.length);
        let numbers = periods_with_nights(&places, length);
        let mut periods = equal_periods(&places, length, nights.arms);
        let arm_of = |number: usize| {
            let place = numbers.binary_search(&number).ok()?;
            Some(periods.arms[place])
        };
        let fault = (0..nights.arms.len()).find(|&night| {
            let number = places[night] / length;
            arm_of(number) != Some(nights.arms[night])
                || arm_of(number ^ 1) == Some(nights.arms[night])
        });
        match fault {
            None => {
                let pairs: Vec<usize> = numbers.iter().map(|number| number / 2).collect();
                periods.groups = groups_of(&periods.arms, &pairs);
                return Ok(periods);
            }
            Some(night) => broken = broken.max(night),
        }
    }
    Err(TrialTableError::NotPairs {
        line: nights.lines[broken],
    })
}

/// Numbers of the periods of equal length that have a night.
fn periods_with_nights(places: &[usize], length: usize) -> Vec<usize> {
    let mut numbers: Vec<usize> = places.iter().map(|place| place / length).collect();
    numbers.dedup();
    numbers
}

/// Periods of equal length, those without any night left out; their arm is that of their first night.
fn equal_periods(places: &[usize], length: usize, arms: &[Arm]) -> Periods {
    let numbers = periods_with_nights(places, length);
    let of_night: Vec<usize> = places
        .iter()
        .map(|place| numbers.partition_point(|number| *number < place / length))
        .collect();
    Periods {
        arms: first_arms(&of_night, arms),
        groups: Vec::new(),
        of_night,
    }
}

fn first_arms(of_night: &[usize], arms: &[Arm]) -> Vec<Arm> {
    let mut first = Vec::new();
    for (&period, &arm) in of_night.iter().zip(arms) {
        if period == first.len() {
            first.push(arm);
        }
    }
    first
}

/// Length of the longest stretch of equal treatment, up to the next one: where nights are missing, stretches look longer or
/// shorter than the periods that they are made of, but not all of them shorter.
fn longest_run(places: &[usize], arms: &[Arm]) -> usize {
    let mut longest = 1;
    let mut begin = 0;
    for night in 1..=arms.len() {
        if night == arms.len() || arms[night] != arms[begin] {
            let end = places.get(night).copied();
            let end = end.unwrap_or(places[night - 1] + 1);
            longest = longest.max(end - places[begin]);
            begin = night;
        }
    }
    longest
}

/// The longest periods of equal length within which the treatment never changes; any order of them was possible.
fn runs(nights: &Nights<'_>) -> Periods {
    let whole = |periods: &Periods| {
        let mut of_night = periods.of_night.iter().zip(nights.arms);
        of_night.all(|(&period, arm)| periods.arms[period] == *arm)
    };
    let best = places(nights).into_iter().filter_map(|places| {
        (1..=longest_run(&places, nights.arms))
            .rev()
            .map(|length| equal_periods(&places, length, nights.arms))
            .find(whole)
    });
    // The fewest periods: an interruption would cut those by date into single nights.
    let mut periods = best
        .min_by_key(|periods| periods.arms.len())
        .unwrap_or_else(|| by_night(nights));
    periods.groups = groups_of(&periods.arms, &vec![0; periods.arms.len()]);
    periods
}

/// Groups of neighbouring periods with the same id: the number of A's in each is fixed.
fn groups_of(arms: &[Arm], ids: &[usize]) -> Vec<Group> {
    let mut groups: Vec<(usize, Group)> = Vec::new();
    for (&arm, &id) in arms.iter().zip(ids) {
        let a = usize::from(arm == Arm::A);
        match groups.last_mut() {
            Some((last, group)) if *last == id => {
                *group = Group::exactly(group.periods + 1, group.least_a + a);
            }
            _ => groups.push((id, Group::exactly(1, a))),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}
