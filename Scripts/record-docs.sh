#!/bin/sh
# Prints the documents that are made of the schemas: docs/coverage.md, and the table of services in README.md between its
# two marks. Usage: record-docs.sh TOOL
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1" docs coverage >"$work/coverage.md"
"$1" docs services >"$work/services.md"
awk -v table="$work/services.md" '
  /<!-- services -->/ { print; print ""; while ((getline row < table) > 0) print row; print ""; skip = 1; next }
  /<!-- end of services -->/ { skip = 0 }
  !skip { print }
' README.md >"$work/README.md"
cp "$work/coverage.md" docs/coverage.md
cmp -s "$work/README.md" README.md || cp "$work/README.md" README.md
