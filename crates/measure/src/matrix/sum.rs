//! How far two are apart over many questions, and what comes of it.

/// So many different distances on a question are remembered.
const KNOWN: usize = 8;

/// How far two are apart, added up over questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// How many answers were held against one another: of each two who answered once, the questions.
    pub number: u64,
    pub(super) parts: u64,
    pub(super) unit: u64,
}

/// Bounds of a similarity without one of the questions.
#[derive(Debug, Clone, PartialEq)]
pub struct Without {
    /// The lowest that it would be.
    pub low: f64,
    /// The highest that it would be.
    pub high: f64,
    /// The questions that move it most; none where none moves it.
    pub most: Vec<usize>,
}

impl Sum {
    /// 1 − Σd / n. Undefined where nothing could be held against each other.
    pub fn similarity(&self) -> Option<f64> {
        self.whole().map(|whole| (whole - self.parts as f64) / whole)
    }

    /// How far apart they would be if they were opposed in everything.
    fn whole(&self) -> Option<f64> {
        (self.number > 0).then_some((self.unit * self.number) as f64)
    }

    /// Σ(1 − d): how much the two say alike. Undefined where the similarity is.
    pub fn congruence(&self) -> Option<f64> {
        self.whole().map(|whole| (whole - self.parts as f64) / self.unit as f64)
    }

    /// Σd: how much they say against each other.
    pub fn conflict(&self) -> Option<f64> {
        self.whole().map(|_| self.parts as f64 / self.unit as f64)
    }

    /// The first less the second.
    pub fn subtract(&self) -> Option<f64> {
        self.whole().map(|whole| (whole - 2.0 * self.parts as f64) / self.unit as f64)
    }

    /// The similarity without each of the questions that it is made of. Undefined where there is only one.
    pub fn without(&self, each: impl Iterator<Item = (usize, Sum)>) -> Option<Without> {
        let whole = self.similarity()?;
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        let (mut furthest, mut most) = (0.0, Vec::new());
        // Most questions are alike: what is left without them is computed once.
        let mut known: Vec<(u64, u64, f64)> = Vec::new();
        for (question, part) in each {
            let alike = known.iter().find(|(number, parts, _)| (*number, *parts) == (part.number, part.parts));
            let similarity = if let Some((.., similarity)) = alike {
                *similarity
            } else {
                let rest = Sum { number: self.number - part.number, parts: self.parts - part.parts, unit: self.unit };
                let similarity = rest.similarity()?;
                if known.len() < KNOWN {
                    known.push((part.number, part.parts, similarity));
                }
                similarity
            };
            (low, high) = (low.min(similarity), high.max(similarity));
            let moved = (similarity - whole).abs();
            if moved > furthest + 1e-12 {
                (furthest, most) = (moved, Vec::new());
            }
            if furthest > 0.0 && moved > furthest - 1e-12 {
                most.push(question);
            }
        }
        low.is_finite().then_some(Without { low, high, most })
    }
}
