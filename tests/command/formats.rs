//! Every command in every format, on the map of this repository and on a small one: what is printed is what it says it is.

use std::process::Command;

use serde_json::Value;

use crate::root;

/// The commands that show a page, with names that the map of the repository has.
const PAGES: &[&[&str]] = &[
    &["table"],
    &["table", "--by", "source", "--full"],
    &["table", "--by", "organisation", "--cells", "quotes"],
    &["table", "--by", "year", "--cells", "text", "--voices"],
    &["table", "--derived", "--counts"],
    &["table", "--transpose"],
    &["table", "--compact", "--keys"],
    &["compare", "sedgwick", "hanatani"],
    &["compare", "sedgwick", "hanatani", "yamashita", "tase"],
    &["compare", "sedgwick", "hanatani", "yamashita", "tase", "--derived"],
    &["compare", "sedgwick-2017", "hanatani-2017", "yamashita-2014", "--only", "opposed"],
    &["agree"],
    &["agree", "--by", "source", "--cluster"],
    &["agree", "--measure", "jaccard"],
    &["agree", "--measure", "conflict", "--cluster", "--voices"],
    &["agree", "--measure", "tau", "--ambivalent", "middle"],
    &["agree", "--coders", "tests/command/coders/ann", "tests/command/coders/ben"],
    &["divide"],
    &["divide", "--by", "organisation", "--voices"],
    &["diff", "arguments", "arguments"],
    &["diff", "tests/findings/edited-quotation", "tests/findings/possible-quotation"],
    &["diff", "tests/findings/misquotation", "arguments", "--author", "hanatani"],
    &["diff", "tests/findings/misquotation", "arguments", "--stat"],
    &["agree", "--by", "year", "--author", "hanatani"],
    &["divide", "--by", "year"],
    &["show", "main-contribution"],
    &["show", "sedgwick"],
    &["show", "sedgwick-2017"],
    &["show", "sedgwick-2017.ssr-leadership"],
    &["table", "--standing", "--full"],
    &["stand"],
    &["stand", "--strength", "qe", "--issue", "main-contribution"],
    &["stand", "--as", "sedgwick", "--issue", "main-contribution", "--clash"],
    &["stand", "--why", "hanatani-2017.engineering-fits"],
    &["stand", "--why", "hanatani-2017.engineering-fits", "--smallest"],
    &["stand", "--for", "each", "--source", "hanatani-2017"],
    &["stand", "--without", "sedgwick", "--semantics", "preferred"],
    &["stand", "--extensions=2", "--semantics", "preferred", "--issue", "main-contribution"],
    &["stand", "--repair", "sedgwick-2017.way-forward"],
    &["stand", "--distance", "sedgwick", "hanatani"],
    &["stand", "--unsure", "--issue", "engineering-worth"],
    &["list", "authors"],
    &["list", "sources"],
    &["list", "issues"],
    &["list", "statements"],
    &["list", "statements", "--unanswered"],
    &["list", "terms"],
    &["terms"],
    &["terms", "human-security", "peace-building", "--voices"],
    &["network"],
    &["network", "--of", "subtract", "--by", "source", "--count", "statements"],
    &["network", "--of", "conflict", "--voices"],
    &["network", "--of", "issues", "--by", "organisation"],
    &["network", "--of", "statements", "--author", "hanatani"],
    &["quotes"],
    &["quotes", "--only", "typographic", "--author", "hanatani"],
    &["quotes", "--suggest", "sedgwick-2017.ssr-leadership"],
    &["quotes", "tests/findings/edited-quotation"],
    &["quotes", "tests/findings/edited-quotation", "--suggest", "ask"],
    &["find", "everybody who lives along the lane", "--map", "tests/findings/edited-quotation"],
    &["solve", "--problem", "EE-PR", "--file", "tests/command/choice.apx"],
    &["solve", "--problem", "DC-CF2", "--argument", "=a", "--file", "tests/command/choice.apx"],
    &["solve", "--all", "preferred", "--file", "tests/command/choice.apx"],
    &["solve", "--all", "stable", "--file", "tests/command/none.tgf"],
    &["solve", "--strength", "qe", "--file", "tests/command/choice.apx"],
    &["explain"],
    &["explain", "unknown-name"],
];

const FORMATS: &[&str] = &["terminal", "markdown", "csv", "json", "html", "latex"];

/// Output of a command in a format on the map of the repository; it has to end well and say nothing beside it.
fn printed(arguments: &[&str], format: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_counterpoint"));
    command
        .current_dir(root())
        .env_remove("COUNTERPOINT_SOURCES")
        .args(arguments)
        .args(["--format", format, "--width", "100"]);
    let output = command.output().expect("the program starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{arguments:?} as {format}: {:?} {said}", output.status);
    String::from_utf8(output.stdout).expect("what is printed is UTF-8")
}

fn errors(schema: &str, json: &str) -> Vec<String> {
    let schema = std::fs::read_to_string(root().join("grammar").join(schema)).expect("the schema is there");
    let schema: Value = serde_json::from_str(&schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    let json: Value = serde_json::from_str(json).expect("what is printed is JSON");
    validator.iter_errors(&json).map(|error| error.to_string()).collect()
}

/// The columns of a page in JSON whose key is not in `snake_case`, unless it is a name of the map, and the values that are not of the
/// kind that their column says.
fn misfits(json: &str) -> Vec<String> {
    let page: Value = serde_json::from_str(json).expect("what is printed is JSON");
    let blocks = page["blocks"].as_array().into_iter().flatten();
    let mut misfits = Vec::new();
    for table in blocks.filter(|block| block["type"] == "table").chain([&page["records"]]) {
        for column in table["columns"].as_array().into_iter().flatten() {
            let (key, kind) = (column["key"].as_str().unwrap_or_default(), column["kind"].as_str());
            let fits = |value: &Value| match kind {
                Some("text") => value.is_string(),
                Some("texts") => value.as_array().is_some_and(|items| items.iter().all(Value::is_string)),
                Some("numbers") => value.as_array().is_some_and(|items| items.iter().all(Value::is_number)),
                Some("integer") => value.is_u64(),
                Some("number") => value.is_number(),
                Some("boolean") => value.is_boolean(),
                _ => value.is_object(),
            };
            let rows = table["rows"].as_array().into_iter().flatten();
            let wrong = rows.map(|row| &row[key]).find(|value| !value.is_null() && !fits(value));
            misfits.extend(wrong.map(|value| format!("{}: `{key}` is {kind:?} and holds {value}", table["key"])));
            let is_snake =
                key.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_');
            let is_name = ["positions", "verdicts", "ears", "common_ground", "square", "overview"]
                .contains(&table["key"].as_str().unwrap_or_default());
            misfits.extend((!is_snake && !is_name).then(|| format!("{}: `{key}` is not in snake case", table["key"])));
        }
    }
    misfits
}

#[test]
fn every_command_has_every_format() {
    for arguments in PAGES {
        for format in FORMATS {
            let text = printed(arguments, format);
            assert!(text.ends_with('\n'), "{arguments:?} as {format} does not end its last line");
            match *format {
                "json" => {
                    assert_eq!(errors("page.schema.json", &text), [""; 0], "{arguments:?}");
                    assert_eq!(misfits(&text), [""; 0], "{arguments:?}");
                }
                "csv" => assert_is_table(&text, arguments),
                "html" => assert_is_document(&text, arguments),
                "markdown" => assert_has_no_tag(&text, arguments),
                _ => {
                    let is_control = |letter: char| letter.is_control() && letter != '\n';
                    assert!(!text.contains(is_control), "{arguments:?} as {format} prints a control character");
                }
            }
        }
    }
}

/// Formats for networks alone.
const DRAWN: &[&str] = &["graphml", "dot"];

#[test]
fn networks_alone_can_be_drawn() {
    for arguments in PAGES {
        for format in DRAWN {
            if arguments[0] == "network" {
                let text = printed(arguments, format);
                let [start, end] =
                    if *format == "dot" { ["graph \"network\" {", "}"] } else { ["<?xml", "</graphml>"] };
                assert!(text.trim_start_matches("di").starts_with(start) && text.trim_end().ends_with(end));
                continue;
            }
            let mut command = Command::new(env!("CARGO_BIN_EXE_counterpoint"));
            let output = command.current_dir(root()).args(*arguments).args(["--format", format]).output();
            let output = output.expect("the program starts");
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.code() == Some(2) && output.stdout.is_empty(), "{arguments:?} as {format}");
            assert!(said.contains("`counterpoint network` makes one"), "{arguments:?} as {format}: {said}");
        }
    }
}

#[test]
fn the_map_of_the_repository_is_sound() {
    for format in FORMATS {
        printed(&["check"], format);
    }
    assert_eq!(errors("diagnostics.schema.json", &printed(&["check"], "json")), [""; 0]);
    let formatted =
        Command::new(env!("CARGO_BIN_EXE_counterpoint")).current_dir(root()).args(["fmt", "--check"]).output();
    assert!(formatted.expect("the program starts").status.success(), "`counterpoint fmt` would change the map");
}

/// The same number of fields in every record, and a name of its own for every column.
fn assert_is_table(text: &str, arguments: &[&str]) {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut headers: Vec<String> = reader.headers().expect("a first line").iter().map(str::to_owned).collect();
    for record in reader.records() {
        let record = record.unwrap_or_else(|cause| panic!("{arguments:?}: {cause}"));
        // A spreadsheet would run these.
        let is_run = |field: &&str| field.starts_with(['=', '+', '@', '\t', '\r']);
        assert_eq!(record.iter().find(is_run), None, "{arguments:?}");
    }
    let number = headers.len();
    headers.sort();
    headers.dedup();
    assert_eq!(headers.len(), number, "{arguments:?}: two columns have one name");
}

/// One standalone page: every element is closed where it has to be, and nothing is fetched.
fn assert_is_document(text: &str, arguments: &[&str]) {
    const VOID: &[&str] = &["meta", "br", "hr", "col", "link", "img", "input", "wbr"];
    assert!(text.starts_with("<!DOCTYPE html>"), "{arguments:?}");
    for outside in ["<script", "<link", "<img", "src=", "@import", "url("] {
        assert!(!text.contains(outside), "{arguments:?}: the page fetches something: {outside}");
    }
    let mut open: Vec<&str> = Vec::new();
    for tag in text.split('<').skip(2) {
        let (tag, _) = tag.split_once('>').unwrap_or_else(|| panic!("{arguments:?}: `<` stands in text: {tag}"));
        let name = tag.split_whitespace().next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed), "{arguments:?}"),
            None if VOID.contains(&name) => {}
            None => open.push(name),
        }
    }
    assert_eq!(open, [""; 0], "{arguments:?}: elements are left open");
    assert_links_lead_somewhere(text, arguments);
}

/// The values of an attribute, in order.
fn values<'t>(text: &'t str, attribute: &str) -> Vec<&'t str> {
    let begin = format!(" {attribute}=\"");
    let values = text.split(begin.as_str()).skip(1);
    values.map(|rest| rest.split_once('"').expect("an attribute ends").0).collect()
}

/// Each link leads to a place on the page, or to a line of a file beside it; and no two places have one name.
fn assert_links_lead_somewhere(text: &str, arguments: &[&str]) {
    let mut places = values(text, "id");
    places.sort_unstable();
    assert!(places.windows(2).all(|two| two[0] != two[1]), "{arguments:?}: two places have one name");
    for address in values(text, "href") {
        match address.split_once('#').expect("an address leads to a place or a line") {
            ("", place) => assert!(places.binary_search(&place).is_ok(), "{arguments:?}: {place} is nowhere"),
            (file, line) => {
                let lines = std::fs::read_to_string(root().join(file)).expect("the file is there").lines().count();
                let line: usize = line.strip_prefix('L').and_then(|line| line.parse().ok()).expect("a line");
                assert!((1..=lines).contains(&line), "{arguments:?}: {address} is no line");
            }
        }
    }
}

#[test]
fn a_page_leads_from_words_to_what_they_name() {
    let compared = printed(&["compare", "sedgwick", "hanatani", "--issue", "main-contribution"], "html");
    assert!(values(&compared, "href").iter().filter(|link| link.starts_with('#')).count() > 5, "{compared}");
    let page = printed(&["show", "main-contribution", "--full"], "html");
    let links = values(&page, "href");
    assert!(links.iter().filter(|link| link.starts_with('#')).count() > 20, "{links:?}");
    assert!(links.iter().any(|link| link.starts_with("arguments/sedgwick-2017.arg#L")), "{links:?}");
    assert!(values(&printed(&["table"], "html"), "id").contains(&"issue-main-contribution"));
    let markdown = printed(&["show", "main-contribution", "--full"], "markdown");
    assert!(markdown.contains("](arguments/sedgwick-2017.arg#L"), "{markdown}");
}

/// Markdown without a tag of HTML, which a word processor would lose: outside of code no `<` stands anywhere, not even for a line end.
fn assert_has_no_tag(text: &str, arguments: &[&str]) {
    let is_control = |letter: char| letter.is_control() && letter != '\n';
    assert!(!text.contains(is_control), "{arguments:?} as Markdown prints a control character");
    let outside: Vec<&str> = text.split("```").step_by(2).flat_map(|part| part.split('`').step_by(2)).collect();
    assert_eq!(outside.iter().find(|part| part.contains('<')), None, "{arguments:?}");
}

#[cfg(not(feature = "office"))]
#[test]
fn a_format_that_is_not_built_says_what_to_install() {
    for format in ["docx", "xlsx"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_counterpoint"));
        let output = command.current_dir(root()).args(["table", "--format", format]).output().expect("it starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() == Some(2) && output.stdout.is_empty(), "{said}");
        assert!(said.contains(format) && said.contains("cargo install --path . --features office"), "{said}");
    }
}
