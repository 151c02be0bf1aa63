//! Needs that go in a circle are opened: what in the end supports itself supports nothing.

use super::components::strong;
use super::{Argument, Need};
use rows::Rows;

/// Leaves out of each need the members that in turn need the argument, and marks the need as open where there were some.
pub(super) fn open_circles(arguments: usize, needs: &mut [Need]) {
    if needs.is_empty() {
        return;
    }
    let pairs = needs.iter().flat_map(|need| need.members.iter().map(|&member| (member, need.argument)));
    let circles = strong(&Rows::new(arguments, pairs.clone()));
    for need in needs {
        let before = need.members.len();
        let own = circles.of(need.argument);
        // Alone in its component, an argument may still need itself.
        need.members.retain(|&member| circles.of(member) != own);
        need.open |= need.members.len() < before;
    }
}

/// For each argument the number of the circle of needs that it is in; one in no circle has a number to itself. Each pair is a member
/// of a need and the argument that is in need.
pub fn circles(arguments: usize, pairs: impl Iterator<Item = (Argument, Argument)> + Clone) -> Vec<u32> {
    let circles = strong(&Rows::new(arguments, pairs));
    (0..arguments as Argument).map(|argument| circles.of(argument)).collect()
}

#[cfg(test)]
mod tests {
    use crate::{Draft, Need};

    #[test]
    fn a_circle_of_needs_carries_nothing() {
        let mut draft = Draft::new(4);
        draft.need(&[1, 3], 0);
        draft.need(&[0], 1);
        draft.need(&[2], 2);
        draft.need(&[0], 3);
        draft.need(&[2], 3);
        let need = |members: &[u32], open, argument| Need { members: members.to_vec(), open, argument };
        let expected =
            [need(&[], true, 0), need(&[], true, 1), need(&[], true, 2), need(&[], true, 3), need(&[2], false, 3)];
        let mut found = draft.build().needs().to_vec();
        found.sort_by_key(|need| (need.argument, need.members.len()));
        assert_eq!(found, expected);
    }
}
