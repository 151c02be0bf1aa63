//! `counterpoint fmt`: the canonical form.

use std::path::PathBuf;

use clap::Args;
use similar::TextDiff;

use crate::file::{leads_back, write_whole};
use crate::render::safe;

use super::example::Example;
use super::map::{MapArgs, counted};
use super::outcome::{Failure, Status, print, say};
use super::run::{RARE, Run};

/// Write map files in the canonical form
///
/// Clauses are put in order, texts are wrapped at 100 columns, and spacing is made even; what the map means never changes, and every
/// comment and paragraph is kept. A file with errors is left alone, and so is one
/// in whose texts a line looks like a clause. `-` reads standard input and writes standard output; what has
/// errors comes back as it was.
#[derive(Debug, Args)]
pub struct Fmt {
    /// Files and folders [default: the nearest map]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Change nothing; exit with 1 if a file is not in the canonical form
    #[arg(long)]
    check: bool,
    /// Change nothing; show what would change
    #[arg(long)]
    diff: bool,
    /// Give claims without a name the one by which they are known
    #[arg(help_heading = RARE, long)]
    name: bool,
    #[command(flatten)]
    map: MapArgs,
}

impl Run for Fmt {
    const NAME: &'static str = "fmt";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint fmt", shows: "every file of the map in the canonical form" },
        Example { line: "counterpoint fmt --check", shows: "only whether all are in it" },
        Example { line: "counterpoint fmt --diff", shows: "only what would change" },
    ];

    fn run(&self) -> Result<Status, Failure> {
        let loaded = self.map.load(&self.paths)?;
        let files = &loaded.workspace.map.files;
        let (mut changed, mut broken, mut shown) = (0, 0, Vec::new());
        for (id, file) in files.iter().filter(|(id, _)| loaded.workspace.settings.file != Some(*id)) {
            let is_filtered = file.path == "-" && !self.check && !self.diff;
            let doubtful = loaded.workspace.has_doubtful_line(id, &loaded.levels);
            let Some(text) = loaded.workspace.canonical(id, self.name).filter(|_| !doubtful) else {
                let why = if doubtful { "a line of its texts looks like a clause" } else { "it has errors" };
                say(format_args!("{}: left alone, because {why}", file.path));
                broken += 1;
                if is_filtered {
                    // Whoever puts the output in the place of the input, as editors do, must not lose it.
                    shown.extend_from_slice(if file.damage.is_some() { &file.raw } else { file.text.as_bytes() });
                }
                continue;
            };
            if is_filtered {
                shown.extend_from_slice(text.as_bytes());
            }
            if text == file.text {
                continue;
            }
            if !self.check && !self.diff && !leads_back(&file.path) {
                say(format_args!("{}: left alone, because its name cannot be written", file.path));
                broken += 1;
                continue;
            }
            changed += 1;
            if self.diff {
                let diff = TextDiff::from_lines(file.text.as_str(), text.as_str());
                let unified = diff.unified_diff().header(&file.path, &format!("{} (canonical)", file.path)).to_string();
                shown.extend_from_slice(safe(&unified).as_bytes());
            } else if self.check {
                shown.extend_from_slice(format!("{}\n", safe(&file.path)).as_bytes());
            } else if file.path != "-" {
                write_whole(file.path.as_ref(), text.as_bytes())?;
            }
        }
        print(|out| out.write_all(&shown))?;
        let done = if self.check || self.diff { "would change" } else { "changed" };
        if changed > 0 || broken > 0 {
            say(format_args!("{} {done}", counted(changed, "file", "files")));
        }
        if broken > 0 {
            say("help: `counterpoint check` shows what is wrong and where");
        }
        let bad = broken > 0 || (self.check || self.diff) && changed > 0;
        Ok(if bad { Status::Findings } else { Status::Sound })
    }
}
