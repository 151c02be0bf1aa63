//! Answers as the competition's solvers give them: since 2023 in witness lines, before that in brackets.

use super::{Format, Names};
use crate::{Argument, Extensions};

/// An answer to a problem of the competition, before it is written in a format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Whether an argument is accepted, and an extension that shows it: one that has the argument where some has to, one without it
    /// where not all have it.
    Accepted(bool, Option<Vec<Argument>>),
    /// Some extension, if there is one.
    Some(Option<Vec<Argument>>),
    /// Every extension; or those that were found in the time, or that were asked for.
    Every(Extensions),
    /// How many extensions there are; none if they are beyond counting.
    Count(Option<u128>),
}

impl Answer {
    /// The extensions in it.
    pub fn extensions(&self) -> &[Vec<Argument>] {
        match self {
            Answer::Accepted(_, found) | Answer::Some(found) => found.as_slice(),
            Answer::Every(extensions) => &extensions.found,
            Answer::Count(_) => &[],
        }
    }

    /// The answer to a question about a file in this format. To `i23` it is that of 2023: `w 1 3` for an extension, and behind
    /// `YES` or `NO` one that shows it. To `apx` and `tgf` it is that of 2019: `[a,c]` for an extension, one a line for all of them,
    /// and nothing behind `YES` or `NO`.
    pub fn text(&self, names: &Names, format: Format) -> String {
        let mut text = String::new();
        let extension = |arguments: &[Argument], text: &mut String| {
            let (start, between, end) = if format == Format::I23 { ("w ", ' ', "\n") } else { ("[", ',', "]\n") };
            text.push_str(start);
            for (at, &argument) in arguments.iter().enumerate() {
                if at > 0 {
                    text.push(between);
                }
                names.write(argument, text);
            }
            // No argument at all is `w`.
            text.truncate(text.trim_end().len());
            text.push_str(end);
        };
        match self {
            Answer::Accepted(accepted, witness) => {
                text.push_str(if *accepted { "YES\n" } else { "NO\n" });
                witness.iter().filter(|_| format == Format::I23).for_each(|it| extension(it, &mut text));
            }
            Answer::Some(None) => text.push_str("NO\n"),
            Answer::Some(Some(found)) => extension(found, &mut text),
            Answer::Every(Extensions { found, .. }) if format == Format::I23 => {
                for it in found {
                    extension(it, &mut text);
                }
            }
            Answer::Every(Extensions { found, .. }) => {
                text.push_str("[\n");
                for it in found {
                    extension(it, &mut text);
                }
                text.push_str("]\n");
            }
            Answer::Count(Some(count)) => text = format!("{count}\n"),
            Answer::Count(None) => text = format!("more than {}\n", u128::MAX),
        }
        text
    }
}
