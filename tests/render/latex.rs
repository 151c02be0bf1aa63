//! Pages of LaTeX: as TeX reads them, row by row; and as it sets them, where it is installed.

use std::path::Path;
use std::process::{Command, Stdio};

use counterpoint::page::{Block, Cell, Column, Page, Row, Table};

use super::hostile::page_of;
use super::{made, shown};

/// The signs of TeX, ligatures, what an order could begin with, and writing that its fonts lack.
const SIGNS: &str = "\\ { } $ & # % _ ~ ^ < > | \" ' ` -- --- ,, '' << ?` !` [x] * \\end{document} \\input{/etc/passwd} ^^41 \
                     日本語 שלום é “so” … · − → κ ≥ ␛ \u{1b} e\u{301} 👩‍👧";

#[test]
fn each_row_has_a_cell_for_each_column() {
    let row = |cells: [&str; 3]| Row { cells: cells.map(Cell::text).to_vec(), ..Row::default() };
    let mut page = Page::new("list", "");
    page.push(Block::Table(Table {
        columns: ["a", "b & c", "d"].map(|key| Column::new(key, key)).to_vec(),
        rows: vec![row(["1 & 2", "[x]", "*"]), row(["a\nb", "", "c"]), Row::across(1, "all & of it", "".into())],
        ..Table::default()
    }));
    let shown = shown(&page, "latex", 80, false);
    let rows: Vec<&str> = shown.lines().filter(|line| line.ends_with(" \\\\")).collect();
    let divided = |row: &&str| row.replace("\\&", "").matches('&').count();
    assert_eq!(rows.iter().map(divided).collect::<Vec<_>>(), [2, 2, 2, 0], "{shown}");
    assert!(rows[3].starts_with("\\multicolumn{3}{") && rows[3].contains("all \\& of it"), "{shown}");
    assert!(rows[2].starts_with("a\\newline b & "), "{shown}");
    for order in ["\\toprule", "\\midrule", "\\endhead", "\\bottomrule"] {
        assert_eq!(shown.matches(order).count(), 1, "{order}: {shown}");
    }
}

#[test]
#[ignore = "needs pdflatex or tectonic"]
fn latex_sets_every_page() {
    let sign = page_of(SIGNS);
    let long = page_of(&"a long text, and a-name-without-any-space ".repeat(6));
    for (name, page) in [("made", made::page()), ("signs", sign), ("long", long), ("empty", Page::new("list", ""))] {
        let folder = tempfile::tempdir().expect("a folder");
        let text = shown(&page, "latex", 80, false);
        std::fs::write(folder.path().join("page.tex"), &text).expect("a file");
        let said = set(folder.path());
        assert!(said.is_none(), "{name}: {}", said.unwrap_or_default());
    }
}

/// Sets the page of the folder, and says why it could not.
fn set(folder: &Path) -> Option<String> {
    let setters: [&[&str]; 2] =
        [&["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "page.tex"], &["tectonic", "page.tex"]];
    let run = |words: &&[&str]| {
        Command::new(words[0]).args(&words[1..]).current_dir(folder).stdin(Stdio::null()).output().ok()
    };
    let output = setters.iter().find_map(run).expect("pdflatex or tectonic is installed");
    (!output.status.success()).then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
