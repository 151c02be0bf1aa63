//! Stretches of time: from one date to another, or open at one end.

use std::fmt;

use super::Date;

/// A stretch of time whose ends may be partial dates, which belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    /// The date with which it begins; `None` where it has no beginning.
    pub from: Option<Date>,
    /// The date with which it ends; `None` where it has no end.
    pub to: Option<Date>,
}

impl Period {
    /// Reads `2014`, `2014..2016`, `..2014` or `2014..`; a month or a day will do as well as a year. `None` where it is none
    /// of these, or ends before it begins.
    pub fn parse(text: &str) -> Option<Period> {
        let Some((from, to)) = text.split_once("..") else {
            let date = Some(Date::parse(text)?);
            return Some(Period { from: date, to: date });
        };
        let end = |text: &str| if text.is_empty() { Some(None) } else { Date::parse(text).map(Some) };
        let (from, to) = (end(from)?, end(to)?);
        let sound = match (from, to) {
            (None, None) => false,
            (Some(from), Some(to)) => from.first_day() <= to.last_day(),
            _ => true,
        };
        sound.then_some(Period { from, to })
    }

    /// Whether the whole of a date lies in it: of a year, no day may lie outside.
    pub fn has(self, date: Date) -> bool {
        self.from.is_none_or(|from| from.first_day() <= date.first_day())
            && self.to.is_none_or(|to| date.last_day() <= to.last_day())
    }
}

/// As it is typed.
impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(from), true) = (self.from, self.from == self.to) {
            return write!(out, "{from}");
        }
        let end = |date: Option<Date>| date.map_or(String::new(), |date| date.to_string());
        write!(out, "{}..{}", end(self.from), end(self.to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_dates_and_stretches() {
        for text in ["2014", "2014-05", "2014-05-01", "2014..2016", "..2014", "2014-02..", "2014-01..2014"] {
            assert_eq!(Period::parse(text).map(|period| period.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Period::parse("2014..2014"), Period::parse("2014"));
        for text in ["", "..", "2016..2014", "14..", "2014...", "2014..2015..2016", "2014-13", "2014 ..2015"] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_lies_in_it_only_as_a_whole() {
        let has =
            |period: &str, date: &str| Period::parse(period).expect("a period").has(Date::parse(date).expect("a date"));
        assert!(has("2014", "2014") && has("2014", "2014-05") && has("2014", "2014-12-31"));
        assert!(has("..2014", "1999") && has("2014..", "2014-01-01") && has("2014-03..2016-05", "2015"));
        assert!(
            !has("2014", "2015") && !has("2014-05", "2014") && !has("..2014-11", "2014") && !has("2014-02..", "2014")
        );
    }
}
