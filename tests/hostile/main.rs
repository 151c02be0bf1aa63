//! Input that nobody meant well, or nobody meant at all: no panic, no hang, memory in proportion, the right exit status, and
//! nothing that acts on a terminal. What takes long is ignored unless asked for:
//! `cargo test --release --test hostile -- --ignored`.

mod broken;
mod drafts;
mod folders;
mod frameworks;
mod large;
mod laws;
mod mutants;
mod order;
mod payloads;
mod program;
mod signs;
mod standing;
mod well_formed;
