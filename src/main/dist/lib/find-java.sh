# Finds a JDK that can run Waymark; sourced by bin/waymark and by the Makefile.
#
#   find_java          looks for bin/java of release 25 or later
#   find_java javac    looks for one that can compile, too
#
# sets java_home and java_version (such as 25.0.3+9-LTS) and returns 0, or sets java_problem, one
# sentence that says what is wrong and what to do, and returns 1. Reads each JDK's `release` file:
# starting a JVM to ask for its version would cost more than the rest of the launcher.

java_needed=25

# Is $1 the home of a JDK that will do?
is_java() {
  [ -x "$1/bin/java" ] || return 1
  [ -z "$java_also" ] || [ -x "$1/bin/$java_also" ] || return 1
  java_version=
  java_number=
  if [ -r "$1/release" ]; then
    while IFS='=' read -r java_key java_value || [ -n "$java_key" ]; do
      java_value=${java_value#\"}
      case $java_key in
        JAVA_VERSION) java_number=${java_value%%[!0-9]*} ;;
        JAVA_RUNTIME_VERSION) java_version=${java_value%%\"*} ;;
      esac
    done <"$1/release"
  else
    # The one case that costs a JVM: a JDK stripped of its `release` file.
    java_number=$("$1/bin/java" -XshowSettings:properties -version 2>&1 |
      sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p')
  fi
  [ "${java_number:-0}" -ge "$java_needed" ] || return 1
  java_version=${java_version:-$java_number}
  java_home=$1
}

# The home of the java that PATH finds, through its symbolic links.
java_on_path() {
  java_link=$(command -v java) || return 1
  case $java_link in /*) ;; *) return 1 ;; esac
  if [ -h "$java_link" ]; then
    java_link=$(readlink -f "$java_link" 2>/dev/null) || return 1
  fi
  java_link=${java_link%/bin/java}
  # A /usr/bin/java that links nowhere is macOS's stand-in, which opens a dialogue window.
  [ "$java_link" != /usr ] && is_java "$java_link"
}

find_java() {
  java_also=${1-}
  java_home=
  if [ -n "${WAYMARK_JAVA_HOME-}" ]; then
    is_java "$WAYMARK_JAVA_HOME" && return 0
    java_problem="WAYMARK_JAVA_HOME names $WAYMARK_JAVA_HOME, which is not a JDK $java_needed or later."
    return 1
  fi
  [ -n "${JAVA_HOME-}" ] && is_java "$JAVA_HOME" && return 0
  java_on_path && return 0
  if [ -n "${WAYMARK_JAVA_DIRS-}" ]; then
    for java_dir in "$WAYMARK_JAVA_DIRS"/*; do
      is_java "$java_dir" && return 0
    done
  else
    for java_dir in \
      /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/* /usr/local/openjdk-* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
      /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
      "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
      "${HOME-}"/.asdf/installs/java/* "${HOME-}"/.local/share/mise/installs/java/* \
      "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
      is_java "$java_dir" && return 0
    done
  fi
  java_problem="Waymark needs a JDK $java_needed or later and found none: install one (for example Eclipse Temurin, https://adoptium.net), and if it is in an unusual place, set WAYMARK_JAVA_HOME to its folder."
  return 1
}
