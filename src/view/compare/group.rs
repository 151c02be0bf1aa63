//! Groups of questions: what two come to on each, in the order and the words of the page.

use crate::analysis::dispute::agreement::Verdict;
use crate::analysis::table::orientation::Orientation;

/// The relation of two on a question. Each question is in one group, so their numbers add up to all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// They take sides that exclude each other.
    Clash,
    /// They are one author at two times, with sides that exclude each other.
    Changed,
    /// They stand apart on a scale, and not more than half of it.
    Degree,
    /// One takes a side only on a condition.
    Depends,
    /// One sees both sides, or says both.
    BothWays,
    /// They hold or reject the same.
    Agree,
    /// They take sides that do not exclude each other.
    BothRight,
    /// One takes a side, and the other only asks.
    OneSide,
    /// Both only ask, and take no side.
    OnlyAsked,
    /// One speaks, and the other is silent.
    OneSpeaks,
    /// Both are silent on the question.
    Silent,
}

impl Group {
    /// Every group in the order of the page.
    pub const ALL: [Group; 11] = [
        Group::Clash,
        Group::Changed,
        Group::Degree,
        Group::Depends,
        Group::BothWays,
        Group::Agree,
        Group::BothRight,
        Group::OneSide,
        Group::OnlyAsked,
        Group::OneSpeaks,
        Group::Silent,
    ];

    /// The group of a verdict on two who stand so.
    pub fn of(verdict: Verdict, stands: [Orientation; 2]) -> Group {
        match verdict {
            Verdict::Opposed | Verdict::TalkingPast => Group::Clash,
            Verdict::ChangeOfMind => Group::Changed,
            Verdict::Degree => Group::Degree,
            Verdict::Conditional => Group::Depends,
            Verdict::Ambivalent => Group::BothWays,
            Verdict::Same(_) => Group::Agree,
            Verdict::Compatible => Group::BothRight,
            Verdict::OnlyRaised if stands == [Orientation::Raises; 2] => Group::OnlyAsked,
            Verdict::OnlyRaised => Group::OneSide,
            Verdict::OneSilent => Group::OneSpeaks,
            Verdict::BothSilent => Group::Silent,
        }
    }

    /// The word that programs read.
    pub fn key(self) -> &'static str {
        match self {
            Group::Clash => "clash",
            Group::Changed => "changed",
            Group::Degree => "degree",
            Group::Depends => "on_conditions",
            Group::BothWays => "divided",
            Group::Agree => "agree",
            Group::BothRight => "all_right",
            Group::OneSide => "one_side",
            Group::OnlyAsked => "no_side",
            Group::OneSpeaks => "one_speaks",
            Group::Silent => "silent",
        }
    }

    /// The words behind which its number stands in the line of counts.
    pub fn counted(self) -> &'static str {
        match self {
            Group::Clash => "clash",
            Group::Changed => "changed",
            Group::Degree => "differ by degree",
            Group::Depends => "depends",
            Group::BothWays => "one is divided",
            Group::Agree => "agree",
            Group::BothRight => "can both be right",
            Group::OneSide => "only one takes a side",
            Group::OnlyAsked => "only asked",
            Group::OneSpeaks => "only one speaks",
            Group::Silent => "both silent",
        }
    }

    /// The heading of a list of its questions; none where the page has no such list.
    pub fn heading(self) -> Option<&'static str> {
        match self {
            Group::Clash => Some("THEY CLASH"),
            Group::Changed => Some("A CHANGE OF MIND"),
            Group::Degree => Some("THEY DIFFER BY DEGREE"),
            Group::Depends => Some("IT DEPENDS"),
            Group::BothWays => Some("ONE IS DIVIDED, OR SEES BOTH SIDES"),
            Group::Agree => Some("THEY AGREE"),
            Group::BothRight => Some("BOTH CAN BE RIGHT"),
            Group::OneSide | Group::OnlyAsked | Group::OneSpeaks | Group::Silent => None,
        }
    }

    /// The sentence that opens the page of one question.
    pub fn sentence(self) -> &'static str {
        match self {
            Group::Clash => "They clash.",
            Group::Changed => "This is a change of mind.",
            Group::Degree => "They differ by degree.",
            Group::Depends => "It depends on a condition.",
            Group::BothWays => "One of them is divided, or sees both sides.",
            Group::Agree => "They agree.",
            Group::BothRight => "Both can be right.",
            Group::OneSide => "Only one takes a side.",
            Group::OnlyAsked => "Both only ask.",
            Group::OneSpeaks => "Only one speaks to it.",
            Group::Silent => "Both are silent.",
        }
    }
}
