//! Writes into map files what can be mended in quotations without touching a word.

use crate::command::map::{Loaded, counted};
use crate::command::outcome::{Failure, say};
use crate::file::write_whole;
use crate::model::QuotationId;
use crate::quotation::mend;
use crate::workspace::mended;

use super::done::done;

/// Mends quotations; each file is written whole or not at all, and nothing but the places mended differs in it.
pub fn write(loaded: &Loaded, quotations: impl Iterator<Item = QuotationId>) -> Result<(), Failure> {
    let workspace = &loaded.workspace;
    let (map, verification) = workspace.with_drafts();
    let mends = mend(map, verification, quotations);
    let (mut words, mut places, mut files) = (0, 0, 0);
    for mends in mends.chunk_by(|one, next| one.span.file == next.span.file) {
        let id = mends[0].span.file;
        let file = workspace.map.files.get(id);
        let Some(text) = mended(id, file, mends) else {
            say(format_args!(
                "{}: left alone, because it would not be read as before, or its name cannot be written",
                file.path
            ));
            continue;
        };
        write_whole(file.path.as_ref(), text.as_bytes())?;
        files += 1;
        places += mends.iter().filter(|mend| mend.is_place).count();
        words += mends.iter().filter(|mend| !mend.is_place).count();
    }
    if files == 0 {
        done(&["nothing to mend".to_owned()]);
    } else {
        let parts = [(words, "quotation written", "quotations written"), (places, "place written", "places written")];
        let parts = parts.iter().filter(|(number, ..)| *number > 0);
        let parts: Vec<String> = parts.map(|(number, one, many)| counted(*number, one, many)).collect();
        done(&[format!("{} in {}", parts.join(" and "), counted(files, "file", "files"))]);
    }
    Ok(())
}
