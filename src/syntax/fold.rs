//! A text as it was written, with line ends and indentation, to the text that is meant.
pub fn fold(_raw: &str) -> std::borrow::Cow<'_, str> {
    todo!()
}
