#!/bin/sh
# Argdown, the peer: installs its command line once below target/peers, then becomes what is asked for.
#
#   argdown.sh install            only installs
#   argdown.sh json FILE FOLDER   the command line: reads FILE, writes its JSON into FOLDER
#   argdown.sh parse FILE         the library: prints bytes, CPU seconds and statements of parsing FILE
#   argdown.sh                    measures both beside Counterpoint, on the same content in the same run
set -eu
version=1.7.5
here=$(cd "$(dirname "$0")" && pwd)
project=$(cd "$here/../.." && pwd)
peers="$project/target/peers"
modules="$peers/argdown-$version/node_modules"

if [ ! -d "$modules/@argdown/cli" ]; then
    mkdir -p "$peers/argdown-$version"
    npm install --silent --no-audit --no-fund --prefix "$peers/argdown-$version" "@argdown/cli@$version" >&2
fi

# A hundred thousand elements need more than the heap that node takes by default.
case "${1:-}" in
install) ;;
json) exec node --max-old-space-size=8192 "$modules/@argdown/cli/dist/cli.js" json "$2" "$3" ;;
parse) NODE_PATH="$modules" exec node --max-old-space-size=8192 "$here/argdown-parse.js" "$2" ;;
*) cd "$project" && exec cargo bench --bench speed -- peer ;;
esac
