//! Names that people use: the name in the map, the full name, or the short one.

use crate::file::Span;
use crate::model::{Entity, IssueId, Map, PositionId, ShortNames};
use crate::text::folding::folded;
use crate::view::wording::called::position_said;

/// Entity of a name, by its name in the map first; by the name that it is shown by, in any case, where one thing alone
/// has it.
pub fn find(map: &Map, name: &str) -> Option<Entity> {
    map.find(name).or_else(|| called(map, name))
}

/// Positions that somebody may mean: the one that `ISSUE.POSITION` or `ISSUE: POSITION` names, else all that are called so.
pub fn positions(map: &Map, words: &str) -> Vec<PositionId> {
    let of_issue = |(issue, position): (&str, &str)| match find(map, issue.trim()) {
        Some(Entity::Issue(issue)) => find_position(map, issue, position.trim()),
        _ => None,
    };
    let named = [':', '.'].into_iter().find_map(|sign| words.rsplit_once(sign).and_then(of_issue));
    match named {
        Some(position) => vec![position],
        None => map.issues.ids().filter_map(|issue| find_position(map, issue, words)).collect(),
    }
}

/// Position of an issue by its name in the map, or by what it is called on pages, in any case.
fn find_position(map: &Map, issue: IssueId, words: &str) -> Option<PositionId> {
    let wanted = folded(words);
    let is_called = |position: &PositionId| folded(&position_said(map, *position)) == wanted;
    map.find_position(issue, words).or_else(|| map.issues[issue].positions().find(is_called))
}

/// The only author, source, issue, term or side that is shown as this.
fn called(map: &Map, words: &str) -> Option<Entity> {
    let wanted = folded(words);
    let short = ShortNames::new(map);
    let is = |text: &str| folded(text) == wanted;
    let says = |span: Option<Span>| span.is_some_and(|span| is(&map.text(span)));
    let authors =
        map.authors.iter().filter(|(id, it)| says(Some(it.display)) || says(it.short) || is(short.author(*id)));
    let sources = map.sources.iter().filter(|(id, it)| says(Some(it.title)) || says(it.short) || is(short.source(*id)));
    let issues = map.issues.iter().filter(|(_, it)| says(Some(it.question)) || says(it.short));
    let terms = map.terms.iter().filter(|(_, it)| says(Some(it.word)));
    let sides = map.sides.iter().filter(|(_, it)| says(Some(it.display)) || says(it.short));
    let authors = authors.map(|(id, _)| Entity::Author(id));
    let others = sources.map(|(id, _)| Entity::Source(id)).chain(issues.map(|(id, _)| Entity::Issue(id)));
    let others = others.chain(terms.map(|(id, _)| Entity::Term(id))).chain(sides.map(|(id, _)| Entity::Side(id)));
    let mut found = authors.chain(others);
    found.next().filter(|_| found.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::Workspace;

    #[test]
    fn full_names_short_names_and_names_of_the_map_all_lead_to_the_same() {
        let text = "author cs: Christopher Sedgwick\n\nauthor tf: The Tokyo Foundation\n  short: Tokyo\n\nauthor ra: Ruth Adler\n\n\
                    author aa: Anna Adler\n";
        let workspace = Workspace::of_texts([("map.arg", text)]);
        let map = &workspace.map;
        for (name, key) in
            [("cs", "cs"), ("sedgwick", "cs"), ("Christopher Sedgwick", "cs"), ("Tokyo", "tf"), ("R. Adler", "ra")]
        {
            assert_eq!(find(map, name), map.find(key), "{name}");
        }
        assert_eq!(find(map, "Adler"), None);
    }
}
