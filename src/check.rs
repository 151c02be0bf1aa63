//! stub
use crate::diagnostic::{Code, Diagnostics};
use crate::model::Map;
/// s
#[derive(Debug)]
pub struct Settings {
    /// s
    pub quotation_words: usize,
}
impl Default for Settings {
    fn default() -> Self {
        Settings { quotation_words: 15 }
    }
}
/// s
pub fn check(_map: &Map, _settings: &Settings, _diagnostics: &mut Diagnostics) {}
/// s
pub fn codes() -> impl Iterator<Item = &'static Code> {
    crate::syntax::code::CODES.iter().chain(crate::workspace::code::CODES).copied()
}
