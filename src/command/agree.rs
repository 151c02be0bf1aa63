//! `counterpoint agree`: how near authors stand to one another, in figures.

use std::path::{Component, Path, PathBuf};

use clap::{ArgAction, Args};

use crate::analysis::comparison::coders::Coders;
use crate::analysis::comparison::coding::Coding;
use crate::analysis::comparison::similarity::Measure;
use crate::analysis::table::column::By;
use crate::file::shown;
use crate::view::agree::{AgreeOptions, agree};
use crate::view::coders::{Two, coders};

use super::example::Example;
use super::outcome::{Failure, Status};
use super::run::{RARE, Run};
use super::view::ViewArgs;
use super::words::one_of;

/// Show how near authors stand to one another: on how many of the questions that they share, and in figures
#[derive(Debug, Args)]
pub struct Agree {
    /// Files and folders [default: the nearest map]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// What is held against each other
    #[arg(long, default_value = "author", value_parser = one_of(By::WORDS))]
    by: By,
    /// Which figure
    #[arg(long, default_value = "gower", value_parser = one_of(Measure::WORDS))]
    measure: Measure,
    /// Put those next to each other who stand nearest, and draw the tree by which they join
    #[arg(long)]
    cluster: bool,
    /// What becomes of an author who speaks both ways on an issue
    #[arg(help_heading = RARE, long, value_name = "HOW", default_value = "out", value_parser = one_of(AMBIVALENT), action = ArgAction::Set)]
    ambivalent: bool,
    /// Leave out what is said only on a condition of open issues, too; of all others it never enters
    #[arg(help_heading = RARE, long)]
    unconditional: bool,
    /// Show the figures, and how they are made
    #[arg(long)]
    figures: bool,
    /// Whoever shares fewer questions stands last
    #[arg(long, value_name = "NUMBER", default_value = "3")]
    min: u64,
    /// Hold two maps of the same documents against each other, which two people made independently
    #[arg(help_heading = RARE,
        long,
        num_args = 2,
        value_name = "PATH",
        conflicts_with_all = ["paths", "map", "by", "measure", "cluster", "ambivalent", "unconditional", "figures", "min"]
    )]
    coders: Vec<PathBuf>,
    #[command(flatten)]
    view: ViewArgs,
}

/// Treatment of an author who speaks both ways: whether that counts as standing in the middle.
const AMBIVALENT: &[(bool, &str, &str)] =
    &[(false, "out", "Left out: that is a stand of its own"), (true, "middle", "Counted as standing in the middle")];

impl Run for Agree {
    const NAME: &'static str = "agree";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint agree", shows: "on how many questions each two agree" },
        Example { line: "counterpoint agree --cluster", shows: "who joins whom, as a tree" },
        Example { line: "counterpoint agree --by source", shows: "documents instead of authors" },
    ];

    fn run(&self) -> Result<Status, Failure> {
        if let [first, second] = self.coders.as_slice() {
            return self.compare_coders([first, second]);
        }
        let loaded = self.view.map.load(&self.paths)?;
        let options = |consumer| AgreeOptions {
            by: self.by,
            measure: self.measure,
            coding: Coding { middle: self.ambivalent, unconditional: self.unconditional, stated: false },
            cluster: self.cluster,
            figures: self.figures,
            least: self.min,
            consumer,
        };
        self.view.show(&loaded, |study, consumer| agree(study, &options(consumer)))
    }
}

impl Agree {
    fn compare_coders(&self, paths: [&Path; 2]) -> Result<Status, Failure> {
        let names = coder_names(paths);
        let loaded = [self.view.map.load(&[paths[0].to_owned()])?, self.view.map.load(&[paths[1].to_owned()])?];
        let maps = loaded.each_ref().map(|loaded| &loaded.workspace.map);
        let select = |side: usize| {
            let selection = self.view.selection(maps[side]);
            selection.map_err(|Failure(why)| Failure(format!("{}: {why}", names[side])))
        };
        let selections = [select(0)?, select(1)?];
        let two = Two { maps, selections: selections.each_ref(), names: names.clone() };
        let found = Coders::new(two.maps, two.selections);
        self.view.output.show(&coders(&two, &found, self.view.output.format()?.consumer()))?;
        let status = |side: usize| {
            let help = format!("help: `counterpoint check {}` shows where", shown(paths[side]));
            loaded[side].status_of(&names[side], &help)
        };
        Ok(if [status(0), status(1)].contains(&Status::Findings) { Status::Findings } else { Status::Sound })
    }
}

/// Two paths by their last parts, as many as tell them apart.
fn coder_names(paths: [&Path; 2]) -> [String; 2] {
    let parts = paths.map(|path| {
        let parts = path.components().filter(|part| matches!(part, Component::Normal(_)));
        parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<String>>()
    });
    let [first, second] = [&parts[0], &parts[1]];
    let same = first.iter().rev().zip(second.iter().rev()).take_while(|(a, b)| a == b).count();
    let name = |parts: &Vec<String>| parts[parts.len().saturating_sub(same + 1)..].join("/");
    match [name(first), name(second)] {
        [a, b] if a != b && !a.is_empty() && !b.is_empty() => [a, b],
        _ => ["the first".to_owned(), "the second".to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coders_are_called_by_what_tells_their_paths_apart() {
        let names = |a: &str, b: &str| coder_names([Path::new(a), Path::new(b)]).join(" and ");
        assert_eq!(names("ann", "bob"), "ann and bob");
        assert_eq!(names("/home/ann/map.arg", "/home/bob/map.arg"), "ann/map.arg and bob/map.arg");
        assert_eq!(names("codes/ann/", "./codes/bob"), "ann and bob");
        assert_eq!(names("ann", "ann"), "the first and the second");
        assert_eq!(names(".", ".."), "the first and the second");
    }
}
