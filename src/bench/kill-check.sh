#!/bin/sh
# Kills real builds at random moments and checks what they leave: kill-check.sh [KILLS [SEED]]. It takes
# minutes and no two runs are the same, so it is no test of every run.
. src/main/dist/lib/find-java.sh
if ! find_java javac; then
  printf '%s\n' "$java_problem" >&2
  exit 2
fi
sh src/build/mvn.sh -q test-compile dependency:build-classpath -Dmdep.includeScope=test \
  -Dmdep.outputFile=target/test.classpath || exit
exec "$java_home/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  -cp "target/test-classes:target/classes:$(cat target/test.classpath)" dev.waymark.output.KillCheck "$@"
