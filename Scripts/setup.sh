#!/bin/sh
# Installs the headers that the machine lacks: libyaml's for the tool, and SQLite's for CallbackReceiverSQLite. Prints every
# command it runs.
set -eu

has() { printf '#include <%s>\n' "$1" | "${CC:-cc}" -E - >/dev/null 2>&1 || printf '#include <%s>\n' "$1" | clang -E - >/dev/null 2>&1; }
probe() { has yaml.h && has sqlite3.h; }

probe && exit 0

run() { echo "+ $*"; "$@"; }
as_root() { if [ "$(id -u)" = 0 ]; then run "$@"; else run sudo "$@"; fi; }

if command -v apt-get >/dev/null 2>&1; then
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libyaml-dev libsqlite3-dev
elif command -v brew >/dev/null 2>&1; then
  # The SDK of macOS contains SQLite.
  run brew install libyaml
else
  echo "error: libyaml's header yaml.h or SQLite's header sqlite3.h is missing, and neither apt-get nor brew is here to install it." >&2
  echo "Install the development packages of libyaml and SQLite with your system's package manager." >&2
  exit 1
fi

probe || { echo "error: libyaml and SQLite were installed, but the header yaml.h or sqlite3.h is still not found." >&2; exit 1; }
