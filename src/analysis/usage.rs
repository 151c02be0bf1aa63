//! How authors use a word: who says what it means, who uses it and never says so, and where.

mod mention;
mod word;

use crate::model::select::Selection;
use crate::model::{Definition, Id, Map, StatementId, TermId};

use super::table::column::Columns;

pub use self::mention::{Mention, Mentions};
pub use self::word::{forms, marked};

/// How one column uses a term, as far as a filter kept it.
#[derive(Debug)]
pub struct Usage {
    /// The column in the table of positions.
    pub column: usize,
    /// Whether it says anywhere what it means by the term, be it in what the filter left out.
    pub is_defined: bool,
    /// Where it says so, in the order of the text.
    pub definitions: Vec<Id<Definition>>,
    /// The statements in which the word stands, in the order of the text.
    pub mentions: Vec<Mention>,
}

/// How the terms of a map are used, column by column.
#[derive(Debug)]
pub struct Usages {
    of_term: Vec<Vec<Usage>>,
    reported: Vec<Reported>,
}

/// Mentions and definitions of a term that stand in no column, because they report what another says.
#[derive(Debug, Default)]
pub struct Reported {
    /// How many of the kept statements say what the term means.
    pub definitions: usize,
    /// The kept statements in which the word stands, in the order of the text.
    pub mentions: Vec<StatementId>,
}

/// Definition or mention of a term in a column.
#[derive(Clone, Copy)]
enum Found {
    Definition(Id<Definition>),
    Mention(Mention),
}

impl Usages {
    /// Reads all definitions and mentions into columns. Inferred definitions do not count where only what is stated is asked
    /// for. Its cost grows with the length of the map.
    pub fn new(map: &Map, selection: &Selection, columns: &Columns) -> Usages {
        let mut definitions: Vec<Vec<Id<Definition>>> = vec![Vec::new(); map.terms.len()];
        for (id, definition) in map.definitions.iter().filter(|(_, it)| !(selection.filter.stated && it.inferred)) {
            definitions[definition.term.index()].push(id);
        }
        let mentions = Mentions::new(map);
        let mut usages = Usages { of_term: Vec::with_capacity(map.terms.len()), reported: Vec::new() };
        let (mut found, mut places) = (Vec::new(), Vec::new());
        for term in map.terms.ids() {
            found.clear();
            let mut reported = Reported::default();
            for &id in &definitions[term.index()] {
                let statement = map.definitions[id].statement;
                columns.of(map, statement, &mut places);
                reported.definitions += usize::from(places.is_empty() && selection.has_statement(statement));
                found.extend(places.iter().map(|&(column, _)| (column, Found::Definition(id))));
            }
            for mention in mentions.of(term).iter().filter(|it| selection.has_statement(it.statement)) {
                columns.of(map, mention.statement, &mut places);
                reported.mentions.extend(places.is_empty().then_some(mention.statement));
                found.extend(places.iter().map(|&(column, _)| (column, Found::Mention(*mention))));
            }
            found.sort_by_key(|(column, _)| *column);
            let of_columns = found.chunk_by(|(a, _), (b, _)| a == b).map(|found| usage(map, selection, found));
            usages.of_term.push(of_columns.filter(|it| it.definitions.len() + it.mentions.len() > 0).collect());
            usages.reported.push(reported);
        }
        usages
    }

    /// Reported mentions and definitions of a term.
    pub fn reported(&self, term: TermId) -> &Reported {
        &self.reported[term.index()]
    }

    /// The same of all terms together, each statement once.
    pub fn all_reported(&self) -> Reported {
        let mut all = Reported::default();
        for reported in &self.reported {
            all.definitions += reported.definitions;
            all.mentions.extend(&reported.mentions);
        }
        all.mentions.sort_unstable();
        all.mentions.dedup();
        all
    }

    /// In how many statements the word of a term stands.
    pub fn statements(&self, term: TermId) -> usize {
        let mut statements: Vec<StatementId> =
            self.of(term).iter().flat_map(|usage| &usage.mentions).map(|mention| mention.statement).collect();
        statements.sort_unstable();
        statements.dedup();
        statements.len()
    }

    /// The columns that use or define a term, in order.
    pub fn of(&self, term: TermId) -> &[Usage] {
        &self.of_term[term.index()]
    }
}

/// Usage of a term in one column.
fn usage(map: &Map, selection: &Selection, found: &[(usize, Found)]) -> Usage {
    let mut usage = Usage { column: found[0].0, is_defined: false, definitions: Vec::new(), mentions: Vec::new() };
    for (_, found) in found {
        match *found {
            Found::Definition(id) => {
                usage.is_defined = true;
                usage.definitions.extend(selection.has_statement(map.definitions[id].statement).then_some(id));
            }
            Found::Mention(mention) => usage.mentions.push(mention),
        }
    }
    usage
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example::map;
    use crate::analysis::table::column::By;
    use crate::model::select::Filter;

    const MAP: &str = "\
author ann: Ann

author bob: Bob

author cy: Cy

term aid: aid

source a: A
  by: ann

claim one: Aid is help for the poor.
  defines aid: help for the poor

claim two: Much aid is lost.

source b: B
  by: bob

claim one: Roads come first.
  quote: roads before aid

claim two: Ann says that aid is lost.
  voice: ann
  defines aid: what is lost

source c: C
  by: cy

claim one: What is called AID is trade.
  defines aid (inferred): trade
";

    fn used(filter: Filter) -> (Vec<String>, [usize; 2]) {
        let map = map(MAP);
        let selection = Selection::new(&map, filter);
        let columns = Columns::new(&map, By::Author, selection.filter.voices);
        let usages = Usages::new(&map, &selection, &columns);
        let term = map.terms.ids().next().expect("there is one");
        let shown = usages.of(term).iter().map(|usage| {
            let defined = if usage.is_defined { "defined" } else { "undefined" };
            let places: Vec<String> = usage.mentions.iter().map(|it| map.statement_name(it.statement)).collect();
            format!("{} {defined} {} in {}", usage.column, usage.definitions.len(), places.join(" "))
        });
        let reported = usages.reported(term);
        (shown.collect(), [reported.definitions, reported.mentions.len()])
    }

    #[test]
    fn who_defines_a_term_and_who_only_uses_it() {
        let (shown, reported) = used(Filter::default());
        assert_eq!(shown, ["0 defined 1 in a.one a.two", "1 undefined 0 in b.one", "2 defined 1 in c.one"]);
        assert_eq!(reported, [1, 1]);
    }

    #[test]
    fn what_is_inferred_may_be_omitted_and_voices_brought_in() {
        let (shown, reported) = used(Filter { stated: true, voices: true, ..Filter::default() });
        assert_eq!(shown, ["0 defined 2 in a.one a.two b.two", "1 undefined 0 in b.one", "2 undefined 0 in c.one"]);
        assert_eq!(reported, [0, 0]);
    }

    #[test]
    fn a_filter_makes_nobody_leave_a_term_undefined() {
        let (shown, _) = used(Filter { text: Some("much".to_owned()), ..Filter::default() });
        assert_eq!(shown, ["0 defined 0 in a.two"]);
    }
}
