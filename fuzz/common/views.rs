//! The questions of readers that are asked of a map here, one after another or one of them.

use counterpoint::analysis::change::standing::Standings;
use counterpoint::analysis::change::{Changes, Versions};
use counterpoint::analysis::comparison::similarity::Measure;
use counterpoint::analysis::evaluation::interpretation::Interpretation;
use counterpoint::analysis::evaluation::repair::Costs;
use counterpoint::analysis::table::column::{Actor, By};
use counterpoint::model::select::{Filter, Selection};
use counterpoint::model::{Entity, Map};
use counterpoint::page::{Consumer, Page, PageOf};
use counterpoint::question::limit::Limit;
use counterpoint::question::stand::{About, Answer, Question};
use counterpoint::study::Study;
use counterpoint::view::agree::{AgreeOptions, agree};
use counterpoint::view::compare::{CompareOptions, compare};
use counterpoint::view::diff::{DiffOptions, diff};
use counterpoint::view::divide::{DivideOptions, divide};
use counterpoint::view::list::{Listed, list};
use counterpoint::view::network::{Network, NetworkOptions, network};
use counterpoint::view::quotes::quotes;
use counterpoint::view::show::{ShowOptions, Subject, show};
use counterpoint::view::stand::audiences::Among;
use counterpoint::view::table::{TableOptions, table};
use counterpoint::view::terms::terms;
use counterpoint::workspace::Workspace;
use framework::Semantics;

/// What is asked of a map: who reads the answer, and the thing that is asked about where one is.
struct Asked<'w> {
    workspace: &'w Workspace,
    map: &'w Map,
    selection: &'w Selection,
    study: Study<'w>,
    consumer: Consumer,
    /// Chooses among things of which the map has several.
    turn: usize,
}

/// A question. None where the map has nothing to ask about.
type Ask = for<'a> fn(&'a Asked<'_>) -> Option<PageOf<'a>>;

/// All of them.
const ASKED: &[Ask] = &[
    |it| Some(list(&it.study, it.of(Listed::WORDS), it.consumer)),
    |it| Some(list(&it.study, Listed::Statements { unanswered: true }, it.consumer)),
    |it| Some(table(&it.study, &TableOptions { by: it.of(By::WORDS), ..it.table() })),
    |it| Some(table(&it.study, &TableOptions { derived: true, standing: true, ..it.table() })),
    |it| Some(divide(&it.study, DivideOptions { by: it.of(By::WORDS), figures: true, consumer: it.consumer })),
    |it| Some(agree(&it.study, &it.agreement())),
    |it| Some(network(&it.study, &it.network())),
    |it| Some(quotes(&it.study, &[], true, it.consumer)),
    |it| Some(terms(&it.study, &[], true, it.consumer)),
    |it| it.comparison().map(|options| compare(&it.study, &options)),
    |it| it.thing().map(|named| show(&it.study, &Subject::from(named), it.shown())),
    |it| Some(it.changes()),
    |it| it.answer(About::Everything),
    |it| it.answer(About::Audiences(Among::Each)),
    |it| it.answer(About::Doubts),
    |it| it.answer(About::Dispute { statement: it.statement()?, smallest: false }),
    |it| it.answer(About::Repair { statement: it.statement()?, goal: None, costs: Costs::default() }),
];

/// So many steps a search may make: what is found hangs on no clock.
const STEPS: u64 = 200_000;

/// How many questions there are.
pub const NUMBER: usize = ASKED.len();

/// Asks one of the questions, `turn` of which chooses it and what it is about; shows the page, if there is one.
pub fn ask(workspace: &Workspace, turn: usize, consumer: Consumer, look: impl FnOnce(&PageOf<'_>)) {
    let map = &workspace.map;
    let (question, turn) = (turn % NUMBER, turn / NUMBER);
    let filter = Filter { voices: turn % 3 == 1, stated: turn % 3 == 2, ..Filter::default() };
    let selection = Selection::new(map, filter);
    let study = Study::new(map, &selection).with_quotations(&workspace.quotations, &workspace.unread);
    let asked = Asked { workspace, map, selection: &selection, study, consumer, turn };
    if let Some(page) = ASKED[question](&asked) {
        look(&page);
    }
}

impl Asked<'_> {
    fn of<T: Copy>(&self, words: &[(T, &str, &str)]) -> T {
        words[self.turn % words.len()].0
    }

    fn table(&self) -> TableOptions {
        TableOptions { consumer: self.consumer, ..TableOptions::default() }
    }

    fn shown(&self) -> ShowOptions {
        ShowOptions { depth: None, full: self.turn % 2 == 0, consumer: self.consumer }
    }

    fn agreement(&self) -> AgreeOptions {
        let (by, measure) = (self.of(By::WORDS), self.of(Measure::WORDS));
        AgreeOptions { by, measure, cluster: true, consumer: self.consumer, ..AgreeOptions::default() }
    }

    fn network(&self) -> NetworkOptions {
        let (of, consumer) = (self.of(Network::WORDS), self.consumer);
        NetworkOptions { of, by: By::default(), unit: Default::default(), consumer }
    }

    fn comparison(&self) -> Option<CompareOptions> {
        let authors = self.map.authors.ids().map(Actor::Author);
        let parties: Vec<Actor> =
            authors.chain(self.map.sources.ids().map(Actor::Source)).take(2 + self.turn % 3).collect();
        let many = parties.len() > 1;
        many.then(|| CompareOptions { parties, derived: true, details: true, only: None, consumer: self.consumer })
    }

    /// Something of the map.
    fn thing(&self) -> Option<Entity> {
        let map = self.map;
        let things = map.authors.ids().map(Entity::Author).chain(map.sources.ids().map(Entity::Source));
        let things = things.chain(map.issues.ids().map(Entity::Issue)).chain(map.terms.ids().map(Entity::Term));
        let things: Vec<Entity> = things.chain(map.statements.ids().map(Entity::Statement)).collect();
        things.get(self.turn % things.len().max(1)).copied()
    }

    /// The name of a statement.
    fn statement(&self) -> Option<String> {
        let number = self.turn % self.map.statements.len().max(1);
        let statement = self.map.statements.ids().find(|id| id.index() == number)?;
        Some(self.map.statement_name(statement))
    }

    /// What changed from nothing at all.
    fn changes(&self) -> Page {
        let none = Workspace::default();
        let versions = Versions { old: &none.map, new: self.map };
        let selected = Selection::new(&none.map, Filter::default());
        let options = DiffOptions { consumer: self.consumer, ..DiffOptions::default() };
        let (changes, selected) = (Changes::new(versions), [&selected, self.selection]);
        diff(versions, &changes, &Standings::new(versions, &changes.paired, selected), selected, &options)
    }

    /// What stands. None where the question is refused, such as for a name that several statements have.
    fn answer(&self, about: About) -> Option<Page> {
        let question = Question {
            about,
            audience: None,
            suppose: Vec::new(),
            suppose_not: Vec::new(),
            without: Vec::new(),
            strength: None,
            full: true,
            interpretation: Interpretation::default(),
            within: false,
            semantics: Semantics::Grounded,
            limit: Limit::after(None).within(Some(STEPS)),
        };
        match question.answer(self.workspace, self.selection, self.consumer).ok()? {
            Answer::Page(page) | Answer::Partial(page, _) => Some(page),
            Answer::Framework(..) => None,
        }
    }
}

/// The page of all quotations.
pub fn quotations(workspace: &Workspace, consumer: Consumer) -> Page {
    let selection = Selection::new(&workspace.map, Filter::default());
    let study = Study::new(&workspace.map, &selection);
    quotes(&study.with_quotations(&workspace.quotations, &workspace.unread), &[], true, consumer)
}
