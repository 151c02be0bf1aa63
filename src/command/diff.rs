//! `counterpoint diff`: what changed between two versions of a map, or what two authors say differently.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::analysis::change::draft::{Drafted, changed};
use crate::analysis::change::standing::Standings;
use crate::analysis::change::{Changes, Versions};
use crate::file::shown;
use crate::question::contrast::of_names;
use crate::question::version::Version;
use crate::question::wanted::{Wanted, wanted};
use crate::view::contrast::ContrastOptions;
use crate::view::diff::{DiffOptions, diff, kept};

use super::example::Example;
use super::map::Loaded;
use super::outcome::{Failure, Status};
use super::run::{RARE, Run};
use super::view::ViewArgs;

/// Show as a difference what two authors or sources say, issue by issue, or what changed between two versions of a map
#[derive(Debug, Args)]
pub struct Diff {
    /// Two authors or sources, as `compare` names them; or two versions of the map, the old one first: folders or files, or revisions
    /// of git such as `main~3 main`, where with one the other version is the files as they lie
    #[arg(value_name = "NAME|VERSION", required = true)]
    words: Vec<String>,
    /// Where the map lies [default: the nearest map]
    #[arg(last = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Only count: what each says and both say, or what changed
    #[arg(long)]
    stat: bool,
    /// Of two authors: every ground in full, and the issues, too, on which only one speaks
    #[arg(long)]
    full: bool,
    /// Of two authors: so many lines that both say around each that only one does
    #[arg(help_heading = RARE, long, value_name = "LINES")]
    unified: Option<usize>,
    /// Of two authors: the one beside the other
    #[arg(help_heading = RARE, long, conflicts_with = "stat")]
    side_by_side: bool,
    /// End with 1 if the two differ
    #[arg(help_heading = RARE, long)]
    exit_code: bool,
    #[command(flatten)]
    view: ViewArgs,
}

impl Run for Diff {
    const NAME: &'static str = "diff";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint diff sedgwick hanatani", shows: "what the one says and the other does not" },
        Example { line: "counterpoint diff HEAD -- arguments", shows: "what changed since the last commit" },
        Example { line: "counterpoint diff --stat HEAD~1 HEAD -- arguments", shows: "only how much of what" },
    ];

    fn run(&self) -> Result<Status, Failure> {
        let mut paths = self.view.map.all(&self.paths);
        let (words, behind) = with_paths_behind(&self.words);
        if paths.is_empty() {
            paths = behind.iter().map(PathBuf::from).collect();
        }
        let words = if paths.is_empty() { &self.words } else { words };
        match wanted(words, &paths)? {
            Wanted::Versions([old, new]) => self.versions(&old, &new),
            Wanted::Sides(paths) => self.sides(words, &paths),
        }
    }
}

impl Diff {
    /// Shows the difference of two authors.
    fn sides(&self, names: &[String], paths: &[PathBuf]) -> Result<Status, Failure> {
        let loaded = self.view.map.load(paths)?;
        let map = &loaded.workspace.map;
        let options = ContrastOptions {
            full: self.full,
            unified: self.unified,
            side_by_side: self.side_by_side,
            stat: self.stat,
            consumer: self.view.output.format()?.consumer(),
        };
        let (page, differ) = of_names(map, &self.view.selection(map)?, names, &options)?;
        let status = self.view.show_page(&loaded, page)?;
        Ok(if differ && self.exit_code { Status::Findings } else { status })
    }

    /// Shows the changes from one version to the other.
    fn versions(&self, old: &Version, new: &Version) -> Result<Status, Failure> {
        let of_sides =
            [(self.full, "--full"), (self.unified.is_some(), "--unified"), (self.side_by_side, "--side-by-side")];
        if let Some((_, option)) = of_sides.iter().find(|(given, _)| *given) {
            return Err(Failure(format!(
                "`{option}` is about two authors, and `{}` and `{}` are versions of a map",
                old.name, new.name
            )));
        }
        let (before, after) = rayon::join(|| old.load(), || new.load());
        let [before, after] = [self.view.map.judged(before?)?, self.view.map.judged(after?)?];
        let versions = Versions { old: &before.workspace.map, new: &after.workspace.map };
        let changes = Changes::new(versions);
        let selected = self.view.filter.words().select_versions(versions, &changes.paired)?;
        let selected = [&selected[0], &selected[1]];
        let unread = [old, new].into_iter().flat_map(Version::unread);
        let options = DiffOptions {
            names: [old.name.clone(), new.name.clone()],
            stat: self.stat,
            unread: unread.map(|path| shown(&path)).collect(),
            drafts: changed(drafted(&before), drafted(&after)),
            consumer: self.view.output.format()?.consumer(),
        };
        let standings = Standings::new(versions, &changes.paired, selected);
        self.view.output.show(&diff(versions, &changes, &standings, selected, &options))?;
        let differ = self.exit_code && !kept(&changes, versions, selected).is_empty();
        let status = |loaded: &Loaded, version: &Version| loaded.status_of(&version.name, &version.help());
        let statuses = [status(&before, old), status(&after, new)];
        Ok(if differ || statuses.contains(&Status::Findings) { Status::Findings } else { Status::Sound })
    }
}

/// Two names, and behind them the paths of the map, as `compare` takes them; no paths where the words mean something else.
fn with_paths_behind(words: &[String]) -> (&[String], &[String]) {
    let is_path = |word: &String| Path::new(word).exists();
    match words.split_at_checked(2) {
        Some((names, paths)) if !names.iter().any(is_path) && paths.iter().all(is_path) => (names, paths),
        _ => (words, &[]),
    }
}

/// A version with its drafts and without them.
fn drafted(loaded: &Loaded) -> Drafted<'_> {
    Drafted { whole: loaded.workspace.with_drafts().0, settled: &loaded.workspace.map }
}
