//! The quotations of the five documents: verified where their texts are, locked where they are not.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::root;

/// The folder of the texts, which do not ship; they are looked for where the environment says, or beside the repository.
fn texts() -> PathBuf {
    std::env::var_os("COUNTERPOINT_SOURCES").map_or_else(|| root().join("../shared/sources"), PathBuf::from)
}

/// The records of all quotations.
fn records(texts: Option<&PathBuf>) -> Vec<Value> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_counterpoint"));
    command.current_dir(root()).env_remove("COUNTERPOINT_SOURCES").args(["quotes", "arguments", "--format", "json"]);
    if let Some(folder) = texts {
        command.arg("--sources").arg(folder);
    }
    let output = command.output().expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page: Value = serde_json::from_slice(&output.stdout).expect("what is printed is JSON");
    page["records"]["rows"].as_array().expect("there are records").clone()
}

fn assert_all(records: &[Value], state: &str) {
    assert!(records.len() > 500, "there are {} quotations", records.len());
    let sound = |it: &&Value| it["state"] == state && (it["fidelity"] == "exact" || it["fidelity"] == "typographic");
    let others: Vec<&Value> = records.iter().filter(|it| !sound(it)).collect();
    assert!(others.is_empty(), "not {state}: {others:#?}");
}

#[test]
fn without_the_texts_every_quotation_is_locked() {
    assert_all(&records(None), "locked");
}

#[test]
#[ignore = "needs the texts of the five documents"]
fn with_the_texts_every_quotation_is_verified_as_it_was_locked() {
    let verified = records(Some(&texts()));
    assert_all(&verified, "verified");
    for (now, then) in verified.iter().zip(records(None)) {
        assert_eq!((&now["fidelity"], &now["found"]), (&then["fidelity"], &then["found"]), "{now:#?}");
    }
}
