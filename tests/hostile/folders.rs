//! Folders that are not as they should be, and files that include each other.

use std::fmt::Write;

use super::program::{Folder, empty_folder, folder, run};

#[test]
fn a_folder_named_like_a_file_is_a_folder() {
    let map = empty_folder();
    std::fs::create_dir(map.path().join("x.arg")).expect("the folder was just made");
    let check = run(map.path(), &["check", "."]);
    assert_eq!(check.status, 2, "{}", check.out);
    std::fs::write(map.path().join("x.arg/a.arg"), "author a: A\nsource s: S\n  by: a\nclaim c: x\n  quote [1]: w\n")
        .expect("it exists");
    let check = run(map.path(), &["check", "."]);
    assert_eq!(check.status, 0, "{}{}", check.out, check.err);
    assert!(check.out.contains("1 statement"), "{}", check.out);
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_are_not_followed() {
    use std::os::unix::fs::symlink;
    let map = folder([("a.arg", b"author a: A\nsource s: S\n  by: a\nclaim c: x\n  quote [1]: w\n")]);
    let link = |from: &str, to: &str| symlink(from, map.path().join(to)).expect("the system has links");
    link(".", "here");
    link("..", "up");
    link("b", "c");
    link("c", "b");
    let check = run(map.path(), &["check"]);
    assert_eq!(check.status, 0, "{}{}", check.out, check.err);
    // A link that leads nowhere is no file of the map, unless somebody asks for it.
    link("x.arg", "y.arg");
    link("y.arg", "x.arg");
    assert_eq!(run(map.path(), &["check", "."]).status, 0);
    let check = run(map.path(), &["check", "x.arg"]);
    assert_eq!(check.status, 2);
    assert!(check.err.contains("x.arg"), "{}", check.err);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let map = folder([("a.arg", b"claim a: x\n"), ("b.arg", b"claim b: x\n")]);
    let path = map.path().join("b.arg");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).expect("it is ours");
    if std::fs::read(&path).is_ok() {
        return; // Whoever may do everything reads it all the same.
    }
    let check = run(map.path(), &["check"]);
    assert_eq!(check.status, 2);
    assert!(check.err.contains("b.arg"), "{}", check.err);
}

/// Files of which each includes the next, and the last the first.
fn includes(count: usize) -> Folder {
    let map = empty_folder();
    for number in 0..count {
        let mut text = format!("include {}.arg\n", (number + 1) % count);
        write!(text, "author a{number}: A\nsource s{number}: S\n  by: a{number}\nclaim c: x\n  quote [1]: w\n")
            .expect("strings take all");
        std::fs::write(map.path().join(format!("{number}.arg")), text).expect("it can be written to");
    }
    map
}

fn check_includes(count: usize) {
    let map = includes(count);
    let check = run(map.path(), &["check", "0.arg"]);
    assert_eq!(check.status, 1);
    assert_eq!(check.out.matches("include-loop").count(), 1, "{}", check.out);
    let list = run(map.path(), &["list", "statements", "0.arg", "--format", "csv"]);
    assert_eq!(list.out.lines().count(), count + 1, "{}", list.err);
}

#[test]
fn files_include_each_other_deeply_and_in_a_circle() {
    check_includes(300);
}

#[test]
#[ignore = "takes long"]
fn files_include_each_other_very_deeply() {
    check_includes(20_000);
}

fn check_many(count: usize) {
    let map = empty_folder();
    for number in 0..count {
        let text = format!("author a{number}: A\nsource s{number}: S\n  by: a{number}\nclaim c: x\n  quote [1]: w\n");
        std::fs::write(map.path().join(format!("{number}.arg")), text).expect("it can be written to");
    }
    let check = run(map.path(), &["check"]);
    assert_eq!(check.status, 0, "{}{}", check.out, check.err);
    assert!(check.out.contains(&format!("{count} files")), "{}", check.out);
}

#[test]
fn a_folder_may_hold_many_files() {
    check_many(1000);
}

#[test]
#[ignore = "takes long"]
fn a_folder_may_hold_a_hundred_thousand_files() {
    check_many(100_000);
}
