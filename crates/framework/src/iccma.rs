//! The formats in which solvers of argumentation frameworks take their questions (International Competition on Computational Models
//! of Argumentation, ICCMA): `i23`, `apx` and `tgf`.
//!
//! Beyond the competition, `apx` has attacks by several together as ASPARTIX writes them (`att(r,x). mem(r,a). mem(r,b).`), supports
//! (`sup(a,b).`) and weights (`arg(a,0.7).`).

mod answer;
mod apx;
mod format;
mod i23;
mod instance;
mod malformed;
mod names;
mod tgf;
mod write;

#[cfg(test)]
mod tests;

pub use answer::Answer;
pub use format::Format;
pub use instance::Instance;
pub use malformed::Malformed;
pub use names::Names;
pub use write::{Written, write};

/// Reads a file in this format.
///
/// # Errors
///
/// The first thing in it that cannot be understood, with its place.
pub fn read(bytes: &[u8], format: Format) -> Result<Instance, Malformed> {
    // Some editors put a byte-order mark before a text.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match format {
        Format::I23 => i23::read(bytes),
        Format::Apx => apx::read(bytes),
        Format::Tgf => tgf::read(bytes),
    }
}
