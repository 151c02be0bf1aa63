//! Groups of questions in words: what those who speak do to each other there.

use crate::analysis::table::group::Group;

/// Words above questions to which nobody speaks.
pub const UNSPOKEN: &str = "Nobody here speaks to it";

/// Words above the questions of a group; other ones where there `is_one` alone who speaks at all.
pub fn group_said(group: Group, is_one: bool) -> &'static str {
    match group {
        Group::Clash => "Where they clash",
        Group::OnConditions => "On conditions",
        Group::Agree => "Where they agree, or can both be right",
        Group::OneSide if is_one => "Where they take a side",
        Group::OneSide => "Only one takes a side",
        Group::NoSide => "Nobody takes a side",
    }
}
