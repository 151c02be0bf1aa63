//! Statements and people in sentences: whose a statement is, with its own words, which lead to it.

use crate::model::{AuthorId, IssueId, Map, PositionId, ShortNames, SourceId, StanceId, StatementId, Strength};
use crate::page::{Mark, Runs, Target};
use crate::text::script::is_unspaced;

use super::called::{authors_said, condition_said, issue_short, own_words, position_said};

/// Names of the people and the statements of a map, for sentences.
#[derive(Debug)]
pub struct Speech<'m> {
    map: &'m Map,
    short: ShortNames,
}

impl<'m> Speech<'m> {
    /// Names that people use, of all authors and sources of a map.
    pub fn new(map: &'m Map) -> Self {
        Speech { map, short: ShortNames::new(map) }
    }

    /// Names that people use, of the whole map.
    pub fn short(&self) -> &ShortNames {
        &self.short
    }

    /// Authors within a sentence: `Tase and Tsuruga`, `the Tokyo Foundation`.
    pub fn authors(&self, authors: &[AuthorId]) -> String {
        in_a_sentence(authors_said(&self.short, authors))
    }

    /// Source by its short name.
    pub fn source(&self, source: SourceId) -> &str {
        self.short.source(source)
    }

    /// The same, which leads to it.
    pub fn source_named(&self, source: SourceId) -> Runs {
        let target = Target::Source(self.map.word(self.map.sources[source].name).to_owned());
        Runs::leading(Mark::Plain, self.short.source(source), &target)
    }

    /// Makers of a statement, without the voice that it reports: its authors, else its source, else the mapper.
    pub fn makers(&self, statement: StatementId) -> String {
        match (self.map.authors_of(statement), self.map.statements[statement].source) {
            ([], None) => "our own case".to_owned(),
            ([], Some(source)) => self.short.source(source).to_owned(),
            (authors, _) => self.authors(authors),
        }
    }

    /// Whether several authors make a statement together.
    pub fn is_joint(&self, statement: StatementId) -> bool {
        self.map.authors_of(statement).len() > 1
    }

    /// Voice that a statement reports: `the Government of Japan, reported`, or `reported and disputed`, or with its makers' assent.
    pub fn voiced(&self, statement: StatementId) -> String {
        let Some(voice) = self.map.statements[statement].voice else { return String::new() };
        let voiced = voice.author.map_or_else(|| "an unnamed voice".to_owned(), |author| self.authors(&[author]));
        match voice {
            _ if voice.endorsed => format!("{voiced}, with assent"),
            _ if voice.disputed => format!("{voiced}, reported and disputed"),
            _ => format!("{voiced}, reported"),
        }
    }

    /// Speaker of a statement: its makers or, where it reports another's voice, that other, with who reports it.
    pub fn speaker(&self, statement: StatementId) -> String {
        let makers = self.makers(statement);
        match self.map.statements[statement].voice {
            Some(voice) if !voice.endorsed => {
                let voiced =
                    voice.author.map_or_else(|| "an unnamed voice".to_owned(), |author| self.authors(&[author]));
                format!("{voiced}, as {makers} report{}", s_of(self.map.authors_of(statement).len()))
            }
            _ => makers,
        }
    }

    /// Statement in a sentence: whose it is, and its own words. `Sedgwick's “a less compelling means”`.
    pub fn statement(&self, statement: StatementId) -> Runs {
        let what = &self.map.statements[statement];
        let report = what.voice.filter(|voice| !voice.endorsed);
        let whose = match (report, self.map.authors_of(statement), what.source) {
            (Some(voice), ..) => match voice.author {
                Some(author) => possessive(&self.authors(&[author])),
                None => "somebody's".to_owned(),
            },
            (None, [], None) => "our own".to_owned(),
            (None, [], Some(source)) => possessive(self.short.source(source)),
            (None, authors, _) => possessive(&self.authors(authors)),
        };
        let objection = if what.anticipated { " objection" } else { "" };
        let runs = Runs::from(format!("{whose}{objection} ")).joined(self.words(statement));
        match report {
            Some(_) => runs.with(Mark::Plain, format!(" (reported by {})", self.makers(statement))),
            None => runs,
        }
    }

    /// Own words of a statement, which lead to it.
    pub fn words(&self, statement: StatementId) -> Runs {
        own_words(self.map, statement)
    }

    /// Statement in a line of its own, whose it is before what it says, which leads to it: `Sedgwick: South Sudan is an example.`
    pub fn told(&self, statement: StatementId) -> Runs {
        let speaker = capitalized(self.speaker(statement).into()).with(Mark::Plain, ": ");
        speaker.joined(text_leading(self.map, statement))
    }

    /// Text of a statement, cut at a word: where a line is about it and not a sentence.
    pub fn text(&self, statement: StatementId, length: usize) -> String {
        cut(&self.map.text(self.map.statements[statement].text), length)
    }
}

/// Text of a statement in full, which leads to it.
pub fn text_leading(map: &Map, statement: StatementId) -> Runs {
    let target = Target::Statement(map.statement_name(statement));
    Runs::leading(Mark::Plain, map.text(map.statements[statement].text).into_owned(), &target)
}

/// Issue within a line: its short name, else its question in quotation marks, which leads to it.
pub fn issue(map: &Map, issue: IssueId) -> Runs {
    let name = issue_short(map, issue);
    let name = if map.issues[issue].short.is_some() { name } else { format!("‘{name}’") };
    Runs::leading(Mark::Plain, name, &Target::Issue(map.word(map.issues[issue].name).to_owned()))
}

/// Position within a line, which leads to its issue.
pub fn position(map: &Map, position: PositionId) -> Runs {
    let issue = map.word(map.issues[map.positions[position].issue].name).to_owned();
    Runs::leading(Mark::Plain, position_said(map, position), &Target::Issue(issue))
}

/// Manner of a stance behind what it says: its condition, how firmly, and the sign of the mapper's reading.
pub fn manner(map: &Map, stance: StanceId) -> Runs {
    let what = &map.stances[stance];
    let mut runs = Runs::new();
    if let Some(condition) = &what.condition {
        runs.push(Mark::Between, format!(" {}", condition_said(map, condition)));
    }
    let strength = match what.strength {
        Strength::Strongly => Some("firmly"),
        Strength::Plainly => None,
        Strength::Tentatively => Some("tentatively"),
    };
    let words: Vec<&str> = strength.into_iter().chain(what.alone.then_some("as not enough by itself")).collect();
    if !words.is_empty() {
        runs.push(Mark::Plain, format!(" ({})", words.join(", ")));
    }
    runs.with(Mark::Inferred, if what.inferred { "~" } else { "" })
}

/// Ending of a verb behind so many: `s` for one.
pub fn s_of(number: usize) -> &'static str {
    if number > 1 { "" } else { "s" }
}

/// Possessive of a name: `Sedgwick's`, `Adams'`.
pub fn possessive(name: &str) -> String {
    if name.ends_with('s') { format!("{name}'") } else { format!("{name}'s") }
}

/// Name within a sentence: `the Tokyo Foundation`.
fn in_a_sentence(name: String) -> String {
    match name.strip_prefix("The ") {
        Some(rest) => format!("the {rest}"),
        None => name,
    }
}

/// Runs as the beginning of a sentence.
pub fn capitalized(mut runs: Runs) -> Runs {
    if let Some(first) = runs.pieces.iter_mut().find(|run| !run.text.is_empty()) {
        let mut letters = first.text.chars();
        if let Some(letter) = letters.next() {
            first.text = letter.to_uppercase().chain(letters).collect();
        }
    }
    runs
}

/// Sentence made of runs: capitalised, with a full stop.
pub fn sentence(runs: Runs) -> Runs {
    capitalized(runs).with(Mark::Plain, ".")
}

/// Text without its full stop, cut at a word where it takes more than that many columns.
pub fn cut(text: &str, length: usize) -> String {
    let text = text.trim_end_matches(['.', '。']);
    let mut columns = 0;
    let mut over = text.char_indices().skip_while(|(_, letter)| {
        columns += if is_unspaced(*letter) { 2 } else { 1 };
        columns <= length
    });
    let Some((end, _)) = over.next() else { return text.to_owned() };
    let end = text[..end].rfind(char::is_whitespace).filter(|&at| at > 0).unwrap_or(end);
    format!("{} …", text[..end].trim_end_matches([' ', ',', ';', ':', '.']))
}

#[cfg(test)]
mod tests {
    use crate::analysis::example::scene;
    use crate::view::wording::speech::*;

    #[test]
    fn a_statement_is_called_by_whose_it_is_and_its_words() {
        let map = scene(
            "@ann-2015\n\nclaim b: B.\n  quote: trams are slow\n\nclaim d: D.\n  voice: bob\n\n\
             counterpoint e (anticipated): E.\n  against: b\n",
        );
        let speech = Speech::new(&map);
        let called: Vec<String> = map.statements.ids().map(|id| speech.statement(id).plain()).collect();
        assert_eq!(called, ["Ann's “trams are slow”", "Bob's ‘D’ (reported by Ann)", "Ann's objection ‘E’"]);
    }

    #[test]
    fn a_text_is_cut_at_a_word() {
        assert_eq!(cut("Trams are slow, and dear.", 16), "Trams are slow …");
        assert_eq!(cut("Trams are slow.", 16), "Trams are slow");
        assert_eq!(cut("自衛隊の工兵は独自の貢献をする", 12), "自衛隊の工兵 …");
    }
}
