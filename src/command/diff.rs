//! `counterpoint diff`: what changed between two versions of a map.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::analysis::change::{Changes, Versions};
use crate::file::{Disk, find_map, shown};
use crate::question::version::{self, Version};
use crate::view::diff::{DiffOptions, diff, kept};

use super::example::Example;
use super::map::Loaded;
use super::outcome::{Failure, Status};
use super::run::{RARE, Run};
use super::view::ViewArgs;

/// Show what changed between two versions of a map: who changed where they stand, then every statement that is new, gone or
/// otherwise
#[derive(Debug, Args)]
pub struct Diff {
    /// Two folders or files of the map, the old one first; before `--` revisions of git instead, such as `main~3 main`: with one, the
    /// other version is the files as they lie
    #[arg(value_name = "VERSION", required = true)]
    versions: Vec<String>,
    /// Where the map lies whose revisions are compared
    #[arg(last = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Only count what changed, of each kind and in each source
    #[arg(long)]
    stat: bool,
    /// End with 1 if something changed
    #[arg(help_heading = RARE, long)]
    exit_code: bool,
    #[command(flatten)]
    view: ViewArgs,
}

impl Run for Diff {
    const NAME: &'static str = "diff";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint diff HEAD -- arguments", shows: "what changed since the last commit" },
        Example { line: "counterpoint diff HEAD~1 HEAD -- arguments", shows: "what the last commit changed" },
        Example { line: "counterpoint diff --stat HEAD~1 HEAD -- arguments", shows: "only how much of what" },
    ];

    fn run(&self) -> Result<Status, Failure> {
        let paths = self.view.map.all(&self.paths);
        let [old, new] = if paths.is_empty() { self.folders()? } else { version::of_git(&self.versions, &paths)? };
        let (before, after) = rayon::join(|| old.load(), || new.load());
        let [before, after] = [self.view.map.judged(before?)?, self.view.map.judged(after?)?];
        let versions = Versions { old: &before.workspace.map, new: &after.workspace.map };
        let changes = Changes::new(versions);
        let selected = self.view.filter.words().select_versions(versions, &changes.paired)?;
        let selected = [&selected[0], &selected[1]];
        let unread = [&old, &new].into_iter().flat_map(Version::unread);
        let options = DiffOptions {
            names: [old.name.clone(), new.name.clone()],
            stat: self.stat,
            unread: unread.map(|path| shown(&path)).collect(),
            consumer: self.view.output.format()?.consumer(),
        };
        self.view.output.show(&diff(versions, &changes, selected, &options))?;
        let differ = self.exit_code && !kept(&changes, versions, selected).is_empty();
        let status = |loaded: &Loaded, version: &Version| loaded.status_of(&version.name, &version.help());
        let statuses = [status(&before, &old), status(&after, &new)];
        Ok(if differ || statuses.contains(&Status::Findings) { Status::Findings } else { Status::Sound })
    }
}

impl Diff {
    /// The two folders or files named, where no `--` says that they are revisions.
    fn folders(&self) -> Result<[Version; 2], Failure> {
        let git = || {
            let map = find_map(&Disk, Path::new(".")).map_or("PATH".to_owned(), |path| shown(&path));
            format!(
                "to compare revisions of git, name the map behind `--`: counterpoint diff {} -- {map}",
                self.versions.iter().map(|word| shown(Path::new(word))).collect::<Vec<_>>().join(" ")
            )
        };
        if let Some(word) = self.versions.iter().find(|word| *word != "-" && !Path::new(word).exists()) {
            return Err(Failure(format!("there is no file or folder `{}`\nhelp: {}", shown(Path::new(word)), git())));
        }
        match self.versions.as_slice() {
            [old, new] if old == "-" && new == "-" => {
                Err(Failure("standard input can be read only once: name a file for one of the versions".to_owned()))
            }
            [old, new] => Ok([Version::on_disk(old), Version::on_disk(new)]),
            [_] => Err(Failure(format!("two versions are wanted, and one is named\nhelp: {}", git()))),
            more => Err(Failure(format!(
                "two versions are wanted, and {} are named\nhelp: put the files of each into a folder of its own",
                more.len()
            ))),
        }
    }
}
