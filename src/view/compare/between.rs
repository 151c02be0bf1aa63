//! Grounds and relations between two sides on an issue: the grounds that they share, and what the one says about the
//! other.

use crate::analysis::dispute::agreement::{Comparison, Verdict};
use crate::model::{Map, Note, Relation, RelationKind, StatementId, StatementKind};
use crate::page::{Mark, Runs};
use crate::view::wording::named::denial;

use super::above::Above;
use crate::view::wording::named;

/// Grounds and relations between two sides: the grounds that they share, and what the one says about the other. What
/// was told above is told again only in names, all in one line.
pub fn lines(map: &Map, found: &Comparison, names: [&str; 2], above: &mut Above) -> Vec<Runs> {
    let mut lines = Vec::new();
    let [one, other] = found.grounds.only.each_ref().map(Vec::len);
    let sided = !matches!(found.verdict, Verdict::BothSilent | Verdict::OneSilent | Verdict::OnlyRaised);
    if sided && one + other + found.grounds.both.len() > 0 {
        let both = found.grounds.both.len();
        let text = format!("Grounds: {one} only from {}, {other} only from {}, {both} from both.", names[0], names[1]);
        lines.push(text.into());
    }
    for (&both, &opposite) in found.grounds.both.iter().zip(&found.opposite_ends) {
        lines.push(shared(map, both, opposite));
    }
    lines.extend(relations(map, found, above));
    lines
}

/// A ground that both give, or two that say the same.
fn shared(map: &Map, [one, other]: [StatementId; 2], opposite: bool) -> Runs {
    let evidence = map.statements[one].kind == StatementKind::Evidence;
    let what = match (opposite, evidence) {
        (true, true) => "Both cite it, to opposite ends: ",
        (true, false) => "Both give it, to opposite ends: ",
        _ => "Both give it: ",
    };
    let mut runs = Runs::new().with(Mark::Strong, what);
    for (index, &statement) in [one, other].iter().take(if one == other { 1 } else { 2 }).enumerate() {
        runs.push(Mark::Plain, if index > 0 { " · " } else { "" });
        runs.push(Mark::Plain, format!("{} ", map.text(map.statements[statement].text)));
        runs.append(named::statement(map, statement));
    }
    runs
}

/// Relations of the two sides: in full where they are new, else in names.
fn relations(map: &Map, found: &Comparison, above: &mut Above) -> Vec<Runs> {
    let (mut lines, mut again) = (Vec::new(), Runs::new());
    for &id in &found.relations {
        let relation = &map.relations[id];
        let ends = [relation.from, relation.to];
        let told = |pair: &[StatementId; 2]| *pair == ends || [pair[1], pair[0]] == ends;
        let says_the_same = matches!(relation.kind, RelationKind::Agrees | RelationKind::SameFact);
        if says_the_same && found.grounds.both.iter().any(told) {
            continue;
        }
        let runs = in_names(map, relation);
        if above.relations.insert(id) {
            lines.push(in_full(map, relation, runs, above));
        } else {
            again.push(Mark::Plain, if again.is_empty() { "As above: " } else { "; " });
            again.append(runs);
        }
    }
    if !again.is_empty() {
        lines.push(again.with(Mark::Plain, "."));
    }
    lines
}

/// `ann.x is against bob.y`
fn in_names(map: &Map, relation: &Relation) -> Runs {
    let word = |mark, word: &str| Runs::new().with(mark, word).with(Mark::Plain, " ");
    let how = match relation.kind {
        RelationKind::Against => word(Mark::Against, "is against"),
        RelationKind::Weakens => word(Mark::Against, "weakens"),
        RelationKind::Undercuts => denial(map, relation),
        RelationKind::Outweighs => word(Mark::Between, "outweighs"),
        RelationKind::Despite => word(Mark::Between, "stands in spite of"),
        RelationKind::Grants => word(Mark::For, "grants"),
        RelationKind::Agrees => word(Mark::For, "says the same as"),
        RelationKind::SameFact => word(Mark::Between, "is of the same fact as"),
    };
    let runs = named::statement(map, relation.from).with(Mark::Plain, " ").joined(how);
    runs.joined(named::statement(map, relation.to))
}

/// The same with the words of who says so, where they do not stand above, and notes on that.
fn in_full(map: &Map, relation: &Relation, mut runs: Runs, above: &mut Above) -> Runs {
    if relation.inferred {
        runs.push(Mark::Inferred, " (inferred)");
    }
    if above.texts.insert(relation.from) {
        runs.push(Mark::Plain, format!(": {}", map.text(map.statements[relation.from].text)));
    }
    let said = |note: &&Note| note.from_reading && note.entry.covers(relation.span);
    for note in map.notes_of(relation.from).filter(said) {
        runs.push(Mark::Faint, format!(" Note: {}", map.text(note.text)));
    }
    runs
}
