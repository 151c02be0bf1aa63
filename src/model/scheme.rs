//! Argumentation schemes: the common kinds of argument, each with the critical questions that it has to withstand.
//!
//! After Walton, Reed and Macagno, *Argumentation Schemes* (2008). What is not in the table is a scheme of the writer's own.

/// A common kind of argument.
#[derive(Debug)]
pub struct Scheme {
    /// The name that `scheme` takes.
    pub name: &'static str,
    /// Questions that can be asked of every argument of this kind, each behind its name.
    pub questions: &'static [(&'static str, &'static str)],
}

impl Scheme {
    /// The scheme of a name; `None` where it is one of the writer's own.
    pub fn of(name: &str) -> Option<&'static Scheme> {
        SCHEMES.iter().find(|scheme| scheme.name == name)
    }

    /// Whether one of its questions is called so.
    pub fn asks(&self, question: &str) -> bool {
        self.questions.iter().any(|(name, _)| *name == question)
    }
}

/// Every scheme that is known, in the order of the alphabet.
pub const SCHEMES: &[Scheme] = &[
    scheme(
        "abduction",
        &[
            ("explanation", "Does it explain what was found?"),
            ("alternatives", "Does another explanation do as well or better?"),
            ("inquiry", "Was enough looked into to choose between them?"),
        ],
    ),
    scheme(
        "analogy",
        &[
            ("similarity", "Are the two cases alike in what matters here?"),
            ("truth", "Does it hold in the case that is compared?"),
            ("differences", "Do they differ in what would change the result?"),
            ("other-cases", "Is there a case as like in which it does not hold?"),
        ],
    ),
    scheme(
        "cause-to-effect",
        &[
            ("strength", "Does the cause nearly always have this effect?"),
            ("evidence", "Is there evidence that it has?"),
            ("interference", "Is there something that would keep the effect away?"),
        ],
    ),
    scheme(
        "commitment",
        &[
            ("evidence", "Did they bind themselves to this?"),
            ("change", "Have they taken it back since?"),
            ("exception", "Is this a case that they excepted?"),
        ],
    ),
    scheme(
        "correlation-to-cause",
        &[
            ("correlation", "Do the two really go together?"),
            ("coincidence", "Could it be chance?"),
            ("common-cause", "Does a third thing cause both?"),
            ("direction", "Does the second cause the first?"),
        ],
    ),
    scheme(
        "definition",
        &[
            ("adequacy", "Does the definition fit how the word is used?"),
            ("alternatives", "Is there another one that fits better?"),
            ("application", "Does it apply to this case?"),
        ],
    ),
    scheme(
        "established-rule",
        &[
            ("validity", "Is there such a rule, and is it in force?"),
            ("application", "Is this a case that the rule is about?"),
            ("other-rules", "Does another rule go before it?"),
            ("exception", "Is this an exception to it?"),
        ],
    ),
    scheme(
        "example",
        &[
            ("truth", "Is the example true?"),
            ("relevance", "Is it an example of what is claimed?"),
            ("typicality", "Is it typical of such cases?"),
            ("counterexamples", "Are there cases that show the opposite?"),
        ],
    ),
    scheme(
        "expert-opinion",
        &[
            ("expertise", "How far is this person an expert?"),
            ("field", "Is it the field that the claim belongs to?"),
            ("opinion", "Was this really said, and is it what follows from it?"),
            ("bias", "Is the expert honest, and without a stake in it?"),
            ("consistency", "Do other experts agree?"),
            ("evidence", "Is it based on evidence?"),
        ],
    ),
    scheme(
        "fear-appeal",
        &[
            ("danger", "Is what is feared as bad as it is said to be?"),
            ("likelihood", "How likely is it?"),
            ("remedy", "Would what is proposed keep it away?"),
        ],
    ),
    scheme(
        "ignorance",
        &[
            ("search", "How far was it searched for?"),
            ("finding", "Would it have been found, if it were so?"),
            ("burden", "Who has to show it?"),
        ],
    ),
    scheme(
        "negative-consequences",
        &[
            ("likelihood", "How likely is it that they follow?"),
            ("evidence", "What shows that they would?"),
            ("other-consequences", "Are there good ones that weigh more?"),
        ],
    ),
    scheme(
        "popular-opinion",
        &[("evidence", "What shows that most people think so?"), ("doubt", "Is there reason to doubt it even so?")],
    ),
    scheme(
        "popular-practice",
        &[("evidence", "What shows that most people do so?"), ("grounds", "Do they do it for good grounds?")],
    ),
    scheme(
        "position-to-know",
        &[
            ("position", "Is this person in a position to know it?"),
            ("honesty", "Is the person honest?"),
            ("assertion", "Did the person really say so?"),
        ],
    ),
    scheme(
        "positive-consequences",
        &[
            ("likelihood", "How likely is it that they follow?"),
            ("evidence", "What shows that they would?"),
            ("other-consequences", "Are there bad ones that weigh more?"),
        ],
    ),
    scheme(
        "practical-reasoning",
        &[
            ("other-goals", "Are there other goals that it would harm?"),
            ("alternatives", "Is there another way to the goal?"),
            ("best", "Is it the best of the ways?"),
            ("possibility", "Can it be done?"),
            ("side-effects", "What else would follow from it?"),
        ],
    ),
    scheme(
        "precedent",
        &[
            ("similarity", "Is this case like the earlier one in what matters?"),
            ("validity", "Was the earlier case rightly decided?"),
            ("differences", "Do they differ in what would change the result?"),
        ],
    ),
    scheme(
        "sign",
        &[
            ("strength", "How strongly does the sign go with what it is a sign of?"),
            ("alternatives", "Would something else account for the sign better?"),
        ],
    ),
    scheme(
        "slippery-slope",
        &[
            ("steps", "Does each step lead to the next?"),
            ("weakest", "Which step is the least likely?"),
            ("stop", "Could one stop on the way?"),
        ],
    ),
    scheme(
        "values",
        &[
            ("value", "Is the value worth holding?"),
            ("conflict", "Does it conflict with another that goes before it?"),
            ("promotion", "Does what is proposed serve it?"),
        ],
    ),
    scheme(
        "witness-testimony",
        &[
            ("consistency", "Does the testimony agree with itself?"),
            ("facts", "Does it agree with the known facts?"),
            ("others", "Does it agree with what other witnesses say?"),
            ("bias", "Has the witness a stake in it?"),
            ("plausibility", "How plausible is it?"),
        ],
    ),
];

const fn scheme(name: &'static str, questions: &'static [(&'static str, &'static str)]) -> Scheme {
    Scheme { name, questions }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_stand_in_order_and_no_name_stands_twice() {
        assert!(SCHEMES.is_sorted_by(|one, next| one.name < next.name));
        for scheme in SCHEMES {
            let mut names: Vec<&str> = scheme.questions.iter().map(|(name, _)| *name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), scheme.questions.len(), "{}", scheme.name);
            assert!(names.iter().all(|name| crate::syntax::grammar::is_name(name)), "{}", scheme.name);
        }
    }
}
