//! Drafts that somebody names, to become parts of the map.

use super::Refusal;
use super::names::thing;
use crate::model::Entity;
use crate::workspace::{Workspace, accept};

/// The files that change when the drafts of these names are accepted, each by its path with its new text.
///
/// # Errors
///
/// A name means nothing, or what it means cannot be accepted; nothing is to be written then.
pub fn accepted(workspace: &Workspace, names: &[String]) -> Result<Vec<(String, String)>, Refusal> {
    let (map, _) = workspace.with_drafts();
    let drafts = names.iter().map(|name| Ok((thing(map, name)?, name.as_str())));
    let drafts: Vec<(Entity, &str)> = drafts.collect::<Result<_, Refusal>>()?;
    accept::accepted(workspace, &drafts).map_err(Refusal)
}
