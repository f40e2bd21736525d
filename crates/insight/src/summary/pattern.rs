//! When in the night and where in the body the logged cramps came, how the person lay, and what made them let go.

use diary::Night;
use diary::entry::{Helped, Muscle, Position, Side};

/// Length of the stretch of the night that is named, in hours.
pub const WINDOW_HOURS: u8 = 3;
/// Cramps with a time below which no stretch is named.
const TIMED_TO_SAY: usize = 5;

/// Where and when. Only cramps that were logged one by one count here; a number given in the morning has no clock.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pattern {
    /// Cramps logged one by one.
    pub logged: usize,
    /// The three hours that held the most; `None` with fewer than five cramps.
    pub window: Option<Window>,
    /// How often each side was named, the commonest first.
    pub sides: Vec<(Side, usize)>,
    /// How often each muscle was named, the commonest first.
    pub muscles: Vec<(Muscle, usize)>,
    /// How often each position was named, the commonest first.
    pub positions: Vec<(Position, usize)>,
    /// At how many cramps the toes pointed away.
    pub toes_pointed: YesNo,
    /// At how many cramps the bedding was heavy or tight.
    pub bedding_heavy: YesNo,
    /// Cramps of which it was told what helped.
    pub helped_told: usize,
    /// How often each thing helped, the commonest first.
    pub helped: Vec<(Helped, usize)>,
}

/// A yes or no of which it is known how often it was asked: only cramps are counted, so that it says nothing about nights
/// without one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct YesNo {
    /// Cramps with a yes.
    pub yes: usize,
    /// Cramps with a yes or a no.
    pub told: usize,
}

impl YesNo {
    fn count(&mut self, told: Option<bool>) {
        self.told += usize::from(told.is_some());
        self.yes += usize::from(told == Some(true));
    }
}

/// A stretch of the night.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Its first hour by the wall clock; it ends [`WINDOW_HOURS`] later.
    pub from_hour: u8,
    /// Cramps that began in it.
    pub count: usize,
}

/// The pattern of some nights.
pub(super) fn of(nights: &[Night]) -> Pattern {
    let mut hours = [0_usize; 24];
    let (mut sides, mut muscles) = (Vec::new(), Vec::new());
    let (mut positions, mut helped) = (Vec::new(), Vec::new());
    let (mut toes_pointed, mut bedding_heavy) = (YesNo::default(), YesNo::default());
    let mut helped_told = 0;
    for (moment, cramp) in nights.iter().flat_map(|night| night.cramps.iter()) {
        hours[usize::from(moment.local().hour().unsigned_abs()) % 24] += 1;
        count(&mut sides, cramp.side);
        count(&mut muscles, cramp.muscle);
        count(&mut positions, cramp.position);
        toes_pointed.count(cramp.toes_pointed);
        bedding_heavy.count(cramp.bedding_heavy);
        helped_told += usize::from(!cramp.helped.is_empty());
        for one in &cramp.helped {
            count(&mut helped, Some(*one));
        }
    }
    let logged: usize = hours.iter().sum();
    Pattern {
        logged,
        window: (logged >= TIMED_TO_SAY).then(|| fullest(&hours)).flatten(),
        sides: commonest_first(sides),
        muscles: commonest_first(muscles),
        positions: commonest_first(positions),
        toes_pointed,
        bedding_heavy,
        helped_told,
        helped: commonest_first(helped),
    }
}

fn count<T: PartialEq>(counts: &mut Vec<(T, usize)>, named: Option<T>) {
    let Some(named) = named else {
        return;
    };
    match counts.iter_mut().find(|(known, _)| *known == named) {
        Some((_, count)) => *count += 1,
        None => counts.push((named, 1)),
    }
}

fn commonest_first<T>(mut counts: Vec<(T, usize)>) -> Vec<(T, usize)> {
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}

/// The earliest of the fullest stretches, seen from noon: a night is one piece around midnight.
fn fullest(hours: &[usize; 24]) -> Option<Window> {
    let in_window = |from: u8| -> usize {
        (from..from + WINDOW_HOURS)
            .map(|hour| hours[usize::from(hour % 24)])
            .sum()
    };
    (12..36_u8)
        .map(|from| Window {
            from_hour: from % 24,
            count: in_window(from),
        })
        .rev()
        .max_by_key(|window| window.count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fullest_stretch_may_lie_across_midnight() {
        let mut hours = [0; 24];
        (hours[23], hours[0], hours[1], hours[4]) = (3, 1, 2, 4);
        assert_eq!(
            fullest(&hours),
            Some(Window {
                from_hour: 23,
                count: 6
            })
        );
    }
}
