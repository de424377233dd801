#!/bin/sh
# Install Debian's chromium where root can; otherwise say what to run. The browser tests skip without it.
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing chromium ..."
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium fonts-noto-core >/dev/null && exit 0
fi
echo "the browser tests will be skipped; for them, run: sudo apt-get install chromium"
