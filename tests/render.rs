//! One page with all that a page can hold, in every format, beside the text that is expected; and pages that nobody meant
//! well. `UPDATE_EXPECTED=1` accepts what is printed now.

#[path = "render/hostile.rs"]
mod hostile;
#[path = "render/made.rs"]
mod made;

use std::path::Path;

use clap::ValueEnum;
use counterpoint::page::Page;
use counterpoint::render::{Format, Options, render};

fn format(name: &str) -> Format {
    Format::from_str(name, false).expect("a format of this name is in the list")
}

fn shown(page: &Page, name: &str, width: usize, color: bool) -> String {
    render(page, format(name), &Options { width, color })
}

/// Compares with the file, or writes it.
fn expect(name: &str, shown: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/render").join(name);
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&path, shown).expect("the expected text can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == shown, "{name} is not as expected; UPDATE_EXPECTED=1 accepts this:\n{shown}");
}

#[test]
fn every_format_is_as_expected() {
    let page = made::page();
    for width in [80, 120] {
        let lines = shown(&page, "terminal", width, false);
        expect(&format!("page.terminal.{width}.txt"), &lines);
    }
    expect("page.terminal.color.txt", &shown(&page, "terminal", 80, true).replace('\u{1b}', "␛"));
    expect("page.md", &shown(&page, "markdown", 80, false));
    expect("page.csv", &shown(&page, "csv", 80, false));
    expect("page.json", &shown(&page, "json", 80, false));
    expect("page.html", &shown(&page, "html", 80, false));
}

#[test]
fn findings_are_as_expected() {
    use counterpoint::render::diagnostics::render;
    made::findings(|report, files| {
        let options = |width| Options { width, color: false };
        expect("findings.terminal.80.txt", &render(report, files, format("terminal"), &options(80)));
        expect("findings.terminal.120.txt", &render(report, files, format("terminal"), &options(120)));
        expect("findings.json", &render(report, files, format("json"), &options(80)));
        expect("findings.csv", &render(report, files, format("csv"), &options(80)));
    });
}

#[test]
fn json_is_as_the_schemas_say() {
    let check = |schema: &str, json: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("grammar").join(schema);
        let schema = std::fs::read_to_string(path).expect("the schema is in the repository");
        let schema = serde_json::from_str(&schema).expect("the schema is JSON");
        let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
        let json = serde_json::from_str(json).expect("what is printed is JSON");
        let errors: Vec<_> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0]);
    };
    check("page.schema.json", &shown(&made::page(), "json", 80, false));
    check("page.schema.json", &shown(&Page::new("list", ""), "json", 80, false));
    made::findings(|report, files| {
        let json = counterpoint::render::diagnostics::render(report, files, format("json"), &Options::default());
        check("diagnostics.schema.json", &json);
    });
}
