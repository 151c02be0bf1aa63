//! Judgement of quotations: how faithful each of them is to the passage it comes from, and what differs.

pub(super) mod bracket;
pub(super) mod check;
pub(super) mod difference;
pub(super) mod dress;
pub(super) mod finding;
pub(super) mod likeness;
pub(super) mod mend;
pub(super) mod parting;
pub(super) mod verification;
pub(super) mod vocabulary;
