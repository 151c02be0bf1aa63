//! Finds quotations in the text of their source and says how faithful each of them is.

mod alignment;
mod check;
mod difference;
mod furniture;
mod gapped;
mod index;
mod landmarks;
mod letters;
mod note_mark;
mod number;
mod passage;
mod reader;
mod scan;
mod skeleton;
mod source_text;
mod typographic;
mod verdict;
mod vocabulary;
mod wording;

pub use check::check;
pub use difference::{Change, ChangeKind, Severity};
pub use furniture::{Furniture, FurnitureKind};
pub use landmarks::Position;
pub use reader::{Format, ReadError};
pub use source_text::{NORMALISER_VERSION, SourceText};
pub use typographic::Typographic;
pub use verdict::{Distance, Finding, Formatting, Gap, Occurrence, Verdict};
pub use vocabulary::WordClass;
