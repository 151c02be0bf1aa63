//! Each verdict on a small debate, and its definition on drawn ones.

use framework::{Semantics, Stop};
use proptest::prelude::*;

use crate::analysis::evaluation::audience::Audience;
use crate::analysis::evaluation::challenge::*;
use crate::analysis::evaluation::compile::Debate;
use crate::analysis::evaluation::hypothesis::Hypothesis;
use crate::analysis::evaluation::interpretation::Interpretation;
use crate::analysis::evaluation::outcome::Outcome;
use crate::analysis::example::{scene, whole};
use crate::model::{Entity, RelationKind};

fn outcome(map: &Map, audience: Option<&Audience>) -> Outcome {
    let selection = whole(map);
    let debate = Debate { map, selection: &selection, within: false, interpretation: Interpretation::default() };
    debate.evaluate(audience, &Hypothesis::default(), Semantics::Grounded, &Stop::never()).expect("nothing stops it")
}

fn verdicts(statements: &str, audience: Option<&str>) -> Vec<String> {
    let map = scene(statements);
    let audience = audience.map(|name| match map.find(name) {
        Some(Entity::Author(author)) => Audience::new(&map, &[author], false),
        other => panic!("{other:?}"),
    });
    let outcome = outcome(&map, audience.as_ref());
    let trace = Trace::new(&map, &outcome);
    let challenges = Challenges::new(&map, &trace);
    let word = |id| challenges.verdict(id).map_or("none", Verdict::word);
    map.statements.ids().map(|id| format!("{} {}", map.own_name(id), word(id))).collect()
}

#[test]
fn what_merely_nobody_attacked_is_told_from_what_was_defended() {
    let text = "@ann-2015\n\nclaim free: F.\n\nclaim answered: A.\n\nclaim resting: R.\n  because: answered\n\n\
                claim lame: L.\n  because: free\n  because: gone\n\nclaim gone: G.\n\nclaim torn: T.\n  against: bob-2015.other\n\n\
                claim reply: Y.\n  against: bob-2015.foe\n\n@bob-2015\n\nclaim foe: E.\n  against: ann-2015.answered\n\n\
                claim other: O.\n  against: ann-2015.torn\n\nclaim end: D.\n  against: ann-2015.gone\n\nclaim weak: W.\n  against (weakens): ann-2015.free\n";
    let expected = [
        "free unchallenged",
        "answered defended",
        "resting contested",
        "lame contested",
        "gone falls",
        "torn open",
        "reply unchallenged",
        "foe falls",
        "other open",
        "end unchallenged",
        "weak unchallenged",
    ];
    assert_eq!(verdicts(text, None), expected);
}

#[test]
fn what_an_audience_does_not_count_keeps_a_statement_and_defends_none() {
    let text = "@ann-2015\n\nclaim a: A.\n\nclaim b: B.\n\n@bob-2015\n\nclaim foe: E.\n  against: ann-2015.a\n";
    assert_eq!(verdicts(text, Some("ann")), ["a kept", "b unchallenged", "foe unchallenged"]);
}

proptest! {
    /// By the map alone: a statement is unchallenged where nothing is against or undercuts anything that it rests on.
    #[test]
    fn unchallenged_is_what_nothing_is_against(
        clauses in prop::collection::vec((0usize..7, 0u8..6, 0usize..7), 0..12),
    ) {
        let mut of = vec![Vec::new(); 7];
        // Only a reason can be undercut.
        let has_reason = |id: usize| clauses.iter().any(|&(from, kind, to)| from == id && matches!(kind, 2 | 3) && from < to);
        for &(from, kind, to) in clauses.iter().filter(|(from, _, to)| from != to) {
            let kind = match kind {
                0 | 1 => "against",
                2 | 3 if from < to => "because",
                4 if has_reason(to) => "undercuts",
                _ => continue,
            };
            of[from].push(format!("  {kind}: s{to}\n"));
        }
        let mut text = "@ann-2015\n\n".to_owned();
        for (at, clauses) in of.iter_mut().enumerate() {
            clauses.sort();
            clauses.dedup();
            text += &format!("claim s{at}: S.\n{}\n", clauses.concat());
        }
        let map = scene(&text);
        let outcome = outcome(&map, None);
        let trace = Trace::new(&map, &outcome);
        let challenges = Challenges::new(&map, &trace);
        for id in map.statements.ids() {
            let mut rests = vec![id];
            let mut next = 0;
            while next < rests.len() {
                for &reason in map.reasons_for(rests[next]) {
                    let premises = map.reasons[reason].premises.iter().copied();
                    let new: Vec<_> = premises.filter(|premise| !rests.contains(premise)).collect();
                    rests.extend(new);
                }
                next += 1;
            }
            let strikes = |of: &StatementId| map.relations_to(*of).iter().any(|&id| match map.relations[id].kind {
                RelationKind::Against => true,
                RelationKind::Undercuts => !map.reasons_for(*of).is_empty(),
                _ => false,
            });
            let free = !rests.iter().any(strikes);
            prop_assert_eq!(challenges.verdict(id) == Some(Verdict::Unchallenged), free, "{}\n{}", map.own_name(id), text);
            prop_assert_eq!(challenges.is_challenged(id), !free);
        }
    }
}
