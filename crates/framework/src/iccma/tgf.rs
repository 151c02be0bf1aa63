//! `tgf`, the trivial graph format: a line for each argument, a line `#`, and a line `a b` for each attack.

use super::malformed::{harmless, text, word as quoted};
use super::names::Words;
use super::{Instance, Malformed, Names};
use crate::Framework;

const KNOWN: &str = "every argument has a line of its own before the line `#`";

/// Reads a file. What stands behind a name, or behind two, is a label, and not looked at.
pub(super) fn read(bytes: &[u8]) -> Result<Instance, Malformed> {
    let text = text(bytes)?;
    let (mut words, mut attacks, mut is_divided, mut start) = (Words::default(), Vec::new(), false, 0);
    for line in text.split_inclusive('\n') {
        let place = |word: &str| {
            let at = start + (word.as_ptr() as usize - line.as_ptr() as usize);
            at..at + word.len()
        };
        let mut said = line.split_ascii_whitespace();
        match (said.next(), said.next()) {
            (None, _) => {}
            (Some("#"), None) if !is_divided => is_divided = true,
            (Some("#"), None) => return Err(Malformed::new(bytes, place(line.trim()), "there is a second line `#`")),
            (Some(name), _) if !is_divided => {
                harmless(bytes, name, place(name).start)?;
                if !words.number(name).1 {
                    return Err(Malformed::new(
                        bytes,
                        place(name),
                        format!("there are two arguments {}", quoted(name)),
                    ));
                }
            }
            (Some(from), Some(to)) => {
                let unknown = |name| {
                    Malformed::new(bytes, place(name), format!("there is no argument {}", quoted(name))).help(KNOWN)
                };
                let find = |name| words.find(name).ok_or_else(|| unknown(name));
                attacks.push((find(from)?, find(to)?));
            }
            (Some(from), None) => {
                let end = place(from).end;
                return Err(Malformed::new(bytes, end..end, "this line ends before it says who is attacked")
                    .help("an attack is two names on a line of their own, such as `a b`"));
            }
        }
        start += line.len();
    }
    if !is_divided {
        let message = match words.len() {
            0 => "there is nothing in this file",
            _ => "the file ends before the line `#`, which stands between arguments and attacks",
        };
        return Err(Malformed::new(bytes, bytes.len()..bytes.len(), message));
    }
    Ok(Instance { attacks, ..Instance::new(Names::from(words)) })
}

/// A plain framework as a file.
pub(super) fn write(framework: &Framework, names: &Names) -> String {
    let mut text = String::new();
    for argument in framework.arguments() {
        names.write(argument, &mut text);
        text.push('\n');
    }
    text.push_str("#\n");
    for from in framework.arguments() {
        for &to in framework.targets(from) {
            names.write(from, &mut text);
            text.push(' ');
            names.write(to, &mut text);
            text.push('\n');
        }
    }
    text
}
