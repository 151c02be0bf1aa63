//! A page that holds everything a page can hold, and findings of every kind.

use counterpoint::diagnostic::{Code, Diagnostic, Severity};
use counterpoint::file::{File, FileId, Files, Span};
use counterpoint::page::{Block, Cell, Column, Mark, Node, Page, Row, Runs, Side, Table};
use counterpoint::render::diagnostics::{DiagnosticView, Report};
use serde_json::json;

pub fn page() -> Page {
    let mut page =
        Page::new("compare", Runs::from("What ").with(Mark::Name, "ito").with(Mark::Plain, " and others hold"));
    page.push(Block::Prose(
        Runs::from("They differ on ")
            .with(Mark::Strong, "two issues")
            .with(Mark::Plain, " of seven, and what one of them takes for granted is what the other disputes at length.\nA second line. ")
            .with(Mark::For, "for")
            .with(Mark::Plain, ", ")
            .with(Mark::Against, "against")
            .with(Mark::Plain, " & ")
            .with(Mark::Between, "between"),
    ));
    page.push(Block::Heading { level: 1, runs: "Who holds what".into() });
    page.push(Block::Table(wide()));
    page.push(Block::Note("＋ for, − against; ○ takes no side".into()));
    page.push(Block::Note(
        Runs::from("left out: ").with(Mark::Name, "nobody-at-all").with(Mark::Plain, ", 3 statements"),
    ));
    page.push(Block::Heading { level: 2, runs: "Figures".into() });
    page.push(Block::Table(figures()));
    page.push(Block::Sides(vec![
        side("Itō Hanako (伊藤花子)", Mark::Added, "local"),
        side("van den Berg", Mark::Removed, "national"),
    ]));
    page.push(Block::Tree(tree()));
    page.push(Block::List(vec![
        Runs::from("an item that is long enough to be wrapped at eighty columns, so that its second line hangs below"),
        Runs::new().with(Mark::Warning, "warning").with(Mark::Plain, " another"),
    ]));
    page.push(Block::Verbatim("claim a: <b>text</b> | `code`\n  because: b\n".into()));
    page.records = Some(records());
    page.graph = Some(super::network::network_of("toll & \"税\""));
    page
}

fn wide() -> Table {
    let authors = ["Itō Hanako", "van den Berg", "Okonkwo", "伊藤花子", "Garcia-Marquez", "Smith"];
    let row = |issue: &str, depth: u8, ruled: bool, signs: [&str; 6]| Row {
        cells: std::iter::once(Cell::text(issue))
            .chain(signs.map(|sign| Cell::new(Runs::new().with(Mark::For, sign), json!({ "sign": sign }))))
            .collect(),
        depth,
        ruled,
        across: None,
    };
    Table {
        key: "issues".into(),
        caption: Some("Issues and authors".into()),
        columns: std::iter::once(Column::new("issue", "Issue"))
            .chain(authors.map(|author| Column::new(author.to_lowercase(), author)))
            .collect(),
        fixed: 1,
        rows: vec![
            row(
                "Should the bridge be paid for by those who cross it?",
                0,
                false,
                ["+ toll 2", "− toll 1", "", "＋ 税 3", "± toll, tax (ranked)", "○"],
            ),
            row("a toll that everybody pays", 1, false, ["+ 2", "", "", "", "+ 1", ""]),
            row(
                "橋の費用は誰が払うべきか、そしてなぜか",
                0,
                true,
                ["", "+ strongly, because of what happened upstream", "", "− 1", "", ""],
            ),
        ],
        ..Table::default()
    }
}

fn figures() -> Table {
    let row = |name: &str, number: usize| Row { cells: vec![Cell::text(name), Cell::number(number)], ..Row::default() };
    Table {
        key: "figures".into(),
        caption: None,
        columns: vec![Column::new("what", "What"), Column::number("number", "Number")],
        fixed: 1,
        rows: vec![row("shared", 7), row("opposed", 12), row("silent | unknown", 1234)],
        ..Table::default()
    }
}

fn side(name: &str, mark: Mark, word: &str) -> Side {
    Side {
        heading: name.into(),
        blocks: vec![
            Block::Prose(Runs::from("The bridge is a matter of ").with(mark, word).with(Mark::Plain, " importance.")),
            Block::Prose(
                Runs::new()
                    .with(Mark::Quotation, "“nobody should pay twice”")
                    .with(Mark::Plain, " ")
                    .with(Mark::Place, "[II, para 3]")
                    .with(Mark::Plain, " ")
                    .with(Mark::Inferred, "(inferred)"),
            ),
            Block::Table(figures()),
        ],
    }
}

fn tree() -> Vec<Node> {
    let node = |text: &str, details: &[&str], children| Node {
        runs: text.into(),
        value: json!({ "name": text.split(' ').next() }),
        details: details.iter().map(|&detail| detail.into()).collect(),
        children,
    };
    vec![
        node(
            "toll-works A toll pays for the bridge within ten years, if the traffic grows as it did in the ten years before",
            &["“pays for itself” [I, para 1]"],
            vec![
                node(
                    "because: traffic",
                    &["counted at the old bridge in both directions on every working day of a year"],
                    vec![node(
                        "橋の交通量は十年間で二倍になったと市の統計は述べているが、その統計の根拠は示されていないままである",
                        &[],
                        vec![],
                    )],
                ),
                node(
                    "against: toll-drives-away",
                    &[],
                    vec![node("undercut by: no-other-way There is no other way across", &[], vec![])],
                ),
            ],
        ),
        node("alone", &[], vec![]),
    ]
}

fn records() -> Table {
    let row = |cells: [serde_json::Value; 4]| Row {
        cells: cells.into_iter().map(|value| Cell::new("", value)).collect(),
        ..Row::default()
    };
    let mut table = Table {
        key: "records".into(),
        caption: None,
        columns: ["issue", "authors", "count", "text"].map(|key| Column::new(key, key)).into(),
        fixed: 0,
        rows: vec![row([
            json!("toll"),
            json!(["ito", "okonkwo"]),
            json!(2),
            json!("a \"quoted\" text,\nin two lines"),
        ])],
        ..Table::default()
    };
    table.pack([json!("税"), json!([]), json!(null), json!("=1+1")]);
    table
}

static UNKNOWN: Code =
    Code { name: "unknown-name", severity: Severity::Error, summary: "A name that is nowhere.", explanation: "" };
static TAB: Code = Code { name: "tab", severity: Severity::Warning, summary: "A tab at the margin.", explanation: "" };

/// Calls `test` with findings that point at a Japanese line, a long line, a tab, an escape and the end of a file.
pub fn findings(test: impl FnOnce(&Report<'_>, &Files)) {
    let mut files = Files::default();
    let first = "claim toll: 日本語の文。\n  because: trafic\n\tagainst: \u{1b}[31mx\u{202e}\n";
    let id = files.add(File::new("a.arg", first));
    let other = files.add(File::new("b/long.arg", format!("claim traffic: {}\n", "word ".repeat(200))));
    let span = |file: FileId, text: &str, word: &str| {
        let start = text.find(word).expect("the word is in the text");
        Span::new(file, start, start + word.len())
    };
    let found = [
        Diagnostic::new(&UNKNOWN, span(id, first, "trafic"), "there is no statement named `trafic` in this map or in any file that it includes, under this or another source")
            .label("not known")
            .related(Span::new(other, 6, 13), "the nearest name is here")
            .help("names are looked up first in the source in which they are written and then among all that stand outside of any source")
            .fix(span(id, first, "trafic"), "traffic"),
        Diagnostic::new(&UNKNOWN, span(id, first, "日本語"), "a name in 日本語").label("ここ"),
        Diagnostic::new(&TAB, span(id, first, "\t"), "a line begins with a tab").fix(span(id, first, "\t"), "  "),
        Diagnostic::new(&TAB, span(id, first, "\u{1b}[31mx\u{202e}"), "an escape \u{1b}[0m in a name").label("\u{1b}]0;title\u{7}"),
        Diagnostic::new(&UNKNOWN, Span::new(other, 515, 519), "a word in the midst of a long line").label("this"),
        Diagnostic::new(&UNKNOWN, Span::new(id, first.len(), first.len()), "the file ends here").help("write on").fix(Span::new(id, first.len(), first.len()), "\nclaim x: y\n"),
    ];
    let shown: Vec<_> =
        found.iter().map(|diagnostic| DiagnosticView { diagnostic, severity: diagnostic.code.severity }).collect();
    test(&Report { shown, errors: 4, warnings: 20 }, &files);
}
