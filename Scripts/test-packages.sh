#!/bin/sh
# Builds and tests the packages under Tests/Packages: what can only break at package level.
set -eu
cd "$(dirname "$0")/.."
for package in Tests/Packages/*/; do
  echo "== ${package%/}"
  swift test --package-path "$package"
done
