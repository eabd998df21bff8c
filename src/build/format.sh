#!/bin/sh
# Runs google-java-format with the arguments given on all Java sources: as a process of its own, on the
# JDK that Waymark is built with, since on an older one it does not parse newer Java.
. src/main/dist/lib/find-java.sh
if ! find_java javac; then
  printf '%s\n' "$java_problem" >&2
  exit 2
fi

jars=target/formatter
if [ ! -f $jars/.complete ] || [ src/build/formatter.xml -nt $jars/.complete ]; then
  rm -rf $jars
  sh src/build/mvn.sh -q -f src/build/formatter.xml dependency:copy-dependencies \
    -DoutputDirectory="$PWD/$jars" || exit
  touch $jars/.complete
fi

exports=
for package in api code file parser tree util; do
  exports="$exports --add-exports=jdk.compiler/com.sun.tools.javac.$package=ALL-UNNAMED"
done
# shellcheck disable=SC2086
find src -name '*.java' -exec "$java_home/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  --sun-misc-unsafe-memory-access=allow $exports -cp "$jars/*" \
  com.google.googlejavaformat.java.Main "$@" {} + && exit
echo 'These files are not formatted, or not Java: run make format.' >&2
exit 1
