//! Where the texts of the sources are: as the command line says, else the environment, else the settings.

use std::path::PathBuf;

use clap::Args;

use crate::file::shown;
use crate::workspace::settings::Settings;
use crate::workspace::texts::Places;

use super::outcome::Failure;

/// The environment variable that names the folder of the texts.
const VARIABLE: &str = "COUNTERPOINT_SOURCES";

/// Where the texts of the sources are.
#[derive(Debug, Args)]
#[command(next_help_heading = "Texts")]
pub struct TextArgs {
    /// The folder that the texts of the sources are in [default: COUNTERPOINT_SOURCES, else `sources` in counterpoint.toml]; what
    /// is not there is looked for beside the map
    #[arg(long, value_name = "FOLDER")]
    sources: Option<PathBuf>,
    /// Read texts that lie outside of that folder and of the map's, too
    #[arg(long)]
    allow_outside: bool,
}

impl TextArgs {
    /// Whether the folder asked for is one.
    pub fn verify(&self) -> Result<(), Failure> {
        match &self.sources {
            Some(folder) if !folder.is_dir() => Err(Failure(format!("there is no folder {}", shown(folder)))),
            _ => Ok(()),
        }
    }

    /// Where to look.
    pub fn places(&self, settings: &Settings) -> Places {
        let variable = || std::env::var_os(VARIABLE).filter(|value| !value.is_empty()).map(PathBuf::from);
        let allow_outside = self.allow_outside;
        match self.sources.clone().or_else(variable) {
            Some(folder) => Places { folder: Some(folder), settings: None, allow_outside },
            None => Places { folder: settings.sources.clone(), settings: Some(settings.folder.clone()), allow_outside },
        }
    }
}
