//! Writes `quotes.lock`.

use std::collections::BTreeSet;

use crate::command::map::{Loaded, counted};
use crate::command::outcome::{Failure, Status};
use crate::file::{Disk, LOCK, NamedError, find_named, shown, write_whole};
use crate::model::Source;
use crate::quotation::{Lock, State};
use crate::workspace::code::BROKEN_LOCK;

use super::done::done;

/// Writes what was found beside the map; whole, or not at all. Of a part of a map, what was locked of other sources stays; `files`
/// are those of the sources to be locked, if not all of them are.
pub fn write(loaded: &Loaded, of_part: bool, files: Option<&BTreeSet<String>>) -> Result<Status, Failure> {
    let workspace = &loaded.workspace;
    let [root] = workspace.roots.as_slice() else {
        return Err(Failure(format!(
            "{LOCK} lies beside a map, and this one lies in {}\nhelp: name one folder",
            counted(workspace.roots.len(), "folder", "folders")
        )));
    };
    if !workspace.map.omitted.is_nothing() {
        return Err(Failure(format!(
            "the map has errors, and {LOCK} would not know what they keep out: nothing was written\n\
             help: `counterpoint check` shows where they are"
        )));
    }
    let (map, verification) = workspace.with_drafts();
    let is_meant = |source: &Source| files.is_none_or(|files| files.contains(&map.files.get(source.name.file).path));
    let others: BTreeSet<&str> =
        map.sources.iter().filter(|(_, source)| !is_meant(source)).map(|(_, source)| map.word(source.name)).collect();
    let lock = keeping(&others, verification.record(map, of_part), verification.lock());
    let meant = map.quotations.ids().filter(|&id| {
        let source = map.statements[map.quotations[id].statement].source;
        source.is_none_or(|source| is_meant(&map.sources[source]))
    });
    let states: Vec<State> = meant.filter_map(|id| verification.of(id)).map(|checked| checked.state).collect();
    let unknown = states.iter().filter(|state| matches!(state, State::Stale | State::Unverified)).count();
    let unchecked = states.iter().filter(|state| **state == State::Locked).count();
    let is_broken = workspace.diagnostics.counts().iter().any(|(code, _)| **code == BROKEN_LOCK);
    if is_broken && unknown > 0 {
        return Err(Failure(format!(
            "{LOCK} has lines that are not understood, and without all texts they would be lost: nothing was written\n\
             help: `counterpoint check` shows where they are"
        )));
    }
    let path = root.join(LOCK);
    match find_named(&Disk, LOCK, root, Some(root)) {
        Err(NamedError::Missing) => {}
        Ok(real) if real.is_file() => {}
        Ok(_) => return Err(Failure(format!("{} is not written: it is not a file", shown(&path)))),
        Err(error) => return Err(Failure(format!("{} is not written: {error}", shown(&path)))),
    }
    write_whole(&path, lock.to_string().as_bytes())?;
    let quotations = counted(lock.quotations.len(), "quotation", "quotations");
    let sources = counted(lock.sources.len(), "source", "sources");
    let mut parts = vec![format!("wrote {}: {quotations} of {sources}", shown(&path))];
    if unchecked > 0 {
        parts.push(format!(
            "{} kept unchecked, whose texts are not here",
            counted(unchecked, "quotation", "quotations")
        ));
    }
    if unknown > 0 {
        parts.push(format!("{} left out, whose texts are not here", counted(unknown, "quotation", "quotations")));
    }
    done(&parts);
    Ok(loaded.status())
}

/// A lock that says of some sources what was locked before.
fn keeping(sources: &BTreeSet<&str>, mut lock: Lock, before: &Lock) -> Lock {
    lock.sources.retain(|name, _| !sources.contains(name.as_str()));
    lock.quotations.retain(|(name, _), _| !sources.contains(name.as_str()));
    let kept = before.sources.iter().filter(|(name, _)| sources.contains(name.as_str()));
    lock.sources.extend(kept.map(|(name, source)| (name.clone(), source.clone())));
    let kept = before.quotations.iter().filter(|((name, _), _)| sources.contains(name.as_str()));
    lock.quotations.extend(kept.map(|(place, quotation)| (place.clone(), quotation.clone())));
    lock
}
