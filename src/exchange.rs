//! Other people's formats, in and out.

pub mod iccma;
