//! Reported voices: what documents say that others hold, without holding it themselves.

use crate::model::{AuthorId, Map};

/// The stands that are only reported.
#[derive(Debug, Default)]
pub struct Reported {
    /// How many statements report one.
    pub statements: usize,
    /// The authors whose stances they report: each once, in the order of the map.
    pub authors: Vec<AuthorId>,
}

/// Everything in a map that takes a stand in another's name and is not endorsed.
pub fn reported(map: &Map) -> Reported {
    let mut reported = Reported::default();
    for (id, statement) in map.statements.iter() {
        if let Some(author) = statement.reported().filter(|_| !statement.is_own())
            && !map.stances_of(id).is_empty()
        {
            reported.statements += 1;
            reported.authors.push(author);
        }
    }
    reported.authors.sort_unstable();
    reported.authors.dedup();
    reported
}

#[cfg(test)]
mod tests {
    use crate::analysis::example::map;
    use crate::analysis::table::voice::*;

    #[test]
    fn only_stands_that_are_not_endorsed_are_reported() {
        let map = map("author ann: Ann\n\nauthor bob: Bob\n\nauthor cy: Cy\n\nissue act: Should we act?\n\n\
             source book: A book\n  by: ann\n  date: 2020\n\n\
             claim one: Bob wants to act.\n  voice: bob\n  holds act: yes\n\n\
             claim two: Bob wants it still.\n  voice: bob\n  holds act: yes\n\n\
             claim three: Cy is right that we should.\n  voice (endorsed): cy\n  holds act: yes\n\n\
             claim four: Cy says that it rains.\n  voice: cy\n");
        let found = reported(&map);
        let names: Vec<&str> = found.authors.iter().map(|&author| map.word(map.authors[author].name)).collect();
        assert_eq!((found.statements, names), (2, vec!["bob"]));
    }
}
