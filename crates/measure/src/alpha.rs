//! Krippendorff's α: how much more several observers agree than chance would have it, whatever gaps there are.

use foldhash::{HashMap, HashMapExt};

/// How far apart two categories are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Metric {
    /// The same or not.
    Nominal,
    /// By how many of the values that were given lie between them.
    Ordinal,
    /// By the squared difference of their numbers.
    Interval,
}

/// α over many units, after Krippendorff, *Computing Krippendorff's Alpha-Reliability* (2011).
///
/// A unit is what several observers gave a category each, known by its number. Who gave which does not matter, and who
/// gave none is not there: silence is no category. A unit with a single category can be held against nothing, and is
/// left out.
#[derive(Debug, Clone)]
pub struct Alpha {
    /// How many units have two categories or more.
    pub units: usize,
    /// How many categories were given in them: the n of the formula.
    pub values: usize,
    value: Option<f64>,
    expected: f64,
    points: Points,
}

/// Where categories stand. The ordinal distance of two is the difference of their mean ranks, so that ordinal α is
/// interval α of ranks.
#[derive(Debug, Clone)]
enum Points {
    Names,
    Ranks(HashMap<usize, f64>),
    Numbers,
}

impl Alpha {
    /// α over these units.
    pub fn new<U: AsRef<[usize]>>(units: &[U], metric: Metric) -> Alpha {
        let pairable = || units.iter().map(AsRef::as_ref).filter(|unit| unit.len() > 1);
        let all: Vec<usize> = pairable().flatten().copied().collect();
        let points = match metric {
            Metric::Nominal => Points::Names,
            Metric::Ordinal => Points::Ranks(ranks(&all)),
            Metric::Interval => Points::Numbers,
        };
        let values = all.len();
        let expected = points.difference(&all);
        let observed: f64 = pairable().map(|unit| unit.len() as f64 * points.difference(unit)).sum();
        let value = (expected > 0.0).then(|| 1.0 - observed / (values as f64 * expected));
        Alpha { units: pairable().count(), values, value, expected, points }
    }

    /// From below 0, worse than chance, to 1, perfect agreement. Undefined where all categories given are one and the
    /// same, for then chance could not have done otherwise.
    pub fn value(&self) -> Option<f64> {
        self.value
    }

    /// The part of one of the units in α: by how much it is nearer than two values taken from all of them by chance.
    /// α is the mean of these, each unit counted as often as it has values.
    pub fn of_unit(&self, unit: &[usize]) -> Option<f64> {
        (self.expected > 0.0 && unit.len() > 1).then(|| 1.0 - self.points.difference(unit) / self.expected)
    }
}

impl Points {
    /// The mean difference of two of these values, two or more, taken without putting the first back.
    fn difference(&self, values: &[usize]) -> f64 {
        let number = values.len() as f64;
        let total = match self {
            Points::Names => {
                let same: f64 = counts(values).iter().map(|(_, count)| *count as f64 * *count as f64).sum();
                number * number - same
            }
            Points::Ranks(ranks) => squares(values.iter().map(|value| ranks.get(value).copied().unwrap_or_default())),
            Points::Numbers => squares(values.iter().map(|&value| value as f64)),
        };
        if values.len() > 1 { total / (number * (number - 1.0)) } else { 0.0 }
    }
}

/// The sum of squared differences over all ordered pairs, by way of the mean.
fn squares(points: impl Iterator<Item = f64> + Clone) -> f64 {
    let number = points.clone().count() as f64;
    let mean = points.clone().sum::<f64>() / number;
    2.0 * number * points.map(|point| (point - mean) * (point - mean)).sum::<f64>()
}

/// Each value with how often it occurs, in order.
fn counts(values: &[usize]) -> Vec<(usize, usize)> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    sorted.chunk_by(|a, b| a == b).map(|same| (same[0], same.len())).collect()
}

/// The mean rank of each value.
fn ranks(values: &[usize]) -> HashMap<usize, f64> {
    let mut ranks = HashMap::new();
    let mut below = 0.0;
    for (value, count) in counts(values) {
        let count = count as f64;
        ranks.insert(value, below + count / 2.0);
        below += count;
    }
    ranks
}

#[cfg(test)]
mod tests;
