//! Counterpoint maps what authors argue and compares where they stand.

pub mod quotation;
