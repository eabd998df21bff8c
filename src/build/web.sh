#!/bin/sh
# Runs Closure Compiler, the jar given, on the JDK that Waymark is built with: web.sh JAR OUT makes
# client.js and entry.js in the folder OUT, of what is in src/main/web. A type error ends it.
. src/main/dist/lib/find-java.sh
if ! find_java javac; then
  printf '%s\n' "$java_problem" >&2
  exit 2
fi
compile() {
  name=$1
  shift
  # Into another file first: half a program must not look like a whole one.
  "$java_home/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    --sun-misc-unsafe-memory-access=allow -jar "$jar" \
    --flagfile src/build/web.flags "$@" --js_output_file "$out/$name.new" &&
    # The compiler starts a new line now and then, between statements or behind a comma: 70 bytes.
    tr -d '\n' <"$out/$name.new" >"$out/$name.joined" &&
    mv "$out/$name.joined" "$out/$name" && rm "$out/$name.new"
}
jar=$1
out=$2
mkdir -p "$out" &&
  compile entry.js --js src/main/web/search/entry.js &&
  compile client.js --js 'src/main/web/**.js' --js '!src/main/web/externs.js' \
    --js '!src/main/web/search/entry.js' --entry_point src/main/web/main.js --dependency_mode PRUNE
