//! `counterpoint init`: a first map to write on from.

use std::path::PathBuf;

use clap::Args;

use crate::file::{Disk, SETTINGS, map_files, shown, write_whole};
use crate::render::safe;

use super::example::Example;
use super::outcome::{Failure, Status, print};
use super::run::Run;

/// Start a map: a small example that checks cleanly, to be written over
#[derive(Debug, Args)]
pub struct Init {
    /// The folder; made if it does not exist
    #[arg(value_name = "FOLDER", default_value = "arguments")]
    folder: PathBuf,
}

/// Text of a new map.
const STARTER: &str = include_str!("init/starter.arg");
/// The settings of a new map, all as they are without it.
const STARTER_SETTINGS: &str = include_str!("init/counterpoint.toml");

impl Run for Init {
    const NAME: &'static str = "init";
    const EXAMPLES: &'static [Example] = &[
        Example { line: "counterpoint init debate", shows: "a folder with a small map to write over" },
        Example { line: "counterpoint check debate", shows: "it is sound" },
        Example { line: "counterpoint table debate", shows: "and this is what it says" },
    ];

    fn run(&self) -> Result<Status, Failure> {
        let folder = &self.folder;
        let files = [(folder.join("map.arg"), STARTER), (folder.join(SETTINGS), STARTER_SETTINGS)];
        let in_the_way = map_files(&Disk, folder).ok().and_then(|found| found.first().cloned());
        let in_the_way = in_the_way.or_else(|| files.iter().map(|(path, _)| path.clone()).find(|path| path.exists()));
        if let Some(path) = in_the_way.filter(|_| folder.exists()) {
            return Err(Failure(format!("{} is there already: nothing was written", shown(&path))));
        }
        std::fs::create_dir_all(folder).map_err(|cause| Failure(format!("cannot make {}: {cause}", shown(folder))))?;
        for (path, text) in &files {
            write_whole(path, text.as_bytes())?;
        }
        let text = format!(
            "wrote {} and {}\nnext: `counterpoint table {}`, then write your own documents over it\n",
            shown(&files[0].0),
            shown(&files[1].0),
            shown(folder),
        );
        print(|out| out.write_all(safe(&text).as_bytes()))?;
        Ok(Status::Sound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::FileId;
    use crate::syntax::{parse, printer};
    use crate::workspace::Workspace;
    use crate::workspace::settings::Settings;

    #[test]
    fn a_new_map_is_sound_and_canonical_and_its_settings_change_nothing() {
        let workspace = Workspace::of_texts([("map.arg", STARTER)]);
        assert_eq!(workspace.diagnostics.kept(), []);
        let parsed = parse(FileId::new(0), STARTER);
        assert_eq!(printer::print(STARTER, &parsed.tree, |_| None), STARTER);
        let (settings, found) = Settings::parse(SETTINGS, FileId::new(0), STARTER_SETTINGS);
        assert_eq!(found, []);
        assert_eq!(format!("{settings:?}"), format!("{:?}", Settings::default()));
        let all = STARTER_SETTINGS.replace("\n# quotation-words", "\nquotation-words").replace("\n# long-", "\nlong-");
        let all = all.replace("\n# sources", "\nsources");
        let (_, found) = Settings::parse(SETTINGS, FileId::new(0), &all.replace("\n# unused-", "\nunused-"));
        assert_eq!(found, [], "{all}");
    }
}
