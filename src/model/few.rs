//! One thing or several: for what is nearly always one, and should then cost nothing extra.

use std::ops::Deref;

/// A short list that never changes. One alone lies in it; several are allocated.
#[derive(Debug, Clone)]
pub enum Few<T> {
    /// One alone.
    One(T),
    /// None, or several.
    Several(Box<[T]>),
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Few::One(thing) => std::slice::from_ref(thing),
            Few::Several(things) => things,
        }
    }
}

impl<T: Copy> From<&[T]> for Few<T> {
    fn from(things: &[T]) -> Self {
        match things {
            &[thing] => Few::One(thing),
            things => Few::Several(things.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::StatementId;

    #[test]
    fn however_many_there_are_it_is_a_slice_of_them() {
        for things in [&[][..], &[1], &[1, 2, 3]] {
            assert_eq!(&*Few::from(things), things);
        }
        assert_eq!(size_of::<Few<StatementId>>(), size_of::<Box<[StatementId]>>());
    }
}
