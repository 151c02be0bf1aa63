//! The codes of the findings that the syntax makes.
