//! The position table: whose statements make a column, and how each column stands on each issue and position.

pub mod bearing;
pub mod cell;
pub mod class;
pub mod column;
pub mod column_stance;
pub mod derived;
pub mod exception;
pub mod ground;
pub mod group;
mod mind;
pub mod orientation;
pub mod positions;
pub mod spoken;
pub mod taken;
pub mod told;
pub mod turn;
pub mod voice;
