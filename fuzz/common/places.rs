//! Places: each lies on whole characters inside of its file.

use counterpoint::diagnostic::Diagnostic;
use counterpoint::file::{Files, Span};

/// Every place that a finding names.
pub fn of_finding(finding: &Diagnostic) -> impl Iterator<Item = Span> {
    let related = finding.related.iter().map(|(span, _)| *span);
    related.chain([finding.span]).chain(finding.fix.iter().map(|fix| fix.span))
}

/// Holds a place to the text that it is a place of.
pub fn assert_inside(span: Span, text: &str) {
    let (start, end) = (span.start as usize, span.end as usize);
    assert!(start <= end && end <= text.len(), "{span:?} lies outside the text");
    assert!(text.is_char_boundary(start) && text.is_char_boundary(end), "{span:?} cuts a character");
}

/// Holds all places of findings to the files that they are places of.
pub fn assert_all_inside(findings: &[Diagnostic], files: &Files) {
    findings.iter().flat_map(of_finding).for_each(|span| assert_inside(span, &files.get(span.file).text));
}
