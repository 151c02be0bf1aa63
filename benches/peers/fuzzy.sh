#!/bin/sh
# Fuzzy matchers of Python, as peers: installs them once below target/peers and measures them on the text and a sample
# of the quotations that `cargo bench --bench quotation` checks.
#
#   fuzzy.sh [MEGABYTES [SAMPLE]]   10 megabytes (or 100) and every 50th quotation unless told
set -eu
here=$(cd "$(dirname "$0")" && pwd)
project=$(cd "$here/../.." && pwd)
peers="$project/target/peers"
python="$peers/fuzzy/bin/python"

if [ ! -x "$python" ]; then
    mkdir -p "$peers"
    python3 -m venv "$peers/fuzzy"
    "$python" -m pip install --quiet "rapidfuzz==3.14.6" "edlib==1.3.9.post1" >&2
fi
cd "$project"
cargo bench --quiet --bench quotation -- "${1:-10}" write "$peers"
exec "$python" "$here/fuzzy.py" "$peers/text" "$peers/quotations" "${2:-50}"
