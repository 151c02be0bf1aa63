//! Stands where a format would that the program was built without.

use std::io::{self, Write};

use crate::page::PageOf as Page;

use super::options::Options;

/// Never asked for by the program, which says before that it was built without the format.
pub(super) fn render(_: &Page<'_>, _: &Options<'_>, _: &mut dyn Write) -> io::Result<()> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "the program was built without this format"))
}
