//! Finds quotations in the text of their source and says how faithful each of them is.

mod folding;
mod judge;
mod lock;
mod position;
mod search;
mod source;

pub use self::folding::typographic::Typographic;
pub use self::judge::check::check;
pub use self::judge::difference::{Severity, WordChange};
pub use self::judge::finding::{Distance, Fidelity, Finding, Formatting, Gap, Occurrence};
pub use self::judge::mend::{Mend, mend};
pub use self::judge::verification::{Checked, Searched, Verification};
pub use self::judge::vocabulary::WordClass;
pub use self::search::find::{PassageMatch, find, in_sentence};
pub(crate) use self::source::cited::stands_at;
pub use self::source::furniture::{Furniture, FurnitureKind};
pub use self::source::place::ReaderPlace;
pub use self::source::reader::{Doubt, DoubtKind, Format, ReadError};
pub use self::source::selector::{
    TextPositionSelector, TextQuoteSelector, position_selector, quote_selector, text_fragment,
};
pub use self::source::source_text::{NORMALISER_VERSION, SourceText};
pub use self::source::text::{Text, place_in};
pub use lock::{Key, Lock, LockError, LockedQuotation, LockedSource, State};
pub use position::Position;
