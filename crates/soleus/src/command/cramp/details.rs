//! What can be told about a cramp beside its time: the words of the command line for the diary's choices.

use clap::ValueEnum;
use diary::entry::{Helped, Muscle, Position, Side};
use diary::{Cramp, Score};

use super::score;

/// The details; whatever is left out stays unknown.
#[derive(Debug, clap::Args)]
pub(super) struct Details {
    /// Which leg.
    #[arg(long)]
    side: Option<SideArg>,
    /// Which muscle.
    #[arg(long)]
    muscle: Option<MuscleArg>,
    /// Worst pain, from 0 (none) to 10 (as bad as can be).
    #[arg(long, value_name = "0-10", value_parser = score, allow_negative_numbers = true)]
    pain: Option<Score>,
    /// How you lay, sat or stood when it struck.
    #[arg(long)]
    position: Option<PositionArg>,
    /// Whether your toes pointed away from you when it struck.
    #[arg(long, value_name = "YES|NO")]
    toes_pointed: Option<YesNo>,
    /// Whether the blankets were heavy or tight on your feet.
    #[arg(long, value_name = "YES|NO")]
    bedding_heavy: Option<YesNo>,
    /// What made it let go; several with commas.
    #[arg(long, value_delimiter = ',')]
    helped: Vec<HelpedArg>,
    /// Soreness of the muscle afterwards, from 0 (none) to 10.
    #[arg(long, value_name = "0-10", value_parser = score, allow_negative_numbers = true)]
    soreness: Option<Score>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum YesNo {
    Yes,
    No,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SideArg {
    Left,
    Right,
    Both,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum MuscleArg {
    Calf,
    Foot,
    Toes,
    FrontThigh,
    BackThigh,
    Arm,
    Elsewhere,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum PositionArg {
    OnBack,
    OnSide,
    OnFront,
    Sitting,
    Standing,
    Moving,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum HelpedArg {
    Stretching,
    Walking,
    Massage,
    Warmth,
    Cold,
    AnotherPosition,
    Drinking,
    /// It let go by itself.
    Nothing,
}

impl Details {
    /// A cramp with these details and no more.
    pub(super) fn cramp(&self) -> Cramp {
        let yes = |answer: YesNo| matches!(answer, YesNo::Yes);
        Cramp {
            side: self.side.map(Side::from),
            muscle: self.muscle.map(Muscle::from),
            pain: self.pain,
            position: self.position.map(Position::from),
            toes_pointed: self.toes_pointed.map(yes),
            bedding_heavy: self.bedding_heavy.map(yes),
            helped: self.helped.iter().copied().map(Helped::from).collect(),
            soreness: self.soreness,
            ..Cramp::default()
        }
    }
}

impl From<SideArg> for Side {
    fn from(side: SideArg) -> Self {
        match side {
            SideArg::Left => Self::Left,
            SideArg::Right => Self::Right,
            SideArg::Both => Self::Both,
        }
    }
}

impl From<MuscleArg> for Muscle {
    fn from(muscle: MuscleArg) -> Self {
        match muscle {
            MuscleArg::Calf => Self::Calf,
            MuscleArg::Foot => Self::Foot,
            MuscleArg::Toes => Self::Toes,
            MuscleArg::FrontThigh => Self::FrontThigh,
            MuscleArg::BackThigh => Self::BackThigh,
            MuscleArg::Arm => Self::Arm,
            MuscleArg::Elsewhere => Self::Elsewhere,
        }
    }
}

impl From<PositionArg> for Position {
    fn from(position: PositionArg) -> Self {
        match position {
            PositionArg::OnBack => Self::OnBack,
            PositionArg::OnSide => Self::OnSide,
            PositionArg::OnFront => Self::OnFront,
            PositionArg::Sitting => Self::Sitting,
            PositionArg::Standing => Self::Standing,
            PositionArg::Moving => Self::Moving,
        }
    }
}

impl From<HelpedArg> for Helped {
    fn from(helped: HelpedArg) -> Self {
        match helped {
            HelpedArg::Stretching => Self::Stretching,
            HelpedArg::Walking => Self::Walking,
            HelpedArg::Massage => Self::Massage,
            HelpedArg::Warmth => Self::Warmth,
            HelpedArg::Cold => Self::Cold,
            HelpedArg::AnotherPosition => Self::AnotherPosition,
            HelpedArg::Drinking => Self::Drinking,
            HelpedArg::Nothing => Self::Nothing,
        }
    }
}
