//! `i23`, the format of the competition since 2023: `p af 3`, then a line `1 2` for each attack; arguments are numbered from 1.

use std::fmt::Write;

use memchr::{memchr, memchr_iter};

use super::malformed::word as quoted;
use super::{Instance, Malformed, Names};
use crate::{Argument, Framework};

/// More arguments are not taken, so that a header of a few bytes cannot take all memory.
const MOST_ARGUMENTS: usize = 100_000_000;

const HEADER: &str = "the first line says how many arguments there are, such as `p af 3`";
const ATTACK: &str = "an attack is two numbers on a line of their own, such as `1 2`";

/// Reads a file. Nothing of it is copied, and words are looked at in the header alone.
pub(super) fn read(bytes: &[u8]) -> Result<Instance, Malformed> {
    let mut lines = Lines { bytes, at: 0 };
    let size = header(&mut lines)?;
    let mut instance = Instance::new(Names::numbers(size));
    // Nearly every line is an attack.
    instance.attacks.reserve_exact(memchr_iter(b'\n', &bytes[lines.at..]).count() + 1);
    while lines.begins() {
        let from = lines.number(size)?;
        let to = lines.number(size)?;
        lines.ends()?;
        instance.attacks.push((from, to));
    }
    Ok(instance)
}

/// How many arguments there are.
fn header(lines: &mut Lines<'_>) -> Result<usize, Malformed> {
    let bytes = lines.bytes;
    if !lines.begins() {
        return Err(Malformed::new(bytes, bytes.len()..bytes.len(), "there is nothing in this file").help(HEADER));
    }
    let start = lines.at;
    let end = memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |length| start + length);
    lines.at = end;
    let line = &bytes[start..end];
    let mut words = line.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let place = start..start + line.trim_ascii_end().len();
    let (kind, number) = match (words.next(), words.next(), words.next(), words.next()) {
        (Some(b"p"), Some(kind), Some(number), None) => (kind, number),
        (Some(b"p"), ..) => return Err(Malformed::new(bytes, place, "this first line is not understood").help(HEADER)),
        _ => return Err(Malformed::new(bytes, place, "the first line is missing").help(HEADER)),
    };
    if kind != b"af" {
        let message = format!("{} is another kind of question than `af`", quoted(&String::from_utf8_lossy(kind)));
        return Err(Malformed::new(bytes, place, message).help(HEADER));
    }
    let size = std::str::from_utf8(number).ok().filter(|word| word.bytes().all(|it| it.is_ascii_digit()));
    match size.map(str::parse) {
        Some(Ok(size)) if size <= MOST_ARGUMENTS => Ok(size),
        Some(_) => Err(Malformed::new(bytes, place, format!("more than {MOST_ARGUMENTS} arguments are not taken"))),
        None => Err(Malformed::new(bytes, place, "this number of arguments is no number").help(HEADER)),
    }
}

/// Where reading stands in the file.
struct Lines<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Lines<'_> {
    /// Goes to what is said next, past empty lines and comments; whether there is anything.
    fn begins(&mut self) -> bool {
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b'#' => {
                    self.at = memchr(b'\n', &self.bytes[self.at..]).map_or(self.bytes.len(), |length| self.at + length);
                }
                byte if byte.is_ascii_whitespace() => self.at += 1,
                _ => return true,
            }
        }
        false
    }

    fn skip_spaces(&mut self) {
        while let Some(b' ' | b'\t' | b'\r') = self.bytes.get(self.at) {
            self.at += 1;
        }
    }

    /// The argument that is named next on this line.
    fn number(&mut self, size: usize) -> Result<Argument, Malformed> {
        self.skip_spaces();
        let start = self.at;
        let (mut number, digits) = self.bytes[start..].first_chunk().map_or((0, 0), digits);
        self.at += digits;
        while let Some(digit) = self.bytes.get(self.at).map(|byte| byte.wrapping_sub(b'0')).filter(|digit| *digit < 10)
        {
            number = number.saturating_mul(10).saturating_add(digit.into());
            self.at += 1;
        }
        let is_whole = self.bytes.get(self.at).is_none_or(u8::is_ascii_whitespace);
        if self.at > start && is_whole && (1..=size).contains(&number) {
            return Ok((number - 1) as Argument);
        }
        Err(self.no_argument(start, size))
    }

    #[cold]
    fn no_argument(&self, start: usize, size: usize) -> Malformed {
        let word = &self.bytes[start..];
        let word = &word[..word.iter().position(u8::is_ascii_whitespace).unwrap_or(word.len())];
        let wrong = |message: String| Malformed::new(self.bytes, start..start + word.len(), message);
        match word {
            [] => wrong("this line ends before it says who is attacked".to_owned()).help(ATTACK),
            b"p" => wrong("there is a second first line".to_owned()),
            _ if !word.iter().all(u8::is_ascii_digit) => {
                wrong(format!("{} is no number", quoted(&String::from_utf8_lossy(word)))).help(ATTACK)
            }
            _ if size == 0 => wrong("the first line says that there are no arguments".to_owned()),
            _ => {
                let number = quoted(&String::from_utf8_lossy(word));
                wrong(format!("there is no argument {number}: the first line says that there are {size}"))
            }
        }
    }

    /// Sees to it that nothing more is said on this line.
    fn ends(&mut self) -> Result<(), Malformed> {
        self.skip_spaces();
        match self.bytes.get(self.at) {
            None | Some(b'\n') => Ok(()),
            Some(_) => {
                let rest = &self.bytes[self.at..];
                let end = memchr(b'\n', rest).unwrap_or(rest.len());
                let length = rest[..end].trim_ascii_end().len();
                let message = "this line goes on behind an attack";
                Err(Malformed::new(self.bytes, self.at..self.at + length, message).help(ATTACK))
            }
        }
    }
}

/// The number that up to eight digits tell, and how many they are: all at once, as they are most of what is in a file.
fn digits(bytes: &[u8; 8]) -> (usize, usize) {
    let values = u64::from_le_bytes(*bytes) ^ u64::from_le_bytes([b'0'; 8]);
    // The highest bit of each byte that is no digit; what stands behind the first of them does not matter.
    let others = (values.wrapping_add(0x7676_7676_7676_7676) | values) & 0x8080_8080_8080_8080;
    let count = others.trailing_zeros() / 8;
    // The first byte counts most and is the lowest; zeros take the place before it.
    let values = values.checked_shl(64 - 8 * count).unwrap_or(0);
    let pairs = values.wrapping_mul(10).wrapping_add(values >> 8);
    let low = (pairs & 0x0000_00ff_0000_00ff).wrapping_mul(0x000f_4240_0000_0064);
    let high = (pairs >> 16 & 0x0000_00ff_0000_00ff).wrapping_mul(0x0000_2710_0000_0001);
    ((low.wrapping_add(high) >> 32) as usize, count as usize)
}

/// A plain framework as a file; where arguments have names, comments tell them.
pub(super) fn write(framework: &Framework, names: &Names) -> String {
    let mut text = format!("p af {}\n", framework.size());
    if !names.are_numbers() {
        for argument in framework.arguments() {
            let _ = writeln!(text, "# {} {}", argument + 1, names.name(argument));
        }
    }
    let numbers = Names::numbers(framework.size());
    for from in framework.arguments() {
        for &to in framework.targets(from) {
            numbers.write(from, &mut text);
            text.push(' ');
            numbers.write(to, &mut text);
            text.push('\n');
        }
    }
    text
}
