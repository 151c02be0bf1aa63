//! Counterpoint maps what authors argue and compares where they stand.
//!
//! A datum travels one way, and each room depends only on those before it:
//!
//! ```text
//! text ← file ← diagnostic ← syntax ← model ← quotation, analysis ← check ← workspace
//!                                        └─── quotation, analysis ← view → page ← render
//! workspace, view ← question
//! command stands on top
//! ```
//!
//! `ARCHITECTURE.md` tells what each room is for.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

#[allow(
    clippy::elidable_lifetime_names,
    clippy::enum_glob_use,
    clippy::if_not_else,
    clippy::items_after_statements,
    clippy::match_bool,
    clippy::needless_for_each,
    clippy::needless_pass_by_value,
    clippy::range_plus_one,
    clippy::redundant_closure_for_method_calls,
    clippy::semicolon_if_nothing_returned,
    clippy::single_match_else,
    clippy::struct_excessive_bools,
    clippy::unused_self,
    reason = "not mended yet"
)]
pub mod analysis;
pub mod check;
#[cfg(feature = "cli")]
pub mod command;
pub mod diagnostic;
pub mod file;
pub mod model;
pub mod page;
pub mod question;
pub mod quotation;
pub mod render;
pub mod syntax;
pub mod text;
#[allow(
    clippy::items_after_statements,
    clippy::match_bool,
    clippy::needless_for_each,
    clippy::needless_pass_by_value,
    clippy::redundant_closure_for_method_calls,
    clippy::ref_option,
    clippy::semicolon_if_nothing_returned,
    clippy::single_match_else,
    clippy::too_many_lines,
    clippy::unnecessary_wraps,
    reason = "not mended yet"
)]
pub mod view;
pub mod workspace;
