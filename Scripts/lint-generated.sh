#!/bin/sh
# Generated files tell the linter to leave them alone, because a user's configuration may be another; with the default one
# they are as clean as everything else. This lints them without that line.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for file in Generated/*/*.swift Tests/Goldens/*/*_*.swift; do
  grep -v '^// swift-format-ignore-file$' "$file" >"$work/$(basename "$file")"
done
"${SWIFT:-swift}" format lint --strict --recursive "$work"
