//! `diff` of revisions that git keeps, in repositories made for the purpose. They need git, and fail without it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A repository in a temporary folder.
pub struct Repository {
    pub folder: tempfile::TempDir,
}

pub const TOWN: &str = "author ito: Keiko Ito\nissue trams: Should the town build trams?\nsource plan: Town plan\n  by: ito\n\
    claim build: The town should build trams.\n  holds trams: yes\n";

impl Repository {
    /// An empty one.
    pub fn new() -> Repository {
        let repository = Repository { folder: tempfile::tempdir().expect("a temporary folder") };
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn git(&self, words: &[&str]) -> String {
        let mut command = Command::new("git");
        command
            .current_dir(self.folder.path())
            .args(["-c", "user.name=n", "-c", "user.email=e@example.org"])
            .args(words);
        for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
            command.env_remove(variable);
        }
        let output = command.output().expect("git is installed");
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }

    pub fn commit(&self) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message=m"]);
    }

    pub fn run(&self, below: &str, words: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_counterpoint"));
        command.current_dir(self.path(below)).arg("diff").args(words).output().expect("the program starts")
    }

    /// The changes as CSV, without heads and places: `what,change,attribute,source,issue,old_name,new_name,old,new`.
    pub fn changes(&self, words: &[&str]) -> Vec<String> {
        let options = words.iter().position(|word| *word == "--").unwrap_or(words.len());
        let mut all = words.to_vec();
        all.splice(options..options, ["--format", "csv"]);
        let output = self.run("", &all);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        let printed = String::from_utf8(output.stdout).expect("UTF-8");
        let line = |line: &str| line.splitn(10, ',').take(9).collect::<Vec<_>>().join(",");
        printed.lines().skip(1).map(line).collect()
    }

    /// Message on a mistake, with exit status 2 and nothing printed.
    pub fn refused(&self, words: &[&str]) -> String {
        let output = self.run("", words);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{words:?}");
        String::from_utf8(output.stderr).expect("UTF-8")
    }

    /// All that the folder holds, to see that nothing was written.
    fn snapshot(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let (mut found, mut open) = (Vec::new(), vec![self.folder.path().to_path_buf()]);
        while let Some(folder) = open.pop() {
            for entry in std::fs::read_dir(&folder).expect("a folder") {
                let path = entry.expect("listed").path();
                if path.is_dir() && !path.is_symlink() {
                    open.push(path);
                } else {
                    found.push((path.clone(), std::fs::read(&path).unwrap_or_default()));
                }
            }
        }
        found.sort();
        found
    }
}

/// A repository with two revisions of the town, the first under the tag `one`.
pub fn town() -> Repository {
    let repository = Repository::new();
    repository.write("map/town.arg", TOWN);
    repository.commit();
    repository.git(&["tag", "one"]);
    repository.write("map/town.arg", TOWN.replace("build trams.", "buy trams."));
    repository.commit();
    repository
}

pub const REWORDED: &str =
    "statement,changed,text,plan,,plan.build,plan.build,The town should build trams.,The town should buy trams.";

#[test]
fn two_revisions_a_range_or_one_and_the_files_as_they_lie() {
    let repository = town();
    let before = repository.snapshot();
    for words in [&["one", "main"][..], &["main~1", "main"], &["one..main"], &["one.."], &["one...main"], &["one"]] {
        assert_eq!(repository.changes(&[words, &["--", "map"]].concat()), [REWORDED], "{words:?}");
    }
    assert_eq!(repository.changes(&["main", "--", "map/town.arg"]), [""; 0]);
    assert_eq!(repository.changes(&["one", "--map", "map"]), [REWORDED]);
    let from_below = repository.run("map", &["one", "--stat", "--", "."]);
    assert!(String::from_utf8_lossy(&from_below.stdout).contains("from one to the files as they lie"));
    let absolute = repository.path("map").to_string_lossy().into_owned();
    assert_eq!(repository.changes(&["one", "--", &absolute]), [REWORDED]);
    assert!(before == repository.snapshot(), "nothing was written");
}

#[test]
fn the_files_as_they_lie_may_be_changed_without_being_kept() {
    let repository = town();
    repository.write("map/town.arg", TOWN.replace("holds trams: yes", "rejects trams: yes"));
    let changes = repository.changes(&["one", "--", "map"]);
    assert_eq!(changes, ["stance,changed,,plan,trams,plan.build,plan.build,holds trams: yes,rejects trams: yes"]);
}

#[test]
fn files_that_are_renamed_or_included_are_read_at_each_revision() {
    let repository = Repository::new();
    let (head, claim) = TOWN.split_at(TOWN.find("claim").expect("it is there"));
    repository.write("map/town.arg", format!("{head}include parts/claims.txt\n"));
    repository.write("map/parts/claims.txt", format!("from plan\n{claim}"));
    repository.commit();
    repository.git(&["mv", "map/town.arg", "map/city.arg"]);
    repository.write("map/parts/claims.txt", format!("from plan\n{}", claim.replace("build trams.", "buy trams.")));
    repository.commit();
    assert_eq!(repository.changes(&["main~1", "main", "--", "map"]), [REWORDED]);
    let gone = repository.refused(&["main~1", "main", "--", "map/town.arg"]);
    assert!(gone.contains("cannot read map/town.arg: there is no such file or folder in `main`"), "{gone}");
}

#[test]
fn settings_are_those_of_the_revision() {
    let repository = town();
    repository.write("map/counterpoint.toml", "[levels]\nwarnings = \"deny\"\n");
    repository.commit();
    let now = repository.run("", &["one", "--", "map"]);
    let said = String::from_utf8_lossy(&now.stderr).into_owned();
    assert_eq!(now.status.code(), Some(1), "{said}");
    assert!(said.contains("in the files as they lie") && !said.contains("in one"), "{said}");
    repository.write("map/counterpoint.toml", "nonsense = 1\n");
    repository.commit();
    assert_eq!(repository.run("", &["one", "main~1", "--", "map"]).status.code(), Some(1));
    let then = repository.run("", &["one", "main", "--", "map"]);
    let said = String::from_utf8_lossy(&then.stderr).into_owned();
    assert_eq!((then.status.code(), said.contains("1 error in main")), (Some(1), true), "{said}");
}

#[test]
fn what_is_no_revision_or_no_path_in_it_is_said() {
    let repository = town();
    let said = |words: &[&str]| repository.refused(words);
    assert!(said(&["none", "--", "map"]).starts_with("error: the repository has no revision `none`\n"));
    assert!(said(&["main", "--", "none"]).contains("cannot read none: there is no such file or folder in `main`"));
    assert!(said(&["main", "--", "/"]).contains("/ lies in no repository of git"));
    assert!(said(&["one", "two", "three", "--", "map"]).contains("one or two revisions are wanted"));
    for word in ["main..--output=x", "main..-"] {
        assert!(said(&[word, "--", "map"]).contains("has no revision `-"), "{word}");
    }
    assert!(said(&["--upload-pack=x", "--", "map"]).contains("unexpected argument"));
    assert!(!repository.path("x").exists());
    let outside = tempfile::tempdir().expect("a temporary folder");
    let outside = outside.path().to_string_lossy().into_owned();
    assert!(said(&["main", "--", &outside]).contains("lies in no repository of git"));
    assert!(said(&["main", "--", "map", &outside]).contains("lies in no repository of git"));
}

#[test]
fn what_stands_before_the_dashes_is_a_revision_though_a_path_is_called_so() {
    let repository = town();
    repository.write("one/town.arg", TOWN.replace("yes", "no"));
    assert_eq!(repository.changes(&["one", "--", "map"]), [REWORDED]);
    let folders = repository.changes(&["one", "map"]);
    assert_eq!(folders.len(), 2, "{folders:?}");
    let refused = repository.refused(&["main", "map"]);
    assert!(refused.contains("there is no file or folder `main`\nhelp: to compare revisions of git"), "{refused}");
}

#[test]
fn git_is_wanted_only_for_revisions() {
    let repository = town();
    let run = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_counterpoint"));
        let output =
            command.current_dir(repository.folder.path()).env("PATH", "/nowhere").arg("diff").args(words).output();
        output.expect("the program starts")
    };
    assert_eq!(run(&["map", "map"]).status.code(), Some(0));
    let missing = run(&["one", "--", "map"]);
    let said = String::from_utf8_lossy(&missing.stderr).into_owned();
    assert!(missing.status.code() == Some(2) && said.contains("cannot be started: it is not installed"), "{said}");
}

#[test]
fn a_shallow_clone_says_that_the_rest_is_elsewhere() {
    let repository = town();
    let clone = tempfile::tempdir().expect("a temporary folder");
    let from = format!("file://{}", repository.folder.path().display());
    let into = clone.path().join("clone").to_string_lossy().into_owned();
    repository.git(&["clone", "--quiet", "--depth=1", &from, &into]);
    let clone = Repository { folder: clone };
    let output = clone.run("clone", &["main~1", "--", "map"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("only the latest part of its history") && said.contains("--unshallow"), "{said}");
}

#[test]
fn a_file_that_is_not_utf_8_is_read_as_far_as_it_can_be() {
    let repository = town();
    repository.write("map/town.arg", [TOWN.as_bytes(), b"\nclaim odd: caf\xE9\n"].concat());
    repository.commit();
    let output = repository.run("", &["one", "main", "--format", "csv", "--", "map"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(1) && said.contains("1 error in main"), "{said}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("caf?"));
}

#[cfg(unix)]
#[test]
fn links_are_followed_inside_of_the_revision_and_other_repositories_are_not_entered() {
    let repository = town();
    std::os::unix::fs::symlink("parts/more.txt", repository.path("map/more.arg")).expect("a link");
    std::os::unix::fs::symlink("/etc/passwd", repository.path("map/out.arg")).expect("a link");
    std::os::unix::fs::symlink("round.arg", repository.path("map/round.arg")).expect("a link");
    repository.write("map/parts/more.txt", "from plan\nclaim more: More.\n");
    repository.commit();
    let more = "statement,added,,plan,,,plan.more,,More.";
    assert_eq!(repository.changes(&["main~1", "main", "--", "map"]), [more]);
    let id = repository.git(&["rev-parse", "main"]);
    repository.git(&["update-index", "--add", "--cacheinfo", &format!("160000,{id},map/other.arg")]);
    repository.git(&["commit", "--quiet", "--message=m"]);
    let output = repository.run("", &["main~1", "main", "--", "map"]);
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(printed.contains("Not read, because other repositories keep them: map/other.arg."), "{printed}");
}

/// A hook is run with the environment of the repository that it belongs to; the map's own is meant all the same.
#[test]
fn the_environment_of_a_hook_does_not_lead_elsewhere() {
    let repository = town();
    let mut command = Command::new(env!("CARGO_BIN_EXE_counterpoint"));
    command.current_dir(Path::new("/")).env("GIT_DIR", ".git").env("GIT_INDEX_FILE", "/nowhere");
    let path = repository.path("map").to_string_lossy().into_owned();
    let output = command.args(["diff", "one", "main", "--stat", "--", &path]).output().expect("the program starts");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}
