//! Puts a framework into a file for solvers, and says what the format could not say as it was.

use clap::builder::TypedValueParser;
use framework::Framework;
use framework::iccma::{Format, Names, write};

use super::outcome::{Failure, Status, say};
use super::output::Output;
use super::words::of_words;

/// The parser of an option that names a format.
pub fn format() -> impl TypedValueParser<Value = Format> {
    of_words(Format::ALL.into_iter().map(|format| (format, format.name(), "")))
}

/// Writes a framework in a format, and beside it what was written in another way.
pub fn put(framework: &Framework, names: &Names, format: Format, output: &Output) -> Result<Status, Failure> {
    let written = write(framework, names, format);
    output.write(|out| out.write_all(written.text.as_bytes()))?;
    let name = format.name();
    if written.added > 0 {
        let unsaid = match format {
            Format::Apx => "needs in a circle, or of nobody",
            Format::I23 | Format::Tgf => "attacks by several together, or for needs",
        };
        let behind = match written.added {
            1 => "the last argument was added, and says them".to_owned(),
            added => format!("the last {added} arguments were added, and say them"),
        };
        say(format_args!(
            "note: {name} has no words for {unsaid}: {behind} in attacks of one on one; without them, complete, grounded, preferred, \
             stable and ideal extensions are the same"
        ));
    }
    match written.renamed {
        0 => {}
        1 => say(format_args!("note: 1 name was written in another way, as {name} would cut it")),
        renamed => say(format_args!("note: {renamed} names were written in another way, as {name} would cut them")),
    }
    Ok(Status::Sound)
}
