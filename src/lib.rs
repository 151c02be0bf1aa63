//! Counterpoint maps what authors argue and compares where they stand.
//!
//! A datum travels one way, and each room depends only on those before it:
//!
//! ```text
//! text ← file ← diagnostic ← syntax ← model ← quotation, analysis ← check ← workspace
//!                                        └─── quotation, analysis ← study ← view → page ← render
//! workspace, study, view ← question
//! command stands on top
//! ```
//!
//! `ARCHITECTURE.md` tells what each room is for.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

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
pub mod study;
pub mod syntax;
pub mod text;
pub mod view;
pub mod workspace;
