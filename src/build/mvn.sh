#!/bin/sh
# Runs Maven with the arguments given, once it is sure that there is a JDK to build with. Maven itself
# may run on an older one: maven-toolchains-plugin chooses the JDK that compiles and tests, and looks
# at variables named JAVA*_HOME too.
. src/main/dist/lib/find-java.sh
if ! find_java javac; then
  printf '%s\n' "$java_problem" >&2
  exit 2
fi
if ! command -v mvn >/dev/null; then
  echo 'Waymark is built with Maven 3.8 or later and there is no mvn: install it (Debian: apt-get install maven).' >&2
  exit 2
fi
# The modes of files go into the jar.
umask 022
export JAVA25_HOME="$java_home"
exec mvn -B -ntp "$@"
