#!/bin/sh
# Prints the path of the browser for the browser tests, which it installs where it may.
find_chromium() {
  for name in "${WAYMARK_CHROMIUM-}" chromium chromium-browser google-chrome google-chrome-stable \
    '/Applications/Chromium.app/Contents/MacOS/Chromium' \
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
    [ -n "$name" ] && command -v "$name" && return
  done
  return 1
}

find_chromium && exit
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo 'Installing Chromium for the browser tests.' >&2
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq >&2
  apt-get install -y -qq -o DPkg::Lock::Timeout=300 --no-install-recommends \
    chromium fonts-liberation >/dev/null && find_chromium && exit
fi
echo 'The browser tests need Chromium: install it, or set WAYMARK_CHROMIUM to the path of one.' >&2
exit 2
