//! The program on a terminal, which a pseudo-terminal is for it: long output goes through the reader's pager, and places in files are links.

use std::fs::File;
use std::io::Read;
use std::os::fd::AsFd;
use std::path::Path;
use std::process::{Command, Stdio};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

use crate::root;

/// Output of the program on a terminal of so many lines, and its exit status.
fn on_terminal(folder: &Path, height: u16, words: &[&str], variables: &[(&str, &str)]) -> (String, i32) {
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("there is a pseudo-terminal");
    grantpt(&master).and_then(|()| unlockpt(&master)).expect("it is ours");
    let size = Winsize { ws_row: height, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0 };
    tcsetwinsize(master.as_fd(), size).expect("it has a size");
    let name = ptsname(&master, Vec::new()).expect("it has a name");
    let name = name.to_str().expect("a name in ASCII").to_owned();
    let open = || File::options().read(true).write(true).open(&name).expect("the other end opens");
    let mut command = Command::new(env!("CARGO_BIN_EXE_counterpoint"));
    command.current_dir(folder).args(words).stdin(Stdio::null()).stdout(open()).stderr(open());
    command.env_clear().env("PATH", "/usr/bin:/bin").env("TERM", "xterm").env("NO_COLOR", "1");
    command.envs(variables.iter().copied());
    let mut child = command.spawn().expect("it starts");
    drop(command);
    // The end of what is written to a terminal is an error for whoever reads it.
    let mut shown = Vec::new();
    let mut master = File::from(master);
    let mut bytes = [0; 4096];
    while let Ok(read @ 1..) = master.read(&mut bytes) {
        shown.extend_from_slice(&bytes[..read]);
    }
    let status = child.wait().expect("it ends").code().expect("no signal ends it");
    (String::from_utf8(shown).expect("text").replace("\r\n", "\n"), status)
}

const PAGER: (&str, &str) = ("COUNTERPOINT_PAGER", "sed 's/^/paged: /'");

#[test]
fn long_output_goes_through_the_pager_and_short_output_does_not() {
    let words = ["explain"];
    let (long, status) = on_terminal(root(), 24, &words, &[PAGER]);
    assert!(long.lines().count() > 30 && long.lines().all(|line| line.starts_with("paged: ")), "{long}");
    assert_eq!(status, 0);
    let (straight, _) = on_terminal(root(), 24, &["explain", "--no-pager"], &[PAGER]);
    assert_eq!(long.replace("paged: ", ""), straight);
    let (fits, _) = on_terminal(root(), 1000, &words, &[PAGER]);
    assert_eq!(fits, straight);
    let (fallen_back, _) = on_terminal(root(), 24, &words, &[("PAGER", "no-such-pager-anywhere")]);
    assert_eq!(fallen_back, straight);
    let (of_a_shell, _) = on_terminal(root(), 24, &words, &[("PAGER", "no-such-pager-anywhere | cat; exit 127")]);
    assert!(of_a_shell.ends_with(&straight), "{of_a_shell}");
}

#[test]
fn a_pager_that_ends_early_changes_no_exit_status() {
    let (first, status) = on_terminal(root(), 24, &["list", "statements"], &[("PAGER", "head -n 2")]);
    assert_eq!((first.lines().count(), status), (2, 0), "{first}");
    let broken = ["check", "tests/findings/unknown-name.arg"];
    for (pager, lines) in [("sed s/^/x/", 8..90), ("true", 0..1), ("false", 0..1)] {
        let (shown, status) = on_terminal(root(), 5, &broken, &[("PAGER", pager)]);
        assert_eq!(status, 1, "{pager}: {shown}");
        assert!(lines.contains(&shown.lines().count()), "{pager}: {shown}");
    }
}

#[test]
fn less_is_told_how_unless_its_user_has_told_it() {
    let pager = ("PAGER", "echo \"LESS=$LESS\"");
    assert_eq!(on_terminal(root(), 5, &["explain"], &[pager]).0, "LESS=FRX\n");
    assert_eq!(on_terminal(root(), 5, &["explain"], &[pager, ("LESS", "S")]).0, "LESS=S\n");
}

#[test]
fn a_map_chooses_no_pager() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.arg"), "author a: A\n".repeat(9)).expect("a file");
    std::fs::write(folder.path().join("counterpoint.toml"), "pager = \"echo chosen by a map\"\n").expect("a file");
    let (shown, status) = on_terminal(folder.path(), 5, &["check", "."], &[("PAGER", "sed s/^/mine:/")]);
    assert!(shown.contains("mine:error[unknown-setting]") && !shown.contains("\nchosen by a map"), "{shown}");
    assert_eq!(status, 1);
}

#[test]
fn places_in_files_are_links_where_the_terminal_has_them() {
    let words = ["show", "sedgwick-2017.ssr-leadership"];
    let (linked, _) = on_terminal(root(), 1000, &words, &[("FORCE_HYPERLINK", "1")]);
    let links: Vec<&str> = linked.split("\u{1b}]8;;").skip(1).step_by(2).collect();
    assert!(!links.is_empty(), "{linked}");
    let (begins, map) = ("file://", root().join("arguments").canonicalize().expect("the map is there"));
    for link in links {
        let (address, shown) = link.split_once("\u{1b}\\").expect("an address ends");
        assert!(address.starts_with(begins) && address.contains(map.to_str().expect("text")), "{address}");
        let line = address.rsplit_once('#').expect("a line").1;
        assert!(shown.ends_with(&format!(":{line}")) || shown.contains(".arg") || !shown.contains(':'), "{shown}");
    }
    let (plain, _) = on_terminal(root(), 1000, &words, &[]);
    let parts: Vec<&str> = linked.split("\u{1b}]8;;").collect();
    let without: String =
        parts.iter().map(|part| part.split_once("\u{1b}\\").map_or(*part, |(_, shown)| shown)).collect();
    assert_eq!(without, plain);
    for quiet in [&[("FORCE_HYPERLINK", "0"), ("WT_SESSION", "x")][..], &[("NO_HYPERLINKS", "1"), ("WT_SESSION", "x")]]
    {
        assert_eq!(on_terminal(root(), 1000, &words, quiet).0, plain);
    }
    let never = [&words[..], &["--color", "never"]].concat();
    assert_eq!(on_terminal(root(), 1000, &never, &[("FORCE_HYPERLINK", "1")]).0, plain);
    let mut piped = Command::new(env!("CARGO_BIN_EXE_counterpoint"));
    let piped = piped.current_dir(root()).args(words).env("FORCE_HYPERLINK", "1").output().expect("it starts");
    assert!(!piped.stdout.contains(&0x1b));
}
