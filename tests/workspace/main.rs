//! Maps as a program holds them that is asked more than once: loaded from anywhere, and changed file by file.

mod changes;
mod made;
mod memory;
mod overlay;
