//! `counterpoint check`: everything that is wrong with a map.

use std::path::PathBuf;

use clap::Args;

use crate::render::diagnostics::{DiagnosticView, Report, render};
use crate::view::check::sound;

use super::example::Example;
use super::map::MapArgs;
use super::outcome::{Failure, Status};
use super::output::Output;
use super::run::{RARE, Run};
use super::texts::TextArgs;

/// Check a map: every mistake in every file, with its place and what to do
#[derive(Debug, Args)]
pub struct Check {
    /// Files and folders [default: the nearest map]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Print at most this many findings; all are counted
    #[arg(help_heading = RARE, long, value_name = "NUMBER", default_value_t = 100)]
    most: usize,
    #[command(flatten)]
    map: MapArgs,
    #[command(flatten)]
    texts: TextArgs,
    #[command(flatten)]
    output: Output,
}

impl Run for Check {
    const NAME: &'static str = "check";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint check", shows: "every mistake, with its place and what to do" },
        Example {
            line: "counterpoint check --deny warnings",
            shows: "the same before others see the map: no warning passes",
        },
        Example { line: "counterpoint check arguments/issues.arg", shows: "one file by itself" },
    ];

    fn run(&self) -> Result<Status, Failure> {
        let loaded = self.map.load_verified(&self.paths, &self.texts)?;
        let (workspace, levels) = (&loaded.workspace, &loaded.levels);
        let (errors, warnings) = levels.count(&workspace.diagnostics);
        let kept = workspace.diagnostics.kept().iter();
        let views = kept.filter_map(|diagnostic| {
            levels.severity(diagnostic.code).map(|severity| DiagnosticView { diagnostic, severity })
        });
        let report = Report { shown: views.take(self.most).collect(), errors, warnings };
        let mut shown = Vec::new();
        let format = self.output.flat_format()?;
        let addresses = self.output.addresses(format);
        render(&report, &workspace.map.files, format, &self.output.options(&addresses), &mut shown)?;
        if shown.is_empty() {
            shown = format!("{}\n", sound(&workspace.map, &workspace.quotations)).into_bytes();
        }
        self.output.write(|out| out.write_all(&shown))?;
        Ok(if errors > 0 { Status::Findings } else { Status::Sound })
    }
}
