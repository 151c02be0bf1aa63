//! Prints a tree in the canonical form.
