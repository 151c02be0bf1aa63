//! Finds quotations in the text of their source and says how faithful each of them is.

mod alignment;
mod check;
mod difference;
mod find;
mod furniture;
mod gapped;
mod index;
mod landmarks;
mod letters;
mod lock;
mod note_mark;
mod number;
mod passage;
mod place;
mod reader;
mod scan;
mod selector;
mod skeleton;
mod source_text;
mod typographic;
mod verdict;
mod vocabulary;
mod wording;

pub use check::check;
pub use difference::{Change, ChangeKind, Severity};
pub use find::{Remembered, find};
pub use furniture::{Furniture, FurnitureKind};
pub use landmarks::Position;
pub use lock::{Key, Lock, LockError, LockedQuotation, LockedSource, State};
pub use place::{Outline, ReaderPlace};
pub use reader::{Format, ReadError};
pub use selector::{TextPositionSelector, TextQuoteSelector, position_selector, quote_selector, text_fragment};
pub use source_text::{NORMALISER_VERSION, SourceText};
pub use typographic::Typographic;
pub use verdict::{Distance, Finding, Formatting, Gap, Occurrence, Verdict};
pub use vocabulary::WordClass;
