#!/bin/sh
# Measures the search, beside Lucene itself: search.sh DIR, where DIR holds run_site.mjs, expand.py
# and evaluate.py. What is measured is said by variables, at least one of
#   COLLECTION  a test collection with docs.jsonl.gz, queries.tsv, qrels.tsv and, in derived/, more
#               queries: how well each set of them is answered, what that costs, and where the
#               browser and Lucene differ. SETS (default: all) says which, such as "queries q-typo".
#   SITE        a folder of Markdown: what its search costs, in bytes, time, room and CPU, and where
#               the browser and Lucene differ. QUERIES is a file of an id, a tab and a query each
#               (default: three words each, made from the pages).
#   WORDS       a list of words, one a line: which of them are analysed differently by the two.
# Ends with 1 when something misses its bar, and says what.
set -eu
bench=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")/../.." && pwd)
for file in run_site.mjs expand.py evaluate.py; do
  [ -f "$bench/$file" ] || { echo "There is no $file in $1." >&2; exit 2; }
done
collection=${COLLECTION-}
if [ -n "$collection" ]; then
  for file in docs.jsonl.gz queries.tsv qrels.tsv; do
    [ -f "$collection/$file" ] || { echo "There is no $file in $collection." >&2; exit 2; }
  done
  collection=$(cd "$collection" && pwd)
fi
site=${SITE-}
if [ -n "$site" ]; then
  [ -d "$site" ] || { echo "There is no folder $site." >&2; exit 2; }
  site=$(cd "$site" && pwd)
fi
for file in "${WORDS-}" "${QUERIES-}"; do
  [ -z "$file" ] || [ -f "$file" ] || { echo "There is no file $file." >&2; exit 2; }
done
for command in node npm python3; do
  command -v $command >/dev/null || { echo "The measurements need $command." >&2; exit 2; }
done
. "$here/src/main/dist/lib/find-java.sh"
find_java javac || { printf '%s\n' "$java_problem" >&2; exit 2; }

work=$here/target/search-bench
tools=$work/tools
waymark=$here/target/waymark/bin/waymark
log=$work/log.txt
mkdir -p "$work"
: >"$log"
# Prints what a command says, and keeps it for the summary.
say() {
  "$@" >"$work/said.txt" || grep -q '^missed: ' "$work/said.txt" ||
    echo 'missed: this could not be measured' >>"$work/said.txt"
  cat "$work/said.txt"
  sed -n "s/^missed: /missed: $set: /p" "$work/said.txt" >>"$log"
}

# A copy, which may be written to: the browser's driver goes into it.
if [ ! -d "$tools/node_modules" ]; then
  rm -rf "$tools"
  cp -R "$bench" "$tools"
  chmod -R u+w "$tools"
  (cd "$tools" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm install --silent --no-audit --no-fund)
fi

# measure CONTENT SITE QUERIES RUN [QRELS]: answers queries in the browser and by Lucene.
measure() {
  node "$tools/run_site.mjs" --site "$2" --queries "$3" --out "$4" >/dev/null
  "$waymark" search -q -c "$1" --queries "$3" --format tsv --totals --limit 100 \
    >"$4-lucene-hits.tsv"
  : >"$4-scores.json"
  if [ -n "${5-}" ]; then
    # A document counts once, at its best section, as run_site.mjs has it.
    awk -F '\t' -v OFS='\t' '$2 != "total" {
      document = $3
      sub(/#.*/, "", document)
      if (!match(document, /doc-[^\/]*\.html$/) || ($1, document) in seen) next
      seen[$1, document]
      print $1, ++rank[$1], substr(document, RSTART + 4, RLENGTH - 9), $4
    }' "$4-lucene-hits.tsv" >"$4-lucene.tsv"
    (cd "$work" && for form in "" --json; do
      name=$(basename "$4")
      python3 "$tools/evaluate.py" $form --qrels "$5" "$name-http.tsv" "$name-file.tsv" \
        "$name-lucene.tsv" >"$4-scores${form:+.json}"
    done)
    cat "$4-scores"
  fi
  say node "$here/src/bench/search.mjs" "$tools" "$2" "$3" "$4" "$set" "${6-0}"
}

if [ -n "${WORDS-}" ]; then
  set=words
  printf '\n%s\n' "$WORDS"
  "$java_home/bin/javac" -d "$work/classes" -cp "$here/target/waymark/lib/*" \
    "$here/src/bench/Words.java"
  "$java_home/bin/java" -cp "$work/classes:$here/target/waymark/lib/*" dev.waymark.search.Words \
    "$WORDS" >"$work/words.tsv"
  say node "$here/src/bench/words.mjs" "$tools" "$work/words.tsv"
fi

if [ -n "$site" ]; then
  set=site
  rm -rf "$work/given"
  pages=$(find "$site" -name '*.md' | wc -l)
  printf '\n%s: %s files of Markdown\n' "$site" "$pages"
  # Samples of what the threads are at, since indexing and the rest go on side by side. They do not
  # see the compiler, the collector and the disk, so they are no bar.
  WAYMARK_JAVA_OPTS="${WAYMARK_JAVA_OPTS-} -XX:StartFlightRecording:filename=$work/build.jfr -Xlog:jfr*=off" \
    "$waymark" build -q -c "$site" -o "$work/given" >/dev/null || [ $? -eq 1 ]
  "$java_home/bin/jfr" print --events jdk.ExecutionSample --stack-depth 64 "$work/build.jfr" |
    awk '/^jdk.ExecutionSample/ { all++; search = 0; related = 0 }
      /dev\.waymark\.search\.|org\.apache\.lucene\./ { search = 1 }
      /dev\.waymark\.search\.RelatedPages/ { related = 1 }
      /^}/ { pages += related; index_ += search && !related }
      END {
        printf "build: of the time in Java code, indexing and export take %.0f %%, ", share(index_)
        printf "related pages %.0f %% (%d samples)\n", share(pages), all
      }
      function share(some) { return all ? 100 * some / all : 100 }'
  queries=${QUERIES-}
  if [ -z "$queries" ]; then
    queries=$work/given.tsv
    python3 "$here/src/bench/queries.py" "$site" 200 >"$queries"
  fi
  measure "$site" "$work/given" "$queries" "$work/given-run" "" "$pages"
fi

if [ -n "$collection" ]; then
  rm -rf "$work/docs" "$work/site"
  python3 "$tools/expand.py" "$collection" "$work/docs"
  "$waymark" build -q -c "$work/docs" -o "$work/site"
  sets=${SETS-}
  if [ -z "$sets" ]; then
    for file in "$collection"/queries.tsv "$collection"/derived/*.tsv; do
      case $file in *qrels.tsv) ;; *) sets="$sets $(basename "$file" .tsv)" ;; esac
    done
  fi
  for set in $sets; do
    queries=$collection/$set.tsv
    [ -f "$queries" ] || queries=$collection/derived/$set.tsv
    judged=$collection/qrels.tsv
    case $set in ki-*) judged=$collection/derived/ki-qrels.tsv ;; esac
    printf '\n%s\n' "$set"
    measure "$work/docs" "$work/site" "$queries" "$work/$set" "$judged"
  done
fi

printf '\n'
if [ -s "$log" ]; then
  cat "$log"
  exit 1
fi
echo 'Nothing misses its bar.'
