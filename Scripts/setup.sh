#!/bin/sh
# Installs what the machine lacks: the header of libyaml for the tool, that of SQLite for CallbackReceiverSQLite, and on Linux
# PostgreSQL's server and the header of its client for Tests/Packages/PostgreSQL. Prints every command it runs.
set -eu

has() { printf '#include <%s>\n' "$1" | "${CC:-cc}" -E - >/dev/null 2>&1 || printf '#include <%s>\n' "$1" | clang -E - >/dev/null 2>&1; }
has_postgresql() { has postgresql/libpq-fe.h && ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }
probe() { has yaml.h && has sqlite3.h && { ! command -v apt-get >/dev/null 2>&1 || has_postgresql; }; }

probe && exit 0

run() { echo "+ $*"; "$@"; }
as_root() { if [ "$(id -u)" = 0 ]; then run "$@"; else run sudo "$@"; fi; }

if command -v apt-get >/dev/null 2>&1; then
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libyaml-dev libsqlite3-dev \
    libpq-dev postgresql
elif command -v brew >/dev/null 2>&1; then
  # The SDK of macOS contains SQLite.
  run brew install libyaml
else
  echo "error: libyaml's header yaml.h or SQLite's header sqlite3.h is missing, and neither apt-get nor brew is here to install it." >&2
  echo "Install the development packages of libyaml and SQLite with your system's package manager." >&2
  exit 1
fi

probe || { echo "error: libyaml, SQLite and PostgreSQL were installed, but a header or initdb is still not found." >&2; exit 1; }
