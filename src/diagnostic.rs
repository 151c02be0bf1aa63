//! Findings about a map, as data: which rule, where, in the writer's words, and what to do.

pub mod nearest;

use crate::file::{FileId, Span};

/// Gravity of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The map is not sound here: the part is left out of every view, and the exit status is 1.
    Error,
    /// The map is sound, but its reader would ask.
    Warning,
}

/// One kind of finding. All of them together are the table of codes, from which `explain`, the manual and the
/// tests are made.
#[derive(Debug)]
pub struct Code {
    /// Name on the command line and in `counterpoint.toml`: words joined by `-`.
    pub name: &'static str,
    /// Severity unless the levels say otherwise.
    pub severity: Severity,
    /// One line that says what is wrong, in general.
    pub summary: &'static str,
    /// Why it matters and what to do, in a few sentences of Markdown.
    pub explanation: &'static str,
}

/// Codes are compared by name, which is unique: a test sees to it.
impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Code {}

/// A finding: what is wrong at one place of the user's text, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The kind of finding, a row of the table of codes.
    pub code: &'static Code,
    /// The place that the caret stands under.
    pub span: Span,
    /// Description of the mistake, in the writer's words.
    pub message: String,
    /// Words at the caret; may be empty.
    pub label: String,
    /// Other places that matter, each with what it has to do with it.
    pub related: Vec<(Span, String)>,
    /// Advice on what to do, where that is known.
    pub help: Option<String>,
    /// A change that mends it.
    pub fix: Option<Fix>,
}

/// A change of the text that mends a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// Text to be replaced; empty to insert.
    pub span: Span,
    /// Text that stands there afterwards.
    pub replacement: String,
}

impl Diagnostic {
    /// A finding at a place.
    pub fn new(code: &'static Code, span: Span, message: impl Into<String>) -> Self {
        Diagnostic {
            code,
            span,
            message: message.into(),
            label: String::new(),
            related: Vec::new(),
            help: None,
            fix: None,
        }
    }

    /// Says what stands at the caret.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Points at another place that matters.
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push((span, label.into()));
        self
    }

    /// Says what to do.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Offers a change that mends it.
    pub fn fix(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix { span, replacement: replacement.into() });
        self
    }
}

/// Findings as they are collected: all are counted, and as many kept as anybody could read.
#[derive(Debug, Default, Clone)]
pub struct Diagnostics {
    kept: Vec<Diagnostic>,
    counts: Vec<(&'static Code, usize)>,
}

impl Diagnostics {
    /// How many findings are kept; of the rest only the number is known.
    pub const LIMIT: usize = 10_000;

    /// Adds a finding; beyond the most that are kept it is only counted.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.count(diagnostic.code, 1);
        if self.kept.len() < Self::LIMIT {
            self.kept.push(diagnostic);
        }
    }

    /// Adds all of another collection.
    pub fn append(&mut self, other: Diagnostics) {
        for (code, number) in other.counts {
            self.count(code, number);
        }
        let room = Self::LIMIT - self.kept.len();
        self.kept.extend(other.kept.into_iter().take(room));
    }

    fn count(&mut self, code: &'static Code, number: usize) {
        match self.counts.iter_mut().find(|(known, _)| *known == code) {
            Some((_, count)) => *count += number,
            None => self.counts.push((code, number)),
        }
    }

    /// Puts the findings in the order of the text.
    pub fn sort(&mut self) {
        self.kept.sort_by_key(|diagnostic| (diagnostic.span.file, diagnostic.span.start));
    }

    /// The same findings about a single file that is counted otherwise by now.
    pub fn in_file(mut self, file: FileId) -> Self {
        for Diagnostic { span, related, fix, .. } in &mut self.kept {
            let related = related.iter_mut().map(|(place, _)| place);
            let fix = fix.iter_mut().map(|fix| &mut fix.span);
            related.chain(fix).chain([span]).for_each(|place| place.file = file);
        }
        self
    }

    /// The findings that were kept.
    pub fn kept(&self) -> &[Diagnostic] {
        &self.kept
    }

    /// How many there are of each code, kept or not, in the order in which the codes came.
    pub fn counts(&self) -> &[(&'static Code, usize)] {
        &self.counts
    }

    /// How many findings there are, kept or not.
    pub fn total(&self) -> usize {
        self.counts.iter().map(|(_, number)| number).sum()
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        diagnostics.into_iter().for_each(|diagnostic| self.push(diagnostic));
    }
}
