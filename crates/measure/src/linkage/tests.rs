//! Known trees, and the plain way of joining the nearest groups.

use proptest::prelude::*;

use super::*;

/// A tree in brackets, with what its groups join at.
fn shown(tree: &Cluster) -> String {
    match tree {
        Cluster::One(one) => one.to_string(),
        Cluster::Joined { similarity, parts } => {
            format!("({} {similarity:.4} {})", shown(&parts[0]), shown(&parts[1]))
        }
    }
}

fn forest(number: usize, similar: impl Fn(usize, usize) -> Option<f64>) -> Vec<String> {
    average_linkage(number, similar).iter().map(shown).collect()
}

#[test]
fn known_trees() {
    // The toy stances: Ames, Brandt, Cole, Diaz.
    let toy =
        [[0.0, 0.85, 0.375, 0.875], [0.85, 0.0, 0.35, 0.7], [0.375, 0.35, 0.0, 0.3125], [0.875, 0.7, 0.3125, 0.0]];
    assert_eq!(forest(4, |a, b| Some(toy[a][b])), ["(((0 0.8750 3) 0.7750 1) 0.3458 2)"]);
    assert_eq!(forest(3, |_, _| Some(0.5)), ["((0 0.5000 1) 0.5000 2)"]);
    assert_eq!(forest(3, |a, b| (a == 0 && b == 2).then_some(0.5)), ["(0 0.5000 2)", "1"]);
    assert_eq!(forest(0, |_, _| None), [""; 0]);
}

/// Looks at all pairs of groups, again and again.
fn plainly(number: usize, similar: &dyn Fn(usize, usize) -> Option<f64>) -> Vec<String> {
    let mut groups: Vec<(Vec<usize>, String)> = (0..number).map(|one| (vec![one], one.to_string())).collect();
    loop {
        let mut best: Option<(i64, usize, usize, f64)> = None;
        for a in 0..groups.len() {
            for b in a + 1..groups.len() {
                let pairs = groups[a].0.iter().flat_map(|&x| groups[b].0.iter().map(move |&y| (x, y)));
                let known: Vec<f64> = pairs.filter_map(|(x, y)| similar(x.min(y), x.max(y))).collect();
                if known.is_empty() {
                    continue;
                }
                let mean = known.iter().sum::<f64>() / known.len() as f64;
                let rank = (mean * 1e12).round() as i64;
                if best.is_none_or(|(before, ..)| rank > before) {
                    best = Some((rank, a, b, mean));
                }
            }
        }
        let Some((_, a, b, mean)) = best else { break };
        let (members, text) = groups.remove(b);
        groups[a] = ([groups[a].0.as_slice(), &members].concat(), format!("({} {mean:.4} {text})", groups[a].1));
    }
    groups.into_iter().map(|(_, text)| text).collect()
}

proptest! {
    #[test]
    fn it_joins_what_the_plain_way_joins(number in 0..9usize, steps in prop::collection::vec(prop::option::of(0..6u8), 36)) {
        let similar = |a: usize, b: usize| steps[a + b * (b - 1) / 2].map(|step| f64::from(step) / 5.0);
        let trees = average_linkage(number, similar);
        prop_assert_eq!(trees.iter().map(shown).collect::<Vec<_>>(), plainly(number, &similar));
        let mut members: Vec<usize> = trees.iter().flat_map(Cluster::members).collect();
        members.sort_unstable();
        prop_assert_eq!(members, (0..number).collect::<Vec<_>>());
    }
}
