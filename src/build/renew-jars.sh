#!/bin/sh
# Runs RenewJars.java on the folder given, on the JDK that Waymark is built with.
. src/main/dist/lib/find-java.sh
if ! find_java javac; then
  printf '%s\n' "$java_problem" >&2
  exit 2
fi
exec "$java_home/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 src/build/RenewJars.java "$1"
