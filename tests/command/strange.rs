//! `diff` in repositories that nobody meant well, or that hold only a part: never a false change, and an error in time.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::versions::{REWORDED, Repository, TOWN, town};

impl Repository {
    /// The id of an object of this kind, whatever its bytes say.
    fn object(&self, kind: &str, bytes: &[u8]) -> String {
        let mut git = Command::new("git")
            .current_dir(self.folder.path())
            .args(["hash-object", "-w", "--literally", "--stdin", "-t", kind])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("git starts");
        git.stdin.take().expect("it is piped").write_all(bytes).expect("git reads");
        let output = git.wait_with_output().expect("git ends");
        String::from_utf8(output.stdout).expect("an id").trim().to_owned()
    }

    /// The id of a folder that holds these: mode, name, id.
    fn tree(&self, entries: &[(&str, &str, &str)]) -> String {
        let mut bytes = Vec::new();
        for (mode, name, id) in entries {
            let id = (0..id.len()).step_by(2).map(|at| u8::from_str_radix(&id[at..at + 2], 16).expect("an id"));
            write!(bytes, "{mode} {name}\0").expect("memory takes all");
            bytes.extend(id);
        }
        self.object("tree", &bytes)
    }

    /// Puts a tag on a revision whose folder `map` is this, beside a sound folder `town`.
    fn tag(&self, name: &str, map: &str) {
        let town = self.git(&["rev-parse", "one:map"]);
        let top = self.tree(&[("40000", "map", map), ("40000", "town", &town)]);
        let commit = self.git(&["commit-tree", &top, "-m", "m"]);
        self.git(&["tag", name, &commit]);
    }
}

/// A folder in which each of so many levels holds the next one ten times.
fn bomb(repository: &Repository, levels: usize) -> String {
    let file = repository.object("blob", TOWN.as_bytes());
    let names: Vec<String> = (0..10).map(|number| format!("{number}.arg")).collect();
    let level = |mode: &str, id: &str| {
        let entries: Vec<_> = names.iter().map(|name| (mode, name.as_str(), id)).collect();
        repository.tree(&entries)
    };
    (0..levels).fold(level("100644", &file), |id, _| level("40000", &id))
}

#[test]
fn a_clone_without_its_files_says_so_and_shows_no_change() {
    let origin = town();
    #[cfg(unix)]
    std::os::unix::fs::symlink("town.arg", origin.path("map/link.arg")).expect("a link");
    origin.commit();
    origin.write("map/town.arg", TOWN);
    std::fs::remove_file(origin.path("map/link.arg")).expect("it was just made");
    origin.commit();
    origin.git(&["config", "uploadpack.allowFilter", "true"]);
    let from = format!("file://{}", origin.folder.path().display());
    for (filter, words) in [
        ("blob:none", &["main~1", "--", "clone/map"][..]),
        ("blob:none", &["main~3", "main~2", "--", "clone/map"]),
        ("blob:none", &["main", "main~1", "--", "clone/map"]),
        ("tree:0", &["main~2", "main", "--", "clone/map"]),
    ] {
        let clone = Repository { folder: tempfile::tempdir().expect("a temporary folder") };
        clone.git(&["clone", "--quiet", "--filter", filter, &from, "clone"]);
        let said = clone.refused(words);
        assert!(said.contains("the object is not here") && said.contains("git fetch"), "{filter} {words:?}: {said}");
    }
}

#[test]
fn only_the_folder_of_the_map_is_looked_into() {
    let repository = town();
    repository.tag("bomb", &bomb(&repository, 9));
    let words = |old, new, path| [old, new, "--stat", "--exit-code", "--", path].map(str::to_owned);
    let run = |words: [String; 6]| repository.run("", &words.each_ref().map(String::as_str));
    std::fs::create_dir_all(repository.path("town")).expect("a folder");
    assert_eq!(run(words("bomb", "bomb", "town")).status.code(), Some(0));
    let said = repository.refused(&["bomb", "main", "--", "map"]);
    assert!(said.contains("`bomb` cannot be read: this revision holds more than"), "{said}");
    // Repositories with many files and not too many are read.
    repository.tag("many", &bomb(&repository, 1));
    assert_ne!(run(words("one", "many", "map")).status.code(), Some(2));
}

#[test]
fn a_link_as_long_as_a_file_and_a_file_named_over_and_over_are_refused_in_time() {
    let repository = town();
    let large = repository.object("blob", &vec![b' '; 16 << 20]);
    let names: Vec<String> = (0..20).map(|number| format!("{number}.arg")).collect();
    for (name, mode) in [("links", "120000"), ("files", "100644")] {
        let entries: Vec<_> = names.iter().map(|name| (mode, name.as_str(), large.as_str())).collect();
        repository.tag(name, &repository.tree(&entries));
        let said = repository.refused(&["one", name, "--", "map"]);
        assert!(said.contains("holds more than 256 MiB"), "{name}: {said}");
    }
}

#[test]
fn folders_below_folders_without_end_and_damage_are_errors() {
    let repository = town();
    let file = repository.object("blob", TOWN.as_bytes());
    let name = "a".repeat(200);
    let leaf = repository.tree(&[("100644", "a.arg", &file)]);
    let deep = (0..25).fold(leaf, |id, _| repository.tree(&[("40000", &name, &id)]));
    repository.tag("deep", &deep);
    assert!(repository.refused(&["one", "deep", "--", "map"]).contains("holds more than"));
    for (name, entries) in [
        ("up", &[("100644", "../a.arg", file.as_str())][..]),
        ("root", &[("100644", "/etc/passwd", &file)]),
        ("dots", &[("40000", "..", &deep)]),
        ("kind", &[("40000", "a", &file)]),
        ("other-kind", &[("100644", "a.arg", &deep)]),
    ] {
        repository.tag(name, &repository.tree(entries));
        let said = repository.refused(&["one", name, "--", "map"]);
        assert!(said.contains("the repository is damaged"), "{name}: {said}");
    }
    let none = "0123456789abcdef0123456789abcdef01234567";
    for (name, mode) in [("no-file", "100644"), ("no-folder", "40000"), ("no-link", "120000")] {
        repository.tag(name, &repository.tree(&[(mode, "a.arg", none)]));
        assert!(repository.refused(&["one", name, "--", "map"]).contains("the object is not here"), "{name}");
    }
    assert_eq!(repository.changes(&["one", "main", "--", "map"]), [REWORDED]);
}

/// A pipe to which nobody ever writes, in the place of a file: whoever opens it waits.
#[cfg(unix)]
#[test]
fn a_repository_that_makes_git_wait_ends_with_an_error() {
    let object = |repository: &Repository| {
        let id = repository.git(&["rev-parse", "one:map/town.arg"]);
        format!(".git/objects/{}/{}", &id[..2], &id[2..])
    };
    let named = |name: &'static str| move |_: &Repository| name.to_owned();
    let alternates = named(".git/objects/info/alternates");
    let files: [&(dyn Fn(&Repository) -> String + Sync); 4] =
        [&named(".git/HEAD"), &named(".git/config"), &alternates, &object];
    let said = |file: &(dyn Fn(&Repository) -> String + Sync)| {
        let repository = town();
        let path = repository.path(&file(&repository));
        let _ = std::fs::remove_file(&path);
        assert!(Command::new("mkfifo").arg(path).status().expect("mkfifo starts").success());
        repository.refused(&["one", "--", "map"])
    };
    // All at once, as each waits for a while.
    std::thread::scope(|scope| {
        for waiting in files.map(|file| scope.spawn(move || said(file))) {
            let said = waiting.join().expect("no panic");
            assert!(said.contains("git was asked and said nothing for 10 seconds"), "{said}");
        }
    });
}
