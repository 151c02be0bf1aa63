//! Cuts a file at its left margin.
