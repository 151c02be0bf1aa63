//! A number for what is written, by which equal things are found: the same on every machine and in every run.

/// A number made of parts (FNV-1a, 64 bits). Equal parts make equal numbers; unequal ones hardly ever do.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fingerprint(u64);

impl Fingerprint {
    /// The fingerprint of no parts.
    pub fn new() -> Self {
        Fingerprint(0xcbf2_9ce4_8422_2325)
    }

    /// With a text more.
    pub fn text(self, text: &str) -> Self {
        let step = |number: u64, byte: u8| (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Fingerprint(text.bytes().chain([0xFF]).fold(self.0, step))
    }

    /// With a number more.
    pub fn number(self, number: u64) -> Self {
        Fingerprint(
            (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29).wrapping_mul(0x0100_0000_01b3),
        )
    }

    /// With things in any order.
    pub fn set(self, things: impl Iterator<Item = u64>) -> Self {
        self.number(things.fold(0, u64::wrapping_add))
    }

    /// The fingerprint as a number, to be compared.
    pub fn value(self) -> u64 {
        self.0
    }
}
