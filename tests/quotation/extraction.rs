//! How a text was taken out of its file is not wording: the same letters are the same words, unless a word that denies or counts comes of it.

use counterpoint::quotation::{Fidelity, Format, Severity, check};

/// The verdict on a quotation of a text.
fn verdict(text: &str, quotation: &str) -> (Fidelity, Option<Severity>) {
    let text =
        format!("It begins with something else, at some length.\n\n{text}\n\nAnd it ends with something else again.\n");
    let finding = check(&crate::plain(&text), &[quotation]).remove(0);
    (finding.fidelity, finding.severity)
}

#[test]
fn what_only_the_extraction_put_in_is_no_difference() {
    for (text, quotation) in [
        ("They kept the mill for cus\n\u{AD}\ntoms and not for gain.", "the mill for customs and not for gain"),
        ("They kept the mill for cus\n-\ntoms and not for gain.", "the mill for customs and not for gain"),
        ("The later notes were conse\u{FFFE}quently lost by them.", "notes were consequently lost by them"),
        ("The well\u{FFFE}\nknown notes were lost by the keeper.", "The well-known notes were lost by the keeper"),
        ("They sold bread and/\nor flour at the gate of it.", "They sold bread and/or flour at the gate"),
        ("They met in spring—\nor so they say of it.", "They met in spring - or so they say of it"),
        (
            "It was read\u{202B} from the right\u{202C} and then from the left.",
            "It was read from the right and then from the left",
        ),
        ("اجتمع أهل القريــــة في الصباح الباكر.", "اجتمع أهل القرية في الصباح الباكر"),
        ("كَتَبَ الوَلَدُ رِسالَةً إلى أخيه.", "كتب الولد رسالة إلى أخيه"),
        ("הַיֶּלֶד כָּתַב מִכְתָּב אֶל אָחִיו.", "הילד כתב מכתב אל אחיו"),
        ("위원회는 봄에 모여서 결\n정을 내리고 돌아갔다.", "위원회는 봄에 모여서 결정을 내리고 돌아갔다"),
        ("위원회는 봄에\n모여서 결정을 내리고 돌아갔다.", "위원회는 봄에 모여서 결정을 내리고 돌아갔다"),
        ("The keeper¹,² sold[3],[4] the sacks of flour.", "The keeper sold the sacks of flour"),
    ] {
        assert_eq!(verdict(text, quotation), (Fidelity::Typographic, None), "{text}");
    }
}

#[test]
fn the_same_letters_are_the_same_words() {
    for (text, quotation) in [
        ("We walked the banks of t he river in to which it flowed.", "the banks of the river into which it flowed"),
        ("They had a share in many storesof that kind in the valley.", "a share in many stores of that kind"),
        ("The di fferent o ffices of the valley were closed.", "The different offices of the valley were closed"),
        ("What they had was allow\ned only in the spring of it.", "was allowed only in the spring of it"),
        ("No rth of it, al l of the stores w ere closed.", "North of it, all of the stores were closed"),
        ("会員は去年に１５％増えたと言われている。", "会員は去年に15%増えたと言われている"),
        ("In a cafe on the Elysée they made their resume.", "In a café on the Elysee they made their résumé"),
        ("Ёлка стояла в углу большой комнаты.", "Елка стояла в углу большой комнаты"),
    ] {
        assert_eq!(verdict(text, quotation), (Fidelity::Format, None), "{text}");
    }
}

#[test]
fn a_word_that_denies_or_counts_may_not_come_of_it() {
    for (text, quotation) in [
        ("It was a notable change in the life of the valley.", "It was a not able change in the life of the valley"),
        ("The store, maybe, was sold in the autumn of it.", "The store, may be, was sold in the autumn"),
        ("It was seen as useless by the people of the valley.", "It was seen as use less by the people"),
        ("The price rose by 3.5 in the autumn of that year.", "The price rose by 35 in the autumn of that year"),
        ("Es wurde im Herbst des Jahres verkauft, sagte er.", "Es würde im Herbst des Jahres verkauft"),
    ] {
        assert_eq!(verdict(text, quotation), (Fidelity::Edited, Some(Severity::Critical)), "{text}");
    }
}

/// A made text on pages that have a head and a number each, with and without form feeds between them.
fn on_pages(between: &str) -> (String, Vec<String>) {
    let sentences = crate::made::sentences(60, 77);
    let words: Vec<String> = sentences.join(" ").split(' ').map(|word| word.replace('’', "'")).collect();
    let pages: Vec<String> = words
        .chunks(60)
        .map(|page| page.chunks(10).map(|line| line.join(" ")).collect::<Vec<_>>().join("\n"))
        .collect();
    let quotations = (1..pages.len()).map(|page| words[page * 60 - 6..page * 60 + 6].join(" ")).collect();
    let shown = pages.iter().enumerate().map(|(number, page)| {
        format!("{page}\n\nPage {} of {}\n{between}Notes of the Mill Society\n\n", number + 1, pages.len())
    });
    (shown.collect(), quotations)
}

#[test]
fn pages_are_read_on_with_form_feeds_and_without() {
    for between in ["\x0C", "", "\n"] {
        let (text, quotations) = on_pages(between);
        let asked: Vec<&str> = quotations.iter().map(String::as_str).collect();
        for (quotation, finding) in asked.iter().zip(check(&crate::read(&text, Format::Plain), &asked)) {
            assert!(finding.fidelity <= Fidelity::Typographic, "{between:?}: {quotation}\n{finding:?}");
        }
    }
}
