//! A question on which two are compared: what each says on it, what that comes to, and what it would if a condition were met.

use crate::analysis::dispute::agreement::{Clash, Comparison, Meeting};
use crate::analysis::dispute::between::Link;
use crate::analysis::table::positions::IssueStance;
use crate::model::{Condition, IssueId, Map};
use crate::study::PairCompared;
use crate::syntax::vocabulary::ConditionWord;

use super::group::Group;

/// A question on which two are compared.
pub struct Question<'c> {
    pub(super) issue: IssueId,
    pub(super) group: Group,
    pub(super) pair: PairCompared,
    pub(super) stands: [IssueStance<'c>; 2],
    /// Its number on the page, where it stands in a list.
    pub(super) number: Option<usize>,
}

impl Question<'_> {
    /// The comparison of the two on it.
    pub(super) fn found(&self) -> &Comparison {
        &self.pair.found
    }
    /// The relation of the two where the one condition of a question is met. Nothing of several, since each leads
    /// elsewhere, nor of one that only some of a side set, who may be the fewer.
    pub(super) fn if_met(&self, map: &Map) -> Option<String> {
        let found = self.found();
        let word = match self.conditions(map).as_slice() {
            [condition] => condition.word,
            _ => return None,
        };
        if self.stands.iter().any(|stand| stand.latest().has_condition_of_some(map)) {
            return None;
        }
        let meets = |meeting: Meeting| found.on_conditions.iter().any(|on| on.meeting == meeting);
        let comes_to = if !found.on_conditions.is_empty() {
            // An exception, or one condition of both.
            match (meets(Meeting::Opposed), meets(Meeting::Same)) {
                (true, false) => "they clash",
                (false, true) => "they agree",
                _ => return None,
            }
        } else if self.group != Group::Depends {
            return None;
        } else if found.clashes.iter().any(|clash| clash.is_opposition()) {
            "they clash"
        } else if found.clashes.iter().any(|clash| matches!(clash, Clash::Degree(_))) {
            "they differ by degree"
        } else if !found.common.is_empty() {
            "they agree"
        } else {
            return None;
        };
        Some(match word {
            ConditionWord::If => format!(" If that is met, {comes_to}."),
            ConditionWord::Unless => format!(" Unless that is so, {comes_to}."),
        })
    }

    /// The conditions on which either takes a side on a question, each once.
    fn conditions<'m>(&self, map: &'m Map) -> Vec<&'m Condition> {
        let mut found: Vec<&Condition> = Vec::new();
        for stand in &self.stands {
            let taken = stand.latest().stances.iter().map(|say| &map.stances[say.stance]);
            for condition in taken.filter_map(|stance| stance.condition.as_deref()) {
                if found.iter().all(|known| map.condition(known) != map.condition(condition)) {
                    found.push(condition);
                }
            }
        }
        found
    }
}

/// Whether what a link bears on stands under the question.
pub(super) fn is_under(question: &Question<'_>, link: &Link) -> bool {
    let grounds = &question.found().grounds;
    grounds.only.iter().flatten().chain(grounds.both.iter().flatten()).any(|&ground| ground == link.ends[1])
        || question.stands.iter().flat_map(|stand| stand.stances).any(|say| say.statement == link.ends[1])
}
