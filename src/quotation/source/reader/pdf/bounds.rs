//! Bounds of what is read of a PDF: so many objects, no loops, no form that repeats others without end.

use std::collections::{BTreeMap, BTreeSet};

use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};

use super::unpacking;

/// Objects of the largest file that is read: a book of a thousand pages has some ten thousand.
const OBJECTS: usize = 500_000;
/// Levels of pages, and of forms within forms.
const LEVELS: usize = 32;
/// Kilobytes that a form may draw, those within it counted as often as they are drawn.
const DRAWN: u64 = 100_000;
/// Bytes that one stream may hold, unpacked: the instructions of a page have some hundred thousand.
const STREAM: usize = 1 << 24;
/// Bytes that are read for one page, whatever it repeats.
const PAGE: u64 = 1 << 27;
/// Bytes that are read for all pages together.
const PAGES: u64 = 1 << 30;

/// Sizes of what a file holds, by which it is known beforehand what it takes to read a page.
pub(super) struct Bounds {
    /// Bytes of each stream, unpacked.
    sizes: BTreeMap<ObjectId, usize>,
    /// Streams that are larger than is read, and have been emptied.
    emptied: BTreeSet<ObjectId>,
    /// Whether a form is among them, whose text would be missing wherever it is drawn.
    has_emptied_form: bool,
    /// Bytes of the form that draws most.
    largest_form: u64,
    /// Bytes that may still be read.
    left: u64,
}

impl Bounds {
    /// Refuses a file that is too large or built to be read without end, and takes out what holds no text: pictures, which the library
    /// would take for instructions.
    pub(super) fn keep_within(document: &mut Document) -> Result<Bounds, &'static str> {
        if document.objects.len() > OBJECTS {
            return Err("it has more objects than are read");
        }
        let mut bounds = Bounds {
            sizes: BTreeMap::new(),
            emptied: BTreeSet::new(),
            has_emptied_form: false,
            largest_form: 0,
            left: PAGES,
        };
        for (id, object) in &mut document.objects {
            let Object::Stream(stream) = object else { continue };
            let subtype = stream.dict.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
            let (is_picture, is_form) = (subtype == b"Image", subtype == b"Form");
            let size = if is_picture { None } else { unpacking::size(stream, STREAM) };
            if size.is_none() {
                stream.dict.remove(b"Filter");
                stream.content = Vec::new();
                if !is_picture {
                    bounds.emptied.insert(*id);
                    bounds.has_emptied_form |= is_form;
                }
            }
            bounds.sizes.insert(*id, size.unwrap_or(0));
        }
        let forms = Forms::of(document, &bounds.sizes);
        let mut seen = BTreeMap::new();
        for &id in forms.draws.keys() {
            let drawn = forms.drawn(id, 0, &mut seen).filter(|drawn| *drawn <= DRAWN);
            let drawn = drawn.ok_or("its drawings repeat themselves without end")?;
            bounds.largest_form = bounds.largest_form.max(drawn << 10);
        }
        Ok(bounds)
    }

    /// Whether all of a page can be read within bounds; if so, what it takes is taken off what is left.
    pub(super) fn admits(&mut self, document: &Document, page: ObjectId) -> bool {
        let contents = document.get_page_contents(page);
        let sizes =
            |ids: &[ObjectId]| ids.iter().map(|id| self.sizes.get(id).copied().unwrap_or(0) as u64).sum::<u64>();
        let fonts = document.get_page_fonts(page).unwrap_or_default();
        let tables = fonts.values().flat_map(|font| [b"ToUnicode".as_slice(), b"Encoding"].map(|key| font.get(key)));
        let tables: Vec<ObjectId> = tables.filter_map(|table| table.and_then(Object::as_reference).ok()).collect();
        let mut taken = sizes(&contents) + sizes(&tables);
        if taken > PAGE || contents.iter().any(|id| self.emptied.contains(id)) {
            return false;
        }
        if self.largest_form > 0 {
            let streams = contents.iter().filter_map(|&id| document.get_object(id).and_then(Object::as_stream).ok());
            let drawn: u64 = streams.map(times_drawn).sum();
            taken = taken.saturating_add(drawn.saturating_mul(self.largest_form));
            if self.has_emptied_form && drawn > 0 {
                return false;
            }
        }
        if taken > PAGE || taken > self.left {
            return false;
        }
        self.left -= taken;
        true
    }
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
    /// Of each form those that it may draw.
    draws: BTreeMap<ObjectId, Vec<ObjectId>>,
    sizes: &'d BTreeMap<ObjectId, usize>,
    document: &'d Document,
}

impl<'d> Forms<'d> {
    fn of(document: &'d Document, sizes: &'d BTreeMap<ObjectId, usize>) -> Self {
        let mut forms = Forms { draws: BTreeMap::new(), sizes, document };
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
            forms.draws.insert(*id, named.unwrap_or_default());
        }
        // A form without resources draws with those of whoever draws it, and may so draw itself.
        let open = |id: &ObjectId| {
            let Ok(Object::Stream(stream)) = document.get_object(*id) else { return false };
            stream.dict.get(b"Resources").is_err() && draws(stream)
        };
        let endless: Vec<ObjectId> = all.iter().copied().filter(open).collect();
        for id in endless {
            forms.draws.insert(id, vec![id]);
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

    /// How many kilobytes a form draws, at most, each begun counted; none for one that draws itself.
    fn drawn(&self, id: ObjectId, level: usize, seen: &mut BTreeMap<ObjectId, u64>) -> Option<u64> {
        let Some(named) = self.draws.get(&id) else { return Some(1) };
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
        let own = 1 + (self.sizes.get(&id).copied().unwrap_or(0) >> 10) as u64;
        let drawn = own.saturating_add(if most == 0 { 0 } else { most.saturating_mul(times_drawn(stream)) });
        seen.insert(id, drawn);
        Some(drawn)
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
