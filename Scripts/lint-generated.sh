#!/bin/sh
# Lints generated files without their comment that disables swift-format for users with another configuration.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/services" "$work/vendors"
uncomment() { grep -v '^// swift-format-ignore-file$' "$1" >"$2/$(basename "$1")"; }
for file in Generated/*/*.swift Tests/Goldens/*/*_*.swift; do uncomment "$file" "$work/services"; done
for file in Tests/Vendors/*/*_*.swift; do uncomment "$file" "$work/vendors"; done
"${SWIFT:-swift}" format lint --strict --recursive "$work/services"
# Names of these vendors are so long that the templates do not keep every line below 100 characters.
"${SWIFT:-swift}" format lint --strict --recursive "$work/vendors" --configuration '{"version": 1, "lineLength": 2000}'
