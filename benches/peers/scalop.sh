#!/bin/sh
# Scalop, the peer: a solver of the competition (ICCMA), formerly Crustabri. Installs it once below target/peers, then becomes it.
#
#   scalop.sh install            only installs
#   scalop.sh SE-PR FILE         answers; a minute at most
set -eu
version=2.1.0
here=$(cd "$(dirname "$0")" && pwd)
peers=${PEERS:-$(cd "$here/../.." && pwd)/target/peers}
program="$peers/scalop-$version/bin/scalop"

if [ ! -x "$program" ]; then
    cargo install --quiet --locked --version "$version" --root "$peers/scalop-$version" scalop >&2
fi
case "${1:-}" in
install | "") ;;
*) exec timeout 60 "$program" solve --logging-level off -p "$1" -f "$2" ;;
esac
