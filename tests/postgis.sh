#!/bin/sh
# Install Debian's PostGIS where root can; otherwise say what to run. The tests of stores in PostgreSQL skip without it.
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "installing PostGIS ..."
    # The tests start a server of their own; Debian's need not run.
    mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] ||
        echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o Dpkg::Options::=--force-confold postgresql-postgis >/dev/null && exit 0
fi
echo "the tests of PostgreSQL will be skipped; for them, run: sudo apt-get install postgresql-postgis"
