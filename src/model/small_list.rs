//! One thing or several: for what is nearly always one, and should then cost nothing extra.

use std::ops::Deref;

/// A short list that never changes. One alone lies in it; several are allocated.
#[derive(Debug, Clone)]
pub enum SmallList<T> {
    /// One thing, which lies in the list itself.
    One(T),
    /// None, or several that are allocated.
    Several(Box<[T]>),
}

impl<T> Deref for SmallList<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            SmallList::One(thing) => std::slice::from_ref(thing),
            SmallList::Several(things) => things,
        }
    }
}

impl<T: Copy> From<&[T]> for SmallList<T> {
    fn from(things: &[T]) -> Self {
        match things {
            &[thing] => SmallList::One(thing),
            things => SmallList::Several(things.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::StatementId;
    use crate::model::small_list::*;

    #[test]
    fn however_many_there_are_it_is_a_slice_of_them() {
        for things in [&[][..], &[1], &[1, 2, 3]] {
            assert_eq!(&*SmallList::from(things), things);
        }
        assert_eq!(size_of::<SmallList<StatementId>>(), size_of::<Box<[StatementId]>>());
    }
}
