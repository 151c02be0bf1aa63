//! One failing file for each diagnostic code, with its whole message beside it as a person sees it.
//!
//! `CODE.arg` is checked by the program itself and `CODE.txt` is what it prints in a terminal of 80 columns, with the exit
//! status at the end. `UPDATE_EXPECTED=1` accepts what is printed now.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use counterpoint::diagnostic::{Code, Severity};
use counterpoint::workspace::code::all as codes;

/// Checked where it is made: a file that is too large cannot be kept beside the others.
const MADE: &str = "too-large";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings")
}

/// Checks the file of a code. A file that shows an error may be as small as it can be: nobody is told what else it lacks. What
/// other files have to lie beside, such as a text, has a folder of its own.
fn check(code: &Code, folder: &Path, format: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_counterpoint"));
    let own = folder.join(code.name);
    command.current_dir(if own.is_dir() { own.as_path() } else { folder }).env_remove("COUNTERPOINT_SOURCES");
    command.args(["check", &format!("{}.arg", code.name), "--width", "80"]);
    command.args(["--color", "never", "--format", format]);
    if code.severity == Severity::Error {
        command.args(["--allow", "warnings"]);
    }
    command.output().expect("the program starts")
}

/// Says everything that is not as it should be with the file of a code.
fn complaints(code: &Code, folder: &Path) -> Vec<String> {
    let name = code.name;
    let report = check(code, folder, "json");
    let Ok(report) = serde_json::from_slice::<serde_json::Value>(&report.stdout) else {
        return vec![format!("{name}: {}", String::from_utf8_lossy(&report.stderr))];
    };
    let mut complaints = Vec::new();
    let listed = report["findings"].as_array().into_iter().flatten();
    let found: Vec<&str> = listed.filter_map(|it| it["code"].as_str()).collect();
    if found != [name] {
        complaints.push(format!("{name}.arg should show `{name}` once and nothing else, and shows {found:?}"));
    }
    let output = check(code, folder, "terminal");
    let shown = String::from_utf8(output.stdout).expect("what is printed is UTF-8");
    let status = output.status.code().expect("the program ends by itself");
    let shown = format!("{shown}exit status {status}\n");
    let path = self::folder().join(format!("{name}.txt"));
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&path, &shown).expect("the expected text can be written");
    }
    if std::fs::read_to_string(&path).unwrap_or_default() != shown {
        complaints.push(format!("{name}.txt is not as expected; UPDATE_EXPECTED=1 accepts this:\n{shown}"));
    }
    complaints
}

#[test]
fn every_code_has_a_file_that_shows_it_and_nothing_else() {
    let complaints: Vec<String> =
        codes().filter(|code| code.name != MADE).flat_map(|code| complaints(code, &folder())).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn a_file_beyond_four_gibibytes_is_refused_unread() {
    let code = codes().find(|code| code.name == MADE).expect("there is such a code");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = std::fs::File::create(folder.path().join(format!("{MADE}.arg"))).expect("a file");
    // A hole in the file: it takes no room.
    file.set_len(u64::from(u32::MAX) + 1).expect("a large file");
    let complaints = complaints(code, folder.path());
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

#[test]
fn every_file_belongs_to_a_code() {
    let names: BTreeSet<&str> = codes().map(|code| code.name).collect();
    for entry in std::fs::read_dir(folder()).expect("the folder is there") {
        let path = entry.expect("listed").path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("plain names");
        assert!(stem == "main" || names.contains(stem), "{} shows no code of the table", path.display());
    }
}
