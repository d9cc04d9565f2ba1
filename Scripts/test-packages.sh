#!/bin/sh
# Builds and tests the packages in Tests/Packages, by their own test.sh if they have one. Usage: test-packages.sh [NAME]...
# All packages share one scratch folder, so that the tool is compiled once.
set -eu
cd "$(dirname "$0")/.."
# A package that depends on this one has no optimized tests.
unset CALLBACKGEN_OPTIMIZED_TESTS
[ $# -gt 0 ] || set -- $(cd Tests/Packages && ls -d */)
for name; do
  package=Tests/Packages/${name%/}
  echo "== $package"
  start=$(date +%s)
  if [ -x "$package/test.sh" ]; then
    "$package/test.sh"
  else
    swift test --package-path "$package" --scratch-path .build-packages
  fi
  echo "== $package: $(($(date +%s) - start)) s"
done
