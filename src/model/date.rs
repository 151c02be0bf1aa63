//! Dates that may be partial: a year, a month or a day, each an interval of days.

use std::fmt;

/// A year, a month or a day of the proleptic Gregorian calendar, as ISO 8601 writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `None` where it is none of these or no such day exists.
    pub fn parse(text: &str) -> Option<Date> {
        let number = |part: &str, digits: usize| {
            (part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())
                .flatten()
        };
        let mut parts = text.split('-');
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map(|part| number(part, 2).ok_or(())).transpose().ok()?.unwrap_or(0);
        let day = parts.next().map(|part| number(part, 2).ok_or(())).transpose().ok()?.unwrap_or(0);
        let written = text.bytes().filter(|&byte| byte == b'-').count();
        let date = Date { year, month: month as u8, day: day as u8 };
        let sound = parts.next().is_none()
            && (written < 1 || (1..=12).contains(&month))
            && (written < 2 || (1..=days_in_month(year, month as u8)).contains(&(day as u8)));
        sound.then_some(date)
    }

    /// The year, which every date has.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The first day of the interval, as a number that grows with time.
    pub fn first_day(self) -> u32 {
        ordinal(self.year, self.month.max(1), self.day.max(1))
    }

    /// The last day of the interval, as a number that grows with time.
    pub fn last_day(self) -> u32 {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day == 0 { days_in_month(self.year, month) } else { self.day };
        ordinal(self.year, month, day)
    }
}

/// A number that orders days; not a count of them.
fn ordinal(year: u16, month: u8, day: u8) -> u32 {
    u32::from(year) * 512 + u32::from(month) * 32 + u32::from(day)
}

fn days_in_month(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}", self.year)?;
        if self.month > 0 {
            write!(out, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(out, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_years_months_and_days_that_exist() {
        for text in ["2017", "2017-02", "2017-02-23", "2016-02-29"] {
            assert_eq!(Date::parse(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
        for text in ["", "17", "2017-", "2017-13", "2017-2", "2017-02-29", "2017-02-00", "2017-02-23-1", "２０１７"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_partial_date_is_an_interval() {
        let [year, month, day] = ["2017", "2017-02", "2017-02-23"].map(|text| Date::parse(text).expect("a date"));
        assert!(year.first_day() < month.first_day() && month.first_day() < day.first_day());
        assert!(day.last_day() < month.last_day() && month.last_day() < year.last_day());
    }
}
