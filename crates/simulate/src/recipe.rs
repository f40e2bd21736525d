//! What a benchmark diary is made of. The generators differ on purpose from any model that is fitted to them.

/// How a table is generated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recipe {
    /// Number of nights (rows).
    pub nights: usize,
    /// Number of factors (columns).
    pub factors: usize,
    /// How many of the factors matter.
    pub real: Real,
    /// How the level wanders.
    pub drift: Drift,
    /// How counts scatter around the rate.
    pub noise: Noise,
    /// How a factor that matters acts.
    pub effect: Effect,
    /// Which nights and answers are missing.
    pub silence: Silence,
}

/// How many factors matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Real {
    /// None of them.
    None,
    /// About one in seven, at least one.
    Few,
    /// Two in five.
    Many,
}

impl Real {
    /// The number that matter among `factors`.
    #[must_use]
    pub fn of(self, factors: usize) -> usize {
        match self {
            Self::None => 0,
            Self::Few => factors.div_ceil(7),
            Self::Many => (2 * factors).div_ceil(5),
        }
    }
}

/// How the level wanders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drift {
    /// Around a mean, with a time constant of 2 to 4 weeks.
    Autoregressive,
    /// Anywhere, by small steps every night.
    RandomWalk,
    /// By jumps, about once a month.
    Steps,
    /// Not at all.
    None,
}

/// How counts scatter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noise {
    /// Negative binomial, shape 2 to 4.
    NegativeBinomial,
    /// Poisson around a log-normal rate (log standard deviation 0.6).
    LogNormal,
    /// Poisson, but one night in five or six is quiet whatever happened.
    ZeroInflated,
}

/// How a factor that matters acts on the log rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// In proportion.
    Linear,
    /// Amounts act only above their 70th percentile, and then fully; yes/no factors as always.
    Threshold,
    /// In proportion, and the first two that matter act twice as strongly when they are both high.
    Interaction,
}

/// Which nights and answers are missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// 10 % of nights and about 12 % of answers, whatever happened (`diary-missingness`).
    AtRandom,
    /// Quiet nights are left out four times as often as others, and a factor is left out twice as often on a day on
    /// which there was more of it.
    NotAtRandom,
}

/// The named recipes of the benchmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say what differs from the first one")]
pub enum Generator {
    /// Autoregressive drift, negative binomial counts, few factors that matter, linear, missing at random.
    Plain,
    NoneReal,
    ManyReal,
    RandomWalk,
    Steps,
    LogNormal,
    ZeroInflated,
    Threshold,
    Interaction,
    NotAtRandom,
}

impl Generator {
    /// All of them, in a fixed order.
    pub const ALL: [Self; 10] = [
        Self::Plain,
        Self::NoneReal,
        Self::ManyReal,
        Self::RandomWalk,
        Self::Steps,
        Self::LogNormal,
        Self::ZeroInflated,
        Self::Threshold,
        Self::Interaction,
        Self::NotAtRandom,
    ];

    /// The recipe for so many nights and factors.
    #[must_use]
    pub fn recipe(self, nights: usize, factors: usize) -> Recipe {
        let plain = Recipe {
            nights,
            factors,
            real: Real::Few,
            drift: Drift::Autoregressive,
            noise: Noise::NegativeBinomial,
            effect: Effect::Linear,
            silence: Silence::AtRandom,
        };
        match self {
            Self::Plain => plain,
            Self::NoneReal => Recipe {
                real: Real::None,
                ..plain
            },
            Self::ManyReal => Recipe {
                real: Real::Many,
                ..plain
            },
            Self::RandomWalk => Recipe {
                drift: Drift::RandomWalk,
                ..plain
            },
            Self::Steps => Recipe {
                drift: Drift::Steps,
                ..plain
            },
            Self::LogNormal => Recipe {
                noise: Noise::LogNormal,
                ..plain
            },
            Self::ZeroInflated => Recipe {
                noise: Noise::ZeroInflated,
                ..plain
            },
            Self::Threshold => Recipe {
                effect: Effect::Threshold,
                ..plain
            },
            Self::Interaction => Recipe {
                effect: Effect::Interaction,
                ..plain
            },
            Self::NotAtRandom => Recipe {
                silence: Silence::NotAtRandom,
                ..plain
            },
        }
    }
}
