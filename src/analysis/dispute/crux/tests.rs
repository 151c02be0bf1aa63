//! Cruxes against brute force: every set of contested statements of random maps, smallest first.

use foldhash::HashSet;

use crate::analysis::dispute::agreement::{Side, compare};
use crate::analysis::dispute::crux::*;
use crate::analysis::example::{scene, whole};
use crate::analysis::table::column::Actor;
use crate::analysis::table::positions::Positions;
use crate::model::{IssueId, Stance};

/// Crux between Ann and Bob on the choice: who falls, with which statements.
fn sought(map: &Map, stated: bool) -> Option<Result<Crux, bool>> {
    let (positions, grounds) = read(map, stated);
    let sides = [0, 1].map(|column| Side::new(map, &positions, &grounds, IssueId::new(0), column));
    let found = compare(map, &grounds, IssueId::new(0), [&sides[0], &sides[1]]);
    let clash = found.clashes.iter().copied().find(|clash| clash.is_opposition())?;
    let cruxes = Cruxes::new(map, &grounds, &positions.columns);
    Some(match cruxes.of(clash, [&sides[0], &sides[1]]) {
        Sought::Found(crux) => Ok(crux),
        Sought::None => Err(true),
        Sought::BeyondLimit => Err(false),
    })
}

fn read(map: &Map, stated: bool) -> (Positions, Grounds<'_>) {
    let parties: Vec<Actor> = map.authors.ids().map(Actor::Author).collect();
    let positions = Positions::new(map, &whole(map), Columns::chosen(map, &parties, false));
    (positions, Grounds::new(map, stated))
}

/// By the definition, in as many steps as it takes: all sets of contested statements of a side, by their size, steps and
/// place in the text.
mod brute {
    use crate::analysis::dispute::crux::tests::*;

    fn of(map: &Map, statement: StatementId) -> usize {
        map.statements[statement].source.map_or(0, |source| map.sources[source].authors[0].index())
    }

    fn heads(map: &Map, side: usize) -> Vec<StatementId> {
        let holds = |stance: &&Stance| stance.issue == IssueId::new(0) && of(map, stance.statement) == side;
        map.stances.iter().map(|(_, stance)| stance).filter(holds).map(|stance| stance.statement).collect()
    }

    fn given(map: &Map) -> Vec<&Reason> {
        map.reasons.iter().map(|(_, reason)| reason).filter(|reason| !reason.from_reading).collect()
    }

    /// Each statement under a side with its steps from the position.
    fn under(map: &Map, side: usize) -> Vec<(StatementId, usize)> {
        let mut found: Vec<(StatementId, usize)> = heads(map, side).into_iter().map(|head| (head, 0)).collect();
        for steps in 0..map.statements.len() {
            for reason in given(map) {
                if found.contains(&(reason.conclusion, steps)) {
                    for &premise in reason.premises.iter() {
                        if found.iter().all(|(known, _)| *known != premise) {
                            found.push((premise, steps + 1));
                        }
                    }
                }
            }
        }
        found
    }

    /// All that says the same as this, itself too.
    fn same(map: &Map, statement: StatementId) -> HashSet<StatementId> {
        let mut same: HashSet<StatementId> = [statement].into_iter().collect();
        for _ in map.statements.ids() {
            for (_, relation) in map.relations.iter().filter(|(_, relation)| relation.kind == RelationKind::Agrees) {
                if same.contains(&relation.from) || same.contains(&relation.to) {
                    same.extend([relation.from, relation.to]);
                }
            }
        }
        same
    }

    /// Whether an undercut names all premises of some reason, which it then denies alone.
    fn is_named_whole(map: &Map, undercut: &crate::model::Relation) -> bool {
        let named: HashSet<&StatementId> = undercut.because.iter().collect();
        let of_it = map.reasons_for(undercut.to).iter().map(|&id| &map.reasons[id]);
        !named.is_empty()
            && of_it.map(|reason| reason.premises.iter().collect()).any(|premises: HashSet<_>| premises == named)
    }

    /// Statements that are removed when this is settled against a side, if the other side contests it.
    fn removed(map: &Map, side: usize, statement: StatementId) -> Option<HashSet<StatementId>> {
        let theirs = |kind| {
            let attacks = map.relations.iter().map(|(_, relation)| relation);
            attacks.filter(move |attack| attack.kind == kind && of(map, attack.from) != side)
        };
        let same = same(map, statement);
        if theirs(RelationKind::Against).any(|attack| same.contains(&attack.to)) {
            return Some(same);
        }
        let denied = theirs(RelationKind::Undercuts).any(|attack| {
            given(map).iter().any(|reason| {
                reason.conclusion == attack.to
                    && under(map, side).iter().any(|(known, _)| *known == attack.to)
                    && reason.premises.contains(&statement)
                    && attack.because.iter().all(|premise| reason.premises.contains(premise))
                    && (reason.premises.len() == attack.because.len() || !is_named_whole(map, attack))
            })
        });
        denied.then(|| [statement].into_iter().collect())
    }

    fn fells(map: &Map, side: usize, removed: &HashSet<StatementId>) -> bool {
        let mut fallen = removed.clone();
        for _ in map.statements.ids() {
            for statement in map.statements.ids() {
                let reasons: Vec<&Reason> =
                    given(map).into_iter().filter(|reason| reason.conclusion == statement).collect();
                let falls = |reason: &&Reason| reason.premises.iter().any(|premise| fallen.contains(premise));
                if !reasons.is_empty() && reasons.iter().all(falls) {
                    fallen.insert(statement);
                }
            }
        }
        heads(map, side).iter().all(|head| fallen.contains(head))
    }

    /// Whether an attack of the other side names a statement: it, what says the same, or a step from it that is denied.
    fn named(map: &Map, side: usize, statement: StatementId) -> bool {
        let same = same(map, statement);
        let premise_for = |conclusion| {
            given(map).iter().any(|reason| reason.conclusion == conclusion && reason.premises.contains(&statement))
        };
        map.relations.iter().map(|(_, attack)| attack).filter(|attack| of(map, attack.from) != side).any(|attack| {
            match attack.kind {
                RelationKind::Against => same.contains(&attack.to),
                RelationKind::Undercuts => {
                    let is_under = under(map, side).iter().any(|(known, _)| *known == attack.to);
                    is_under && attack.because.contains(&statement) && premise_for(attack.to)
                }
                _ => false,
            }
        })
    }

    /// A set: its size, its steps, how many statements no attack names, the statements, and whose side falls with it.
    type Set = (usize, usize, usize, Vec<StatementId>, usize);

    /// The best set, found by trying all.
    pub fn crux(map: &Map) -> Option<Set> {
        let mut best: Option<Set> = None;
        for side in [0, 1] {
            let mut claims: Vec<(usize, StatementId, HashSet<StatementId>)> = Vec::new();
            let mut under = under(map, side);
            under.sort_by_key(|(statement, steps)| (*steps, *statement));
            for (statement, steps) in under {
                let known = |claim: &(usize, StatementId, HashSet<StatementId>)| claim.2.contains(&statement);
                match removed(map, side, statement) {
                    Some(removed) if !claims.iter().any(|claim| claim.2 == removed && known(claim)) => {
                        claims.push((steps, statement, removed));
                    }
                    _ => {}
                }
            }
            for set in 1u32..1 << claims.len() {
                let chosen = claims.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, claim)| claim);
                let removed: HashSet<StatementId> = chosen.clone().flat_map(|claim| claim.2.iter().copied()).collect();
                if fells(map, side, &removed) {
                    let mut statements: Vec<StatementId> = chosen.clone().map(|claim| claim.1).collect();
                    statements.sort_unstable();
                    let steps = chosen.map(|claim| claim.0).sum();
                    let unnamed = statements.iter().filter(|&&statement| !named(map, side, statement)).count();
                    let found = (statements.len(), steps, unnamed, statements, side);
                    best = best.filter(|best| *best <= found).or(Some(found));
                }
            }
        }
        best
    }
}

/// A small map made by chance: two authors on one choice, ten statements, reasons in circles too.
fn random(mut seed: u64) -> String {
    let mut chance = move |most: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % most
    };
    let names = |side: usize, own: usize, at: usize| {
        if side == own { format!("s{at}") } else { format!("{}.s{at}", ["ann-2015", "bob-2015"][side]) }
    };
    let numbers = [3 + chance(3), 3 + chance(3)];
    let mut text = String::new();
    for own in [0, 1] {
        text += ["@ann-2015\n\n", "@bob-2015\n\n"][own];
        for at in 0..numbers[own] {
            text += &format!("claim s{at}: It is so.\n");
            if at == 0 || chance(2) == 0 {
                text += &format!("  holds choice: {}\n", ["roads", "police"][own]);
            }
            for _ in 0..chance(3) {
                let other = |chance: &mut dyn FnMut(usize) -> usize| {
                    let side = if chance(8) == 0 { 1 - own } else { own };
                    let number = chance(numbers[side]);
                    (side != own || number != at).then(|| names(side, own, number))
                };
                let mut premises: Vec<String> = (0..=chance(2)).filter_map(|_| other(&mut chance)).collect();
                premises.sort();
                premises.dedup();
                if !premises.is_empty() {
                    text += &format!("  because: {}\n", premises.join(" and "));
                }
            }
            for _ in 0..chance(2) {
                text += &format!("  against: {}\n", names(1 - own, own, chance(numbers[1 - own])));
            }
            if chance(6) == 0 {
                let side = chance(2);
                let number = chance(numbers[side]);
                if side != own || number != at {
                    text += &format!("  agrees: {}\n", names(side, own, number));
                }
            }
            text.push('\n');
        }
    }
    // Denials of reasons that there are.
    let mut reasons: Vec<(usize, String, String)> = Vec::new();
    let (mut own, mut name) = (0, String::new());
    for line in text.lines() {
        if line.starts_with('@') {
            own = usize::from(line.contains("bob"));
        } else if let Some(rest) = line.strip_prefix("claim ") {
            name = rest.split(':').next().unwrap_or_default().to_owned();
        } else if let Some(premises) = line.strip_prefix("  because: ") {
            let first = premises.split(" and ").next().unwrap_or_default();
            reasons.push((own, name.clone(), if chance(3) == 0 { String::new() } else { first.to_owned() }));
        }
    }
    for (own, conclusion, premise) in reasons {
        if chance(2) == 0 {
            let [source, other] = [["ann-2015", "bob-2015"][own], ["ann-2015", "bob-2015"][1 - own]];
            let because = if premise.is_empty() { String::new() } else { format!(" because {premise}") };
            text += &format!(
                "reading {other}.s{}\n  undercuts: {source}.{conclusion}{because}\n\n",
                chance(numbers[1 - own])
            );
        }
    }
    text
}

#[test]
fn no_smaller_or_nearer_set_would_do() {
    let mut sizes = [0; 6];
    for seed in 0..1_200 {
        let text = random(seed);
        let map = scene(&text);
        let Some(found) = sought(&map, false) else { continue };
        let expected = brute::crux(&map);
        let found = found.map_err(|none| assert!(none, "a small map is within the limit")).ok();
        let statements = |crux: &Crux| crux.contested.iter().map(|contested| contested.statement).collect();
        let found: Option<(usize, Vec<StatementId>)> = found.as_ref().map(|crux| (crux.side, statements(crux)));
        assert_eq!(found, expected.map(|(.., statements, side)| (side, statements)), "seed {seed}\n{text}");
        sizes[found.map_or(0, |(_, statements)| statements.len()).min(5)] += 1;
    }
    assert!(sizes[0] > 100 && sizes[1] > 100 && sizes[2] > 100 && sizes[3] > 10, "all sizes occur: {sizes:?}");
}

/// Ann's claim with these reasons, and Bob who attacks every premise.
fn with_reasons(reasons: &[Vec<String>]) -> Map {
    let mut text = "@ann-2015\n\nclaim it: It is so.\n  holds choice: roads\n".to_owned();
    for reason in reasons {
        text += &format!("  because: {}\n", reason.join(" and "));
    }
    let premises: Vec<&String> = reasons.iter().flatten().collect();
    for name in &premises {
        text += &format!("\nclaim {name}: It is so.\n");
    }
    text += "\n@bob-2015\n\nclaim no: No.\n  holds choice: police\n";
    for name in &premises {
        text += &format!("  against: ann-2015.{name}\n");
    }
    scene(&text)
}

#[test]
fn as_many_as_the_limit_are_found_however_many_could_take_their_place() {
    // Each reason falls with any of thirty: the first of each makes the set that is named.
    let reasons = |number: usize| -> Vec<Vec<String>> {
        (0..number).map(|reason| (0..30).map(|at| format!("g{reason}-{at}")).collect()).collect()
    };
    for number in [1, 2, MOST] {
        let map = with_reasons(&reasons(number));
        let crux = sought(&map, false).expect("they are opposed").expect("it is within the limit");
        let names: Vec<String> = crux.contested.iter().map(|it| map.statement_name(it.statement)).collect();
        let firsts: Vec<String> = (0..number).map(|reason| format!("ann-2015.g{reason}-0")).collect();
        assert_eq!(names, firsts);
    }
    assert_eq!(sought(&with_reasons(&reasons(MOST + 1)), false), Some(Err(false)));
}

#[test]
fn a_long_chain_of_contested_reasons_is_no_harder_than_a_short_one() {
    let mut text = "@ann-2015\n\nclaim g0: It is so.\n  holds choice: roads\n  because: g1\n\n".to_owned();
    let length = 20_000;
    for at in 1..length {
        text += &format!("claim g{at}: It is so.\n  because: g{}\n\n", at + 1);
    }
    text += &format!("claim g{length}: It is so.\n\n@bob-2015\n\nclaim no: No.\n  holds choice: police\n");
    text += &format!("  against: ann-2015.g{length}, ann-2015.g{}\n", length / 2);
    let map = scene(&text);
    let crux = sought(&map, false).expect("they are opposed").expect("it is found");
    assert_eq!(map.statement_name(crux.contested[0].statement), format!("ann-2015.g{}", length / 2));
}

#[test]
fn what_the_mapper_infers_is_no_attack_where_only_what_is_stated_counts() {
    let map = scene(
        "@ann-2015\n\nclaim it: It is so.\n  holds choice: roads\n\n@bob-2015\n\nclaim no: No.\n  \
         holds choice: police\n  against (inferred): ann-2015.it\n",
    );
    assert!(matches!(sought(&map, false), Some(Ok(_))));
    assert_eq!(sought(&map, true), Some(Err(true)));
}
