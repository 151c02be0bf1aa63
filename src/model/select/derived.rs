//! Derived stances: who attacks a statement that holds a position speaks at least against this ground for it.

use super::{CompiledFilter, Selection};
use crate::model::{Answers, Attitude, Map, PositionId, RelationId, RelationKind, Stance, StanceId, steps};

/// A stance that nobody wrote down: it follows from an attack on a statement that holds a position. It says nothing of
/// other grounds for that position, so it never makes anybody be against the position itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DerivedStance {
    /// The attack, which says `against`: who undercuts a statement grants it.
    pub attack: RelationId,
    /// The stance of the attacked statement.
    pub stance: StanceId,
    /// The position that it holds.
    pub position: PositionId,
}

impl Selection {
    /// The derived stances among what a filter keeps, in the order of their attacks. Of the attacker's statement the issue,
    /// position and tags asked for are those of the statement that it attacks. An anticipated objection attacks
    /// nobody.
    pub fn derived(&self, map: &Map) -> Vec<DerivedStance> {
        let asked = CompiledFilter::new(map, &self.filter);
        let mut derived = Vec::new();
        for (attack, relation) in map.relations.iter() {
            let from = &map.statements[relation.from];
            let attacks = relation.kind == RelationKind::Against && self.has_relation(relation) && !from.anticipated;
            if !attacks || !asked.keeps_statement(relation.from, from) {
                continue;
            }
            let held = map.stances_of(relation.to).iter().copied();
            for stance in held.filter(|&stance| asked.keeps_stance(&map.stances[stance])) {
                let held = held_by(map, &map.stances[stance]);
                derived.extend(held.map(|position| DerivedStance { attack, stance, position }));
            }
        }
        derived
    }
}

/// The position that a stance holds, of a range all of its steps. On a yes/no issue rejecting one is holding the other.
fn held_by(map: &Map, stance: &Stance) -> impl Iterator<Item = PositionId> + use<> {
    let issue = &map.issues[stance.issue];
    let held = match stance.attitude {
        Attitude::Holds => stance.position,
        Attitude::Rejects if issue.answers == Answers::YesNo && !stance.alone => {
            issue.positions().find(|&other| Some(other) != stance.position)
        }
        _ => None,
    };
    steps(held, stance.to)
}

#[cfg(test)]
mod tests {
    use crate::model::example::sound_map;
    use crate::model::select::{Filter, Selection};

    const MAP: &str = "\
author a: A
author b: B
issue i: Q?
  position p: P
  position q: Q
issue j: Q?
source s: S
  by: a
claim one: x
  holds i: p
  because: two
claim two: x
  rejects i: q
claim three: x
  rejects j: yes
source t: T
  by: b
claim four: x
  against (inferred): s.one
counterpoint five: x
  undercuts: s.one because two
counterpoint six: x
  against: s.two, s.three
counterpoint seven (anticipated): x
  against: s.one
";

    fn derived(change: impl FnOnce(&mut Filter)) -> Vec<String> {
        let map = sound_map(MAP);
        let mut filter = Filter::default();
        change(&mut filter);
        let words = |it: super::DerivedStance| {
            let attack = &map.relations[it.attack];
            let [from, to] = [attack.from, attack.to].map(|id| map.statement_name(id));
            format!("{from} > {to} {}", map.position_name(it.position))
        };
        Selection::new(&map, filter).derived(&map).into_iter().map(words).collect()
    }

    #[test]
    fn only_against_what_holds_a_position_and_never_by_undercut() {
        assert_eq!(derived(|_| ()), ["t.four > s.one p", "t.six > s.three no"]);
        assert_eq!(derived(|filter| filter.stated = true), ["t.six > s.three no"]);
    }

    #[test]
    fn a_filter_asks_for_the_attacker_and_for_the_issue_of_the_attacked() {
        let b = |filter: &mut Filter| filter.authors = vec![crate::model::AuthorId::new(1)];
        assert_eq!(derived(b).len(), 2);
        assert_eq!(derived(|filter| filter.authors = vec![crate::model::AuthorId::new(0)]).len(), 0);
        let j = |filter: &mut Filter| filter.issues = vec![crate::model::IssueId::new(1)];
        assert_eq!(derived(j), ["t.six > s.three no"]);
    }
}
