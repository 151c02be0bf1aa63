//! Audiences: the statements that an author asserts or grants are preferred to whatever attacks them (Bench-Capon 2003).

use crate::model::{AuthorId, Map, ReasonId, RelationKind, SideId, StatementId};

use super::hypothesis::speakers;

/// How a statement stands to an author.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Relevance {
    /// The author asserts it.
    Own,
    /// Somebody else's, and the author concedes it.
    Granted,
    /// The author neither asserts nor concedes it.
    #[default]
    Outside,
}

impl Relevance {
    /// Word for it, as programs read it.
    pub fn word(self) -> &'static str {
        match self {
            Relevance::Own => "own",
            Relevance::Granted => "granted",
            Relevance::Outside => "outside",
        }
    }
}

/// Statements that authors assert and grant.
#[derive(Debug, Clone)]
pub struct Audience {
    authors: usize,
    relevance: Vec<Relevance>,
}

impl Audience {
    /// The audience of authors who speak as one. What they raise only as an objection to themselves they do not assert; what they
    /// hold something in spite of, and the premises of reasons that they undercut, they concede. Without what the mapper inferred,
    /// where `stated`.
    pub fn new(map: &Map, authors: &[AuthorId], stated: bool) -> Audience {
        let is_theirs = |id| speakers(map, id).iter().any(|author| authors.contains(author));
        Audience::of_those(map, authors.len(), stated, is_theirs)
    }

    /// The audience of a side, which speaks as one.
    pub fn of_side(map: &Map, side: SideId, stated: bool) -> Audience {
        let side = &map.sides[side];
        let is_theirs = |id| map.is_of_side(side, id, &speakers(map, id));
        Audience::of_those(map, side.authors.len() + usize::from(side.own), stated, is_theirs)
    }

    fn of_those(map: &Map, authors: usize, stated: bool, is_theirs: impl Fn(StatementId) -> bool) -> Audience {
        let mut relevance = vec![Relevance::Outside; map.statements.len()];
        let own = |id: StatementId| !map.statements[id].anticipated && is_theirs(id);
        for id in map.statements.ids().filter(|&id| own(id)) {
            relevance[id.index()] = Relevance::Own;
        }
        for (_, relation) in map.relations.iter() {
            if relevance[relation.from.index()] != Relevance::Own || (stated && relation.inferred) {
                continue;
            }
            let granted = match relation.kind {
                RelationKind::Grants | RelationKind::Despite => std::slice::from_ref(&relation.to),
                RelationKind::Undercuts => &relation.because,
                _ => &[],
            };
            for statement in granted {
                let relevance = &mut relevance[statement.index()];
                *relevance = (*relevance).min(Relevance::Granted);
            }
        }
        Audience { authors, relevance }
    }

    /// Whether it is several authors who speak as one.
    pub fn is_joint(&self) -> bool {
        self.authors > 1
    }

    /// How a statement stands to the author.
    pub fn of(&self, statement: StatementId) -> Relevance {
        self.relevance[statement.index()]
    }

    /// Whether the author asserts or grants it.
    pub fn accepts(&self, statement: StatementId) -> bool {
        self.of(statement) != Relevance::Outside
    }

    /// Whether the author gives this reason.
    pub fn gives(&self, map: &Map, reason: ReasonId) -> bool {
        let reason = &map.reasons[reason];
        self.of(reason.conclusion) == Relevance::Own && map.is_given(reason)
    }
}
