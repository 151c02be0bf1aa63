//! Sizes of what a PDF holds packed, found without holding it: a few bytes may unpack to gigabytes.

use std::io::Read;

use flate2::read::DeflateDecoder;
use memchr::memmem;
use pdf_extract::Stream;

/// Bytes that the lists of objects in a file may have together, unpacked: those of a book of a thousand pages have some ten million.
const LISTS: usize = 1 << 26;
/// Bytes that they may have in a file that is locked, packed, as nothing is known of what comes out.
const LOCKED_LISTS: usize = 1 << 20;
/// Bytes before a stream in which its dictionary is looked for; a longer one may be that of a list.
const DICTIONARY: usize = 1 << 12;
/// Bytes that a stream may have, packed in a way that is unpacked only to see its size.
const RARELY_PACKED: usize = 1 << 16;

/// Whether the packed lists of objects of a file, which the library unpacks as it opens the file, stay within bounds.
pub(super) fn are_lists_bounded(file: &[u8]) -> bool {
    let is_locked = memmem::find(file, b"/Encrypt").is_some();
    let mut sum = 0;
    for at in memmem::find_iter(file, b"stream") {
        let dictionary = &file[at.saturating_sub(DICTIONARY)..at];
        let begins = memmem::rfind(dictionary, b"obj");
        let dictionary = &dictionary[begins.unwrap_or(0)..];
        let names = |name: &[u8]| memmem::find_iter(dictionary, name).count();
        // A name may be spelt by numbers behind `#`.
        let is_list = begins.is_none() || names(b"ObjStm") + names(b"XRef") + names(b"#") > 0;
        if dictionary.ends_with(b"end") || !is_list {
            continue;
        }
        if names(b"LZW") + names(b"ASCII85") + names(b"A85") > 0 || names(b"FlateDecode") > 1 {
            return false;
        }
        let packed = file[at + b"stream".len()..].trim_ascii_start();
        let (size, most) = if is_locked {
            (memmem::find(packed, b"endstream").unwrap_or(packed.len()), LOCKED_LISTS)
        } else {
            (inflated(packed, LISTS - sum), LISTS)
        };
        sum += size;
        if sum > most {
            return false;
        }
    }
    true
}

/// Bytes that a stream has, unpacked; none if they are more than `most`, or cannot be told.
pub(super) fn size(stream: &Stream, most: usize) -> Option<usize> {
    let filters = stream.filters().unwrap_or_default();
    let packers = filters.iter().filter(|filter| matches!(**filter, b"FlateDecode" | b"LZWDecode")).count();
    let size = match filters.as_slice() {
        [] => stream.content.len(),
        [b"FlateDecode"] => inflated(&stream.content, most),
        _ if packers > 1 || stream.content.len() > RARELY_PACKED => return None,
        _ => stream.decompressed_content().map_or(stream.content.len(), |content| content.len()),
    };
    (size <= most).then_some(size)
}

/// Bytes that come out of what is deflated behind two bytes of a head; where they are more than `most`, some number above it.
fn inflated(packed: &[u8], most: usize) -> usize {
    let mut unpacked = DeflateDecoder::new(packed.get(2..).unwrap_or_default());
    let (mut buffer, mut size) = (vec![0; 1 << 16], 0);
    while size <= most {
        match unpacked.read(&mut buffer) {
            Ok(0) | Err(_) => break,
            Ok(read) => size += read,
        }
    }
    size
}
