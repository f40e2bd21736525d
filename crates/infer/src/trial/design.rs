//! What a trial may look like before chance decides: how many periods, how long, in which orders.

use super::admissible::{Admissible, Group, TooMany};

/// One of the two things that take turns: A is under test, B is what it is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Arm {
    A,
    B,
}

impl Arm {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::A, Self::B];

    /// The one that is not this.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }
}

/// Which orders of the arms may be drawn; all of them with the same probability.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Pairs of periods, one of either arm in a pair.
    Pairs {
        /// How many pairs.
        pairs: u16,
    },
    /// Periods in any order within limits.
    Blocks {
        /// How many periods.
        periods: u16,
        /// Most periods of one arm in a row.
        longest_run: u16,
        /// Most by which the numbers of periods of the two arms may differ.
        most_uneven: u16,
    },
    /// Each period by the toss of a fair coin.
    Independent {
        /// How many periods.
        periods: u16,
    },
}

/// A design: the order, and the nights of each period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrialDesign {
    order: Order,
    period_nights: u16,
    left_out: u16,
}

/// A design that makes no trial; carries the bad value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum BadDesign {
    #[error("there are no periods")]
    NoPeriods,
    #[error("{nights} nights are more than the {most} that a trial may have", most = TrialDesign::MOST_NIGHTS)]
    TooLong { nights: usize },
    #[error("a period has {period_nights} nights, and {left_out} of them are left out")]
    NothingLeft { period_nights: u16, left_out: u16 },
    #[error("no order of {periods} periods keeps to these limits")]
    NoOrder { periods: u16 },
    #[error(transparent)]
    TooMany(#[from] TooMany),
}

impl TrialDesign {
    /// Most nights of a trial: two years.
    pub const MOST_NIGHTS: usize = 730;

    /// A design with periods of `period_nights` nights, of which the first `left_out` are not analysed: until one arm has
    /// worn off and the other works.
    ///
    /// # Errors
    /// [`BadDesign`] when nothing could be drawn or nothing would be left to analyse.
    pub fn new(order: Order, period_nights: u16, left_out: u16) -> Result<Self, BadDesign> {
        let design = Self {
            order,
            period_nights,
            left_out,
        };
        if design.periods() == 0 {
            return Err(BadDesign::NoPeriods);
        }
        if left_out >= period_nights {
            return Err(BadDesign::NothingLeft {
                period_nights,
                left_out,
            });
        }
        if design.nights() > Self::MOST_NIGHTS {
            return Err(BadDesign::TooLong {
                nights: design.nights(),
            });
        }
        design.admissible()?;
        Ok(design)
    }

    /// Which orders may be drawn.
    #[must_use]
    pub const fn order(self) -> Order {
        self.order
    }

    /// Nights of one period.
    #[must_use]
    pub const fn period_nights(self) -> u16 {
        self.period_nights
    }

    /// Nights at the beginning of each period that are not analysed.
    #[must_use]
    pub const fn left_out(self) -> u16 {
        self.left_out
    }

    /// Number of periods.
    #[must_use]
    pub fn periods(self) -> usize {
        match self.order {
            Order::Pairs { pairs } => 2 * usize::from(pairs),
            Order::Blocks { periods, .. } | Order::Independent { periods } => usize::from(periods),
        }
    }

    /// Number of nights.
    #[must_use]
    pub fn nights(self) -> usize {
        self.periods() * usize::from(self.period_nights)
    }

    /// The set of orders that may be drawn.
    ///
    /// # Errors
    /// [`BadDesign::NoOrder`] when it is empty; never for a design that [`Self::new`] let pass.
    pub fn admissible(self) -> Result<Admissible, BadDesign> {
        let periods = self.periods();
        let (groups, longest_run) = match self.order {
            Order::Pairs { pairs } => (vec![Group::exactly(2, 1); usize::from(pairs)], None),
            Order::Blocks {
                longest_run,
                most_uneven,
                ..
            } => {
                let uneven = usize::from(most_uneven);
                let group = Group {
                    periods,
                    least_a: periods.saturating_sub(uneven).div_ceil(2),
                    most_a: ((periods + uneven) / 2).min(periods),
                };
                (vec![group], Some(usize::from(longest_run)))
            }
            Order::Independent { .. } => (vec![Group::free(periods)], None),
        };
        let admissible = Admissible::new(groups, longest_run)?;
        if admissible.is_empty() {
            return Err(BadDesign::NoOrder {
                periods: u16::try_from(periods).unwrap_or(u16::MAX),
            });
        }
        Ok(admissible)
    }
}

/// The arm of every period, as drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    pub(super) periods: Vec<Arm>,
    pub(super) period_nights: u16,
}

impl Schedule {
    /// Period by period.
    #[must_use]
    pub fn periods(&self) -> &[Arm] {
        &self.periods
    }

    /// Night by night.
    pub fn nights(&self) -> impl Iterator<Item = Arm> + '_ {
        let nights = usize::from(self.period_nights);
        (self.periods.iter()).flat_map(move |arm| std::iter::repeat_n(*arm, nights))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_makes_no_trial_is_refused() {
        let pairs = Order::Pairs { pairs: 3 };
        assert_eq!(
            TrialDesign::new(Order::Pairs { pairs: 0 }, 7, 0),
            Err(BadDesign::NoPeriods)
        );
        assert_eq!(
            TrialDesign::new(pairs, 3, 3),
            Err(BadDesign::NothingLeft {
                period_nights: 3,
                left_out: 3
            })
        );
        assert_eq!(
            TrialDesign::new(pairs, 200, 3),
            Err(BadDesign::TooLong { nights: 1200 })
        );
        let strict = Order::Blocks {
            periods: 5,
            longest_run: 2,
            most_uneven: 0,
        };
        assert_eq!(
            TrialDesign::new(strict, 7, 0),
            Err(BadDesign::NoOrder { periods: 5 })
        );
        let design = TrialDesign::new(pairs, 7, 2).unwrap();
        assert_eq!((design.periods(), design.nights()), (6, 42));
    }

    #[test]
    fn a_schedule_is_laid_out_in_nights() {
        let schedule = Schedule {
            periods: vec![Arm::A, Arm::B],
            period_nights: 2,
        };
        let nights: Vec<Arm> = schedule.nights().collect();
        assert_eq!(nights, [Arm::A, Arm::A, Arm::B, Arm::B]);
    }
}
