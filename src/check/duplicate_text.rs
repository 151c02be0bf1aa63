//! The same text twice in one source.

use std::borrow::Cow;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::{Map, RelationKind, StatementId};

use super::rule::{Context, Rule};

pub(super) const RULE: Rule = Rule { code: &DUPLICATE_TEXT, run };

static DUPLICATE_TEXT: Code = Code {
    name: "duplicate-text",
    severity: Severity::Warning,
    summary: "two statements of one source say the same in the same words",
    explanation: "A statement written twice counts twice, and what hangs on the one is not seen at the other. It is \
        usually a copy whose text was never changed.\n\nTake one out and point all clauses at the other, or change its \
        text. Two passages that do say the same can be joined with `agrees`.",
};

fn run(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    let map = context.settled;
    let mut keys = Vec::new();
    let key = |id: StatementId| (ends(map.files.text(map.statements[id].text)), id);
    for source in map.sources.ids() {
        keys.extend(map.statements_of(source).iter().map(|&id| key(id)));
        find_duplicates(map, &mut keys, diagnostics);
    }
    keys.extend(map.statements.iter().filter(|(_, statement)| statement.source.is_none()).map(|(id, _)| key(id)));
    find_duplicates(map, &mut keys, diagnostics);
}

/// Reports statements of the same text, of one source, and empties the list. Whole texts are compared only where their
/// beginnings and ends are alike.
fn find_duplicates(map: &Map, keys: &mut Vec<(u64, StatementId)>, diagnostics: &mut Diagnostics) {
    keys.sort_unstable();
    for alike in keys.chunk_by(|(a, _), (b, _)| a == b).filter(|alike| alike.len() > 1) {
        let text = |id: StatementId| map.text(map.statements[id].text);
        let mut texts: Vec<(Cow<str>, StatementId)> = alike.iter().map(|&(_, id)| (text(id), id)).collect();
        texts.sort_unstable();
        for same in texts.chunk_by(|(a, _), (b, _)| a == b) {
            let (_, first) = same[0];
            for &(_, id) in &same[1..] {
                let is_same = |other| same.binary_search_by_key(&other, |(_, id)| *id).is_ok();
                if !agrees_with(map, id, is_same) {
                    report(map, first, id, diagnostics);
                }
            }
        }
    }
    keys.clear();
}

/// Whether a statement is joined by `agrees` to one of some others.
fn agrees_with(map: &Map, id: StatementId, is_other: impl Fn(StatementId) -> bool) -> bool {
    let to = map.relations_from(id).iter().map(|&id| &map.relations[id]).map(|it| (it.kind, it.to));
    let from = map.relations_to(id).iter().map(|&id| &map.relations[id]).map(|it| (it.kind, it.from));
    to.chain(from).any(|(kind, other)| kind == RelationKind::Agrees && is_other(other))
}

/// A number made of the first and last bytes of a text that are not white space, which texts of the same words share.
fn ends(text: &str) -> u64 {
    const BYTES: usize = 16;
    let solid = || text.bytes().filter(|byte| !byte.is_ascii_whitespace());
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3).rotate_left(7);
    let beginning = solid().take(BYTES).fold(0xcbf2_9ce4_8422_2325, mix);
    solid().rev().take(BYTES).fold(beginning, mix)
}

fn report(map: &Map, first: StatementId, second: StatementId, diagnostics: &mut Diagnostics) {
    let message =
        format!("this {} has the same text as `{}`", map.statements[second].kind.word(), map.statement_name(first));
    let diagnostic = Diagnostic::new(&DUPLICATE_TEXT, map.statements[second].text, message)
        .label("the same words")
        .related(map.statements[first].text, "first said here");
    diagnostics.push(diagnostic.help("take one of the two out, or join them with `agrees`"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::found;

    #[test]
    fn the_same_words_in_one_source_are_found_however_they_are_broken() {
        let text = "source s: S\nclaim a: the same words\nclaim b: the same\n    words\nclaim c: The same words\n\
                    claim d: the same words\n  agrees: a\nsource t: T\nclaim a: the same words\n\
                    from s\nevidence: the same words\nclaim e: thesame words\n";
        assert_eq!(
            found(&RULE, text),
            ["3:10: this claim has the same text as `s.a`", "11:11: this evidence has the same text as `s.a`"]
        );
    }

    #[test]
    fn texts_that_differ_in_the_middle_are_not_the_same() {
        let long = |middle: &str| format!("{} {middle} {}", "beginning ".repeat(9), "end".repeat(9));
        assert_eq!(found(&RULE, &format!("claim a: {}\nclaim b: {}\n", long("x"), long("y"))), [""; 0]);
    }
}
