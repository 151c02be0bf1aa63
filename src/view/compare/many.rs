//! Three and more at a glance: on which questions they clash, and who says what there in words.

use foldhash::HashMap;

use crate::analysis::dispute::agreement::Verdict;
use crate::analysis::dispute::crux::Sought;
use crate::analysis::table::orientation::Orientation;
use crate::analysis::table::positions::IssueStance;
use crate::analysis::table::spoken::Way;
use crate::model::{IssueId, Map, PositionId, ShortNames};
use crate::page::{Block, Cell, Column, Look, Mark, Row, Runs, Table};
use crate::study::{Compared, IssueCompared, PairCompared};
use crate::text::list::{and, first};
use crate::view::wording::called::{column_said, issue_short, own_words, position_said};
use crate::view::wording::named;
use crate::view::wording::naming::{Subject, counted};

use super::said::{Length, is_marked, labelled, manner};

/// Names that a camp has room for; the others are counted.
const NAMED: usize = 8;
/// Cruxes of one question that are told; the others are counted.
const CRUXES: usize = 3;

/// The relation of many on a question. Each question is in one group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Group {
    Clash,
    Degree,
    Depends,
    BothWays,
    Agree,
    Share,
    AllRight,
    OneSide,
    OneSpeaks,
    Silent,
}

impl Group {
    /// Every group, with the words of its count and the heading of its list, where there is one.
    const ALL: [(Group, &'static str, Option<&'static str>); 10] = [
        (Group::Clash, "clash", Some("THEY CLASH")),
        (Group::Degree, "differ by degree", Some("THEY DIFFER BY DEGREE")),
        (Group::Depends, "depends", Some("IT DEPENDS")),
        (Group::BothWays, "one is divided", Some("ONE IS DIVIDED, OR SEES BOTH SIDES")),
        (Group::Agree, "agree", Some("THEY AGREE")),
        (Group::Share, "share an answer", Some("SOME SHARE AN ANSWER")),
        (Group::AllRight, "can all be right", Some("ALL CAN BE RIGHT")),
        (Group::OneSide, "only one takes a side", Some("ONLY ONE TAKES A SIDE")),
        (Group::OneSpeaks, "only one speaks", None),
        (Group::Silent, "all silent", None),
    ];

    /// The word that programs read, which is that of two where it means the same.
    pub(super) fn key(self) -> &'static str {
        match self {
            Group::Clash => "clash",
            Group::Degree => "degree",
            Group::Depends => "on_conditions",
            Group::BothWays => "divided",
            Group::Agree => "agree",
            Group::Share => "some_agree",
            Group::AllRight => "all_right",
            Group::OneSide => "one_side",
            Group::OneSpeaks => "one_speaks",
            Group::Silent => "silent",
        }
    }

    /// The sentence that opens the page of one question.
    pub(super) fn sentence(self) -> &'static str {
        match self {
            Group::Clash => "They clash.",
            Group::Degree => "They differ by degree.",
            Group::Depends => "It depends on a condition.",
            Group::BothWays => "One of them is divided, or sees both sides.",
            Group::Agree => "They agree.",
            Group::Share => "Some of them share an answer.",
            Group::AllRight => "All can be right.",
            Group::OneSide => "At most one of them takes a side.",
            Group::OneSpeaks => "Only one speaks to it.",
            Group::Silent => "All are silent.",
        }
    }
}

/// Many columns that are held against each other, with what people call them.
pub struct Many<'c, 's> {
    pub(super) compared: &'c Compared<'s>,
    pub(super) names: Vec<String>,
    /// The questions that are shown, each with its group; the order is that of the page.
    pub(super) questions: Vec<(Group, &'c IssueCompared)>,
}

impl<'c, 's> Many<'c, 's> {
    /// The columns of a comparison, on the questions that are shown.
    pub fn new(compared: &'c Compared<'s>, short: &ShortNames, shows: impl Fn(&IssueCompared) -> bool) -> Many<'c, 's> {
        let (map, columns) = (compared.map(), compared.table.columns());
        let names = (0..compared.number()).map(|column| column_said(map, short, columns, column)).collect();
        let shown = compared.issues().iter().filter(|issue| shows(issue));
        let mut questions: Vec<(Group, &IssueCompared)> = shown.map(|issue| (group(compared, issue), issue)).collect();
        questions.sort_by_key(|(group, issue)| (*group, issue.sharpest().rank()));
        Many { compared, names, questions }
    }

    /// Whether no question is shown.
    pub fn is_empty(&self) -> bool {
        self.questions.is_empty()
    }

    /// Whether anything on the page is the mapper's reading.
    pub fn is_marked(&self) -> bool {
        self.questions.iter().any(|(_, issue)| is_marked(&self.camps(issue.issue)))
    }

    /// The title of the page.
    pub fn title(&self) -> String {
        first(&self.names, NAMED)
    }

    /// The line of counts, the lists of questions, and what the clashes turn on.
    pub fn blocks(&self) -> Vec<Block> {
        let count = |group: Group| self.questions.iter().filter(|(it, _)| *it == group).count();
        let mut counts = Runs::from(counted(self.questions.len(), "question"));
        for (index, (group, words, _)) in Group::ALL.into_iter().filter(|(group, ..)| count(*group) > 0).enumerate() {
            counts.push(Mark::Plain, if index == 0 { ": " } else { " · " });
            counts.push(Mark::Plain, format!("{words} "));
            counts.push(Mark::Strong, count(group).to_string());
        }
        let mut blocks = vec![Block::Prose(counts)];
        let mut number = 0;
        for (group, _, heading) in Group::ALL {
            let Some(heading) = heading.filter(|_| count(group) > 0) else { continue };
            let mut table = Table { key: group.key().to_owned(), fixed: 1, look: Look::List, ..Table::default() };
            let head = Runs::new().with(Mark::Strong, heading);
            table.columns = vec![Column::number("number", ""), Column::new("question", head), Column::new("camps", "")];
            for (_, issue) in self.questions.iter().filter(|(it, _)| *it == group) {
                number += 1;
                let question = issue_short(self.compared.map(), issue.issue);
                let cells = vec![Cell::number(number), Cell::text(question), Cell::runs(self.camps(issue.issue))];
                table.rows.push(Row { cells, ..Row::default() });
            }
            blocks.push(Block::Table(table));
        }
        blocks.extend(self.turns());
        blocks
    }

    /// Camps on a question: `yes (Sedgwick firmly, Hanatani); Yamashita asks; Tase and Tsuruga are silent`.
    fn camps(&self, issue: IssueId) -> Runs {
        let map = self.compared.map();
        let positions = self.compared.table.positions();
        let stands: Vec<(usize, IssueStance<'_>)> = positions.stances_on(issue).collect();
        let mut camps: Vec<((Way, PositionId), Vec<Runs>)> = Vec::new();
        let mut places: HashMap<(Way, PositionId), usize> = HashMap::default();
        let (mut asking, mut weighing) = (Vec::new(), Vec::new());
        for (column, stand) in &stands {
            let mut takes_any = false;
            for cell in stand.positions {
                for spoken in stand.spoken(map, cell.position).into_iter().filter(|spoken| !spoken.reported) {
                    takes_any = true;
                    let manner = manner(map, &spoken, self.are_several(*column), Length::Full);
                    let member = Runs::from(self.names[*column].as_str()).joined(manner);
                    let camp = (spoken.way, cell.position);
                    let place = *places.entry(camp).or_insert_with(|| {
                        camps.push((camp, Vec::new()));
                        camps.len() - 1
                    });
                    camps[place].1.push(member);
                }
            }
            let others = match stand.issue.orientation {
                _ if takes_any => continue,
                Orientation::Raises => &mut asking,
                _ => &mut weighing,
            };
            others.push(*column);
        }
        camps.sort_by_key(|(camp, _)| *camp);
        let told = camps.into_iter().map(|(camp, members)| self.camp(camp, members));
        let silent: Vec<usize> = self.compared.table.silent_on(issue);
        let others = [
            self.who(&weighing, "sees both sides", "see both sides"),
            self.who(&asking, "asks", "ask"),
            self.who(&silent, "is silent", "are silent"),
        ];
        named::joined(told.chain(others.into_iter().flatten().map(Runs::from)), "; ")
    }

    /// A camp: what it says, and who is in it.
    fn camp(&self, (way, position): (Way, PositionId), members: Vec<Runs>) -> Runs {
        let name = position_said(self.compared.map(), position);
        let name = labelled(way, &name);
        let more = members.len().saturating_sub(NAMED);
        let members = named::joined(members.into_iter().take(NAMED), "; ");
        let members = if more == 0 { members } else { members.with(Mark::Plain, format!("; and {more} more")) };
        Runs::new().with(Mark::Strong, name).with(Mark::Plain, " (").joined(members).with(Mark::Plain, ")")
    }

    fn who(&self, columns: &[usize], one: &str, several: &str) -> Option<String> {
        let names: Vec<&String> = columns.iter().map(|&column| &self.names[column]).collect();
        let is_one = columns.len() == 1 && !self.are_several(columns[0]);
        (!columns.is_empty()).then(|| format!("{} {}", first(&names, NAMED), if is_one { one } else { several }))
    }

    fn are_several(&self, column: usize) -> bool {
        Subject::new(self.compared.table.columns(), column, &self.names[column]).are_several()
    }

    /// The cruxes of the questions on which they clash, by the pairs that clash.
    fn turns(&self) -> Vec<Block> {
        let mut lines = Vec::new();
        let clashing = self.questions.iter().enumerate().filter(|(_, (group, _))| *group == Group::Clash);
        for (index, (_, issue)) in clashing {
            if issue.in_cruxes.is_empty() {
                continue;
            }
            let pairs = self.compared.details(issue);
            let cruxes: Vec<Runs> = pairs.iter().filter_map(|pair| self.crux(pair)).collect();
            let more = cruxes.len().saturating_sub(CRUXES);
            let runs = Runs::from(format!("{}  ", index + 1));
            let runs = runs.joined(named::joined(cruxes.into_iter().take(CRUXES), " "));
            lines.push(if more == 0 {
                runs
            } else {
                runs.with(Mark::Plain, format!(" And of {} more.", counted(more, "pair")))
            });
        }
        if lines.is_empty() {
            return Vec::new();
        }
        vec![Block::Heading { level: 2, runs: "WHAT THE CLASHES TURN ON".into() }, Block::List(lines)]
    }

    /// `Ann and Bob: Bob's “a case in point”.`
    fn crux(&self, pair: &PairCompared) -> Option<Runs> {
        let map: &Map = self.compared.map();
        let found = pair.cruxes.iter().find_map(|sought| match sought {
            Sought::Found(crux) => Some(crux),
            Sought::None | Sought::BeyondLimit => None,
        })?;
        let [one, other] = pair.columns.map(|column| &self.names[column]);
        let owner = &self.names[pair.columns[found.side]];
        let what = if found.contested.len() == 1 { "a claim" } else { "claims" };
        let claims = named::and(found.contested.iter().map(|contested| own_words(map, contested.statement)));
        let runs = Runs::from(format!("{}: {what} of {owner}, ", and([one, other])));
        Some(runs.joined(claims).with(Mark::Plain, "."))
    }
}

/// The group of a question: that of the two who are most divided; they agree only where all who take a side say the same.
fn group(compared: &Compared<'_>, issue: &IssueCompared) -> Group {
    match issue.sharpest() {
        Verdict::Opposed | Verdict::TalkingPast | Verdict::ChangeOfMind => Group::Clash,
        Verdict::Degree => Group::Degree,
        Verdict::Conditional => Group::Depends,
        Verdict::Ambivalent => Group::BothWays,
        Verdict::Same(_) if are_alike(compared, issue.issue) => Group::Agree,
        Verdict::Same(_) => Group::Share,
        Verdict::Compatible if issue.verdicts().any(|verdict| matches!(verdict, Verdict::Same(_))) => Group::Share,
        Verdict::Compatible => Group::AllRight,
        Verdict::OnlyRaised => Group::OneSide,
        Verdict::OneSilent => Group::OneSpeaks,
        Verdict::BothSilent => Group::Silent,
    }
}

/// Whether all who take a side hold the same positions, and reject the same.
fn are_alike(compared: &Compared<'_>, issue: IssueId) -> bool {
    let of = |stand: IssueStance<'_>| -> Vec<(PositionId, bool, bool)> {
        stand
            .positions
            .iter()
            .filter(|cell| cell.held || cell.rejected)
            .map(|cell| (cell.position, cell.held, cell.rejected))
            .collect()
    };
    let mut taken: Vec<Vec<(PositionId, bool, bool)>> = compared
        .table
        .positions()
        .stances_on(issue)
        .map(|(_, stand)| of(stand))
        .filter(|taken| !taken.is_empty())
        .collect();
    taken.dedup();
    taken.len() == 1
}
