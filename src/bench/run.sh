#!/bin/sh
# Times whole builds, from a cold start: run.sh DIR, where DIR holds bench.py and make_corpus.py,
# a folder corpora/ of Markdown beside it or in it, and peers to time the tool against.
# PAGES (default "1000 10000"), RUNS (default 3) and PEERS (default hugo, if it is installed) say what.
set -eu
bench=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")/../.." && pwd)
[ -f "$bench/bench.py" ] && [ -f "$bench/make_corpus.py" ] || {
  echo "There is no bench.py and make_corpus.py in $1." >&2
  exit 2
}
corpus=
for folder in "$bench"/corpora/* "$bench"/../corpora/*; do
  [ -d "$folder" ] && corpus=$folder && break
done
[ -n "$corpus" ] || { echo "There is no folder of Markdown in $1/corpora." >&2; exit 2; }

work=$here/target/bench
mkdir -p "$work"
peers=${PEERS-}
[ -n "$peers" ] || ! command -v hugo >/dev/null 2>&1 || peers=hugo
for pages in ${PAGES:-1000 10000}; do
  [ -d "$work/$pages" ] || python3 "$bench/make_corpus.py" "$corpus" "$work/$pages" "$pages"
  WAYMARK=$here/target/waymark/bin/waymark TOOLS=$work \
    python3 "$bench/bench.py" "$work/$pages" $peers waymark --runs "${RUNS:-3}" --work "$work/work"
done
