//! Folded forms of a text: letters, numbers and note marks by which a quotation and its source are compared.

pub(super) mod letters;
mod line_end;
pub(super) mod note_mark;
pub(super) mod number;
pub(super) mod skeleton;
pub(super) mod typographic;
