#!/bin/sh
# Lints generated files without their comment that disables swift-format for users with another configuration.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for file in Generated/*/*.swift Tests/Goldens/*/*_*.swift Tests/Vendors/*/*_*.swift; do
  grep -v '^// swift-format-ignore-file$' "$file" >"$work/$(basename "$file")"
done
"${SWIFT:-swift}" format lint --strict --recursive "$work"
