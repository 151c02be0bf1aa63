//! Each semantics as its definition says it: which labellings it chooses.

use super::part::Part;
use super::{Case, Labelling, Rules, Set, members};
use crate::Semantics;

/// The extensions of a case, in the order of the sets, with what is out in each. Helpers are in neither.
pub(crate) fn extensions(case: &Case, semantics: Semantics) -> Vec<Labelling> {
    let counted = ((1_u32 << case.size) - 1) as Set & !case.helpers;
    let rules = Rules::of(case);
    let without_helpers = |labellings: Vec<Labelling>| -> Vec<Labelling> {
        let count = |it: Labelling| Labelling { within: it.within & counted, out: it.out & counted };
        sorted(labellings.into_iter().map(count).collect())
    };
    let complete = || without_helpers(rules.complete());
    let undecided = |it: &Labelling| counted & !it.within & !it.out;
    match semantics {
        Semantics::Complete => complete(),
        Semantics::Grounded => {
            let complete = complete();
            let least =
                |it: &&Labelling| complete.iter().all(|other| it.within & !other.within | it.out & !other.out == 0);
            vec![*complete.iter().find(least).expect("one is the least")]
        }
        Semantics::Preferred => largest(&complete(), |it| it.within),
        Semantics::Stable => complete().into_iter().filter(|it| undecided(it) == 0).collect(),
        Semantics::SemiStable => largest(&complete(), |it| !undecided(it)),
        Semantics::Stage => largest(&without_helpers(rules.conflict_free()), |it| !undecided(it)),
        Semantics::Ideal => within_all(&complete(), &largest(&complete(), |it| it.within)),
        Semantics::Eager => within_all(&complete(), &largest(&complete(), |it| !undecided(it))),
        Semantics::Cf2 => {
            let whole = Part::of(&rules, case.helpers);
            without_helpers(rules.conflict_free().into_iter().filter(|it| whole.is_cf2(it.within)).collect())
        }
    }
}

fn sorted(mut labellings: Vec<Labelling>) -> Vec<Labelling> {
    labellings.sort();
    labellings.dedup();
    labellings
}

/// Those of which no other has all of something and more.
fn largest(labellings: &[Labelling], of: impl Fn(&Labelling) -> Set) -> Vec<Labelling> {
    let is_larger = |a: Set, b: Set| a != b && b & !a == 0;
    labellings.iter().filter(|it| !labellings.iter().any(|other| is_larger(of(other), of(it)))).copied().collect()
}

/// The largest that lie in all of others.
fn within_all(complete: &[Labelling], others: &[Labelling]) -> Vec<Labelling> {
    let common = others.iter().fold(Set::MAX, |common, it| common & it.within);
    let inside: Vec<Labelling> = complete.iter().filter(|it| it.within & !common == 0).copied().collect();
    largest(&inside, |it| it.within)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(size: usize, attacks: &[(u32, usize)], semantics: Semantics) -> Vec<Vec<usize>> {
        let attacks = attacks.iter().map(|&(from, to)| (1 << from, to)).collect();
        let case = Case { size, attacks, ..Case::default() };
        let mut found: Vec<Vec<usize>> =
            extensions(&case, semantics).iter().map(|it| members(it.within).collect()).collect();
        found.sort();
        found
    }

    /// Known answers of the literature: what brute force is held to.
    #[test]
    fn the_definitions_give_the_known_answers() {
        let choice = &[(1, 2), (2, 1), (2, 3), (3, 4), (4, 5), (5, 3), (0, 0)];
        let of = |semantics| found(6, choice, semantics);
        assert_eq!(of(Semantics::Grounded), [[0; 0]]);
        assert_eq!(of(Semantics::Preferred), [vec![1], vec![2, 4]]);
        assert_eq!(of(Semantics::SemiStable), [[2, 4]]);
        assert_eq!(of(Semantics::Stage), [[2, 4]]);
        assert_eq!(of(Semantics::Ideal), [[0; 0]]);
        assert_eq!(of(Semantics::Eager), [[2, 4]]);
        assert_eq!(of(Semantics::Cf2), [[1, 3], [1, 4], [1, 5], [2, 4]]);
        let three = &[(0, 1), (1, 2), (2, 0)];
        assert_eq!(found(3, three, Semantics::Preferred), [[0; 0]]);
        assert_eq!(found(3, three, Semantics::Stable), [[0; 0]; 0]);
        assert_eq!(found(3, three, Semantics::Stage), [[0], [1], [2]]);
    }

    #[test]
    fn a_joint_attack_takes_all() {
        let case = Case { size: 4, attacks: vec![(0b0011, 2), (0b0100, 3), (0b1000, 0)], ..Case::default() };
        let of = |semantics| extensions(&case, semantics).iter().map(|it| it.within).collect::<Vec<_>>();
        assert_eq!(of(Semantics::Complete), [0b0010]);
        assert_eq!(of(Semantics::Preferred), [0b0010]);
        assert_eq!(of(Semantics::Stable), [0; 0]);
    }
}
