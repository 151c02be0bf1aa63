//! Names that people use: short names of columns and issues, plain names of positions, and statements by their own
//! words.

use super::naming::column_title;
use crate::analysis::table::column::{By, ColumnOwner, Columns};
use crate::model::{
    AuthorId, Condition, ConditionLink, IssueId, Map, PositionId, QuotationId, ShortNames, StatementId,
};
use crate::page::{Mark, Run, Runs, Target};
use crate::text::list::and;
use crate::text::script::is_unspaced;

/// A text of a position that is no longer than this is its name; a longer one describes what it is called by.
const NAME: usize = 26;
/// So many words of a quotation name a statement.
const WORDS: usize = 6;
/// So many characters of a text do, and half as many where letters need no spaces.
const LETTERS: usize = 44;
/// Words that do not end what is cut off behind them.
const LEADING: [&str; 22] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "has", "in", "is", "its", "not", "of", "on", "or", "that",
    "the", "their", "to", "was", "with",
];

/// A column by its short name, as it stands above its cells: `Tase & Tsuruga`.
pub fn column_short(map: &Map, short: &ShortNames, columns: &Columns, column: usize) -> String {
    match &columns.owners[column] {
        // Beside organisations, an author who is one would have the short name of another.
        ColumnOwner::Authors(_) if columns.by == By::Organisation => column_title(map, columns, column),
        ColumnOwner::Authors(authors) => short_authors(short, authors).join(" & "),
        ColumnOwner::Source(source) => short.source(*source).to_owned(),
        ColumnOwner::Side(side) => {
            map.sides[*side].short.map_or_else(|| column_title(map, columns, column), |it| map.text(it).into_owned())
        }
        _ => column_title(map, columns, column),
    }
}

/// The same in a sentence: `Tase and Tsuruga`.
pub fn column_said(map: &Map, short: &ShortNames, columns: &Columns, column: usize) -> String {
    match &columns.owners[column] {
        ColumnOwner::Authors(authors) => and(short_authors(short, authors)),
        _ => column_short(map, short, columns, column),
    }
}

fn short_authors<'s>(short: &'s ShortNames, authors: &[AuthorId]) -> Vec<&'s str> {
    authors.iter().map(|&author| short.author(author)).collect()
}

/// An issue by what people call it; by its question where nobody wrote a short name.
pub fn issue_short(map: &Map, issue: IssueId) -> String {
    let issue = &map.issues[issue];
    map.text(issue.short.unwrap_or(issue.question)).into_owned()
}

/// A condition in words: as it is written or, where it hangs on parts of the map, with what people call them:
/// `if yes on ‘Do the buses run late?’`, `unless Ann's “closed at ten” stands`.
pub fn condition_said(map: &Map, condition: &Condition) -> String {
    if condition.links.is_empty() {
        return map.condition(condition);
    }
    let links = condition.links.iter().map(|link| match *link {
        ConditionLink::Statement(statement) => format!("{} stands", own_words(map, statement).plain()),
        ConditionLink::Position(position) => position_on_issue(map, position),
    });
    format!("{} {}", condition.word.word(), and(links))
}

/// A position with its issue: `yes on ‘Does it work?’`, `late on evening buses`.
pub fn position_on_issue(map: &Map, position: PositionId) -> String {
    let issue = map.positions[position].issue;
    let name = issue_short(map, issue);
    let name = if map.issues[issue].short.is_some() { name } else { format!("‘{name}’") };
    format!("{} on {name}", position_said(map, position))
}

/// A position in plain words: what people call it, its text where that is short, or else its name.
pub fn position_said(map: &Map, position: PositionId) -> String {
    let what = &map.positions[position];
    let Some(name) = what.name else { return map.position_name(position).to_owned() };
    let text = what.text.map(|text| map.text(text)).filter(|text| what.says.is_some() || text.chars().count() <= NAME);
    text.map_or_else(|| map.word(name).replace(['-', '_'], " "), std::borrow::Cow::into_owned)
}

/// Answer in plain words: one position, or a range of a scale.
pub fn range_said(map: &Map, [first, last]: [PositionId; 2]) -> String {
    let said = position_said(map, first);
    let last_said = position_said(map, last);
    match (first == last, said.contains(' ') || last_said.contains(' ')) {
        (true, _) => said,
        (false, false) => format!("{said} to {last_said}"),
        // Names of several words would run into each other.
        (false, true) => format!("‘{said}’ to ‘{last_said}’"),
    }
}

/// Full meaning of a position, where that is more than its name.
pub fn position_in_full(map: &Map, position: PositionId) -> Option<String> {
    let what = &map.positions[position];
    let full = map.text(what.says.or(what.text)?).into_owned();
    (full != position_said(map, position)).then_some(full)
}

/// The speakers of a statement by their short names: its authors, else its source, else us.
pub fn speaker_said(map: &Map, short: &ShortNames, statement: StatementId) -> String {
    match (map.authors_of(statement), map.statements[statement].source) {
        ([], None) => "our own case".to_owned(),
        ([], Some(source)) => short.source(source).to_owned(),
        (authors, _) => and(short_authors(short, authors)),
    }
}

/// A statement by whose it is and its own words: `Sedgwick's “a less compelling means”`.
pub fn statement_said(map: &Map, short: &ShortNames, statement: StatementId) -> Runs {
    let speaker = speaker_said(map, short, statement);
    let whose = if speaker.ends_with('s') { format!("{speaker}' ") } else { format!("{speaker}'s ") };
    Runs::from(whose).joined(own_words(map, statement))
}

/// The own words of a statement: what people call it; else a few words of its first quotation, in double marks; else its text
/// cut at a word, in single ones. An unsaid premise has none of its author's.
pub fn own_words(map: &Map, statement: StatementId) -> Runs {
    let mut runs = words_of(map, statement);
    let target = Box::new(Target::Statement(map.statement_name(statement)));
    runs.pieces.iter_mut().for_each(|run| run.target = Some(target.clone()));
    runs
}

fn words_of(map: &Map, statement: StatementId) -> Runs {
    let what = &map.statements[statement];
    if let Some(short) = what.card.as_ref().and_then(|card| card.short.or(card.tag)) {
        return Runs::from(format!("‘{}’", map.text(short)));
    }
    if what.unstated {
        return Runs::from(format!("unsaid premise ‘{}’", beginning(&map.text(what.text))));
    }
    match map.quotations_of(statement).first() {
        Some(&quotation) => quoted(map, quotation),
        None => Runs::from(format!("‘{}’", beginning(&map.text(what.text)))),
    }
}

/// A few words of a quotation in their marks.
pub fn quoted(map: &Map, quotation: QuotationId) -> Runs {
    let words = beginning_of(&map.text(map.quotations[quotation].words), WORDS);
    Runs { pieces: vec![Run { text: format!("“{words}”"), mark: Mark::Quotation, target: None }] }
}

/// The beginning of a text, cut at a word, with `…` where there is more.
pub fn beginning(text: &str) -> String {
    let cut = beginning_of(text, usize::MAX);
    cut.trim_end_matches('.').to_owned()
}

fn beginning_of(text: &str, most: usize) -> String {
    let text = text.trim();
    let wide = text.chars().any(is_unspaced);
    let letters = if wide { LETTERS / 2 } else { LETTERS };
    let (mut kept, mut length) = (Vec::new(), 0);
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.peek() {
        let longer = length + usize::from(length > 0) + word.chars().count();
        if kept.len() == most || longer > letters {
            break;
        }
        length = longer;
        kept.push(words.next().unwrap_or_default());
    }
    if words.peek().is_none() {
        return text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    if kept.is_empty() {
        return format!("{}…", text.chars().take(letters).collect::<String>());
    }
    while kept.len() > 2 && kept.last().is_some_and(|word| LEADING.contains(&word.to_lowercase().as_str())) {
        kept.pop();
    }
    format!("{} …", kept.join(" ").trim_end_matches([',', ';', ':', '.']))
}

/// Authors by their short names, in a sentence.
pub fn authors_said(short: &ShortNames, authors: &[AuthorId]) -> String {
    and(short_authors(short, authors))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::example::{map, scene};

    fn called(statements: &str) -> Vec<String> {
        let map = scene(statements);
        let short = ShortNames::new(&map);
        map.statements.ids().map(|id| statement_said(&map, &short, id).plain()).collect()
    }

    #[test]
    fn a_statement_is_called_by_its_own_words() {
        let found = called(
            "@ann-2015\n\nclaim a: A text that is rather long, and goes on beyond the place where it is cut.\n\n\
             claim b: B.\n  quote: the road is open to all of those who want it\n\nclaim c: C.\n  short: open roads\n\n\
             claim d (unstated): Roads are built.\n\nclaim e: 道路は町の人々の生活を支えるものであり、長い目で見れば必要である。\n",
        );
        let expected = [
            "Ann's ‘A text that is rather long, and goes …’",
            "Ann's “the road is open to all …”",
            "Ann's ‘open roads’",
            "Ann's unsaid premise ‘Roads are built’",
            "Ann's ‘道路は町の人々の生活を支えるものであり、長い…’",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_position_is_called_by_a_short_text_or_by_its_name() {
        let map = map(
            "issue aim: Which?\n  position un: the United Nations\n  position own-way: nobody's, since its history has \
             given it one of its own\n  position long: the way of all others in the world\n  says: what they do\n\n\
             issue act: Should we?\n  short: acting\n",
        );
        let names: Vec<String> = map.positions.ids().map(|position| position_said(&map, position)).collect();
        assert_eq!(names, ["the United Nations", "own way", "the way of all others in the world", "yes", "no"]);
        let full: Vec<bool> = map.positions.ids().map(|position| position_in_full(&map, position).is_some()).collect();
        assert_eq!(full, [false, true, true, false, false]);
        let issues: Vec<String> = map.issues.ids().map(|issue| issue_short(&map, issue)).collect();
        assert_eq!(issues, ["Which?", "acting"]);
    }
}
