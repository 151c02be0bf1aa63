//! Trees to map: names become ids, and unknown names become diagnostics.
//!
//! The text is walked three times: for the names that all files share and those of the statements, then for what
//! authors, sources and issues are, then for what statements say. So the order of the text never matters. What fails is
//! left out alone: a clause without its entry, an entry without its neighbours.

mod collect;
mod condition;
mod counterpoint;
mod duplicate;
mod lookup;
mod missing;
mod range;
mod relation;
mod renamed;
mod resolver;
mod scope;
mod shared;
mod side;
mod speaker;
mod stance;
mod statement;
mod undercut;
mod word;

use std::borrow::Borrow;

use crate::diagnostic::{Code, Diagnostics};
use crate::file::{Files, Span};
use crate::syntax::tree::Tree;

use self::resolver::Resolver;
use super::arena::Adjacency;
use super::map::Links;
use super::name::NameTable;
use super::{Map, Referent, Role, Use, Uses};

/// The findings that are made here.
pub const CODES: &[&Code] = &[
    &duplicate::DUPLICATE_NAME,
    &duplicate::RESERVED_NAME,
    &missing::UNKNOWN_NAME,
    &missing::AMBIGUOUS_NAME,
    &renamed::RENAMED_NAME,
    &renamed::OLD_NAME_IN_USE,
    &lookup::WRONG_KIND,
    &lookup::NOTHING_ABOVE,
    &stance::UNKNOWN_POSITION,
    &range::NOT_A_RANGE,
    &condition::CONDITION_WITHOUT_POSITION,
    &missing::UNLINKED_CONDITION,
    &word::BAD_DATE,
    &word::UNKNOWN_WORD,
    &word::BAD_WEIGHT,
    &word::BAD_ORDER,
    &speaker::NOT_JOINT_AUTHOR,
    &speaker::ONE_VOICE,
    &side::TWO_SIDES,
    &side::ONE_MOTION,
    &counterpoint::COUNTERPOINT_WITHOUT_TARGET,
    &relation::SELF_RELATION,
    &relation::NOT_EVIDENCE,
    &undercut::NO_SUCH_REASON,
];

/// Makes one map of the trees of all files, which are in the order of the files. `include` is no matter of the map.
/// Trees that are given away are dropped before the map is finished, which needs the room; those that are lent stay.
pub fn resolve(files: Files, trees: impl Borrow<[Tree]>, diagnostics: &mut Diagnostics) -> Map {
    let mut map = Resolver::new(&files, diagnostics).run(trees).finish();
    map.files = files;
    map
}

/// Map without its drafts, of a whole one: `trees` are those of its files [without them](Tree::without_drafts).
/// Findings about the trees were made with the whole map.
pub fn settle(whole: &Map, trees: Vec<Tree>) -> Map {
    let mut map = resolve(whole.files.clone(), trees, &mut Diagnostics::default());
    map.omitted = whole.omitted;
    map
}

/// The same, with every mention of a name.
pub fn resolve_with_uses(files: Files, trees: impl Borrow<[Tree]>, diagnostics: &mut Diagnostics) -> (Map, Uses) {
    let mut resolver = Resolver::new(&files, diagnostics);
    resolver.uses = Some(Vec::new());
    let mut resolver = resolver.run(trees);
    let uses = Uses::new(resolver.uses.take().unwrap_or_default());
    let mut map = resolver.finish();
    map.files = files;
    (map, uses)
}

impl<'t> Resolver<'t> {
    fn new(files: &'t Files, diagnostics: &'t mut Diagnostics) -> Self {
        Resolver {
            files,
            map: Map::default(),
            diagnostics,
            excused: NameTable::default(),
            missing: Vec::new(),
            relations: Vec::new(),
            undercuts: Vec::new(),
            uses: None,
        }
    }

    /// Reads all that the trees say into the map.
    fn run(mut self, trees: impl Borrow<[Tree]>) -> Self {
        let all = trees.borrow();
        let entries = self.collect_shared(all);
        let sections = self.collect_statements(all);
        self.collect_former(&entries, &sections);
        self.resolve_shared(&entries);
        self.check_sides();
        for section in &sections {
            self.resolve_section(section);
        }
        self.map.omitted.clauses += all.iter().map(|tree| tree.broken_clauses).sum::<usize>();
        self
    }

    /// Remembers a mention of a name, where somebody asked for them.
    fn mention(&mut self, place: Span, referent: Referent, role: Role) {
        if let Some(uses) = &mut self.uses {
            uses.push(Use { place, referent, role });
        }
    }

    /// Text at a place.
    fn text(&self, span: Span) -> &'t str {
        self.files.text(span)
    }

    /// Remembers the name of something that was left out.
    fn excuse(&mut self, name: Option<Span>) {
        if let Some(name) = name {
            // The same name left out twice is left out all the same.
            let _ = self.excused.insert(self.files, name, ());
        }
    }

    fn is_excused(&self, name: &str) -> bool {
        self.excused.get(self.files, name).is_some()
    }

    /// Ties up what hangs on what, and tells what can only be told now.
    fn finish(mut self) -> Map {
        let statements = self.map.statements.len();
        let reasons = self.map.reasons.iter();
        self.map.links.reasons_for = Adjacency::new(statements, reasons.map(|(id, reason)| (reason.conclusion, id)));
        self.check_undercuts();
        self.report_missing();
        let map = &mut self.map;
        for relation in std::mem::take(&mut self.relations) {
            map.relations.add(relation);
        }
        map.links = Links {
            reasons_for: std::mem::take(&mut map.links.reasons_for),
            stances_of_statement: Adjacency::new(statements, map.stances.iter().map(|(id, it)| (it.statement, id))),
            stances_on_issue: Adjacency::new(map.issues.len(), map.stances.iter().map(|(id, it)| (it.issue, id))),
            reasons_using: Adjacency::new(
                statements,
                map.reasons.iter().flat_map(|(id, it)| it.premises.iter().map(move |&premise| (premise, id))),
            ),
            relations_from: Adjacency::new(statements, map.relations.iter().map(|(id, it)| (it.from, id))),
            relations_to: Adjacency::new(statements, map.relations.iter().map(|(id, it)| (it.to, id))),
            quotations_of: Adjacency::new(statements, map.quotations.iter().map(|(id, it)| (it.statement, id))),
            notes_of: Adjacency::new(statements, map.notes.iter().map(|(id, it)| (it.statement, id))),
            definitions_of: Adjacency::new(statements, map.definitions.iter().map(|(id, it)| (it.statement, id))),
            statements_of_source: Adjacency::new(
                map.sources.len(),
                map.statements.iter().filter_map(|(id, it)| Some((it.source?, id))),
            ),
        };
        self.check_counterpoints();
        self.map
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::check;
    use crate::diagnostic::Severity;
    use crate::model::example::{LINES, map_of, shown};

    proptest! {
        /// Whatever is written in whatever order, it resolves; and what is not whole has an error that says so.
        #[test]
        fn any_text_resolves(picked in prop::collection::vec(0..LINES.len(), 0..60), cut in 0usize..60) {
            let lines: Vec<String> = picked.iter().map(|&at| format!("{}\n", LINES[at])).collect();
            let (first, second) = lines.split_at(cut.min(lines.len()));
            let (map, mut diagnostics) = map_of(&[&first.concat(), &second.concat()]);
            let errors = diagnostics.kept().iter().any(|diagnostic| diagnostic.code.severity == Severity::Error);
            prop_assert!(errors || map.omitted.is_nothing(), "{:?}", map.omitted);
            for statement in map.statements.ids() {
                let name = map.statement_name(statement);
                prop_assert_eq!(map.find(&name), Some(crate::model::Entity::Statement(statement)), "{}", name);
            }
            check::check_alone(&map, &mut diagnostics);
            let (again, mut other) = map_of(&[&first.concat(), &second.concat()]);
            check::check_alone(&again, &mut other);
            prop_assert_eq!(shown(&map, &diagnostics), shown(&again, &other));
        }
    }
}
