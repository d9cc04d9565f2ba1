#!/bin/sh
# Builds and tests the packages under Tests/Packages: what can only break at package level. A package with a script of its
# own is tested by it.
set -eu
cd "$(dirname "$0")/.."
for package in Tests/Packages/*/; do
  package=${package%/}
  echo "== $package"
  if [ -x "$package/test.sh" ]; then
    (cd "$package" && ./test.sh)
  else
    swift test --package-path "$package"
  fi
done
