//! Names that people use: the name in the map, the full name, or the short one.

use crate::file::Span;
use crate::model::{Entity, Map, ShortNames};
use crate::text::folding::folded;

/// Entity of a name, by its name in the map first; by the name that it is shown by, in any case, where one thing alone
/// has it.
pub fn find(map: &Map, name: &str) -> Option<Entity> {
    map.find(name).or_else(|| called(map, name))
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
