//! Bounds of what is read of a PDF: so many objects, no loops, no form that repeats others without end.

use std::collections::{BTreeMap, BTreeSet};

use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};

/// Objects of the largest file that is read: a book of a thousand pages has some ten thousand.
const OBJECTS: usize = 500_000;
/// Levels of pages, and of forms within forms.
const LEVELS: usize = 32;
/// Times that forms may be drawn on one page, those within forms counted as often as these are drawn.
const DRAWN: u64 = 100_000;
/// Bytes that one stream may hold, packed: what is packed grows a thousandfold at most.
const PACKED: usize = 1 << 24;

/// Refuses a file that is too large or built to be read without end, and takes out what holds no text: pictures, which the library would
/// take for instructions.
pub(super) fn keep_within(document: &mut Document) -> Result<(), &'static str> {
    if document.objects.len() > OBJECTS {
        return Err("it has more objects than are read");
    }
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        let subtype = stream.dict.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        if subtype == b"Image" || stream.content.len() > PACKED {
            stream.dict.remove(b"Filter");
            stream.content = Vec::new();
        }
    }
    let forms = Forms::of(document);
    let mut seen = BTreeMap::new();
    let are_bounded = forms.forms.keys().all(|&id| forms.drawn(id, 0, &mut seen).is_some_and(|times| times <= DRAWN));
    if are_bounded { Ok(()) } else { Err("its drawings repeat themselves without end") }
}

/// Whether a page and what it inherits from are not their own ancestors, and it has what every page has.
pub(super) fn is_page_sound(document: &Document, page: ObjectId) -> bool {
    let mut next = document.get_dictionary(page).ok();
    for _ in 0..LEVELS {
        let Some(level) = next else { return true };
        next = level.get(b"Parent").and_then(Object::as_reference).and_then(|id| document.get_dictionary(id)).ok();
    }
    false
}

/// The drawings of a document that may draw others.
struct Forms<'d> {
    forms: BTreeMap<ObjectId, Vec<ObjectId>>,
    document: &'d Document,
}

impl<'d> Forms<'d> {
    fn of(document: &'d Document) -> Self {
        let mut forms = Forms { forms: BTreeMap::new(), document };
        let mut all = BTreeSet::new();
        let is_form =
            |stream: &Stream| stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Form");
        for (id, object) in &document.objects {
            let Object::Stream(stream) = object else { continue };
            if !is_form(stream) {
                continue;
            }
            all.insert(*id);
            let resources = stream.dict.get(b"Resources").ok().and_then(|it| forms.dictionary(it));
            let named = resources.map(|resources| forms.named(resources));
            forms.forms.insert(*id, named.unwrap_or_default());
        }
        // A form without resources draws with those of whoever draws it, and may so draw itself.
        let open = |id: &ObjectId| {
            let Ok(Object::Stream(stream)) = document.get_object(*id) else { return false };
            stream.dict.get(b"Resources").is_err() && draws(stream)
        };
        let endless: Vec<ObjectId> = all.iter().copied().filter(open).collect();
        for id in endless {
            forms.forms.insert(id, vec![id]);
        }
        forms
    }

    fn dictionary(&self, object: &'d Object) -> Option<&'d Dictionary> {
        self.document.dereference(object).ok().and_then(|(_, object)| object.as_dict().ok())
    }

    /// The forms that some resources name.
    fn named(&self, resources: &'d Dictionary) -> Vec<ObjectId> {
        let objects = resources.get(b"XObject").ok().and_then(|it| self.dictionary(it));
        let ids =
            objects.into_iter().flat_map(|objects| objects.iter()).filter_map(|(_, object)| object.as_reference().ok());
        ids.collect()
    }

    /// How many drawings a form is, at most; none for one that draws itself.
    fn drawn(&self, id: ObjectId, level: usize, seen: &mut BTreeMap<ObjectId, u64>) -> Option<u64> {
        let Some(named) = self.forms.get(&id) else { return Some(1) };
        if let Some(times) = seen.get(&id) {
            return Some(*times);
        }
        if level > LEVELS {
            return None;
        }
        let mut most = 0;
        for other in named {
            most = most.max(self.drawn(*other, level + 1, seen)?);
        }
        let Ok(Object::Stream(stream)) = self.document.get_object(id) else { return Some(1) };
        let times = 1 + if most == 0 { 0 } else { most.saturating_mul(times_drawn(stream)) };
        seen.insert(id, times);
        Some(times)
    }
}

/// Whether a stream draws other objects.
fn draws(stream: &Stream) -> bool {
    times_drawn(stream) > 0
}

/// How often a stream asks for a drawing.
fn times_drawn(stream: &Stream) -> u64 {
    let content = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    memchr::memmem::find_iter(&content, b"Do").count() as u64
}
