//! Frameworks as files: what a format has no words for is said in others, and how much of it is told.

use std::borrow::Cow;

use super::names::Words;
use super::{Format, Names, apx, i23, tgf};
use crate::Framework;

/// A framework as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The whole file, its last line ended.
    pub text: String,
    /// The number of arguments that were added behind the others, for what the format has no words for.
    pub added: usize,
    /// The number of names that are written in another way, as the format could not tell where they end.
    pub renamed: usize,
}

/// Writes a framework in a format. Only `apx` has words for attacks by several together and for needs, and none for needs in a circle or
/// of nobody: else all is written as attacks of one on one ([`Framework::plain`]).
pub fn write(framework: &Framework, names: &Names, format: Format) -> Written {
    let is_told = match format {
        Format::Apx => framework.needs().iter().all(|need| !need.open && !need.members.is_empty()),
        Format::I23 | Format::Tgf => framework.joint_attacks().is_empty() && framework.needs().is_empty(),
    };
    let written = if is_told { Cow::Borrowed(framework) } else { Cow::Owned(framework.plain()) };
    let (names, renamed) = fitting(names, written.size(), format);
    let text = match format {
        Format::Apx => apx::write(&written, &names),
        Format::I23 => i23::write(&written, &names),
        Format::Tgf => tgf::write(&written, &names),
    };
    Written { text, added: written.size() - framework.size(), renamed }
}

/// Names for so many arguments in a format, each another, and how many of those given are not the same.
fn fitting(names: &Names, size: usize, format: Format) -> (Cow<'_, Names>, usize) {
    if names.are_numbers() {
        return (Cow::Owned(Names::numbers(size)), 0);
    }
    let mut fitted = Words::default();
    let mut renamed = 0;
    for argument in 0..names.len() {
        let name = names.name(argument as u32);
        renamed += usize::from(fitted.add(&fit(&name, format)) != name);
    }
    if renamed == 0 && names.len() == size {
        return (Cow::Borrowed(names), 0);
    }
    (names.len()..size).for_each(|number| drop(fitted.add(&format!("added{}", number - names.len() + 1))));
    (Cow::Owned(Names::from(fitted)), renamed)
}

/// A name without the signs that the format has a meaning for.
fn fit(name: &str, format: Format) -> Cow<'_, str> {
    let is_sign = |letter: char| match format {
        Format::I23 => letter == '\n',
        Format::Apx => letter.is_ascii_whitespace() || matches!(letter, '(' | ')' | ',' | '%'),
        Format::Tgf => letter.is_ascii_whitespace(),
    };
    match name {
        "" => Cow::Borrowed("_"),
        "#" if format == Format::Tgf => Cow::Borrowed("_"),
        _ if name.contains(is_sign) => Cow::Owned(name.replace(is_sign, "_")),
        _ => Cow::Borrowed(name),
    }
}
