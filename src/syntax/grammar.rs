//! The nom parsers, one construct a file.
