//! What the matching of quotations promises, on texts that people wrote and on texts made here.

mod documents;
mod draw;
mod edits;
mod golden;
mod hostile;
mod liberties;
mod made;
mod pdf;
mod places;
mod recall;
mod record;
