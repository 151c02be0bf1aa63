//! The models of strength: published rules for what attackers and supporters do to an argument.

/// How what is for and against an argument is weighed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Model {
    /// Attackers and supporters are summed, and the sum moves the weight the more the greater it is (Potyka 2018).
    QuadraticEnergy,
    /// Attackers and supporters each count as one that is as likely to be sound as any of them (Rago et al. 2016).
    DfQuad,
    /// One part in one and the sum of the attackers; weights, supports and premises do not count (Besnard & Hunter 2001).
    HCategoriser,
}

impl Model {
    /// The models, in the order in which they are listed to people.
    pub const ALL: [Model; 3] = [Model::QuadraticEnergy, Model::DfQuad, Model::HCategoriser];

    /// The model of this name.
    pub fn named(word: &str) -> Option<Model> {
        Model::ALL.into_iter().find(|model| model.name() == word)
    }

    /// Name of the model on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Model::QuadraticEnergy => "qe",
            Model::DfQuad => "df-quad",
            Model::HCategoriser => "h-categoriser",
        }
    }
}
