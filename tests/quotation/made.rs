//! Texts made here, with the artefacts that files of real texts have.

use crate::draw::Dice;

const WORDS: &str = "account advice agency agreement answer argument article assembly balance border budget \
    capital charter citizen claim climate coast committee community concern condition conference conflict \
    council country court crisis culture custom debate decision defence degree delay demand detail \
    development dialogue diplomat dispute district doctrine document duty economy education effort election \
    engineer envoy evidence example expert export factory failure farmer finance fishery force forum \
    framework freedom frontier future garden government guidance harbour health history hospital household \
    human idea import income industry influence inquiry institution interest island judge justice knowledge \
    labour language law leader lesson letter library limit market measure meeting member memory message \
    method minister mission model money movement nation nature network number office opinion order origin \
    parliament partner peace people period person phase plan police policy population power practice \
    pressure principle problem process product programme progress project promise proposal protection \
    province public purpose quality question railway reason record reform region relation report request \
    research resource response result review right river road role rule safety school science season \
    sector security service session settlement society soldier source speech stability standard state \
    station statement strategy structure student study subject success support survey system teacher \
    term territory theory threat trade tradition training treaty trust union unit university value \
    village violence visit voice water weapon welfare window witness worker world";

const SMALL: &str = "the of and to in a for on with by from as its their this that which has been was is are";

/// Sentences of words in no order that means anything; no two alike.
pub fn sentences(count: usize, seed: u64) -> Vec<String> {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let small: Vec<&str> = SMALL.split_whitespace().collect();
    let mut dice = Dice::new(seed);
    (0..count)
        .map(|_| {
            let mut sentence = String::from("The");
            for _ in 0..8 + dice.below(20) {
                sentence.push(' ');
                let from = if dice.below(5) < 2 { &small } else { &words };
                sentence.push_str(from[dice.below(from.len())]);
                sentence.push_str(match dice.below(24) {
                    0 => ",",
                    1 => "’s",
                    _ => "",
                });
            }
            sentence.push('.');
            sentence
        })
        .collect()
}

/// Texts by the artefact that each has.
pub fn artefacts() -> Vec<(&'static str, String)> {
    vec![
        ("typography", typography()),
        ("hyphens", hyphens()),
        ("footnotes", footnotes()),
        ("note marks", note_marks()),
        ("pages", pages()),
        ("markdown", markdown()),
    ]
}

fn paragraphs(seed: u64) -> Vec<String> {
    sentences(120, seed).chunks(4).map(|sentences| sentences.join(" ")).collect()
}

/// Curly quotes, no-break spaces in pairs, long dashes.
fn typography() -> String {
    let mut dice = Dice::new(1);
    let text = paragraphs(11).join("\n\n");
    let mut made = String::new();
    for word in text.split(' ') {
        match dice.below(12) {
            0 => made.push_str(&format!("‘{word}’ ")),
            1 => made.push_str(&format!("“{word}”\u{a0}\u{a0}")),
            2 => made.push_str(&format!("{word} – ")),
            _ => made.push_str(&format!("{word} ")),
        }
    }
    made
}

/// Short lines with broken words, every second line empty, a page number here and there.
fn hyphens() -> String {
    let mut dice = Dice::new(2);
    let mut made = String::new();
    for paragraph in paragraphs(12) {
        let mut column = 0;
        for word in paragraph.split(' ') {
            let breaks = column > 50 && word.len() > 7 && word.bytes().all(|byte| byte.is_ascii_lowercase());
            if breaks && dice.below(2) == 0 {
                made.push_str(&format!("{}-\n\n{} ", &word[..4], &word[4..]));
                column = 0;
            } else if column > 60 {
                made.push_str(&format!("{word} \n\n"));
                column = 0;
                if dice.below(20) == 0 {
                    made.push_str(&format!("{} \n\n", 1 + dice.below(90)));
                }
            } else {
                made.push_str(&format!("{word} "));
                column += word.len() + 1;
            }
        }
        made.push_str("\n\n \n\n");
    }
    made
}

/// Notes in the middle of sentences, one carried over in two pieces.
fn footnotes() -> String {
    let mut made = String::new();
    for (number, paragraph) in paragraphs(13).iter().enumerate() {
        let half = paragraph[..paragraph.len() / 2].rfind(' ').map_or(0, |space| space + 1);
        made.push_str(&paragraph[..half]);
        if number % 3 == 0 {
            made.push_str(
                "¹²\n\n.html>, seen in spring.\n\n¹² A note of its own, in (another) matter.\n\n¹³ Ibid.\n\n",
            );
        }
        made.push_str(&paragraph[half..]);
        made.push_str("\n\n");
    }
    made
}

/// Marks glued to words, in superscript and in brackets.
fn note_marks() -> String {
    let mut dice = Dice::new(4);
    let text = paragraphs(14).join("\n\n");
    let words = text.split(' ').map(|word| match dice.below(15) {
        0 => format!("{word}³⁴"),
        1 => format!("{word}[5]"),
        2 => format!("{word}[16]  "),
        _ => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ") + "\n\n[5] A note at the end.\n\n[16] Another."
}

/// Form feeds, a running head and a page number on every page, sentences that go on over them.
fn pages() -> String {
    let text = paragraphs(15).join(" ");
    let words: Vec<&str> = text.split(' ').collect();
    let pages = words.chunks(150).enumerate().map(|(page, words)| {
        let lines: Vec<String> = words.chunks(11).map(|words| words.join(" ")).collect();
        format!("Journal of Made Texts {}\n\n{}\n\n{}\n", page + 1, lines.join("\n"), page + 1)
    });
    pages.collect::<Vec<_>>().join("\x0C")
}

/// Headings, stars and a shortcode.
fn markdown() -> String {
    let mut made = String::from("[slider alias=\"head\"][/slider]\n\n");
    for (number, paragraph) in paragraphs(16).iter().enumerate() {
        if number % 5 == 0 {
            made.push_str(&format!("## Part {number}\n\n"));
        }
        let words: Vec<String> = paragraph
            .split(' ')
            .enumerate()
            .map(|(at, word)| if at % 9 == 4 { format!("*{word}*") } else { word.to_owned() })
            .collect();
        made.push_str(&words.join(" "));
        made.push_str("\n\n");
    }
    made
}
