//! State of every quotation of a map: known by its source's text, by a lock, or not at all.

use std::sync::{Arc, Mutex, PoisonError};

use foldhash::HashMap;
use rayon::prelude::*;

use crate::model::{Map, QuotationId, SourceId};

use super::check::check;
use super::difference::Severity;
use super::finding::{Fidelity, Finding};
use crate::quotation::lock::{Key, Lock, LockedQuotation, State};
use crate::quotation::position::Position;
use crate::quotation::source::text::{Text, place_in};

/// State of one quotation, with its fidelity.
#[derive(Debug, Clone)]
pub struct Checked {
    /// How it is known.
    pub state: State,
    /// The verdict: of the text where it is here, else as it was locked.
    pub fidelity: Option<Fidelity>,
    /// How grave its changes are.
    pub severity: Option<Severity>,
    /// Where it stands in its source.
    pub position: Option<Position>,
    /// Everything that was found in the text, where it is here.
    pub finding: Option<Finding>,
}

/// Where a text lies in memory, and the words of its quotations.
type Asked = (usize, Vec<String>);

/// The text, held fast so that nothing else comes to lie there, and what was found of each quotation.
type Found = (Arc<Text>, Vec<Finding>);

/// Findings on the quotations of each text, for whoever asks again: all quotations of a text are searched at once, so
/// that they are known together or not at all.
#[derive(Debug, Default)]
pub struct Searched {
    /// By where the text lies in memory, which is held fast beside it, and by the words of its quotations.
    found: HashMap<Asked, Found>,
}

/// State of all quotations of a map.
#[derive(Debug, Default)]
pub struct Verification {
    /// For each quotation; empty where nobody asked.
    checked: Vec<Checked>,
    /// The text of each source, where it was read.
    texts: Vec<Option<Arc<Text>>>,
    /// Sources whose text is there and could not be read.
    refused: Vec<SourceId>,
    /// Lock of an earlier search.
    lock: Lock,
}

impl Checked {
    const UNKNOWN: Checked =
        Checked { state: State::Unverified, fidelity: None, severity: None, position: None, finding: None };

    fn found(state: State, finding: Finding) -> Self {
        let LockedQuotation { fidelity, severity, position } = LockedQuotation::new(&finding);
        Checked { state, fidelity: Some(fidelity), severity, position, finding: Some(finding) }
    }

    fn locked(state: State, record: &LockedQuotation) -> Self {
        let LockedQuotation { fidelity, severity, position } = *record;
        Checked { state, fidelity: Some(fidelity), severity, position, finding: None }
    }

    /// Whether what is known is of the quotation as it stands now.
    pub fn is_current(&self) -> bool {
        matches!(self.state, State::Verified | State::SourceChanged | State::Locked)
    }

    /// Whether the quotation is refused unless a level allows it.
    pub fn is_denied(&self) -> bool {
        self.is_current() && self.fidelity.is_some_and(|fidelity| fidelity.is_denied(self.severity))
    }
}

impl Verification {
    /// Checks the quotations of each source against its text, where it is here, and against the lock, where it is not.
    pub fn new(map: &Map, texts: Vec<Option<Arc<Text>>>, lock: Lock) -> Self {
        let search = |text: &Arc<Text>, words: &[&str]| check(text, words);
        Verification::searching(map, texts, lock, search)
    }

    /// The same, where texts with the same quotations as before are not searched again. What was found is remembered for the
    /// next time.
    pub fn again(map: &Map, texts: Vec<Option<Arc<Text>>>, lock: Lock, searched: &mut Searched) -> Self {
        let known = std::mem::take(&mut searched.found);
        let found = Mutex::new(HashMap::default());
        let search = |text: &Arc<Text>, words: &[&str]| {
            let key = (Arc::as_ptr(text) as usize, words.iter().map(|&words| words.to_owned()).collect());
            let findings = known.get(&key).map(|(_, findings)| findings.clone());
            let findings = findings.unwrap_or_else(|| check(text, words));
            let held = (Arc::clone(text), findings.clone());
            found.lock().unwrap_or_else(PoisonError::into_inner).insert(key, held);
            findings
        };
        let verification = Verification::searching(map, texts, lock, search);
        searched.found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
        verification
    }

    fn searching(
        map: &Map,
        texts: Vec<Option<Arc<Text>>>,
        lock: Lock,
        search: impl Fn(&Arc<Text>, &[&str]) -> Vec<Finding> + Sync,
    ) -> Self {
        let mut by_source: Vec<Vec<QuotationId>> = vec![Vec::new(); map.sources.len()];
        for (id, quotation) in map.quotations.iter() {
            if let Some(source) = map.statements[quotation.statement].source {
                by_source[source.index()].push(id);
            }
        }
        let one = |(index, ids): (usize, &Vec<QuotationId>)| {
            let name = map.word(map.sources[SourceId::new(index)].name);
            let text = texts.get(index).and_then(Option::as_ref);
            let found = of_source(map, name, ids, text, &lock, &search);
            ids.iter().copied().zip(found).collect::<Vec<_>>()
        };
        let found: Vec<Vec<(QuotationId, Checked)>> = by_source.par_iter().enumerate().map(one).collect();
        let mut checked = vec![Checked::UNKNOWN; map.quotations.len()];
        for (id, one) in found.into_iter().flatten() {
            checked[id.index()] = one;
        }
        Verification { checked, texts, refused: Vec::new(), lock }
    }

    /// The same of a part of the map: of those of its sources and quotations that are in the part, too.
    pub fn of_part(&self, whole: &Map, part: &Map) -> Self {
        let mut sources = whole.sources.iter().peekable();
        let ids = part.sources.iter().filter_map(|(_, wanted)| sources.find(|(_, it)| it.name == wanted.name));
        let ids: Vec<SourceId> = ids.map(|(id, _)| id).collect();
        let texts = ids.iter().map(|id| self.texts.get(id.index()).cloned().flatten()).collect();
        let refused = ids.iter().enumerate().filter(|(_, id)| self.refused.contains(id));
        let refused = refused.map(|(at, _)| SourceId::new(at)).collect();
        let mut quotations = whole.quotations.iter();
        let found = part.quotations.iter().filter_map(|(_, wanted)| quotations.find(|(_, it)| it.span == wanted.span));
        let checked = found.filter_map(|(id, _)| self.checked.get(id.index()).cloned()).collect();
        Verification { checked, texts, refused, lock: self.lock.clone() }
    }

    /// Remembers the sources whose text is there and could not be read: somebody has said so.
    pub fn refusing(self, refused: Vec<SourceId>) -> Self {
        Verification { refused, ..self }
    }

    /// Whether the text of a source is there and could not be read.
    pub fn is_refused(&self, source: SourceId) -> bool {
        self.refused.contains(&source)
    }

    /// State of a quotation; none where nobody asked.
    pub fn of(&self, quotation: QuotationId) -> Option<&Checked> {
        self.checked.get(quotation.index())
    }

    /// The text of a source, if it is here.
    pub fn text(&self, source: SourceId) -> Option<&Text> {
        self.texts.get(source.index())?.as_deref()
    }

    /// Where a quotation stands in its source: `file:line:column`, and the page where there are pages.
    pub fn place(&self, map: &Map, quotation: QuotationId) -> Option<String> {
        let position = self.of(quotation)?.position?;
        let source = map.statements[map.quotations[quotation].statement].source?;
        Some(place_in(map, source, self.text(source), position))
    }

    /// The best passage for a quotation as its source has it, on one line; where the text is here and has one.
    pub fn passage(&self, map: &Map, quotation: QuotationId) -> Option<String> {
        let best = self.of(quotation)?.finding.as_ref()?.occurrences.first()?;
        let source = map.statements[map.quotations[quotation].statement].source?;
        let typed = map.text(map.quotations[quotation].words);
        Some(self.text(source)?.source.read_on_as(best.range.clone(), &typed).trim().to_owned())
    }

    /// Lock of an earlier search.
    pub fn lock(&self) -> &Lock {
        &self.lock
    }

    /// A lock of what is known now. Of a source whose text is not here, what was locked of the quotations that it still has
    /// stays; sources that the map does not have stay where it is only a part of the map that was locked.
    pub fn record(&self, map: &Map, of_part: bool) -> Lock {
        let mut record = Lock::default();
        for (id, source) in map.sources.iter() {
            let name = map.word(source.name);
            let known = self.text(id).map(|text| &text.record).or_else(|| self.lock.sources.get(name));
            record.sources.extend(known.map(|known| (name.to_owned(), known.clone())));
        }
        for (id, quotation) in map.quotations.iter() {
            let Some(source) = map.statements[quotation.statement].source else { continue };
            let place = (map.word(map.sources[source].name).to_owned(), Key::new(&map.text(quotation.words)));
            let found = self.of(id).and_then(|checked| checked.finding.as_ref()).map(LockedQuotation::new);
            let known = found.or_else(|| self.lock.quotations.get(&place).cloned());
            record.quotations.extend(known.map(|known| (place, known)));
        }
        if of_part {
            let is_other = |name: &str| map.sources.iter().all(|(_, source)| map.word(source.name) != name);
            let sources = self.lock.sources.iter().filter(|(name, _)| is_other(name));
            record.sources.extend(sources.map(|(name, known)| (name.clone(), known.clone())));
            let quotations = self.lock.quotations.iter().filter(|((name, _), _)| is_other(name));
            record.quotations.extend(quotations.map(|(place, known)| (place.clone(), known.clone())));
        }
        record
    }
}

/// States of the quotations of one source.
fn of_source(
    map: &Map,
    name: &str,
    ids: &[QuotationId],
    text: Option<&Arc<Text>>,
    lock: &Lock,
    search: &impl Fn(&Arc<Text>, &[&str]) -> Vec<Finding>,
) -> Vec<Checked> {
    let words: Vec<_> = ids.iter().map(|&id| map.text(map.quotations[id].words)).collect();
    let keys: Vec<Key> = words.iter().map(|words| Key::new(words)).collect();
    let states = lock.states(name, &keys, text.map(|text| &text.record));
    if let Some(text) = text {
        let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        let findings = search(text, &words);
        return states.into_iter().zip(findings).map(|(state, finding)| Checked::found(state, finding)).collect();
    }
    let one = |(state, key)| match lock.quotations.get(&(name.to_owned(), key)) {
        Some(record) => Checked::locked(state, record),
        None => Checked { state, ..Checked::UNKNOWN },
    };
    states.into_iter().zip(keys).map(one).collect()
}

#[cfg(test)]
mod tests {
    use crate::model::example::sound_map;
    use crate::quotation::Format;
    use crate::quotation::judge::verification::*;

    const MAP: &str = "source s: S\nclaim a: x\n  quote: cars are\n      not welcome\n  quote: in the old town centre, cars are welcome\nsource t: T\n\
                       claim b: y\n  quote: of another source\n";

    fn text(of: &str) -> Arc<Text> {
        Arc::new(Text::read(of.into(), Format::Plain).expect("the text is small"))
    }

    fn known(map: &Map, verification: &Verification) -> Vec<String> {
        let one =
            |id| verification.of(id).map(|it| format!("{:?} {}", it.state, it.fidelity.map_or("-", Fidelity::name)));
        map.quotations.ids().filter_map(one).collect()
    }

    #[test]
    fn a_text_speaks_before_a_lock_and_a_lock_where_there_is_no_text() {
        let map = sound_map(MAP);
        let there = || vec![Some(text("Hence, in the old town centre, cars are not welcome.")), None];
        let first = Verification::new(&map, there(), Lock::default());
        assert_eq!(known(&map, &first), ["Verified exact", "Verified edited", "Unverified -"]);
        let lock = first.record(&map, false);
        let without = Verification::new(&map, vec![None, None], lock.clone());
        assert_eq!(known(&map, &without), ["Locked exact", "Locked edited", "Unverified -"]);
        assert_eq!(without.record(&map, false), lock, "a lock outlives the texts");
        let other = Verification::new(
            &map,
            vec![Some(text("Hence, in the old town centre, cars are welcome.")), None],
            lock.clone(),
        );
        assert_eq!(known(&map, &other)[1], "SourceChanged exact");
        let part = sound_map("source t: T\nclaim b: y\n  quote: of another source\n");
        assert_eq!(Verification::new(&part, Vec::new(), lock.clone()).record(&part, true), lock);
        assert_eq!(Verification::new(&part, Vec::new(), lock).record(&part, false), Lock::default());
    }

    #[test]
    fn nothing_is_known_where_nobody_asked() {
        let map = sound_map(MAP);
        assert_eq!(known(&map, &Verification::default()), [""; 0]);
    }
}
