#!/bin/sh
# Measures the search of a built site: search.sh DIR COLLECTION, where DIR holds run_site.mjs,
# expand.py and evaluate.py, and COLLECTION a test collection with docs.jsonl.gz, queries.tsv,
# qrels.tsv and, in derived/, more queries. Prints for every set of queries how well they are
# answered, beside Lucene itself, what they cost, and where the browser and Lucene differ.
# SETS (default: all) says which, such as "queries q-typo".
set -eu
bench=$(cd "$1" && pwd)
collection=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")/../.." && pwd)
for file in run_site.mjs expand.py evaluate.py; do
  [ -f "$bench/$file" ] || { echo "There is no $file in $1." >&2; exit 2; }
done
for file in docs.jsonl.gz queries.tsv qrels.tsv; do
  [ -f "$collection/$file" ] || { echo "There is no $file in $2." >&2; exit 2; }
done
for command in node npm python3; do
  command -v $command >/dev/null || { echo "The measurements need $command." >&2; exit 2; }
done

work=$here/target/search-bench
tools=$work/tools
waymark=$here/target/waymark/bin/waymark
mkdir -p "$work"
# A copy, which may be written to: the browser's driver goes into it.
if [ ! -d "$tools/node_modules" ]; then
  rm -rf "$tools"
  cp -R "$bench" "$tools"
  chmod -R u+w "$tools"
  (cd "$tools" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm install --silent --no-audit --no-fund)
fi
rm -rf "$work/docs" "$work/site"
python3 "$tools/expand.py" "$collection" "$work/docs"
"$waymark" build -q -c "$work/docs" -o "$work/site"

sets=${SETS-}
if [ -z "$sets" ]; then
  for file in "$collection"/queries.tsv "$collection"/derived/*.tsv; do
    case $file in *qrels.tsv) ;; *) sets="$sets $(basename "$file" .tsv)" ;; esac
  done
fi
failed=0
for set in $sets; do
  queries=$collection/$set.tsv
  [ -f "$queries" ] || queries=$collection/derived/$set.tsv
  judged=$collection/qrels.tsv
  case $set in ki-*) judged=$collection/derived/ki-qrels.tsv ;; esac
  run=$work/$set
  printf '\n%s\n' "$set"
  node "$tools/run_site.mjs" --site "$work/site" --queries "$queries" --out "$run" >/dev/null
  "$waymark" search -q -c "$work/docs" --queries "$queries" --format tsv --totals --limit 100 \
    >"$run-lucene-hits.tsv"
  # A document counts once, at its best section, as run_site.mjs has it.
  awk -F '\t' -v OFS='\t' '$2 != "total" {
    document = $3
    sub(/#.*/, "", document)
    if (!match(document, /doc-[^\/]*\.html$/) || ($1, document) in seen) next
    seen[$1, document]
    print $1, ++rank[$1], substr(document, RSTART + 4, RLENGTH - 9), $4
  }' "$run-lucene-hits.tsv" >"$run-lucene.tsv"
  python3 "$tools/evaluate.py" --qrels "$judged" "$run-http.tsv" "$run-file.tsv" "$run-lucene.tsv"
  node "$here/src/bench/search.mjs" "$tools" "$work/site" "$queries" "$run-lucene-hits.tsv" \
    "$run-stats.json" || failed=1
done
exit $failed
