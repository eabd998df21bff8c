#!/bin/sh
# Measures a preview: from a save to the new page in the hands of a browser, and to the search that
# knows of it: serve.sh CONTENT PAGE. PAGE is a Markdown file below CONTENT, of which a copy is
# edited. Run by make serve-bench.
set -eu
content=${1:-content} page=${2:-parts/part-5/consent.md}
[ -f "$content/$page" ] || { echo "There is no $page in $content." >&2; exit 2; }
. src/main/dist/lib/find-java.sh
find_java javac || { printf '%s\n' "$java_problem" >&2; exit 2; }
sh src/build/mvn.sh -q test-compile
work=$(mktemp -d)
preview=
trap '[ -z "$preview" ] || kill "$preview"; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
cp -R "$content" "$work/content"
mkfifo "$work/said"
target/waymark/bin/waymark serve -c "$work/content" --port 0 >"$work/said" 2>&1 &
preview=$!
exec 3<"$work/said"
address=
while [ -z "$address" ]; do
  read -r line <&3 || { echo 'The preview has ended.' >&2; exit 1; }
  address=$(printf '%s\n' "$line" | sed -n 's|.* at \(http://[^ ]*\).*|\1|p')
done
cat <&3 >/dev/null &
"$java_home/bin/java" -cp "target/test-classes:target/waymark/lib/*" \
  dev.waymark.serve.ServeBenchmark "$address" "$work/content" "$page"
