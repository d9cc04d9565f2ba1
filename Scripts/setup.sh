#!/bin/sh
# Installs what the machine lacks: the header of libyaml for the tool, and that of SQLite for CallbackReceiverSQLite. Prints
# every command it runs.
#
#     Scripts/setup.sh               what the package needs
#     Scripts/setup.sh postgresql    and what Tests/Packages/PostgreSQL needs: a server and the header of its client
set -eu

has() { printf '#include <%s>\n' "$1" | "${CC:-cc}" -E - >/dev/null 2>&1 || printf '#include <%s>\n' "$1" | clang -E - >/dev/null 2>&1; }
has_postgresql() { has postgresql/libpq-fe.h && ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }
probe() { has yaml.h && has sqlite3.h; }

packages="libyaml-dev libsqlite3-dev"
if [ "${1-}" = postgresql ] && command -v apt-get >/dev/null 2>&1; then
  packages="$packages libpq-dev postgresql"
  probe() { has yaml.h && has sqlite3.h && has_postgresql; }
fi

probe && exit 0

run() { echo "+ $*"; "$@"; }
as_root() { if [ "$(id -u)" = 0 ]; then run "$@"; else run sudo "$@"; fi; }

if command -v apt-get >/dev/null 2>&1; then
  as_root apt-get update -qq
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
elif command -v brew >/dev/null 2>&1; then
  # The SDK of macOS contains SQLite.
  run brew install libyaml
else
  echo "error: libyaml's header yaml.h or SQLite's header sqlite3.h is missing, and neither apt-get nor brew is here to install it." >&2
  echo "Install the development packages of libyaml and SQLite with your system's package manager." >&2
  exit 1
fi

probe || { echo "error: $packages were installed, but a header or initdb is still not found." >&2; exit 1; }
