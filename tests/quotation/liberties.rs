//! Liberties that a writer may take with a quotation without changing it, and what only looks like that.

use counterpoint::quotation::{Fidelity, Finding, Format, Severity, check};

fn one_of(text: &str, format: Format, quotation: &str) -> Finding {
    let source = crate::read(text, format);
    check(&source, &[quotation]).remove(0)
}

fn one(text: &str, quotation: &str) -> Finding {
    one_of(text, Format::Plain, quotation)
}

fn fidelity(text: &str, quotation: &str) -> Fidelity {
    one(text, quotation).fidelity
}

/// The passage of the best place as the file has it.
fn passage<'t>(text: &'t str, finding: &Finding) -> &'t str {
    &text[finding.occurrences[0].range.clone()]
}

#[test]
fn a_hyphen_at_a_line_end_may_be_anything() {
    let text = "And the vice-\npresident resigned from the well-\nbeing board of the com-\nmission.";
    for quotation in [
        "the vice president resigned from",
        "the vice-president resigned from",
        "the well-being board of the commission",
        "the wellbeing board of the commission",
    ] {
        assert_eq!(fidelity(text, quotation), Fidelity::Typographic, "{quotation}");
    }
}

#[test]
fn marks_of_markdown_are_furniture() {
    let text = "# H\n\nSome **bold words** in a [link text](http://x.y/z) sentence, with `code` and a note[^1].\n\n\
        - item one is here\n- item two is *not* here\n\n> quoted block text runs\n> over two lines here\n\n\
        It's here\\\nand goes &amp; rests &mdash; in a caf&eacute; of 3 \\> 2.\n";
    for quotation in [
        "Some bold words in a link text sentence, with code and a note.",
        "item one is here item two is not here",
        "quoted block text runs over two lines here",
        "It's here and goes & rests - in a café of 3 > 2.",
    ] {
        let finding = one_of(text, Format::Markdown, quotation);
        assert_eq!(finding.fidelity, Fidelity::Typographic, "{quotation}: {finding:?}");
    }
}

#[test]
fn a_line_break_in_japanese_is_no_space() {
    let text = "自衛隊の活動は、憲法第九条に\n制限されている。";
    assert_eq!(fidelity(text, "憲法第九条に制限されている"), Fidelity::Typographic);
    assert_eq!(fidelity(text, "憲法第九条に 制限されている"), Fidelity::Typographic);
}

#[test]
fn small_digits_and_one_word_for_two_are_dress() {
    let text = "The H₂O levels and x² growth were measured, at forty per cent of the whole fee.";
    assert_eq!(fidelity(text, "The H2O levels and x2 growth were measured"), Fidelity::Typographic);
    assert_eq!(fidelity(text, "at forty percent of the whole fee"), Fidelity::Format);
    for (text, quotation) in [
        ("They may be paid in full by the state.", "They maybe paid in full by the state"),
        ("It was impossible to pay in full by then.", "possible to pay in full by then"),
    ] {
        let finding = one(text, quotation);
        assert!(crate::is_denied(&finding), "{quotation}: {finding:?}");
    }
}

#[test]
fn furniture_may_be_quoted_along() {
    let text = "The first point is that all of the bridges agreed.\n\n7\n\n\x0CA therapist must be paid, as a rule.\n";
    for quotation in ["the bridges agreed. 7 A therapist must be paid", text.trim()] {
        let finding = one(text, &quotation.replace('\n', " "));
        assert_eq!(finding.fidelity.min(Fidelity::Format), finding.fidelity, "{quotation}: {finding:?}");
    }
    assert_eq!(fidelity(text, "bridges agreed. 7 A therapist must be paid"), Fidelity::Typographic);
    assert_eq!(fidelity(text, "bridges agreed. A therapist must be paid"), Fidelity::Typographic);
    let noted = "Dollars¹ were paid, and nobody[12] was\nsurprised at it by then.";
    assert_eq!(fidelity(noted, "and nobody[12] was surprised at it"), Fidelity::Typographic);
    assert!(crate::is_denied(&one(text, "bridges agreed. 8 A therapist must be paid")));
}

#[test]
fn a_bracket_may_not_change_the_claim() {
    let text = "He was happy about the result of the vote. The end came on a Tuesday in the capital. \
        It was possible for him to pay all of the debt.";
    for quotation in [
        "He was [not] happy about the result",
        "He was [never] happy about the result of the vote",
        "He [did not] [feel] happy about the result of the vote",
        "He was [not] [...] about the result of the vote",
        "The end came on [a Wednesday] in the capital",
        "It was [im]possible for him to pay",
        "to pay [some] of the debt",
        "to pay [none] [of] the debt",
        "[Not] happy about the result of the vote",
        "It was possible for him to pay [nothing]",
        "[Japan] was happy about the result of the vote, [of] course",
    ] {
        let finding = one(text, quotation);
        assert!(crate::is_denied(&finding), "{quotation}: {finding:?}");
    }
    for quotation in [
        "[H]e was happy about the result",
        "[Mr Abe] was happy about the result of the vote",
        "The end came [suddenly] on a Tuesday in the capital",
        "[I]t was possible for [Mr Abe] to pay",
        "happ[iness] about the result of the vote",
        "The end [...] in the capital",
    ] {
        let finding = one(text, quotation);
        assert!(finding.fidelity <= Fidelity::Gapped && !crate::is_denied(&finding), "{quotation}: {finding:?}");
    }
}

#[test]
fn a_remark_is_no_gap() {
    let text = "Some said that peace is a long road. They was right.";
    assert_eq!(fidelity(text, "They was [sic] right"), Fidelity::Exact);
    assert_eq!(fidelity(text, "peace is a long road [emphasis added]"), Fidelity::Exact);
    assert_eq!(fidelity(text, "peace is a Long road [emphasis added]"), Fidelity::Format);
    assert_eq!(fidelity(text, "Some [...] a long road [sic]"), Fidelity::Gapped);
}

#[test]
fn an_edited_passage_is_whole() {
    let japanese = "日本は平和構築において重要な役割を果たすべきではない。自衛隊の活動は、憲法第九条に制限されている。";
    let finding = one(japanese, "日本は平和構築において重要な役割を果たすべきである");
    assert_eq!(finding.severity, Some(Severity::Critical));
    assert_eq!(passage(japanese, &finding), "日本は平和構築において重要な役割を果たすべきではない");
    assert_eq!(one(japanese, "自衛隊の活動は憲法第八条に制限").severity, Some(Severity::Critical));
    let pages = "The first point is agreed.\n\n7\n\nA therapist must be paid at least forty per cent of it.";
    let finding = one(pages, "the therapist must be paid at least forty per cent");
    assert_eq!(finding.occurrences[0].position.line, 5, "{finding:?}");
    let text = "The end came on a Tuesday in the capital of the region, and all the delegates went home.";
    let finding = one(text, "[T]he end came on a Monday in the capital of the region");
    assert!(passage(text, &finding).starts_with("The end came"), "{finding:?}");
}

#[test]
fn one_letter_repeated_has_one_verdict() {
    let finding = one(&"a".repeat(200_000), &"a".repeat(100));
    assert_eq!((finding.fidelity, finding.occurrences.len(), finding.unlisted), (Fidelity::Absent, 0, 0));
}

#[test]
fn bytes_are_those_of_the_file() {
    let file = "<h1>T</h1><p>One &amp; two are b<b>o</b>ld in the caf&eacute;</p><p>end</p>";
    let source = crate::read(file, Format::Html);
    let finding = check(&source, &["two are bold in the café"]).remove(0);
    let range = source.source.bytes_in_file(finding.occurrences[0].range.clone());
    assert_eq!(&file[range], "two are b<b>o</b>ld in the caf&eacute;");
}
