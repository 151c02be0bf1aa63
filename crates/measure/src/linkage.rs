//! Average linkage: the two nearest groups become one, again and again, until nothing is left to be joined.

/// A group of some, or one alone.
#[derive(Debug, Clone, PartialEq)]
pub enum Cluster {
    /// One member, known by its number.
    One(usize),
    /// Two groups that were joined.
    Joined {
        /// How similar each of the one is to each of the other, in the mean.
        similarity: f64,
        /// The two; that with the lowest number first.
        parts: Box<[Cluster; 2]>,
    },
}

/// Joins so many by average linkage (UPGMA: Sokal and Michener, *A Statistical Method for Evaluating Systematic
/// Relationships*, 1958), of pairs that are equally near those with the lowest numbers first.
///
/// `similar` says how near two are. Of pairs for which it is undefined nothing enters a mean; groups between which it is
/// undefined for all of them are not joined, and what is left in the end are several trees.
pub fn average_linkage(number: usize, similar: impl Fn(usize, usize) -> Option<f64>) -> Vec<Cluster> {
    let mut groups = Groups::new(number, similar);
    while let Some((a, b)) = groups.nearest() {
        groups.join(a, b);
    }
    groups.clusters.into_iter().flatten().collect()
}

impl Cluster {
    /// Gives everyone another number: the one that stands there in `numbers`.
    pub fn rename(&mut self, numbers: &[usize]) {
        let mut open = vec![self];
        while let Some(cluster) = open.pop() {
            match cluster {
                Cluster::One(one) => *one = numbers[*one],
                Cluster::Joined { parts, .. } => open.extend(parts.iter_mut()),
            }
        }
    }

    /// Everyone in it, from left to right.
    pub fn members(&self) -> Vec<usize> {
        let (mut members, mut open) = (Vec::new(), vec![self]);
        while let Some(cluster) = open.pop() {
            match cluster {
                Cluster::One(one) => members.push(*one),
                Cluster::Joined { parts, .. } => open.extend(parts.iter().rev()),
            }
        }
        members
    }
}

/// The sum of some similarities, and of how many.
#[derive(Debug, Clone, Copy, Default)]
struct Mean {
    sum: f64,
    of: u32,
}

/// The groups that there are at some moment. Each is known by the lowest number in it.
struct Groups {
    clusters: Vec<Option<Cluster>>,
    between: Vec<Mean>,
    /// For each group the nearest of those with a higher number.
    nearest: Vec<Option<(usize, i64)>>,
}

impl Groups {
    fn new(number: usize, similar: impl Fn(usize, usize) -> Option<f64>) -> Groups {
        let mut between = vec![Mean::default(); number * number];
        for a in 0..number {
            for b in a + 1..number {
                if let Some(sum) = similar(a, b) {
                    between[a * number + b] = Mean { sum, of: 1 };
                    between[b * number + a] = Mean { sum, of: 1 };
                }
            }
        }
        let clusters = (0..number).map(|one| Some(Cluster::One(one))).collect();
        let mut groups = Groups { clusters, between, nearest: vec![None; number] };
        for group in 0..number {
            groups.look_around(group);
        }
        groups
    }

    /// How near two groups are, in steps so coarse that the order of addition does not tell two apart.
    fn rank(&self, a: usize, b: usize) -> Option<i64> {
        let Mean { sum, of } = self.between[a * self.clusters.len() + b];
        (of > 0).then(|| (sum / f64::from(of) * 1e12).round() as i64)
    }

    fn look_around(&mut self, group: usize) {
        let others = (group + 1..self.clusters.len()).filter(|&other| self.clusters[other].is_some());
        let ranked = others.filter_map(|other| Some((other, self.rank(group, other)?)));
        // Of equals the first.
        self.nearest[group] = ranked.reduce(|best, next| if next.1 > best.1 { next } else { best });
    }

    fn nearest(&self) -> Option<(usize, usize)> {
        let ranked = self.nearest.iter().enumerate().filter_map(|(group, nearest)| Some((group, (*nearest)?)));
        let best = ranked.reduce(|best, next| if next.1.1 > best.1.1 { next } else { best });
        best.map(|(group, (other, _))| (group, other))
    }

    /// Joins two groups into that of the lower number.
    fn join(&mut self, a: usize, b: usize) {
        let number = self.clusters.len();
        let Mean { sum, of } = self.between[a * number + b];
        let (Some(one), Some(other)) = (self.clusters[a].take(), self.clusters[b].take()) else { return };
        self.clusters[a] = Some(Cluster::Joined { similarity: sum / f64::from(of), parts: Box::new([one, other]) });
        self.nearest[b] = None;
        for group in (0..number).filter(|&group| group != a) {
            let more = self.between[b * number + group];
            let joined = &mut self.between[a * number + group];
            (joined.sum, joined.of) = (joined.sum + more.sum, joined.of + more.of);
            self.between[group * number + a] = *joined;
        }
        self.look_around(a);
        for group in (0..b).filter(|&group| group != a) {
            if self.clusters[group].is_none() {
                continue;
            }
            match self.nearest[group] {
                Some((nearest, _)) if nearest == a || nearest == b => self.look_around(group),
                before => {
                    // The joined group may now be nearer than what was nearest; its place in the order is `a`.
                    let now = if group < a { self.rank(group, a).map(|rank| (a, rank)) } else { None };
                    let is_nearer = |(other, rank): (usize, i64)| {
                        before.is_none_or(|(nearest, best)| rank > best || rank == best && other < nearest)
                    };
                    self.nearest[group] = now.filter(|&now| is_nearer(now)).or(before);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
