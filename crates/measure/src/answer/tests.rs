//! Known answers, laws, and the definition written out a second time.

use proptest::prelude::*;

use super::*;

/// An answer as it is typed: `+2` holds the third position, `-0` rejects the first, `=1` is between on the second, `m`
/// stands in the middle.
fn answer(text: &str) -> Answer {
    if text == "m" {
        return Answer::Middle;
    }
    let say = |word: &str| {
        let side = match &word[..1] {
            "+" => Side::Holds,
            "-" => Side::Rejects,
            _ => Side::Between,
        };
        (word[1..].parse().expect("a position"), side)
    };
    Answer::Says(text.split_whitespace().map(say).collect())
}

#[test]
fn each_kind_of_question_has_its_distance() {
    let rows = [
        (Question::Scale(5), "+0", "+4", Some(1.0)),
        (Question::Scale(5), "+1", "+2", Some(0.25)),
        (Question::Scale(5), "+3 -0", "+3", Some(0.0)),
        (Question::Scale(5), "m", "+4", Some(0.5)),
        (Question::Scale(2), "+0", "+1", Some(1.0)),
        (Question::Scale(2), "m", "m", Some(0.0)),
        (Question::Scale(1), "+0", "+0", Some(0.0)),
        (Question::Scale(5), "+1", "-1", Some(0.25)),
        (Question::Scale(5), "-1", "-1", Some(0.0)),
        (Question::Choice, "+1", "+1", Some(0.0)),
        (Question::Choice, "+1", "+2", Some(1.0)),
        (Question::Choice, "+1", "-1", Some(1.0)),
        (Question::Choice, "+1", "-2", None),
        (Question::Choice, "-1", "-1", Some(0.0)),
        (Question::Choice, "-1 -2", "-2 -3", Some(0.0)),
        (Question::Choice, "-1", "-2", None),
        (Question::Choice, "+1 -2", "+1 -3", Some(0.0)),
        (Question::Choice, "m", "+1", Some(0.5)),
        (Question::Choice, "m", "-1", None),
        (Question::Choice, "m", "m", Some(0.0)),
        (Question::Open, "+0 +1 -2", "+0 -1 -2 +3", Some(1.0 / 3.0)),
        (Question::Open, "=0", "+0", Some(0.5)),
        (Question::Open, "+0", "+1", None),
    ];
    for (question, a, b, expected) in rows {
        let found = question.distance(&answer(a), &answer(b));
        let found = found.map(|Fraction { parts, of }| parts as f64 / of as f64);
        assert_eq!(found, expected, "{question:?}: {a} and {b}");
    }
}

#[test]
fn sides_are_those_of_the_middle() {
    let rows = [
        (Question::Scale(5), "+0", "+1", Some(Sides::Same)),
        (Question::Scale(5), "+0", "+2", Some(Sides::Neither)),
        (Question::Scale(5), "+1", "+3", Some(Sides::Opposite)),
        (Question::Choice, "+1", "+3", Some(Sides::Opposite)),
        (Question::Choice, "-1", "-1", Some(Sides::Same)),
        (Question::Open, "+0 +1", "+0 -1", Some(Sides::Neither)),
        (Question::Open, "+0 +1 +2", "+0 -1 -2", Some(Sides::Opposite)),
        (Question::Open, "+0", "+1", None),
    ];
    for (question, a, b, expected) in rows {
        assert_eq!(question.sides(&answer(a), &answer(b)), expected, "{question:?}: {a} and {b}");
    }
}

/// Any answer that a question can have.
pub(crate) fn any_answer(question: Question) -> BoxedStrategy<Answer> {
    let positions = if let Question::Scale(positions) = question { positions } else { 4 };
    let side = prop_oneof![Just(Side::Rejects), Just(Side::Holds), Just(Side::Between)];
    let says = prop::collection::btree_map(0..positions, side, 1..=positions as usize);
    let is_open = question == Question::Open;
    let exclusive = move |says: std::collections::BTreeMap<u32, Side>| {
        let mut held = false;
        let says = says.into_iter().filter(|(_, side)| match side {
            Side::Rejects => true,
            Side::Between => is_open,
            Side::Holds => is_open || !std::mem::replace(&mut held, true),
        });
        Answer::Says(says.collect())
    };
    let says = says.prop_map(exclusive).prop_filter("it says something", |answer| answer.length() > 0);
    if is_open { says.boxed() } else { prop_oneof![4 => says, 1 => Just(Answer::Middle)].boxed() }
}

/// Any kind of question.
pub(crate) fn any_question() -> impl Strategy<Value = Question> {
    prop_oneof![(1..7u32).prop_map(Question::Scale), Just(Question::Choice), Just(Question::Open)]
}

proptest! {
    #[test]
    fn distance_is_symmetric_bounded_and_nothing_to_oneself(
        (question, a, b) in any_question().prop_flat_map(|question| (Just(question), any_answer(question), any_answer(question)))
    ) {
        let found = question.distance(&a, &b);
        prop_assert_eq!(found, question.distance(&b, &a));
        prop_assert_eq!(question.sides(&a, &b), question.sides(&b, &a));
        prop_assert_eq!(question.sides(&a, &b).is_some(), found.is_some());
        if let Some(Fraction { parts, of }) = found {
            prop_assert!(of > 0 && parts <= of);
        }
        prop_assert!(question.distance(&a, &a).is_none_or(|itself| itself.parts == 0));
    }
}
